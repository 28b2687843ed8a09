"""Positions, experience tiers and the editions of job descriptions."""

from datetime import date
from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class ExperienceTier(models.Model):
    """A level of experience: it sets the range of hourly rates and the job description.

    Four tiers are seeded: trainee, operator, senior operator, mentor operator. `rate_min` and
    `rate_max` are roubles an hour before income tax; None in `rate_max` means no upper bound.
    """

    code = models.SlugField(_("code"), max_length=32, unique=True)
    rank = models.PositiveSmallIntegerField(_("rank"), unique=True, help_text=_("1 is the lowest"))
    title = models.CharField(_("tier"), max_length=100, unique=True)
    rate_min = models.DecimalField(
        _("lowest hourly rate"),
        max_digits=8,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    rate_max = models.DecimalField(
        _("highest hourly rate"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    minimum_experience_months = models.PositiveSmallIntegerField(
        _("minimum experience, months"), default=0
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("experience tier")
        verbose_name_plural = _("experience tiers")
        ordering = ["rank"]
        constraints = [
            models.CheckConstraint(
                condition=Q(rate_min__gt=0),
                name="tier_rate_min_positive",
                violation_error_message=_("The lowest rate must be above zero."),
            ),
            models.CheckConstraint(
                condition=Q(rate_max__isnull=True) | Q(rate_max__gte=F("rate_min")),
                name="tier_rate_range_ordered",
                violation_error_message=_("The highest rate is below the lowest one."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def allows(self, hourly_rate: Decimal) -> bool:
        """Whether the rate (roubles an hour) lies in the tier's range."""
        return self.rate_min <= hourly_rate and (
            self.rate_max is None or hourly_rate <= self.rate_max
        )


class Position(models.Model):
    """A position of the staff list in a department.

    `title_forms` and `department_forms` hold the stored declensions (see
    `hr_docs.russian.declensions`); they are proposed on saving and may be edited.
    """

    title = models.CharField(_("position"), max_length=200)
    title_forms = models.JSONField(_("declension of the position"), default=dict, blank=True)
    department = models.CharField(_("department"), max_length=200)
    department_forms = models.JSONField(_("declension of the department"), default=dict, blank=True)
    reports_to = models.CharField(
        _("reports to"),
        max_length=200,
        blank=True,
        help_text=_("Position of the immediate superior, nominative"),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["title", "department"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "department"],
                name="position_unique",
                violation_error_message=_("This position stands in the department already."),
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(department=""),
                name="position_named",
                violation_error_message=_("The title and the department must not be blank."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.department}"


class JobDescriptionEditionQuerySet(models.QuerySet["JobDescriptionEdition"]):
    """Queries of editions."""

    def in_force(self, on: date) -> "JobDescriptionEditionQuerySet":
        """Editions approved by that day and not yet superseded."""
        return self.filter(approved_on__lte=on).filter(
            Q(superseded_on__isnull=True) | Q(superseded_on__gt=on)
        )


class JobDescriptionEdition(models.Model):
    """An approved text of a job description: superseded by the next edition, never edited.

    `sections` is `{section code: [paragraph, …]}` with the codes of `Section`; the order of the
    sections on paper is the order of `Section`.
    """

    class Section(models.TextChoices):
        GENERAL = "general", _("General provisions")
        QUALIFICATION = "qualification", _("Qualification requirements")
        DUTIES = "duties", _("Duties")
        INDICATORS = "indicators", _("Performance indicators")
        RIGHTS = "rights", _("Rights")
        LIABILITY = "liability", _("Liability")
        INTERACTION = "interaction", _("Interaction")
        REVISION = "revision", _("Revision of the job description")

    position = models.ForeignKey(
        Position, on_delete=models.PROTECT, related_name="editions", verbose_name=_("position")
    )
    tier = models.ForeignKey(
        ExperienceTier, on_delete=models.PROTECT, related_name="editions", verbose_name=_("tier")
    )
    number = models.CharField(_("number"), max_length=50)
    edition = models.PositiveSmallIntegerField(_("edition"), default=1)
    approved_on = models.DateField(_("approved on"))
    approved_by_position = models.CharField(_("approved by, position"), max_length=200)
    approved_by_name = models.CharField(
        _("approved by, name"), max_length=200, help_text=_("As it is printed: А. П. Иванова")
    )
    sections = models.JSONField(_("sections"))
    superseded_on = models.DateField(_("superseded on"), null=True, blank=True)

    objects = JobDescriptionEditionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("job description edition")
        verbose_name_plural = _("job description editions")
        ordering = ["number", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["number", "edition"],
                name="edition_number_unique",
                violation_error_message=_("This number and edition are taken."),
            ),
            models.UniqueConstraint(
                fields=["position", "tier"],
                condition=Q(superseded_on__isnull=True),
                name="edition_one_in_force",
                violation_error_message=_(
                    "Another edition for the position and the tier is in force."
                ),
            ),
            models.CheckConstraint(
                condition=Q(edition__gte=1),
                name="edition_from_one",
                violation_error_message=_("Editions count from 1."),
            ),
            models.CheckConstraint(
                condition=Q(superseded_on__isnull=True) | Q(superseded_on__gte=F("approved_on")),
                name="edition_superseded_after_approval",
                violation_error_message=_("An edition is superseded after its approval."),
            ),
        ]

    def __str__(self) -> str:
        return f"№ {self.number}, {_('edition')} {self.edition}"
