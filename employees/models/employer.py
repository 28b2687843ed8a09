"""The employer with its sites, signatories and local acts."""

from datetime import date, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from employees.models.person import Person


class Employer(models.Model):
    """The legal entity or sole trader that hires.

    Identifiers are stored normalised (digits only). `advance_day` and `final_day` are the two pay
    days: of the current month for its first half, of the next month for the second (ст. 136 ТК РФ).
    The secrecy regime exists when its order is named (ст. 10, 11 98-ФЗ).
    """

    class Kind(models.TextChoices):
        OOO = "ooo", _("limited liability company (ООО)")
        AO = "ao", _("joint-stock company (АО)")
        PAO = "pao", _("public joint-stock company (ПАО)")
        IP = "ip", _("sole trader (ИП)")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    full_name = models.CharField(
        _("full name"),
        max_length=300,
        help_text=_("With the legal form: Общество с ограниченной ответственностью «Ромашка»"),
    )
    name_forms = models.JSONField(_("declension of the name"), default=dict, blank=True)
    short_name = models.CharField(_("short name"), max_length=200)
    inn = models.CharField(_("INN"), max_length=12, unique=True)
    kpp = models.CharField(_("KPP"), max_length=9, blank=True)
    ogrn = models.CharField(_("OGRN or OGRNIP"), max_length=15, unique=True)
    legal_address = models.CharField(_("legal address"), max_length=500)
    postal_address = models.CharField(_("postal address"), max_length=500, blank=True)
    city = models.CharField(
        _("place of signing"), max_length=100, help_text=_("As the contract prints it: г. Москва")
    )
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    bank_name = models.CharField(_("bank"), max_length=200, blank=True)
    bik = models.CharField(_("BIK"), max_length=9, blank=True)
    settlement_account = models.CharField(_("settlement account"), max_length=20, blank=True)
    correspondent_account = models.CharField(_("correspondent account"), max_length=20, blank=True)
    advance_day = models.PositiveSmallIntegerField(
        _("pay day for the first half of the month"),
        validators=[MinValueValidator(1), MaxValueValidator(31)],
    )
    final_day = models.PositiveSmallIntegerField(
        _("pay day for the second half of the month"),
        validators=[MinValueValidator(1), MaxValueValidator(31)],
    )
    time_zone = models.CharField(_("time zone"), max_length=50, default="Europe/Moscow")
    headcount = models.PositiveIntegerField(_("headcount"), null=True, blank=True)
    is_small_business = models.BooleanField(_("small or medium business"), default=False)
    regional_wage_refused = models.BooleanField(
        _("refused the regional minimum wage agreement"), default=False
    )
    secrecy_order_number = models.CharField(
        _("order on the secrecy regime, number"), max_length=50, blank=True
    )
    secrecy_order_date = models.DateField(
        _("order on the secrecy regime, date"), null=True, blank=True
    )
    secrecy_after_dismissal_years = models.PositiveSmallIntegerField(
        _("years of secrecy after dismissal, at least"), default=3
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("employer")
        verbose_name_plural = _("employers")
        ordering = ["short_name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="ip", inn__regex=r"^[0-9]{12}$")
                | (~Q(kind="ip") & Q(inn__regex=r"^[0-9]{10}$")),
                name="employer_inn_length",
                violation_error_message=_("The INN has 10 digits, of a sole trader 12."),
            ),
            models.CheckConstraint(
                condition=Q(kind="ip", ogrn__regex=r"^[0-9]{15}$")
                | (~Q(kind="ip") & Q(ogrn__regex=r"^[0-9]{13}$")),
                name="employer_ogrn_length",
                violation_error_message=_("The OGRN has 13 digits, the OGRNIP 15."),
            ),
            models.CheckConstraint(
                condition=Q(kind="ip", kpp="")
                | (~Q(kind="ip") & Q(kpp__regex=r"^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$")),
                name="employer_kpp_by_kind",
                violation_error_message=_("An organisation needs its KPP; a sole trader has none."),
            ),
            models.CheckConstraint(
                condition=Q(advance_day__range=(1, 31), final_day__range=(1, 31)),
                name="employer_pay_days_in_month",
                violation_error_message=_("The pay days are days of a month."),
            ),
            models.CheckConstraint(
                condition=Q(secrecy_order_number="", secrecy_order_date__isnull=True)
                | (~Q(secrecy_order_number="") & Q(secrecy_order_date__isnull=False)),
                name="employer_secrecy_order_whole",
                violation_error_message=_(
                    "The order on the secrecy regime needs both number and date."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.short_name

    @property
    def has_secrecy_regime(self) -> bool:
        """Whether an order introduced a regime of commercial secrecy."""
        return bool(self.secrecy_order_number)


class LocalAct(models.Model):
    """A local normative act of the employer; some are read before the contract is signed."""

    class Kind(models.TextChoices):
        INTERNAL_RULES = "internal_rules", _("internal work rules")
        PAY = "pay", _("regulations on pay")
        BONUS = "bonus", _("regulations on bonuses")
        PERSONAL_DATA = "personal_data", _("regulations on personal data")
        SECRECY = "secrecy", _("regulations on commercial secrecy")
        SECRECY_LIST = "secrecy_list", _("list of secret information")
        RECORDING = "recording", _("regulations on recording of calls")
        REMOTE_WORK = "remote_work", _("regulations on remote work")
        SAFETY = "safety", _("labour safety instruction")
        COLLECTIVE_AGREEMENT = "collective_agreement", _("collective agreement")
        OTHER = "other", _("other")

    employer = models.ForeignKey(
        Employer, on_delete=models.CASCADE, related_name="local_acts", verbose_name=_("employer")
    )
    kind = models.CharField(_("kind"), max_length=32, choices=Kind, default=Kind.OTHER)
    title = models.CharField(_("title"), max_length=300)
    number = models.CharField(_("number"), max_length=50, blank=True)
    approved_on = models.DateField(_("approved on"))
    edition = models.CharField(_("edition"), max_length=50, blank=True)
    read_before_signing = models.BooleanField(_("a newcomer reads it before signing"), default=True)
    remote_only = models.BooleanField(_("only for remote work"), default=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("local act")
        verbose_name_plural = _("local acts")
        ordering = ["employer", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "title", "number", "edition"],
                name="local_act_unique",
                violation_error_message=_("This local act is recorded already."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


EXPIRING_WITHIN = 30
"""Days before the end of an authority from which it is shown: a new one takes time."""


class SignatoryQuerySet(models.QuerySet["Signatory"]):
    """Queries of signatories."""

    def with_authority(self, on: date) -> "SignatoryQuerySet":
        """Those whose authority covers that day."""
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=on)).filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=on)
        )

    def expiring(self, on: date, *, days: int) -> "SignatoryQuerySet":
        """Those whose authority ends within so many days, or has ended while they are needed.

        Needed is who signs by default, and whom an unsigned contract names.
        """
        employments = self.model._meta.get_field("employments").related_model._base_manager
        is_named = Exists(
            employments.filter(signatory=OuterRef("pk"), status__in=("draft", "ready", "issued"))
        )
        needed = Q(valid_until__lt=on) & (Q(is_default=True) | Q(is_named))
        soon = Q(valid_until__range=(on, on + timedelta(days=days)))
        return self.filter(soon | needed)


class Signatory(Person):
    """Who signs for the employer, and by what authority."""

    class Authority(models.TextChoices):
        CHARTER = "charter", _("charter")
        POWER_OF_ATTORNEY = "power_of_attorney", _("power of attorney")
        ORDER = "order", _("order")
        REGISTRATION = "registration", _("state registration of the sole trader")

    employer = models.ForeignKey(
        Employer, on_delete=models.CASCADE, related_name="signatories", verbose_name=_("employer")
    )
    position = models.CharField(_("position"), max_length=200)
    position_forms = models.JSONField(_("declension of the position"), default=dict, blank=True)
    authority = models.CharField(_("authority"), max_length=32, choices=Authority)
    authority_number = models.CharField(_("number of the authority"), max_length=50, blank=True)
    authority_date = models.DateField(_("date of the authority"), null=True, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    is_default = models.BooleanField(_("signs by default"), default=False)

    objects = SignatoryQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["employer", "surname", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(authority="charter")
                | (~Q(authority_number="") & Q(authority_date__isnull=False)),
                name="signatory_authority_dated",
                violation_error_message=_("The authority needs its number and date."),
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="signatory_validity_ordered",
                violation_error_message=_("The authority ends before it begins."),
            ),
            models.UniqueConstraint(
                fields=["employer"],
                condition=Q(is_default=True),
                name="signatory_one_default",
                violation_error_message=_("Another signatory signs by default already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.full_name}, {self.position}"


class Site(models.Model):
    """A workplace. `district_coefficient` is the multiplier of ст. 316 ТК РФ (1.00 for none).

    `conditions_class` is the class of working conditions found by the special assessment
    (426-ФЗ); blank while it is not done yet.
    """

    class ConditionsClass(models.TextChoices):
        OPTIMAL = "1", _("1, optimal")
        ACCEPTABLE = "2", _("2, acceptable")
        HARMFUL_1 = "3.1", _("3.1, harmful")
        HARMFUL_2 = "3.2", _("3.2, harmful")
        HARMFUL_3 = "3.3", _("3.3, harmful")
        HARMFUL_4 = "3.4", _("3.4, harmful")
        DANGEROUS = "4", _("4, dangerous")

    class North(models.TextChoices):
        FAR_NORTH = "far_north", _("Far North")
        EQUATED = "equated", _("equated to the Far North")

    employer = models.ForeignKey(
        Employer, on_delete=models.CASCADE, related_name="sites", verbose_name=_("employer")
    )
    name = models.CharField(_("name"), max_length=200)
    address = models.CharField(_("address"), max_length=500)
    locality = models.CharField(_("locality"), max_length=200, help_text=_("As printed: г. Пенза"))
    region = models.CharField(
        _("region"), max_length=100, help_text=_("Decides the regional minimum wage")
    )
    district_coefficient = models.DecimalField(
        _("district coefficient"), max_digits=4, decimal_places=2, default=1
    )
    north = models.CharField(_("northern area"), max_length=16, choices=North, blank=True)
    is_rural = models.BooleanField(_("rural area"), default=False)
    conditions_class = models.CharField(
        _("class of working conditions"), max_length=4, choices=ConditionsClass, blank=True
    )
    conditions_card_number = models.CharField(
        _("assessment card, number"), max_length=50, blank=True
    )
    conditions_card_date = models.DateField(_("assessment card, date"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("sites")
        ordering = ["employer", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "name"],
                name="site_unique",
                violation_error_message=_("The employer has a site of this name already."),
            ),
            models.CheckConstraint(
                condition=Q(district_coefficient__gte=1),
                name="site_coefficient_from_one",
                violation_error_message=_("The district coefficient is at least 1."),
            ),
            models.CheckConstraint(
                condition=Q(conditions_class="") | ~Q(conditions_card_number=""),
                name="site_class_has_card",
                violation_error_message=_(
                    "The class of working conditions needs its assessment card."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name
