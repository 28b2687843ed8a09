"""The operator as a person: identity, numbers, addresses, contacts, bank account."""

import re
from datetime import date
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from employees.models.limit import Visitor, visible
from employees.models.person import Person

_PHONE_LENGTH = 11


def search_key(text: str) -> str:
    """Fold text for searching: lower case, ё as е, single spaces.

    SQLite compares Cyrillic case-sensitively, hence a stored key.
    """
    return " ".join(text.lower().replace("ё", "е").split())


def matches(text: str, *, through: str = "") -> Q:
    """Whether the search key contains every word of `text`.

    A phone may be written in any way: «8 (912) 345», «+79123456789».
    `through` is the path to the operator: `employment__operator__`.
    """
    found = Q()
    for word in search_key(text).split():
        texts = {word, _phone_digits(word)} - {""}
        found &= reduce(or_, (Q(**{f"{through}search_key__contains": each}) for each in texts))
    return found


def _phone_digits(word: str) -> str:
    """The digits of a word that has nothing but digits and the signs of a phone number.

    Country code and trunk prefix (7, 8) of a whole number are left out: the key has 7.
    """
    if not re.fullmatch(r"[0-9+()-]+", word):
        return ""
    digits = re.sub(r"[^0-9]", "", word)
    return digits[1:] if len(digits) == _PHONE_LENGTH and digits[0] in "78" else digits


class OperatorQuerySet(models.QuerySet["Operator"]):
    """Queries of operators."""

    def visible_to(self, user: Visitor) -> "OperatorQuerySet":
        """Those who have an employment with an employer that the user works with."""
        return visible(self, user, employer="employments__employer").distinct()

    def search(self, text: str) -> "OperatorQuerySet":
        """Operators whose name, number or phone contains every word of `text`."""
        return self.filter(matches(text))


