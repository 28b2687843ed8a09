"""An employment's records as the facts that the contract check asks about.

Only what the records know is said; everything else stays unknown to the check.
"""

from datetime import date

from employees.countries import EAEU
from employees.models import Employer, Employment, LocalAct, Operator, Signatory
from hr_docs.documents.legal.guarantees import guarantees, night_consent
from hr_docs.documents.legal.hire import Hire
from hr_docs.documents.legal.promises import EVERY_PROMISE, Promises
from hr_docs.documents.legal.terms import (
    Facts,
    contract_terms,
    leave_terms,
    pay_terms,
    remote_terms,
    time_terms,
)
from hr_docs.law import ContractFacts
from hr_docs.russian import evident_gender

_STATUSES = {
    Operator.ForeignStatus.TEMPORARY_STAY: "stay",
    Operator.ForeignStatus.TEMPORARY_RESIDENCE: "temporary_residence",
    Operator.ForeignStatus.PERMANENT_RESIDENCE: "residence",
}


def contract_facts(
    employment: Employment, dated: date, *, promises: Promises = EVERY_PROMISE
) -> ContractFacts:
    """Facts of a contract dated that day, its text left aside.

    `promises` are those of the contract in use. Runs no query when the employment comes from
    `Employment.objects.with_records()`.
    """
    hire = Hire(employment, dated, promises)
    facts: Facts = {
        "contract": contract_terms(hire),
        "pay": pay_terms(hire),
        "time": time_terms(hire),
        "leave": leave_terms(hire),
    }
    if hire.employer is not None:
        facts["employer"] = _employer(hire.employer, getattr(employment, "signatory", None))
        facts["nda"] = _secrecy(hire, hire.employer)
    if hire.operator is not None:
        facts["employee"] = _employee(hire, hire.operator)
        facts["foreign"] = _foreign(hire, hire.operator) if hire.operator.is_foreign else None
    facts["consent"] = night_consent(employment)
    if employment.is_remote:
        facts["remote"] = remote_terms(hire)
    return ContractFacts.from_mapping(_known(facts))


def _known(facts: Facts) -> Facts:
    """Without what is unknown: None and empty text say nothing, False and zero do."""
    known: Facts = {}
    for name, value in facts.items():
        if isinstance(value, dict):
            known[name] = _known(value)
        elif value is not None and value != "":
            known[name] = value
    return known


def _employer(employer: Employer, signatory: Signatory | None) -> Facts:
    return {
        "type": "ip" if employer.kind == Employer.Kind.IP else "org",
        "name": employer.full_name,
        "inn": employer.inn,
        "headcount": employer.headcount,
        "is_sme": employer.is_small_business,
        "regional_refusal": employer.regional_wage_refused,
        "signatory": _signatory(signatory) if signatory else {},
    }


def _signatory(signatory: Signatory) -> Facts:
    authority = [str(signatory.get_authority_display()), signatory.authority_number]
    return {
        "fio": signatory.full_name,
        "position": signatory.position,
        "authority_doc": " ".join(filter(None, authority)),
        "authority_from": signatory.valid_from,
        "authority_to": signatory.valid_until,
    }


def _employee(hire: Hire, operator: Operator) -> Facts:
    employment = hire.employment
    number = f"{operator.identity_series} {operator.identity_number}"
    return {
        "fio": operator.full_name,
        "sex": operator.gender,
        "patronymic_sex": evident_gender(patronymic=operator.patronymic),
        "birth_date": operator.birth_date,
        "citizenship": operator.citizenship,
        "inn": operator.inn,
        "snils": operator.snils,
        "medical_exam": employment.medical_examination_on is not None,
        "parent_consent": employment.has_parental_consent,
        "iddoc": {
            "kind": operator.identity_document,
            "number": number.strip(),
            "issued_by": operator.identity_issued_by,
            "issued_date": operator.identity_issued_on,
        },
        **guarantees(hire),
    }


def _foreign(hire: Hire, operator: Operator) -> Facts:
    status = operator.foreign_status
    return {
        "status": _STATUSES[Operator.ForeignStatus(status)] if status else "",
        "eaeu": operator.citizenship in EAEU,
        "permit_exempt": operator.identity_document == Operator.IdentityDocument.REFUGEE,
        "permit_kind": operator.permit,
        "permit_number": operator.permit_number,
        "permit_region": operator.permit_region,
        "permit_profession": operator.permit_profession,
        "permit_to": operator.permit_valid_until,
        "dms": operator.insurance_policy,
        "mvd_notified": hire.employment.migration_notified_on is not None,
    }


def _secrecy(hire: Hire, employer: Employer) -> Facts:
    """The regulations on secrecy order the log of persons and the stamp (98-ФЗ ст. 10 ч. 1)."""
    regulations = hire.act(LocalAct.Kind.SECRECY)
    return {
        "trade_secret": employer.has_secrecy_regime,
        "access_order": employer.secrecy_order_number,
        "list_doc": hire.act(LocalAct.Kind.SECRECY_LIST) is not None,
        "persons_log": regulations.title if regulations else "",
        "stamp": regulations.title if regulations else "",
        "call_recording": hire.act(LocalAct.Kind.RECORDING) is not None,
        "recording_ack": hire.read_acts.has(LocalAct.Kind.RECORDING),
    }
