"""What the contract check said of each employment, kept so that long lists can be filtered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from employees.models import Employment


class ContractAssessment(models.Model):
    """How many findings in the terms of one employment wait for an answer, by severity.

    Never the truth, always a copy: it counts only while what it was computed from is unchanged.
    `stamp` stands for the law and the records that many employments share; `employment_changed`,
    `operator_changed`, `status` and `acquaintances` are what the employment's own records were.
    The issue of papers never asks it.
    """

    employment = models.OneToOneField(
        Employment,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="assessment",
        verbose_name=_("employment"),
    )
    errors = models.PositiveSmallIntegerField(_("errors"))
    warnings = models.PositiveSmallIntegerField(_("warnings"))
    advice = models.PositiveSmallIntegerField(_("advice"))
    stamp = models.CharField(_("stamp of law and shared records"), max_length=64)
    employment_changed = models.DateTimeField(_("the employment was changed"))
    operator_changed = models.DateTimeField(_("the operator was changed"))
    status = models.CharField(_("status"), max_length=16)
    acquaintances = models.PositiveSmallIntegerField(_("acquaintances"))
    computed_at = models.DateTimeField(_("computed"))

    class Meta:
        verbose_name = _("outcome of the contract check")
        verbose_name_plural = _("outcomes of the contract check")
        indexes = [
            models.Index(
                fields=["employment"], condition=models.Q(errors__gt=0), name="assessment_errors"
            ),
            models.Index(
                fields=["employment"],
                condition=models.Q(warnings__gt=0),
                name="assessment_warnings",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.employment_id}: {self.errors}, {self.warnings}, {self.advice}"

    @property
    def worst(self) -> str:
        """The worst severity that waits: «error», «warning», «advice», or nothing."""
        counts = {"error": self.errors, "warning": self.warnings, "advice": self.advice}
        return next((severity for severity, count in counts.items() if count), "")
