"""The terms on which an operator works, and what he has read before signing them."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from employees.models.employer import Employer, LocalAct, Signatory, Site
from employees.models.guarantees import Guarantees
from employees.models.limit import Visitor, visible
from employees.models.operator import Operator, matches
from job_descriptions.models import ExperienceTier, JobDescriptionEdition, Position


class WorkMode(models.TextChoices):
    """Where the work is done (ст. 57, 312.1 ТК РФ)."""

    ON_SITE = "on_site", _("on site")
    REMOTE = "remote", _("remote, permanent")
    REMOTE_TEMPORARY = "remote_temporary", _("remote, temporary")
    HYBRID = "hybrid", _("alternating")


class EmploymentQuerySet(models.QuerySet["Employment"]):
    """Queries of employments."""

    def visible_to(self, user: Visitor) -> "EmploymentQuerySet":
        """Those of the employers that the user works with."""
        return visible(self, user)

    def with_records(self) -> "EmploymentQuerySet":
        """Everything a document needs, in a fixed number of queries."""
        return self.select_related(
            "operator", "employer", "signatory", "site", "position", "tier", "job_description"
        ).prefetch_related("employer__local_acts", "acquaintances")

    def sharing_records(self) -> "EmploymentQuerySet":
        """What `with_records` gives, quicker where many rows name the same employer and site."""
        return self.select_related("operator").prefetch_related(
            "employer__local_acts",
            "signatory",
            "site",
            "position",
            "tier",
            "job_description",
            "acquaintances",
        )

    def for_list(self) -> "EmploymentQuerySet":
        """What a row of the list shows, in one query."""
        return self.select_related("operator", "employer", "position", "tier", "site")

    def for_export(self) -> "EmploymentQuerySet":
        """What a row of the list shows, for very many: only its own columns, the rest shared."""
        columns = ("status", "work_mode", "number", "contract_date", "start_date", "end_date")
        names = ("personnel_number", "surname", "name", "patronymic", "phone")
        shared = ("employer", "position", "tier", "site")
        return (
            self.select_related("operator")
            .only(*columns, "hourly_rate", *shared, *(f"operator__{name}" for name in names))
            .prefetch_related(*shared)
        )

    def with_earlier(self) -> "EmploymentQuerySet":
        """`earlier`: how many employments of the same operator were entered before each."""
        before = Employment.objects.filter(operator=OuterRef("operator"), pk__lt=OuterRef("pk"))
        count = before.order_by().values("operator").annotate(count=Count("pk")).values("count")
        return self.annotate(earlier=Coalesce(Subquery(count), 0))

    def others_of(self, employment: "Employment") -> "EmploymentQuerySet":
        """The operator's other employments, the latest first."""
        others = self.filter(operator=employment.operator_id).exclude(pk=employment.pk)
        return others.select_related("employer", "position").order_by("-start_date", "-pk")

    def search(self, text: str) -> "EmploymentQuerySet":
        """Employments of the operators that `OperatorQuerySet.search` finds."""
        return self.filter(matches(text, through="operator__"))