class Operator(Person):
    """A person who is, was or will be employed.

    Identifiers are stored normalised: СНИЛС «112-233-445 95», ИНН as digits, passport series and
    number as digits. `citizenship` is ISO 3166-1 alpha-2; the permit fields serve foreign citizens
    (ст. 327.2 ТК РФ). `search_key` is folded text for the list's search.
    """

    PERSONAL = frozenset(
        {
            "birth_date",
            "registration_address",
            "residence_address",
            "identity_document",
            "identity_series",
            "identity_number",
            "identity_issued_by",
            "identity_issued_on",
            "identity_department_code",
            "identity_valid_until",
            "snils",
            "inn",
            "bank_name",
            "bik",
            "bank_account",
            "permit_series",
            "permit_number",
            "permit_issued_by",
            "permit_issued_on",
            "permit_valid_until",
            "insurance_policy",
        }
    )
    """Fields for the eyes of users with the permission `guarded_by` only.

    What is left is what a colleague knows anyway: the name, the phone, the citizenship.
    """

    class IdentityDocument(models.TextChoices):
        RF_PASSPORT = "rf_passport", _("passport of a citizen of Russia")
        FOREIGN_PASSPORT = "foreign_passport", _("passport of a foreign citizen")
        RESIDENCE_PERMIT = "residence_permit", _("residence permit of a stateless person")
        TEMPORARY_IDENTITY = "temporary_identity", _("temporary identity card")
        REFUGEE = "refugee", _("refugee certificate")

    class ForeignStatus(models.TextChoices):
        TEMPORARY_STAY = "temporary_stay", _("temporary stay")
        TEMPORARY_RESIDENCE = "temporary_residence", _("temporary residence")
        PERMANENT_RESIDENCE = "permanent_residence", _("permanent residence")

    class Permit(models.TextChoices):
        PATENT = "patent", _("patent")
        WORK_PERMIT = "work_permit", _("work permit")
        TEMPORARY_RESIDENCE = "temporary_residence", _("temporary residence permit")
        RESIDENCE_PERMIT = "residence_permit", _("residence permit")

    personnel_number = models.CharField(_("personnel number"), max_length=20, unique=True)
    birth_date = models.DateField(_("date of birth"))
    citizenship = models.CharField(
        _("citizenship"),
        max_length=2,
        default="RU",
        help_text=_("Two letters by ISO 3166-1: RU, BY, UZ; XX for a stateless person"),
    )
    identity_document = models.CharField(
        _("identity document"),
        max_length=32,
        choices=IdentityDocument,
        default=IdentityDocument.RF_PASSPORT,
    )
    identity_series = models.CharField(_("series"), max_length=10, blank=True)
    identity_number = models.CharField(_("number"), max_length=20)
    identity_issued_by = models.CharField(_("issued by"), max_length=300)
    identity_issued_on = models.DateField(_("issued on"))
    identity_department_code = models.CharField(_("department code"), max_length=7, blank=True)
    identity_valid_until = models.DateField(_("valid until"), null=True, blank=True)
    snils = models.CharField(_("SNILS"), max_length=14, blank=True)
    inn = models.CharField(_("INN"), max_length=12, blank=True)
    registration_address = models.CharField(_("registered address"), max_length=500)
    residence_address = models.CharField(
        _("address of residence"),
        max_length=500,
        blank=True,
        help_text=_("Where it differs from the registered one"),
    )
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    bank_name = models.CharField(_("bank"), max_length=200, blank=True)
    bik = models.CharField(_("BIK"), max_length=9, blank=True)
    bank_account = models.CharField(_("bank account"), max_length=20, blank=True)

    foreign_status = models.CharField(
        _("status in Russia"), max_length=32, choices=ForeignStatus, blank=True
    )
    permit = models.CharField(_("permit"), max_length=32, choices=Permit, blank=True)
    permit_series = models.CharField(_("permit, series"), max_length=10, blank=True)
    permit_number = models.CharField(_("permit, number"), max_length=20, blank=True)
    permit_issued_by = models.CharField(_("permit, issued by"), max_length=300, blank=True)
    permit_issued_on = models.DateField(_("permit, issued on"), null=True, blank=True)
    permit_valid_until = models.DateField(_("permit, valid until"), null=True, blank=True)
    permit_region = models.CharField(_("permit, region"), max_length=100, blank=True)
    permit_profession = models.CharField(
        _("permit, profession"),
        max_length=200,
        blank=True,
        help_text=_("Where the patent names one"),
    )
    insurance_policy = models.CharField(
        _("medical insurance: insurer, number, term"), max_length=300, blank=True
    )

    search_key = models.CharField(max_length=400, editable=False, db_index=True, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = OperatorQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_key", "created_at", "updated_at"])

    guarded_by = "employees.view_personal_data"

    class Meta:
        verbose_name = _("operator")
        verbose_name_plural = _("operators")
        ordering = ["surname", "name", "patronymic", "id"]
        indexes = [
            models.Index(fields=["permit_valid_until"], name="operator_by_permit"),
            models.Index(fields=["identity_valid_until"], name="operator_by_identity"),
        ]
        permissions = [
            ("view_personal_data", _("May see identity documents, SNILS, INN, bank accounts")),
            ("import_operators", _("May import operators from a spreadsheet")),
            ("export_operators", _("May export lists of operators")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(personnel_number="") & ~Q(surname=""),
                name="operator_named",
                violation_error_message=_(
                    "The personnel number and the surname must not be blank."
                ),
            ),
            models.CheckConstraint(
                condition=Q(gender__in=["f", "m"]),
                name="operator_gender",
                violation_error_message=_("Choose the gender."),
            ),
            models.CheckConstraint(
                condition=Q(snils="") | Q(snils__regex=r"^[0-9]{3}-[0-9]{3}-[0-9]{3} [0-9]{2}$"),
                name="operator_snils_format",
                violation_error_message=_("The SNILS looks like 112-233-445 95."),
            ),
            models.CheckConstraint(
                condition=Q(inn="") | Q(inn__regex=r"^[0-9]{12}$"),
                name="operator_inn_format",
                violation_error_message=_("The INN of a person has 12 digits."),
            ),
            models.UniqueConstraint(
                fields=["snils"],
                condition=~Q(snils=""),
                name="operator_snils_unique",
                violation_error_message=_("Another operator has this SNILS."),
            ),
            models.UniqueConstraint(
                fields=["inn"],
                condition=~Q(inn=""),
                name="operator_inn_unique",
                violation_error_message=_("Another operator has this INN."),
            ),
            models.UniqueConstraint(
                fields=["identity_document", "identity_series", "identity_number"],
                name="operator_identity_unique",
                violation_error_message=_("Another operator has this identity document."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.personnel_number} {self.full_name}"

    @property
    def is_foreign(self) -> bool:
        """Whether гл. 50.1 ТК РФ applies: any citizenship but Russian, or none."""
        return self.citizenship != "RU"

    def age(self, on: date) -> int:
        """Full years on that day."""
        had_birthday = (on.month, on.day) >= (self.birth_date.month, self.birth_date.day)
        return on.year - self.birth_date.year - (not had_birthday)
