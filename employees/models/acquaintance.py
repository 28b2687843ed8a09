"""What an operator has read before signing."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employees.models.employer import LocalAct
from employees.models.employment import Employment
from job_descriptions.models import JobDescriptionEdition


class Acquaintance(models.Model):
    """An operator signed that he read this edition of a job description, or this local act."""

    employment = models.ForeignKey(
        Employment,
        on_delete=models.CASCADE,
        related_name="acquaintances",
        verbose_name=_("employment"),
    )
    job_description = models.ForeignKey(
        JobDescriptionEdition,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="acquaintances",
        verbose_name=_("job description"),
    )
    local_act = models.ForeignKey(
        LocalAct,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="acquaintances",
        verbose_name=_("local act"),
    )
    read_on = models.DateField(_("read on"))
    late_reason = models.CharField(_("why later than the contract"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("acquaintance")
        verbose_name_plural = _("acquaintances")
        ordering = ["employment", "read_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(job_description__isnull=False, local_act__isnull=True)
                | Q(job_description__isnull=True, local_act__isnull=False),
                name="acquaintance_of_one_thing",
                violation_error_message=_("Choose either a job description or a local act."),
            ),
            models.UniqueConstraint(
                fields=["employment", "job_description"],
                condition=Q(job_description__isnull=False),
                name="acquaintance_edition_once",
                violation_error_message=_("This job description is noted as read already."),
            ),
            models.UniqueConstraint(
                fields=["employment", "local_act"],
                condition=Q(local_act__isnull=False),
                name="acquaintance_act_once",
                violation_error_message=_("This local act is noted as read already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job_description or self.local_act}, {self.read_on}"
