"""The form of a person."""

from crispy_forms.layout import HTML, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from employees.countries import COUNTRIES
from employees.models import Operator
from employees.services import save_operator
from hr_docs.pages.forms import RecordForm, Section, field_names, row


OPERATOR = Layout(
    Section(
        _("Person"),
        row("surname:4", "name:4", "patronymic:4"),
        row("gender:2", "birth_date:3", "citizenship:4", "personnel_number:3"),
    ),
    HTML('{% include "employees/declension.html" %}'),
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


class OperatorForm(RecordForm):
    """The person: name, identity document, numbers, addresses, bank account, permit."""

    layout = OPERATOR

    class Meta(RecordForm.Meta):
        model = Operator
        fields = field_names(OPERATOR)
        help_texts = {"citizenship": ""}
        widgets = {"phone": forms.TextInput(attrs={"type": "tel"})}

    def store(self) -> None:
        save_operator(operator=self.instance)
