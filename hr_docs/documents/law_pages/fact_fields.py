"""Where a fact that the contract check names is kept: which record, which field, whose form."""

from dataclasses import dataclass

from django.db.models import Model
from django.urls import reverse
from django.utils.text import capfirst

from employees.models import Employer, Employment, Operator, Signatory, Site
from employees.rights import CHANGE_A_HIRE
from hr_docs.pages.facts import field_of

EMPLOYEE = {
    "fio": "surname",
    "sex": "gender",
    "birth_date": "birth_date",
    "citizenship": "citizenship",
    "inn": "inn",
    "snils": "snils",
    "iddoc.kind": "identity_document",
    "iddoc.number": "identity_number",
    "iddoc.issued_by": "identity_issued_by",
    "iddoc.issued_date": "identity_issued_on",
}
FOREIGN = {
    "status": "foreign_status",
    "eaeu": "citizenship",
    "permit_kind": "permit",
    "permit_number": "permit_number",
    "permit_region": "permit_region",
    "permit_profession": "permit_profession",
    "permit_to": "permit_valid_until",
    "dms": "insurance_policy",
}
EMPLOYER = {
    "type": "kind",
    "name": "full_name",
    "inn": "inn",
    "headcount": "headcount",
    "is_sme": "is_small_business",
    "regional_refusal": "regional_wage_refused",
}
SIGNATORY = {
    "fio": "surname",
    "position": "position",
    "authority_doc": "authority",
    "authority_from": "valid_from",
    "authority_to": "valid_until",
}
SITE = {
    "region": "region",
    "region_coef_required": "district_coefficient",
    "north": "north",
    "rural_area": "is_rural",
    "office_address": "address",
    "work_conditions": "conditions_class",
}
CONTRACT = {
    "date": "contract_date",
    "start_date": "start_date",
    "term": "term",
    "end_date": "end_date",
    "end_event": "fixed_term_reason",
    "fixed_reason": "fixed_term_ground",
    "kind": "kind",
    "format": "work_mode",
    "workplace": "site",
    "position": "position",
    "probation_end": "probation_until",
    "actual_admission_date": "admitted_on",
    "probation_prior_agreement": "has_prior_probation_agreement",
}
PAY = {
    "rate_hour": "hourly_rate",
    "mrot_topup_clause": "has_minimum_wage_top_up",
    "night_percent": "night_percent",
    "holiday_reward": "holiday_reward",
    "bonus_mentioned": "has_bonus",
}
TIME = {
    "hours_week": "weekly_hours",
    "shift_hours": "shift_hours",
    "break_minutes": "break_minutes",
    "accounting": "has_summed_accounting",
    "period_months": "accounting_period",
    "schedule_text": "schedule",
    "night_hours": "has_night_work",
    "schedule_ack_date": "schedule_read_on",
}
REMOTE = {
    "date_from": "remote_from",
    "date_to": "remote_until",
    "alternation": "alternation",
    "interaction": "interaction_system",
    "equipment": "equipment",
    "comp_amount": "compensation_per_day",
    "comp_per_day": "compensation_per_day",
}


@dataclass(frozen=True, slots=True)
class FactField:
    """The field of a record that a fact is read from."""

    record: type[Model]
    name: str

    @property
    def label(self) -> str:
        """The field's name as forms print it."""
        return capfirst(str(field_of(self.record(), self.name).verbose_name))

    @property
    def is_of_the_form(self) -> bool:
        """Whether the form of an employment has it (else a reference record keeps it)."""
        return self.record in (Employment, Operator)

    @property
    def anchor(self) -> str:
        """The id of its control on the form."""
        return f"id_{self.name}"

    @property
    def permissions(self) -> tuple[str, ...]:
        """What whoever opens that form needs."""
        if self.is_of_the_form:
            return CHANGE_A_HIRE
        return (f"employees.view_{self.record._meta.model_name}",)

    def address_for(self, employment: Employment) -> str:
        """The form in which it is changed, at its control."""
        return f"{self._form_of(employment)}#{self.anchor}"

    def _form_of(self, employment: Employment) -> str:
        records: dict[type[Model], tuple[str, int]] = {
            Employer: ("employees:employer", employment.employer_id),
            Signatory: ("employees:signatory", employment.signatory_id),
            Site: ("employees:site", employment.site_id),
        }
        name, pk = records.get(self.record, ("employees:employment_edit", employment.pk))
        return reverse(name, args=[pk])


def _fields(prefix: str, record: type[Model], names: dict[str, str]) -> dict[str, FactField]:
    return {f"{prefix}.{fact}": FactField(record, name) for fact, name in names.items()}


FACT_FIELDS: dict[str, FactField] = (
    _fields("employee", Operator, EMPLOYEE)
    | _fields("foreign", Operator, FOREIGN)
    | _fields("employer", Employer, EMPLOYER)
    | _fields("employer.signatory", Signatory, SIGNATORY)
    | _fields("contract", Site, SITE)
    | _fields("contract", Employment, CONTRACT)
    | _fields("pay", Employment, PAY)
    | _fields("time", Employment, TIME)
    | _fields("remote", Employment, REMOTE)
    | {
        "employee.medical_exam": FactField(Employment, "medical_examination_on"),
        "employee.parent_consent": FactField(Employment, "has_parental_consent"),
        "employee.general_education": FactField(Employment, "education"),
        "consent.night": FactField(Employment, "night_consent_on"),
        "foreign.mvd_notified": FactField(Employment, "migration_notified_on"),
        "contract.place": FactField(Employer, "city"),
        "pay.days": FactField(Employer, "advance_day"),
        "pay.advance_day": FactField(Employer, "advance_day"),
        "pay.final_day": FactField(Employer, "final_day"),
        "pay.regional_coef": FactField(Site, "district_coefficient"),
        "leave.annual_days": FactField(Employment, "leave_days"),
        "leave.north_days": FactField(Employment, "extra_leave_days"),
        "nda.trade_secret": FactField(Employer, "secrecy_order_number"),
        "nda.access_order": FactField(Employer, "secrecy_order_number"),
    }
)
"""The fields behind the facts; facts without one are promised by the text or kept nowhere yet."""
