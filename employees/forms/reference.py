"""Forms of the employer and what belongs to it."""

from crispy_forms.layout import Layout
from django.utils.translation import gettext_lazy as _

from employees.forms.limited import Limited
from employees.models import Employer, LocalAct, Signatory, Site
from employees.services import save_employer, save_local_act, save_signatory, save_site
from employees.services.identifiers import doubts_about_employer
from hr_docs.pages.declension import DeclinedPerson, DeclinedPhrase, person_edits, phrase_edits
from hr_docs.pages.declension_forms import Declensions, DeclinedForm
from hr_docs.pages.forms import RecordForm, Section, field_names, row

EMPLOYER = Layout(
    Section(
        _("Employer"),
        row("kind:6", "short_name:4", "headcount:2", "full_name:12"),
        row("inn:3", "kpp:3", "ogrn:3"),
        row("is_small_business:12"),
    ),
    Declensions(),
    Section(
        _("Addresses and contacts"),
        row("legal_address:6", "postal_address:6"),
        row("city:3", "time_zone:3", "phone:3", "email:3"),
    ),
    Section(
        _("Bank account"),
        row("bank_name:6", "bik:3"),
        row("settlement_account:4", "correspondent_account:4"),
    ),
    Section(
        _("Pay"),
        row("advance_day:4", "final_day:4"),
        row("regional_wage_refused:12"),
    ),
    Section(
        _("Secrecy regime"),
        row("secrecy_order_number:4", "secrecy_order_date:4", "secrecy_after_dismissal_years:4"),
    ),
)
SIGNATORY = Layout(
    Section(
        _("Person"),
        row("employer:4"),
        row("surname:4", "name:3", "patronymic:3", "gender:2"),
        row("position:6"),
    ),
    Declensions(),
    Section(
        _("Authority"),
        row("authority:4", "authority_number:3", "authority_date:3"),
        row("valid_from:3", "valid_until:3"),
        row("is_default:12"),
    ),
)
SITE = Layout(
    Section(
        _("Site"),
        row("employer:4", "name:4", "locality:4"),
        row("region:4", "address:8"),
        row("district_coefficient:3", "north:4"),
        row("is_rural:12"),
    ),
    Section(
        _("Special assessment of working conditions"),
        row("conditions_class:4", "conditions_card_number:4", "conditions_card_date:4"),
    ),
)
LOCAL_ACT = Layout(
    Section(
        _("Local act"),
        row("employer:4", "kind:4"),
        row("title:12"),
        row("number:3", "approved_on:3", "edition:3"),
        row("read_before_signing:12"),
        row("remote_only:12"),
    ),
)
FULL_NAME = DeclinedPhrase("name", _("Declension of the full name"), ("full_name",))
SIGNATORY_NAME = DeclinedPerson(
    "name", _("Declension of the name"), ("surname", "name", "patronymic", "gender")
)
SIGNATORY_POSITION = DeclinedPhrase(
    "position", _("Declension of the position"), ("position",), "position_forms"
)


class EmployerForm(Limited, DeclinedForm):
    """The legal entity or sole trader that hires."""

    layout = EMPLOYER
    declined = (FULL_NAME,)

    class Meta(RecordForm.Meta):
        model = Employer
        fields = field_names(EMPLOYER)

    def store(self) -> None:
        save_employer(employer=self.instance, name_edits=phrase_edits(self.edits("name")))

    def doubts(self) -> list[str]:
        """Bank details that should be compared with the document once more."""
        return doubts_about_employer(self.instance)


class SignatoryForm(Limited, DeclinedForm):
    """Who signs for the employer."""

    layout = SIGNATORY
    declined = (SIGNATORY_NAME, SIGNATORY_POSITION)

    class Meta(RecordForm.Meta):
        model = Signatory
        fields = field_names(SIGNATORY)

    def store(self) -> None:
        save_signatory(
            signatory=self.instance,
            name_edits=person_edits(self.edits("name")),
            position_edits=phrase_edits(self.edits("position")),
        )


class SiteForm(Limited, RecordForm):
    """A workplace."""

    layout = SITE

    class Meta(RecordForm.Meta):
        model = Site
        fields = field_names(SITE)

    def store(self) -> None:
        save_site(site=self.instance)


class LocalActForm(Limited, RecordForm):
    """A local normative act."""

    layout = LOCAL_ACT

    class Meta(RecordForm.Meta):
        model = LocalAct
        fields = field_names(LOCAL_ACT)

    def store(self) -> None:
        save_local_act(local_act=self.instance)
