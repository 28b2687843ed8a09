"""Records with invented people and valid numbers.

`make_employment()` alone gives a whole hire: employer, signatory, site, position, tier, approved
job description, operator. Every maker takes field values by keyword, and factory-boy's
`relation__field` for the records behind it: `make_employment(operator__surname="Ли")`.
The variants are switches: `make_employment(remote=True)`, `hybrid`, `fixed_term`, `shifts` …
"""

from datetime import date, time
from decimal import Decimal
from typing import Any

from factory.declarations import (
    LazyAttribute,
    LazyFunction,
    SelfAttribute,
    Sequence,
    SubFactory,
    Trait,
)
from factory.django import DjangoModelFactory

from employees.models import (
    Acquaintance,
    Employer,
    Employment,
    LocalAct,
    Operator,
    Signatory,
    Site,
)
from employees.models.operator import search_key
from hr_docs.russian import PersonName
from hr_docs.russian.declensions import Forms, refresh_person, refresh_phrase
from job_descriptions.models import ExperienceTier, JobDescriptionEdition, Position
from tests import identifiers

BIK = identifiers.MOSCOW_BIC
CONTRACT_DATE = date(2026, 11, 30)
START_DATE = date(2026, 12, 1)
SECTIONS = {
    "general": ["Оператор относится к категории служащих."],
    "qualification": ["Среднее общее образование."],
    "duties": ["Принимать входящие обращения.", "Фиксировать обращения полно."],
    "indicators": ["Оценка качества — не ниже 85 из 100."],
    "rights": ["Знакомиться с записями своих разговоров."],
    "liability": ["Денежные штрафы не применяются."],
    "interaction": ["Со старшим оператором — сложные обращения."],
    "revision": ["Инструкция пересматривается по мере надобности."],
}


def _name_forms(person: Any) -> Forms:
    name = PersonName(person.surname, person.name, person.patronymic)
    return refresh_person({}, name, gender=person.gender)


def _search_key(operator: Any) -> str:
    full_name = f"{operator.surname} {operator.name} {operator.patronymic}"
    return search_key(f"{full_name} {operator.personnel_number} 79000000000")


class EmployerFactory(DjangoModelFactory[Employer]):
    class Meta:
        model = Employer

    kind = Employer.Kind.OOO
    full_name = Sequence(lambda n: f"Общество с ограниченной ответственностью «Контакт-Пример {n}»")
    short_name = Sequence(lambda n: f"ООО «Контакт-Пример {n}»")
    name_forms = LazyAttribute(lambda employer: refresh_phrase({}, employer.full_name))
    inn = Sequence(identifiers.organisation_inn)
    kpp = "770001001"
    ogrn = Sequence(identifiers.ogrn)
    legal_address = "101000, г. Москва, ул. Примерная, д. 1"
    city = "г. Москва"
    phone = "+7 (495) 000-00-00"
    email = "hr@example.com"
    bank_name = "ПАО Сбербанк"
    bik = BIK
    settlement_account = Sequence(identifiers.settlement_account)
    correspondent_account = "30101810400000000225"
    advance_day = 25
    final_day = 10
    secrecy_order_number = "12-КТ"
    secrecy_order_date = date(2026, 1, 12)


class LocalActFactory(DjangoModelFactory[LocalAct]):
    class Meta:
        model = LocalAct

    employer = SubFactory(EmployerFactory)
    kind = LocalAct.Kind.INTERNAL_RULES
    title = Sequence(lambda n: f"Правила внутреннего трудового распорядка, часть {n}")
    number = "1"
    approved_on = date(2026, 1, 12)
    edition = "1"


class SignatoryFactory(DjangoModelFactory[Signatory]):
    class Meta:
        model = Signatory

    employer = SubFactory(EmployerFactory)
    surname = "Петрова"
    name = "Мария"
    patronymic = "Сергеевна"
    gender = "f"
    name_forms = LazyAttribute(_name_forms)
    position = "Генеральный директор"
    position_forms = LazyAttribute(lambda signatory: refresh_phrase({}, signatory.position))
    authority = Signatory.Authority.CHARTER


class SiteFactory(DjangoModelFactory[Site]):
    class Meta:
        model = Site

    employer = SubFactory(EmployerFactory)
    name = Sequence(lambda n: f"Площадка {n}")
    address = "440000, Пензенская область, г. Пенза, ул. Примерная, д. 5"
    locality = "г. Пенза"
    region = "Пензенская область"
    district_coefficient = Decimal("1.00")
    conditions_class = Site.ConditionsClass.ACCEPTABLE
    conditions_card_number = "15А"
    conditions_card_date = date(2026, 2, 2)


class ExperienceTierFactory(DjangoModelFactory[ExperienceTier]):
    """One of the seeded tiers, or the same again where a test's database lost them."""

    class Meta:
        model = ExperienceTier
        django_get_or_create = ("code",)

    code = "operator"
    rank = 2
    title = "оператор"
    rate_min = Decimal("250.00")
    rate_max = Decimal("330.00")
    minimum_experience_months = 3


