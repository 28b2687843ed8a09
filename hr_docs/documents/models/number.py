"""Numbers of documents: a mask and a counter for each employer, kind and year."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from employees.models import Employer
from hr_docs.documents.models.master import WordMaster


class NumberMask(models.Model):
    """How an employer writes the numbers of a kind: «{n:03}/{yyyy}-ТД» → «015/2026-ТД»."""

    employer = models.ForeignKey(
        Employer,
        on_delete=models.CASCADE,
        related_name="number_masks",
        verbose_name=_("employer"),
    )
    master = models.ForeignKey(
        WordMaster,
        on_delete=models.CASCADE,
        related_name="number_masks",
        verbose_name=_("template"),
    )
    mask = models.CharField(_("mask"), max_length=64)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("number mask")
        verbose_name_plural = _("number masks")
        constraints = [
            models.UniqueConstraint(fields=["employer", "master"], name="number_mask_unique"),
        ]

    def __str__(self) -> str:
        return self.mask


class NumberCounter(models.Model):
    """The last number given; it is raised in the transaction that inserts the document."""

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="number_counters")
    master = models.ForeignKey(WordMaster, on_delete=models.CASCADE, related_name="number_counters")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("number counter")
        verbose_name_plural = _("number counters")
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "master", "year"], name="number_counter_unique"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.master} {self.year}: {self.last}"
