"""One contract on one day, with what several rules ask of it worked out once."""

import datetime as dt
from decimal import Decimal

from hr_docs.law.facts import (
    Apprentice,
    Change,
    CivilContract,
    Consent,
    Contract,
    ContractFacts,
    Employee,
    Employer,
    Foreign,
    Leave,
    Liability,
    Mentor,
    Nda,
    Order,
    Pay,
    Remote,
    ServiceContract,
    Sign,
    Time,
)
from hr_docs.law.logic import age
from hr_docs.law.reference import Reference
from hr_docs.law.wage_floor import WageFloor

RUSSIA = frozenset({"ru", "rus", "рф", "россия", "российская федерация"})
EAEU = frozenset({"am", "by", "kz", "kg", "arm", "blr", "kaz", "kgz"})
REMOTE_FORMATS = frozenset({"remote_permanent", "remote_temporary", "remote_hybrid"})
HARMFUL_CLASSES = frozenset({"3.1", "3.2", "3.3", "3.4", "4"})
SHORT_WEEK_CLASSES = frozenset({"3.3", "3.4", "4"})
NORTH = frozenset({"far_north", "equated"})

_EMPLOYER, _EMPLOYEE, _CONTRACT, _PAY, _TIME = Employer(), Employee(), Contract(), Pay(), Time()
_LEAVE, _REMOTE, _SIGN, _NDA, _CONSENT = Leave(), Remote(), Sign(), Nda(), Consent()
_LIABILITY, _ORDER, _CHANGE, _MENTOR = Liability(), Order(), Change(), Mentor()
_APPRENTICE, _GPH, _B2B, _FOREIGN = Apprentice(), CivilContract(), ServiceContract(), Foreign()


class Case:
    """What a rule is given: the facts, an absent object standing as one with nothing known.

    `signed` is the day whose law governs the signing: the contract's date, else the day of the
    check; `limits` are those of the later of the two. `age_signed` and `age_start` are full years
    on the contract's date and on the first working day. `full_week` is the longest week that the
    law allows this employee for full pay.
    """

    __slots__ = (
        "age_signed",
        "age_start",
        "apprentice",
        "b2b",
        "change",
        "consent",
        "contract",
        "employee",
        "employer",
        "facts",
        "foreign",
        "full_week",
        "gph",
        "iddoc",
        "leave",
        "liability",
        "limits",
        "mentor",
        "nda",
        "on",
        "order",
        "pay",
        "reference",
        "remote",
        "sign",
        "signatory",
        "signed",
        "time",
        "wage",
    )

    def __init__(self, facts: ContractFacts, on: dt.date, reference: Reference) -> None:
        self.facts, self.on, self.reference = facts, on, reference
        self.employer = facts.employer or _EMPLOYER
        self.signatory = self.employer.signatory
        self.employee = employee = facts.employee or _EMPLOYEE
        self.iddoc = employee.iddoc
        self.contract = contract = facts.contract or _CONTRACT
        self.pay = facts.pay or _PAY
        self.time = facts.time or _TIME
        self.leave = facts.leave or _LEAVE
        self.remote = facts.remote or _REMOTE
        self.sign = facts.sign or _SIGN
        self.nda = facts.nda or _NDA
        self.consent = facts.consent or _CONSENT
        self.liability = facts.liability or _LIABILITY
        self.order = facts.order or _ORDER
        self.change = facts.change or _CHANGE
        self.mentor = facts.mentor or _MENTOR
        self.apprentice = facts.apprentice or _APPRENTICE
        self.gph = facts.gph or _GPH
        self.b2b = facts.b2b or _B2B
        self.foreign = facts.foreign or _FOREIGN
        self.signed = contract.date or on
        self.limits = reference.limits(max(self.signed, on))
        self.age_signed = age(employee.birth_date, contract.date)
        self.age_start = age(employee.birth_date, contract.start_date)
        self.full_week = self._full_week()
        self.wage = WageFloor.of(
            reference,
            contract.start_date,
            region=None if self.employer.regional_refusal else contract.region,
            week=self.full_week,
        )

    def _full_week(self) -> Decimal:
        """The shortened week with full pay that the law gives, else the normal one.

        ТК РФ ст. 92 and 181-ФЗ ст. 23 (disability), ст. 92 (harmful work), ст. 320 (women in the
        North), ст. 263.1 (women in the country who have asked for it: their week is that one).
        A minor's week is short too, but is paid in proportion (ст. 271).
        """
        limits, weeks = self.limits, [self.limits.week_normal_hours]
        if self.employee.disability_group in (1, 2):
            weeks.append(limits.week_disabled_hours)
        if self.contract.work_conditions in SHORT_WEEK_CLASSES:
            weeks.append(limits.week_harmful_hours)
        if self.employee.sex == "f" and self.contract.north in NORTH:
            weeks.append(limits.week_woman_north_hours)
        rural = limits.week_woman_rural_hours
        if self.employee.sex == "f" and self.contract.rural_area and self.time.hours_week == rural:
            weeks.append(rural)
        return min(weeks)

    @property
    def time_share(self) -> Decimal:
        """The part of a full week for full pay that is agreed; the whole where nothing is known."""
        hours = self.time.hours_week
        return Decimal(1) if hours is None else min(Decimal(1), hours / self.full_week)

    @property
    def is_remote(self) -> bool:
        """Whether гл. 49.1 ТК РФ applies, in any of its forms."""
        return self.contract.format in REMOTE_FORMATS

    @property
    def is_harmful(self) -> bool:
        """Whether the working conditions are of class 3.1 or worse."""
        return self.contract.work_conditions in HARMFUL_CLASSES

    @property
    def is_foreigner(self) -> bool:
        """Whether the citizenship is known and not Russian."""
        citizenship = self.employee.citizenship
        return citizenship is not None and citizenship.casefold() not in RUSSIA

    @property
    def is_eaeu_citizen(self) -> bool:
        """Whether no permit is needed (Договор о ЕАЭС ст. 97): as told, else by citizenship."""
        if self.foreign.eaeu is not None:
            return self.foreign.eaeu
        return (self.employee.citizenship or "").casefold() in EAEU

    @property
    def is_minor(self) -> bool:
        """Whether the employee is known to be under 18 when the contract is signed."""
        return self.age_signed is not None and self.age_signed < self.limits.age_full
