"""The form of a person."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from employees.countries import COUNTRIES, STATELESS
from employees.models import Operator
from employees.models.limit import Visitor
from employees.services import save_operator
from employees.services.similar import TELLING
from hr_docs.pages.declension import DeclinedPerson, person_edits
from hr_docs.pages.declension_forms import Declensions, DeclinedForm
from hr_docs.pages.forms import RecordForm, Section, field_names, row

OPERATOR = Layout(
    Section(
        _("Person"),
        row("surname:4", "name:4", "patronymic:4"),
        row("gender:2", "birth_date:3", "citizenship:4", "personnel_number:3"),
    ),
    Declensions(),
    Section(
        _("Identity document"),
        row("identity_document:5", "identity_series:2", "identity_number:2"),
        row("identity_issued_by:12"),
        row("identity_issued_on:3", "identity_department_code:3", "identity_valid_until:3"),
    ),
    Section(
        _("Status and permit of a foreign citizen"),
        row("foreign_status:4", "permit:4", "permit_series:2", "permit_number:2"),
        row("permit_issued_by:6", "permit_issued_on:3", "permit_valid_until:3"),
        row("permit_region:4", "permit_profession:4", "insurance_policy:4"),
        when="citizenship!=RU",
    ),
    Section(
        _("Numbers and contacts"),
        row("snils:3", "inn:3", "phone:3", "email:3"),
        row("registration_address:6", "residence_address:6"),
    ),
    Section(_("Bank account"), row("bank_name:5", "bik:3", "bank_account:4")),
)
NAME = DeclinedPerson(
    "name", _("Declension of the name"), ("surname", "name", "patronymic", "gender")
)
RUSSIA = "RU"


def citizenships() -> list[tuple[str, str]]:
    """Russia first, the other countries in the order of the alphabet, stateless persons last."""
    last = {RUSSIA: 0, STATELESS: 2}
    return sorted(COUNTRIES.items(), key=lambda item: (last.get(item[0], 1), item[1]))


class OperatorForm(DeclinedForm):
    """The person: name, identity document, numbers, addresses, bank account, permit."""

    layout = OPERATOR
    declined = (NAME,)
    citizenship = forms.ChoiceField(label=_("Citizenship"), choices=citizenships, initial=RUSSIA)

    class Meta(RecordForm.Meta):
        model = Operator
        fields = field_names(OPERATOR)
        widgets = {
            "phone": forms.TextInput(attrs={"type": "tel", "data-mask": "phone"}),
            "snils": forms.TextInput(attrs={"inputmode": "numeric", "data-mask": "snils"}),
            "identity_department_code": forms.TextInput(attrs={"data-mask": "department"}),
            "identity_series": forms.TextInput(attrs={"data-mask": "series"}),
            "identity_number": forms.TextInput(attrs={"data-mask": "number"}),
            "bik": forms.TextInput(attrs={"inputmode": "numeric", "data-mask": "bik"}),
            "bank_account": forms.TextInput(attrs={"inputmode": "numeric", "data-mask": "account"}),
        }

    def __init__(self, *args: Any, user: Visitor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    @property
    def identity_triggers(self) -> str:
        """When htmx asks for operators who look like this one: on a change of what tells apart."""
        return ", ".join(f"change from:#{self[name].id_for_label}" for name in TELLING)

    def store(self) -> None:
        edits = person_edits(self.edits("name"))
        save_operator(operator=self.instance, name_edits=edits, reader=self.user)
