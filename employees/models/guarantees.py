"""Circumstances of a hire on which the law grants protection or sets terms of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Guarantees(models.Model):
    """What is recorded of them, as on the day of the contract.

    A mark is set only on what the operator has shown or told of his own accord: the employer may
    keep such data so far as a guarantee of the law follows from it (ст. 86, 88 ТК РФ; ст. 10 ч. 2
    152-ФЗ). An unset mark says nothing: the contract check treats it as unknown.
    """

    class ChildCare(models.TextChoices):
        """Who brings up the youngest child, where the law asks (ст. 96, 99, 259 ТК РФ)."""

        SINGLE = "single", _("the operator alone, no other parent")
        GUARDIAN = "guardian", _("the operator as guardian")
        OTHER_AWAY = "other_away", _("the other parent is mobilised or works by rotation")

    class Education(models.TextChoices):
        PUPIL = "pupil", _("goes to school")
        FINISHED = "finished", _("general education received")
        LEFT_SCHOOL = "left_school", _("left school, goes on learning in another form")
        STUDENT = "student", _("full-time student")

    class ProbationExemption(models.TextChoices):
        """Who is taken on without probation besides those known by other marks (ст. 70 ТК РФ)."""

        GRADUATE = "graduate", _("first job in the speciality within a year after graduation")
        TRANSFER = "transfer", _("invited by transfer from another employer")
        APPRENTICE = "apprentice", _("finished an apprenticeship with this employer")

    class DisabilityGroup(models.IntegerChoices):
        FIRST = 1, _("group I")
        SECOND = 2, _("group II")
        THIRD = 3, _("group III")

    is_pregnant = models.BooleanField(
        _("pregnancy, by a certificate"),
        default=False,
        help_text=_("No probation, no night, overtime or holiday work (art. 70, 259)"),
    )
    youngest_child_born = models.DateField(
        _("youngest child born on"),
        null=True,
        blank=True,
        help_text=_("Up to 1½ years: no probation; up to 3 years: night work by consent"),
    )
    child_care = models.CharField(
        _("who brings up the child"),
        max_length=16,
        choices=ChildCare,
        blank=True,
        help_text=_("Child under 14: night and overtime work by consent (art. 96, 99, 259)"),
    )
    has_three_children = models.BooleanField(
        _("three or more children under 18"),
        default=False,
        help_text=_("While the youngest is under 14: night and overtime work by consent"),
    )
    has_disabled_child = models.BooleanField(
        _("child with a disability"),
        default=False,
        help_text=_("Night and overtime work by consent (art. 96, 99)"),
    )
    cares_for_relative = models.BooleanField(
        _("cares for a sick member of the family"),
        default=False,
        help_text=_("By a medical opinion: night and overtime work by consent (art. 96, 259)"),
    )
    disability_group = models.PositiveSmallIntegerField(
        _("disability"),
        choices=DisabilityGroup,
        null=True,
        blank=True,
        help_text=_("Leave of 30 days; groups I and II: 35 hours a week for full pay (art. 92)"),
    )
    shift_limit_hours = models.DecimalField(
        _("longest shift by the medical opinion, hours"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("By the rehabilitation programme (art. 94); empty where it sets none"),
    )
    is_pensioner = models.BooleanField(
        _("old-age pensioner"),
        default=False,
        help_text=_("A ground of a fixed term by agreement (art. 59)"),
    )
    education = models.CharField(
        _("studies"),
        max_length=16,
        choices=Education,
        blank=True,
        help_text=_("Up to 18: hours of work (art. 63, 92, 94); a student: fixed term (art. 59)"),
    )
    probation_exemption = models.CharField(
        _("taken on without probation as"),
        max_length=16,
        choices=ProbationExemption,
        blank=True,
        help_text=_("Probation is not agreed then (art. 70, 207)"),
    )
    is_first_job = models.BooleanField(
        _("first job of all"),
        default=False,
        help_text=_("The employer applies for the SNILS (art. 65)"),
    )
    night_consent_on = models.DateField(
        _("written consent to night work"),
        null=True,
        blank=True,
        help_text=_("With a note on the right to refuse, where a guarantee asks for it (art. 96)"),
    )
    schedule_read_on = models.DateField(
        _("schedule read on"),
        null=True,
        blank=True,
        help_text=_("A newcomer reads it before the first shift (art. 103)"),
    )
    admitted_on = models.DateField(
        _("let in to work on"),
        null=True,
        blank=True,
        help_text=_("Only where that was before the contract was signed (art. 67)"),
    )
    has_prior_probation_agreement = models.BooleanField(
        _("probation agreed in writing before that day"),
        default=False,
        help_text=_("Without it there is no probation (art. 70)"),
    )
    migration_notified_on = models.DateField(
        _("Ministry of the Interior notified on"),
        null=True,
        blank=True,
        help_text=_("Of a contract with a foreign citizen, within three working days (115-FZ)"),
    )
    has_compensation_papers = models.BooleanField(
        _("papers prove the compensation"),
        default=False,
        help_text=_("Without papers 35 roubles a day are free of tax (art. 217 of the Tax Code)"),
    )

    class Meta:
        abstract = True
