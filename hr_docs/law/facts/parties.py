"""The parties: employer, signatory, employee, a foreigner's right to work."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs for the employer; `authority_from` and `authority_to` bound the authority."""

    fio: str | None = None
    position: str | None = None
    authority_doc: str | None = None
    authority_from: dt.date | None = None
    authority_to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """The employer. `type` is `org`, `ip` or `person` (who hires without being a trader)."""

    type: str | None = None
    name: str | None = None
    inn: str | None = None
    headcount: int | None = None
    is_sme: bool | None = None
    regional_refusal: bool | None = None
    """A reasoned refusal to join the regional wage agreement was sent (ст. 133.1 ТК РФ)."""
    signatory: Signatory = Signatory()


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityDocument:
    """The paper that proves who the employee is; `kind` is `rf_passport` for a Russian passport."""

    kind: str | None = None
    number: str | None = None
    issued_by: str | None = None
    issued_date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """The person who is hired, with the circumstances on which the law grants protection."""

    fio: str | None = None
    sex: Literal["f", "m"] | None = None
    patronymic_sex: Literal["f", "m"] | None = None
    """The sex that the patronymic tells by its ending."""
    birth_date: dt.date | None = None
    citizenship: str | None = None
    """An ISO 3166 code; `RU` for a Russian citizen, any other word for a foreigner."""
    inn: str | None = None
    snils: str | None = None
    iddoc: IdentityDocument = IdentityDocument()
    first_job: bool | None = None
    medical_exam: bool | None = None
    parent_consent: bool | None = None
    general_education: bool | None = None
    """General education is received or being received (ст. 63 ТК РФ)."""
    general_education_received: bool | None = None
    left_school_other_form: bool | None = None
    student_in_term: bool | None = None
    student_fulltime: bool | None = None
    pensioner: bool | None = None
    disability_group: int | None = None
    shift_limit_medical: Decimal | None = None
    """Hours a shift that the medical opinion allows (ст. 94 ТК РФ)."""
    pregnant: bool | None = None
    child_under_1_5: bool | None = None
    child_under_3: bool | None = None
    raises_without_mother: bool | None = None
    disabled_child: bool | None = None
    carer: bool | None = None
    single_parent_u14: bool | None = None
    guardian_u14: bool | None = None
    other_parent_mobilised_or_vakhta: bool | None = None
    three_children: bool | None = None
    first_graduate_1y: bool | None = None
    invited_transfer: bool | None = None
    ex_apprentice: bool | None = None
    apprentice: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A foreigner's right to work. `status` is `stay`, `temporary_residence` or `residence`."""

    status: str | None = None
    eaeu: bool | None = None
    permit_exempt: bool | None = None
    permit_kind: str | None = None
    permit_number: str | None = None
    permit_region: str | None = None
    permit_profession: str | None = None
    """The profession that a patent or permit names, where it names one."""
    permit_to: dt.date | None = None
    dms: str | None = None
    mvd_notified: bool | None = None