class Employment(Guarantees):
    """One employment of one operator: the terms that the contract fixes.

    Money is roubles: `hourly_rate` an hour before income tax, `compensation_per_day` a day of
    remote work (ст. 312.6 ТК РФ). Times are of the employer's zone. `number` is the number of the
    contract in force, given when it is issued. Dates that bound a term belong to it.
    """

    PERSONAL = frozenset(field.name for field in Guarantees._meta.local_fields)
    """Circumstances of a life: for the eyes of users with the permission `guarded_by` only."""
    guarded_by = "employees.view_personal_data"

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        READY = "ready", _("ready to be issued")
        ISSUED = "issued", _("papers issued")
        SIGNED = "signed", _("signed")
        ENDED = "ended", _("ended")

    class Kind(models.TextChoices):
        MAIN = "main", _("main job")
        SECONDARY = "secondary", _("secondary job")

    class Term(models.TextChoices):
        INDEFINITE = "indefinite", _("open-ended")
        FIXED = "fixed", _("fixed-term")

    class FixedTermGround(models.TextChoices):
        """Grounds of ст. 59 ТК РФ that a call centre can use."""

        ABSENT_EMPLOYEE = "absent_employee", _("duties of an absent employee")
        TEMPORARY_WORK = "temporary_work", _("temporary work of up to two months")
        TEMPORARY_EXTENSION = "temporary_extension", _("temporary extension of services")
        KNOWN_WORK = "known_work", _("work known beforehand to be limited")
        INTERNSHIP = "internship", _("work of a trainee's practice")
        SMALL_BUSINESS = "small_business", _("small business, by agreement")
        PENSIONER = "pensioner", _("pensioner, by agreement")
        STUDENT = "student", _("full-time student, by agreement")
        SECONDARY_JOB = "secondary_job", _("secondary job, by agreement")

    class Schedule(models.TextChoices):
        FIVE_DAY = "five_day", _("five-day week")
        SHIFTS_2_2 = "shifts_2_2", _("shifts, two days on and two off")
        SLIDING = "sliding", _("sliding days off by a roster")

    class AccountingPeriod(models.TextChoices):
        MONTH = "month", _("month")
        QUARTER = "quarter", _("quarter")
        HALF_YEAR = "half_year", _("half-year")
        YEAR = "year", _("year")

    class Equipment(models.TextChoices):
        EMPLOYER = "employer", _("the employer's")
        OWN = "own", _("the operator's own")
        RENTED = "rented", _("rented by the operator")

    class HolidayReward(models.TextChoices):
        LOCAL_ACT = "local_act", _("by the regulations on pay")
        AMOUNT = "amount", _("a sum for each holiday")

    class Language(models.TextChoices):
        RUSSIAN = "ru", _("Russian")

    operator = models.ForeignKey(
        Operator, on_delete=models.PROTECT, related_name="employments", verbose_name=_("operator")
    )
    employer = models.ForeignKey(
        Employer, on_delete=models.PROTECT, related_name="employments", verbose_name=_("employer")
    )
    signatory = models.ForeignKey(
        Signatory,
        on_delete=models.PROTECT,
        related_name="employments",
        verbose_name=_("signatory"),
    )
    site = models.ForeignKey(
        Site,
        on_delete=models.PROTECT,
        related_name="employments",
        verbose_name=_("site"),
        help_text=_("For permanent remote work: the unit that the operator belongs to"),
    )
    position = models.ForeignKey(
        Position, on_delete=models.PROTECT, related_name="employments", verbose_name=_("position")
    )
    tier = models.ForeignKey(
        ExperienceTier,
        on_delete=models.PROTECT,
        related_name="employments",
        verbose_name=_("tier"),
    )
    job_description = models.ForeignKey(
        JobDescriptionEdition,
        on_delete=models.PROTECT,
        related_name="employments",
        verbose_name=_("job description"),
    )
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.DRAFT)

    number = models.CharField(_("contract number"), max_length=50, blank=True)
    kind = models.CharField(_("kind of job"), max_length=16, choices=Kind, default=Kind.MAIN)
    contract_date = models.DateField(_("contract date"))
    start_date = models.DateField(_("first working day"))
    term = models.CharField(_("term"), max_length=16, choices=Term, default=Term.INDEFINITE)
    end_date = models.DateField(_("last day of the term"), null=True, blank=True)
    fixed_term_ground = models.CharField(
        _("ground of the fixed term"), max_length=32, choices=FixedTermGround, blank=True
    )
    fixed_term_reason = models.CharField(
        _("circumstances of the fixed term"),
        max_length=500,
        blank=True,
        help_text=_("As the contract prints them after «в связи с»"),
    )
    probation_until = models.DateField(_("probation until"), null=True, blank=True)
    language = models.CharField(
        _("language of the contract"), max_length=8, choices=Language, default=Language.RUSSIAN
    )

    work_mode = models.CharField(
        _("work mode"), max_length=20, choices=WorkMode, default=WorkMode.ON_SITE
    )
    remote_locality = models.CharField(
        _("locality of remote work"),
        max_length=300,
        blank=True,
        help_text=_("As printed: г. Пенза, Пензенская область"),
    )
    remote_from = models.DateField(_("remote from"), null=True, blank=True)
    remote_until = models.DateField(_("remote until"), null=True, blank=True)
    alternation = models.CharField(
        _("rule of alternation"),
        max_length=300,
        blank=True,
        help_text=_(
            "As printed: понедельник и вторник — на рабочем месте, остальные — дистанционно"
        ),
    )
    equipment = models.CharField(
        _("equipment"), max_length=16, choices=Equipment, default=Equipment.EMPLOYER
    )
    compensation_per_day = models.DecimalField(
        _("compensation a day, roubles"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    expenses_limit = models.DecimalField(
        _("reimbursed expenses a month, roubles at most"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
    )
    interaction_system = models.CharField(
        _("means of interaction"),
        max_length=200,
        blank=True,
        help_text=_("As printed: корпоративная почта и система телефонии"),
    )
    response_minutes = models.PositiveSmallIntegerField(
        _("time to answer within a shift, minutes"), default=30
    )

    schedule = models.CharField(
        _("schedule"), max_length=16, choices=Schedule, default=Schedule.FIVE_DAY
    )
    weekly_hours = models.DecimalField(
        _("hours a week"), max_digits=4, decimal_places=1, default=Decimal(40)
    )
    shift_hours = models.DecimalField(
        _("hours a shift"), max_digits=4, decimal_places=1, default=Decimal(8)
    )
    shift_start = models.TimeField(_("start of work"), null=True, blank=True)
    shift_end = models.TimeField(_("end of work"), null=True, blank=True)
    break_minutes = models.PositiveSmallIntegerField(_("break, minutes"), default=60)
    is_part_time = models.BooleanField(_("part time"), default=False)
    has_summed_accounting = models.BooleanField(_("summed accounting of hours"), default=False)
    accounting_period = models.CharField(
        _("accounting period"), max_length=16, choices=AccountingPeriod, blank=True
    )
    has_night_work = models.BooleanField(_("night work"), default=False)

    hourly_rate = models.DecimalField(_("hourly rate, roubles"), max_digits=8, decimal_places=2)
    night_percent = models.PositiveSmallIntegerField(_("extra for night work, %"), default=20)
    holiday_reward = models.CharField(
        _("reward for holidays not worked"),
        max_length=16,
        choices=HolidayReward,
        default=HolidayReward.LOCAL_ACT,
    )
    holiday_reward_amount = models.DecimalField(
        _("reward for a holiday, roubles"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    has_bonus = models.BooleanField(_("bonus"), default=True)
    has_minimum_wage_top_up = models.BooleanField(_("top-up to the minimum wage"), default=True)
    leave_days = models.PositiveSmallIntegerField(_("annual leave, calendar days"), default=28)
    extra_leave_days = models.PositiveSmallIntegerField(
        _("additional leave, calendar days"), default=0
    )
    has_electronic_exchange = models.BooleanField(_("electronic documents"), default=False)

    medical_examination_on = models.DateField(
        _("medical examination (under 18)"), null=True, blank=True
    )
    has_parental_consent = models.BooleanField(_("written consent of a parent"), default=False)

    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = EmploymentQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["created_at", "updated_at"])

    class Meta(Guarantees.Meta):
        abstract = False
        verbose_name = _("employment")
        verbose_name_plural = _("employments")
        ordering = ["operator__surname", "operator__name", "id"]
        indexes = [
            models.Index(fields=["status", "start_date"], name="employment_by_status_start"),
            models.Index(fields=["status", "probation_until"], name="employment_by_probation"),
            models.Index(fields=["status", "end_date"], name="employment_by_end"),
            # With the operator: sorted by name within, and counted, without reading the rows.
            models.Index(fields=["status", "operator"], name="employment_by_status"),
            models.Index(fields=["work_mode", "operator"], name="employment_by_work_mode"),
            models.Index(fields=["start_date", "operator"], name="employment_by_start"),
            models.Index(fields=["contract_date", "operator"], name="employment_by_contract"),
            models.Index(fields=["site", "operator"], name="employment_by_site"),
            models.Index(fields=["tier", "operator"], name="employment_by_tier"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["operator", "employer"],
                condition=Q(kind="main") & ~Q(status="ended"),
                name="employment_one_main",
                violation_error_message=_(
                    "The operator has a main job with this employer already."
                ),
            ),
            models.CheckConstraint(
                condition=Q(term="indefinite", end_date__isnull=True, fixed_term_ground="")
                | (Q(term="fixed") & ~Q(fixed_term_ground="")),
                name="employment_term_whole",
                violation_error_message=_(
                    "A fixed term needs its ground; an open-ended one has neither ground nor end."
                ),
            ),
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")),
                name="employment_ends_after_start",
                violation_error_message=_("The term ends before the first working day."),
            ),
            models.CheckConstraint(
                condition=Q(probation_until__isnull=True) | Q(probation_until__gte=F("start_date")),
                name="employment_probation_after_start",
                violation_error_message=_("The probation ends before the first working day."),
            ),
            models.CheckConstraint(
                condition=Q(work_mode="on_site") | ~Q(remote_locality=""),
                name="employment_remote_has_locality",
                violation_error_message=_("Remote work needs its locality."),
            ),
            models.CheckConstraint(
                condition=~Q(work_mode="remote_temporary")
                | Q(
                    remote_from__isnull=False,
                    remote_until__isnull=False,
                    remote_until__gte=F("remote_from"),
                ),
                name="employment_temporary_remote_dated",
                violation_error_message=_("Temporary remote work needs its dates, in order."),
            ),
            models.CheckConstraint(
                condition=~Q(work_mode="hybrid") | ~Q(alternation=""),
                name="employment_hybrid_has_rule",
                violation_error_message=_("Alternating work needs the rule of alternation."),
            ),
            models.CheckConstraint(
                condition=Q(work_mode="on_site")
                | Q(equipment="employer")
                | Q(compensation_per_day__isnull=False, compensation_per_day__gt=0),
                name="employment_own_equipment_compensated",
                violation_error_message=_("The operator's own equipment needs a compensation."),
            ),
            models.CheckConstraint(
                condition=Q(has_summed_accounting=False, accounting_period="")
                | (Q(has_summed_accounting=True) & ~Q(accounting_period="")),
                name="employment_accounting_period",
                violation_error_message=_("Summed accounting and its period belong together."),
            ),
            models.CheckConstraint(
                condition=Q(hourly_rate__gt=0),
                name="employment_rate_positive",
                violation_error_message=_("The hourly rate must be above zero."),
            ),
            models.CheckConstraint(
                condition=Q(weekly_hours__gt=0, weekly_hours__lte=40),
                name="employment_weekly_hours",
                violation_error_message=_("The hours a week must be above 0 and at most 40."),
            ),
            models.CheckConstraint(
                condition=Q(shift_hours__gt=0, shift_hours__lte=24),
                name="employment_shift_hours",
                violation_error_message=_("The hours a shift must be above 0 and at most 24."),
            ),
            models.CheckConstraint(
                condition=Q(holiday_reward="local_act")
                | Q(holiday_reward_amount__isnull=False, holiday_reward_amount__gt=0),
                name="employment_holiday_reward_amount",
                violation_error_message=_("The reward for holidays needs its amount."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.operator}, {self.position.title}"

    @property
    def is_remote(self) -> bool:
        """Whether гл. 49.1 ТК РФ applies, in any of its three forms."""
        return self.work_mode != WorkMode.ON_SITE

    def acts_to_read(self, dated: date) -> list[LocalAct]:
        """Local acts that are read before a contract of that day is signed (ст. 68 ч. 3 ТК РФ).

        In the employer's order; it reads what `with_records()` has fetched.
        """
        return [
            act
            for act in self.employer.local_acts.all()
            if act.read_before_signing
            and act.approved_on <= dated
            and (self.is_remote or not act.remote_only)
        ]