class PositionFactory(DjangoModelFactory[Position]):
    class Meta:
        model = Position
        django_get_or_create = ("title", "department")

    title = "Оператор контакт-центра"
    title_forms = LazyAttribute(lambda position: refresh_phrase({}, position.title))
    department = "Отдел обслуживания клиентов"
    department_forms = LazyAttribute(lambda position: refresh_phrase({}, position.department))
    reports_to = "Руководитель смены"


class JobDescriptionEditionFactory(DjangoModelFactory[JobDescriptionEdition]):
    """The edition in force for its position and tier: made once, found again afterwards."""

    class Meta:
        model = JobDescriptionEdition
        django_get_or_create = ("position", "tier", "edition")

    position = SubFactory(PositionFactory)
    tier = SubFactory(ExperienceTierFactory)
    number = Sequence(lambda n: f"ДИ-{n}")
    edition = 1
    approved_on = date(2026, 1, 12)
    approved_by_position = "Генеральный директор"
    approved_by_name = "М. С. Петрова"
    sections = LazyFunction(lambda: {code: list(text) for code, text in SECTIONS.items()})


class OperatorFactory(DjangoModelFactory[Operator]):
    class Meta:
        model = Operator

    personnel_number = Sequence(lambda n: f"{n + 1:04}")
    surname = "Иванова"
    name = "Анна"
    patronymic = "Петровна"
    gender = "f"
    name_forms = LazyAttribute(_name_forms)
    birth_date = date(1998, 4, 17)
    identity_series = "4510"
    identity_number = Sequence(lambda n: f"{n + 1:06}")
    identity_issued_by = "Отделом УФМС России по г. Москве"
    identity_issued_on = date(2018, 5, 3)
    identity_department_code = "770-001"
    snils = Sequence(identifiers.snils)
    inn = Sequence(identifiers.person_inn)
    registration_address = "101000, г. Москва, ул. Выдуманная, д. 7, кв. 21"
    phone = "+7 (900) 000-00-00"
    email = Sequence(lambda n: f"operator{n}@example.com")
    bank_name = "ПАО Сбербанк"
    bik = BIK
    bank_account = Sequence(identifiers.salary_account)
    search_key = LazyAttribute(_search_key)


class EmploymentFactory(DjangoModelFactory[Employment]):
    """On site, open-ended, five-day week; see the named variants below."""

    class Meta:
        model = Employment

    operator = SubFactory(OperatorFactory)
    employer = SubFactory(EmployerFactory)
    signatory = SubFactory(SignatoryFactory, employer=SelfAttribute("..employer"))
    site = SubFactory(SiteFactory, employer=SelfAttribute("..employer"))
    position = SubFactory(PositionFactory)
    tier = SubFactory(ExperienceTierFactory)
    job_description = SubFactory(
        JobDescriptionEditionFactory,
        position=SelfAttribute("..position"),
        tier=SelfAttribute("..tier"),
    )
    status = Employment.Status.READY
    contract_date = CONTRACT_DATE
    start_date = START_DATE
    shift_start = time(9)
    shift_end = time(18)
    hourly_rate = Decimal("300.00")

    class Params:
        remote = Trait(
            work_mode="remote",
            remote_locality="г. Пенза, Пензенская область",
            equipment="own",
            compensation_per_day=Decimal("35.00"),
            interaction_system="корпоративная почта и система телефонии",
        )
        remote_temporary = Trait(
            work_mode="remote_temporary",
            remote_locality="г. Пенза, Пензенская область",
            remote_from=START_DATE,
            remote_until=date(2027, 5, 31),
            interaction_system="корпоративная почта и система телефонии",
        )
        hybrid = Trait(
            work_mode="hybrid",
            remote_locality="г. Пенза, Пензенская область",
            alternation="понедельник и вторник — на рабочем месте, остальные дни — дистанционно",
            interaction_system="корпоративная почта и система телефонии",
        )
        fixed_term = Trait(
            term="fixed",
            end_date=date(2027, 11, 30),
            fixed_term_ground="temporary_extension",
            fixed_term_reason="временным расширением объёма услуг по договору № 5 от 02.11.2026",
        )
        shifts = Trait(
            schedule="shifts_2_2",
            shift_hours=Decimal("11.0"),
            shift_end=time(21),
            has_summed_accounting=True,
            accounting_period="quarter",
        )


class AcquaintanceFactory(DjangoModelFactory[Acquaintance]):
    class Meta:
        model = Acquaintance

    employment = SubFactory(EmploymentFactory)
    job_description = SelfAttribute("employment.job_description")
    read_on = CONTRACT_DATE


def make_every_local_act(employer: Employer) -> None:
    """The acts that a contract without a finding refers to, all read before signing."""
    for kind in LocalAct.Kind:
        make_local_act(
            employer=employer, kind=kind, title=str(kind.label), read_before_signing=True
        )


make_acquaintance = AcquaintanceFactory.create
make_edition = JobDescriptionEditionFactory.create
make_employer = EmployerFactory.create
make_employment = EmploymentFactory.create
make_local_act = LocalActFactory.create
make_operator = OperatorFactory.create
make_position = PositionFactory.create
make_signatory = SignatoryFactory.create
make_site = SiteFactory.create
make_tier = ExperienceTierFactory.create
