"""What people decide about findings, and the figures of the law that they enter."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from employees.models import Employment
from hr_docs.law.reference import MINIMUM_WAGE, CalendarYear
from hr_docs.pages.users import name_of


class FindingDecision(models.Model):
    """A named person answers for one finding of one employment.

    `fingerprint` is the finding with the values it concerned (see `JudgedFinding`): when the facts
    change, the finding is another one and the decision no longer counts. Decisions are only added.
    """

    class Kind(models.TextChoices):
        CONFIRMED = "confirmed", _("warning confirmed")
        OVERRIDDEN = "overridden", _("error overridden")

    employment = models.ForeignKey(
        Employment,
        on_delete=models.CASCADE,
        related_name="finding_decisions",
        verbose_name=_("employment"),
    )
    rule = models.CharField(_("rule"), max_length=64)
    fingerprint = models.CharField(_("fingerprint of the finding"), max_length=64)
    message = models.TextField(_("finding"))
    paper = models.CharField(
        _("found in the text of"),
        max_length=200,
        blank=True,
        help_text=_("Title of the document; empty for the terms of the contract"),
    )
    kind = models.CharField(_("decision"), max_length=16, choices=Kind)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="finding_decisions",
        verbose_name=_("decided by"),
    )
    reason = models.CharField(_("reason"), max_length=500)
    decided_at = models.DateTimeField(_("decided"), auto_now_add=True)

    class Meta:
        verbose_name = _("decision on a finding")
        verbose_name_plural = _("decisions on findings")
        ordering = ["-decided_at", "-id"]
        permissions = [
            ("override_error", _("May override an error of the contract check")),
            ("confirm_warning", _("May confirm a warning of the contract check")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["employment", "fingerprint"], name="finding_decision_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="finding_decision_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.get_kind_display()}"


class EnteredFigureQuerySet(models.QuerySet["EnteredFigure"]):
    """Queries of entered figures."""

    def in_use(self) -> "EnteredFigureQuerySet":
        """Those that nobody withdrew, in the order in which they were entered."""
        return self.filter(withdrawn_at__isnull=True).order_by("id")

    def with_people(self) -> "EnteredFigureQuerySet":
        """All of them with who entered and who withdrew them, in one query."""
        return self.select_related("author", "withdrawn_by")


class EnteredFigure(models.Model):
    """A figure of the law that a person entered from its published source.

    Roubles a month, from `since` to `until` (both days included; None: no end is known). It stands
    before the figure of the code for the same days. Nothing is ever changed in it: a wrong figure
    is withdrawn, or another is entered after it.
    """

    class Name(models.TextChoices):
        MINIMUM_WAGE = MINIMUM_WAGE, _("minimum wage")

    name = models.CharField(_("figure"), max_length=64, choices=Name, default=Name.MINIMUM_WAGE)
    region = models.CharField(
        _("region"), max_length=100, blank=True, help_text=_("Empty for the federal figure")
    )
    amount = models.DecimalField(_("amount, roubles"), max_digits=12, decimal_places=2)
    includes_coefficient = models.BooleanField(
        _("counts the district coefficient in"),
        default=False,
        help_text=_("By the words of the regional agreement"),
    )
    since = models.DateField(_("in force from"))
    until = models.DateField(_("in force until"), null=True, blank=True)
    source = models.CharField(
        _("source"), max_length=500, help_text=_("The act with its number and date, or the page")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="entered_figures",
        verbose_name=_("entered by"),
    )
    entered_at = models.DateTimeField(_("entered"), auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="withdrawn_figures",
        verbose_name=_("withdrawn by"),
    )

    objects = EnteredFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("entered figure")
        verbose_name_plural = _("entered figures")
        ordering = ["name", "region", "-since", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="entered_figure_positive",
                violation_error_message=_("The amount must be above zero."),
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="entered_figure_days_ordered",
                violation_error_message=_("The term ends before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="entered_figure_withdrawn_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_name_display()} {self.region}: {self.amount}, {self.since}"


class EnteredYearQuerySet(models.QuerySet["EnteredYear"]):
    """Queries of entered calendar years."""

    def in_use(self) -> "EnteredYearQuerySet":
        """The one of each year that nobody withdrew."""
        return self.filter(withdrawn_at__isnull=True).order_by("year")

    def with_people(self) -> "EnteredYearQuerySet":
        """All of them with who entered and who withdrew them, in one query."""
        return self.select_related("author", "withdrawn_by")


class EnteredYear(models.Model):
    """The production calendar of a year, entered from the act on the transfer of days off.

    Days are ISO texts. `working_days` and `norm_hours` (of a 40-hour week) are the published
    totals: the days must add up to them. It stands before the year of the code. Nothing is ever
    changed in it: a year that is entered again withdraws the one before.
    """

    year = models.PositiveSmallIntegerField(_("year"))
    days_off = models.JSONField(_("days off on weekdays"), default=list, blank=True)
    working_saturdays = models.JSONField(_("working Saturdays"), default=list, blank=True)
    short_days = models.JSONField(_("days an hour shorter"), default=list, blank=True)
    working_days = models.PositiveSmallIntegerField(_("working days of the year"))
    norm_hours = models.PositiveSmallIntegerField(_("norm of hours for the year, 40-hour week"))
    source = models.CharField(_("source"), max_length=500)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="entered_years",
        verbose_name=_("entered by"),
    )
    entered_at = models.DateTimeField(_("entered"), auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="withdrawn_years",
        verbose_name=_("withdrawn by"),
    )

    objects = EnteredYearQuerySet.as_manager()

    class Meta:
        verbose_name = _("entered calendar year")
        verbose_name_plural = _("entered calendar years")
        ordering = ["-year", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["year"],
                condition=Q(withdrawn_at__isnull=True),
                name="entered_year_one_in_use",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="entered_year_withdrawn_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)

    def calendar_year(self) -> CalendarYear:
        """The year as the law's calendar knows it, without the holidays that recur."""
        return CalendarYear(
            year=self.year,
            basis=self.source,
            norm_40=Decimal(self.norm_hours),
            source=(self.source,),
            confidence="high",
            working_days=self.working_days,
            days_off=_days(self.days_off),
            working_saturdays=_days(self.working_saturdays),
            short_days=_days(self.short_days),
            author=name_of(self.author),
        )


def _days(texts: list[str]) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, texts))
