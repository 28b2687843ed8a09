"""The papers around a contract: signatures, secrecy, consents, orders, changes, civil contracts."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NewType

Evidence = bool | str
"""A paper that exists: its title and number, or just whether there is one."""

Wording = NewType("Wording", str)
"""A term of the contract as printed: «2 мес.», «+30 ₽ в час»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """How one document is signed: `ukep`, `unep`, `pep` or `none`, by each side."""

    medium: Literal["paper", "electronic"] | None = None
    doc_kind: str | None = None
    employer: str | None = None
    employee: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nda:
    """The confidentiality undertaking and the regime behind it (98-ФЗ ст. 10)."""

    trade_secret: bool | None = None
    list_doc: Evidence | None = None
    access_order: Evidence | None = None
    persons_log: Evidence | None = None
    stamp: Evidence | None = None
    items: tuple[str, ...] | None = None
    post_term: str | None = None
    call_recording: bool | None = None
    recording_ack: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Consents that the employee gave. `kind` is `pd` when the document itself is one."""

    kind: str | None = None
    fields: tuple[str, ...] | None = None
    purposes: tuple[str, ...] | None = None
    night: bool | None = None
    night_refusal_ack: bool | None = None
    overtime: bool | None = None
    overtime_refusal_ack: bool | None = None
    voice_identification: bool | None = None
    biometry_written: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Liability:
    """An agreement on full liability for damage (ст. 244 ТК РФ)."""

    full_agreement: bool | None = None
    in_list_251n: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The order that records an event (`hire`, `dismiss`, `gph`), where one is issued."""

    event: str | None = None
    rate_hour: Decimal | None = None
    position: str | None = None
    start_date: dt.date | None = None
    probation_end: dt.date | None = None
    required_docs: tuple[str, ...] | None = None
    efs1_sent: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the terms: what changes, by which paper, on which ground."""

    kind: str | None = None
    doc: str | None = None
    basis: str | None = None
    reason: str | None = None
    notice_date: dt.date | None = None
    effective_date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """Mentoring (ст. 351.8 ТК РФ). `basis` is `assignment` or `job_function`."""

    assigned: bool | None = None
    basis: str | None = None
    written_consent: bool | None = None
    content: str | None = None
    term: Wording | None = None
    form: str | None = None
    pay: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Apprentice:
    """An apprenticeship contract (ст. 198 ТК РФ); `stipend` is roubles a month."""

    used: bool | None = None
    qualification: str | None = None
    term: Wording | None = None
    work_term: Wording | None = None
    stipend: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CivilContract:
    """A contract for services with a person (ГК РФ гл. 39); `npd` for a self-employed one."""

    used: bool | None = None
    npd: bool | None = None
    date: dt.date | None = None
    status_checked: bool | None = None
    current_employee: bool | None = None
    last_work_date: dt.date | None = None
    act_lines: tuple[str, ...] | None = None
    schedule: Evidence | None = None
    rules: Evidence | None = None
    fixed_monthly: Evidence | None = None
    leave: Evidence | None = None
    discipline: Evidence | None = None
    position_title: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceContract:
    """A contract with an outsourcing contact centre."""

    used: bool | None = None
    client_data: bool | None = None
    pd_order: Evidence | None = None
    outbound_ads: bool | None = None
    consent_owner: str | None = None
    mass_calls: bool | None = None
    labeling: Evidence | None = None
    nopoach: str | None = None
    nopoach_base: str | None = None
    customer_controls_staff: bool | None = None
    agency_accredited: bool | None = None
    silent_acceptance: bool | None = None
    objection_days: Decimal | None = None
    delivery_channel: str | None = None
