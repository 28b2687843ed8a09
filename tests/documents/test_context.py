"""Records → facts: complete, JSON, by one vocabulary, from stored forms, without queries."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from employees.models import Employment
from hr_docs.documents.context import (
    GROUPS,
    Kind,
    example_facts,
    example_people,
    facts_for,
    mark_facts,
    vocabulary,
)
from hr_docs.documents.context.reference import reference_page
from hr_docs.documents.context.source import DocumentMark, PackSource
from hr_docs.russian import PersonName
from hr_docs.russian.declensions import edit_person, refresh_person, refresh_phrase
from tests.factories import CONTRACT_DATE, make_employment, make_local_act

PLACEHOLDERS = [placeholder for group in GROUPS for placeholder in group.placeholders]
MARK = DocumentMark(
    kind="employment_contract",
    title="Трудовой договор",
    number="001/2026-ТД",
    dated=CONTRACT_DATE,
    identifier="11111111-1111-4111-8111-111111111111",
)


def facts_of(**changes):
    numbers = {"employment_contract": "001/2026-ТД"}
    employment = make_employment(**changes)
    return facts_for(PackSource(employment, CONTRACT_DATE, numbers)) | mark_facts(MARK)


def at(facts, name):
    for step in name.split("."):
        facts = facts[step]
    return facts


def flat(facts, prefix=""):
    for key, value in facts.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def names_of(facts):
    for name, value in flat(facts):
        if not isinstance(value, list):
            yield name
            continue
        yield f"{name}[]"
        for item in value:
            yield from (f"{name}[].{key}" for key in item)


# The vocabulary


def test_every_name_is_a_name_that_jinja_reads():
    parts = {part for each in PLACEHOLDERS for part in each.name.split(".")}
    assert [part for part in parts if not part.isidentifier()] == []


def test_no_placeholder_is_declared_twice_or_stands_on_a_group():
    names = [placeholder.name for placeholder in PLACEHOLDERS]
    assert len(names) == len(set(names))
    groups = {name.rpartition(".")[0] for name in names}
    assert groups & set(names) == set()


@pytest.mark.parametrize("placeholder", PLACEHOLDERS, ids=lambda each: each.name)
def test_an_example_is_of_its_kind(placeholder):
    kinds = {Kind.TEXT: str, Kind.NUMBER: int, Kind.YES_NO: bool, Kind.LIST: list}
    assert type(placeholder.example) is kinds[placeholder.kind]
    assert placeholder.meaning


def test_the_page_of_placeholders_is_up_to_date():
    page = Path(settings.WORD_MASTERS_DIR, "PLACEHOLDERS.md").read_text(encoding="utf-8")
    assert page == reference_page(), "run manage.py build_masters"


def test_the_page_names_every_placeholder():
    named = set(re.findall(r"^\| `([^`]+)` \|", reference_page(), flags=re.MULTILINE))
    assert named == vocabulary()


# Examples


@pytest.mark.parametrize("who", example_people())
def test_an_example_person_has_every_fact(who):
    assert set(names_of(example_people()[who])) == vocabulary()


def test_the_first_example_is_the_vocabulary_itself():
    assert at(example_facts(), "работник.фио.родительный") == "Орловой Анны Петровны"


def test_an_example_changes_only_what_the_vocabulary_knows():
    names = {name for facts in example_people().values() for name, _ in flat(facts)}
    assert names == {placeholder.name for placeholder in PLACEHOLDERS}


# Facts


@pytest.mark.django_db
def test_facts_hold_every_placeholder_and_are_json():
    facts = facts_of()
    make_local_act(employer=Employment.objects.get().employer)
    facts = facts_of(operator__snils="", operator__inn="", operator__bank_account="")
    names = set(names_of(facts)) | {name for name in vocabulary() if name.startswith("акты[].")}
    assert names == vocabulary()
    assert json.loads(json.dumps(facts)) == facts
    assert None not in dict(flat(facts)).values()


@pytest.mark.django_db
def test_reading_facts_runs_no_query(django_assert_num_queries):
    employment = make_employment()
    make_local_act(employer=employment.employer)
    employment = Employment.objects.with_records().get(pk=employment.pk)
    with django_assert_num_queries(0):
        facts_for(PackSource(employment, CONTRACT_DATE))


VALUES = [
    ({}, "договор.номер", "001/2026-ТД"),
    ({}, "договор.дата", "30 ноября 2026 г."),
    ({}, "договор.ставка.прописью", "300 (триста) рублей 00 копеек"),
    ({"hourly_rate": Decimal("321.21")}, "договор.ставка.цифрами", "321,21"),
    ({}, "работник.фио.кратко", "Иванова А. П."),
    ({}, "работник.фио.подпись", "А. П. Иванова"),
    ({"operator__patronymic": ""}, "работник.фио.именительный", "Иванова Анна"),
    ({}, "работник.ознакомлен", "ознакомлена"),
    ({"operator__gender": "m"}, "работник.ознакомлен", "ознакомлен"),
    ({}, "работник.документ.выдан", "выдан"),
    ({"operator__identity_document": "refugee"}, "работник.документ.выдан", "выдано"),
    ({}, "работник.документ.действует_до", ""),
    ({}, "работодатель.именуемый", "именуемое"),
    ({}, "представитель.действующего", "действующей"),
    ({}, "представитель.основание", "устав"),
    ({}, "время.часов_в_неделю", "40 (сорок) часов"),
    ({"weekly_hours": Decimal("17.5")}, "время.часов_в_неделю", "17,5 часа"),
    ({"break_minutes": 0}, "время.перерыв", ""),
    ({}, "время.начало", "9:00"),
    ({"shift_start": None}, "время.начало", ""),
    ({}, "отпуск.основной", "28 (двадцать восемь) календарных дней"),
    ({"leave_days": 31}, "отпуск.основной", "31 (тридцать один) календарный день"),
    ({"has_summed_accounting": True, "accounting_period": "quarter"}, "время.учётный_период",
     "один квартал"),
    ({"site__district_coefficient": Decimal("1.15")}, "оплата.районный_коэффициент", "1,15"),
    ({}, "оплата.районный_коэффициент", ""),
    ({"remote": True}, "дистанционно.компенсация", "35 (тридцать пять) рублей 00 копеек"),
    ({"compensation_per_day": Decimal(35)}, "дистанционно.компенсация", ""),
    ({"site__conditions_class": "3.1"}, "место.условия_труда.название", "вредные"),
    ({}, "тайна.срок_после_увольнения", "3 (три) года"),
    ({}, "время.часовой_пояс", "московское время"),
    ({"employer__time_zone": "Asia/Yekaterinburg"}, "время.часовой_пояс",
     "московское время плюс 2 (два) часа"),
    ({"employer__time_zone": "Europe/Kaliningrad"}, "время.часовой_пояс",
     "московское время минус 1 (один) час"),
    ({"operator__citizenship": "UZ"}, "работник.гражданство", "Узбекистан"),
    ({}, "инструкция.обязанности", [
        {"текст": "Принимать входящие обращения."}, {"текст": "Фиксировать обращения полно."}
    ]),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("changes", "name", "value"), VALUES)
def test_a_record_becomes_a_fact(changes, name, value):
    found = at(facts_of(**changes), name)
    assert (found.replace("\u00a0", " ") if isinstance(found, str) else found) == value


UZBEK = {"operator__citizenship": "UZ", "operator__foreign_status": "temporary_stay"}
CONDITIONS = [
    ({}, {"договор.на_рабочем_месте", "договор.стационарное_место"}),
    ({"remote": True}, {"договор.дистанционный", "договор.дистанционный_постоянно"}),
    (
        {"remote_temporary": True},
        {"договор.дистанционный", "договор.дистанционный_временно", "договор.стационарное_место"},
    ),
    (
        {"hybrid": True},
        {"договор.дистанционный", "договор.чередование", "договор.стационарное_место"},
    ),
    ({"fixed_term": True}, {"договор.срочный"}),
    ({"kind": "secondary"}, {"договор.по_совместительству"}),
    ({"probation_until": date(2027, 2, 28)}, {"договор.испытание.есть"}),
    ({"weekly_hours": 20, "is_part_time": True}, {"время.неполное"}),
    ({"weekly_hours": 35}, {"время.сокращённое"}),
    ({"shifts": True}, {"время.смены", "время.по_графику", "время.суммированный_учёт"}),
    ({"schedule": "sliding"}, {"время.скользящий_график", "время.по_графику"}),
    ({"operator__birth_date": date(2009, 6, 14)}, {"работник.несовершеннолетний"}),
    (UZBEK, {"работник.иностранец", "работник.разрешение.есть", "работник.нужен_дмс"}),
    ({"operator__citizenship": "BY"}, {"работник.иностранец", "работник.гражданин_еаэс"}),
    ({"operator__citizenship": "XX"}, {"работник.иностранец", "работник.без_гражданства"}),
    ({"site__conditions_class": "3.1"}, {"место.условия_труда.вредные"}),
    ({"site__conditions_class": "2"}, {"место.условия_труда.оценены"}),
    ({"employer__secrecy_order_number": "1-КТ"}, {"тайна.режим"}),
    ({"remote": True, "expenses_limit": Decimal(500)}, {"дистанционно.есть_выплаты"}),
    (
        {"remote": True, "equipment": "rented"},
        {"дистанционно.оборудование_работника", "дистанционно.оборудование_арендованное"},
    ),
    ({"break_minutes": 0, "shift_hours": Decimal(4)}, {"время.без_перерыва"}),
    ({"site__locality": "г. Самара"}, {"место.другая_местность"}),
    ({"site__north": "equated"}, {"оплата.северная_надбавка"}),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("changes", "conditions"), CONDITIONS)
def test_terms_become_conditions(changes, conditions):
    facts = facts_of(**changes)
    modes = {name for name, value in flat(facts) if value is True}
    assert conditions <= modes


REASONS = [
    ({"operator__birth_date": date(2009, 6, 14), "site__conditions_class": "3.3"}, "возрастом"),
    ({"site__conditions_class": "3.3", "weekly_hours": 36}, "вредными и (или) опасными"),
    ({"site__conditions_class": "3.1", "site__is_rural": True}, "работой в сельской местности"),
    ({"site__north": "far_north"}, "работой в районе Крайнего Севера"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("changes", "words"), REASONS)
def test_a_week_is_shortened_for_the_reason_that_the_law_names(changes, words):
    assert at(facts_of(**changes), "время.причина_сокращения").startswith(words)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"site__conditions_class": "3.3", "disability_group": 2},
        {"site__north": "far_north", "operator__gender": "m"},
        {"site__north": "far_north", "site__locality": "г. Норильск", "remote": True},
        {"site__is_rural": True, "operator__gender": "m"},
        {"site__conditions_class": "3.1"},
    ],
)
def test_no_other_reason_is_printed(changes):
    assert at(facts_of(**changes), "время.причина_сокращения") == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "is_full"),
    [
        ({"weekly_hours": 35, "disability_group": 1}, True),
        ({"weekly_hours": 36, "site__north": "equated"}, True),
        ({"weekly_hours": 36, "site__is_rural": True}, True),
        ({"weekly_hours": 36, "site__is_rural": True, "operator__gender": "m"}, False),
        ({"weekly_hours": 35, "disability_group": 3}, False),
        ({"weekly_hours": 36, "site__conditions_class": "3.3"}, False),
        ({"weekly_hours": 40, "site__north": "equated"}, False),
        ({"weekly_hours": 20, "is_part_time": True, "disability_group": 1}, False),
        (
            {
                "weekly_hours": 35,
                "disability_group": 1,
                "operator__birth_date": date(2009, 6, 14),
            },
            False,
        ),
    ],
)
def test_a_shortened_week_is_paid_in_full_where_the_law_says_so(changes, is_full):
    assert at(facts_of(**changes), "время.оплата_полная") is is_full


ABSENT = [
    ({"kind": "secondary", "weekly_hours": 20}, "время.сокращённое"),
    ({"break_minutes": 0, "shift_hours": Decimal("4.5")}, "время.без_перерыва"),
    ({"break_minutes": 30, "shift_hours": Decimal(4)}, "время.без_перерыва"),
    ({"site__locality": "г.  москва"}, "место.другая_местность"),
    ({"employer__city": "г. Пенза"}, "место.другая_местность"),
    ({"remote": True, "site__north": "far_north", "site__locality": "г. Норильск"},
     "оплата.северная_надбавка"),
    ({"remote": True, "site__district_coefficient": Decimal("1.5"), "site__locality": "г. Омск"},
     "оплата.районный_коэффициент"),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("changes", "condition"), ABSENT)
def test_terms_that_do_not_hold_are_no_conditions(changes, condition):
    assert not at(facts_of(**changes), condition)


UNBROKEN = [
    ({"operator__registration_address": "440000, г. Пенза, ул. Мира, д. 7, кв. 2"},
     "работник.адрес.регистрации", "440000, г.°Пенза, ул.°Мира, д.°7, кв.°2"),
    ({"remote": True, "remote_locality": "р. п. Мокшан"}, "дистанционно.местность", "р.°п.°Мокшан"),
    ({"operator__identity_issued_by": "УФМС по г. Москве"}, "работник.документ.кем_выдан",
     "УФМС по г.°Москве"),
    ({"hourly_rate": Decimal(350)}, "договор.ставка.прописью",
     "350°(триста пятьдесят) рублей 00°копеек"),
    ({}, "время.часов_в_неделю", "40°(сорок) часов"),
    ({"hybrid": True, "alternation": "вторник — дома"}, "дистанционно.порядок_чередования",
     "вторник°— дома"),
    ({"fixed_term": True, "fixed_term_reason": "заменой Ким О. Н. по приказу № 5"},
     "договор.срок.обстоятельства", "заменой Ким°О.°Н. по приказу №°5"),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("changes", "name", "printed"), UNBROKEN)
def test_what_hr_typed_is_not_broken_on_paper(changes, name, printed):
    employment = make_employment(**changes)
    facts = facts_for(PackSource(employment, CONTRACT_DATE))
    assert at(facts, name) == printed.replace("°", "\u00a0")
    assert "\u00a0" not in employment.operator.registration_address  # the record stays as typed


@pytest.mark.django_db
def test_work_on_site_has_no_condition_of_remote_work():
    facts = facts_of()
    remote = {name for name, value in flat(facts["дистанционно"]) if value is True}
    assert remote == set()
    assert not at(facts, "договор.дистанционный")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("last_day", "is_short"), [(date(2027, 1, 31), True), (date(2027, 2, 1), False)]
)
def test_a_contract_for_two_months_is_a_short_one(last_day, is_short):
    facts = facts_of(fixed_term=True, end_date=last_day)  # the first day is 1 December
    assert at(facts, "договор.до_двух_месяцев") is is_short


@pytest.mark.django_db
def test_eighteen_years_end_minority():
    facts = facts_of(operator__birth_date=date(2008, 11, 30))
    assert at(facts, "работник.несовершеннолетний") is False


@pytest.mark.django_db
def test_cases_are_read_as_hr_stored_them():
    name = PersonName("Иванова", "Анна", "Петровна")
    forms = refresh_person({}, name, gender="f")
    forms = edit_person(forms, {"gent": PersonName("Иванова", "Анна", "Петровна")})
    facts = facts_of(operator__name_forms=forms)
    assert at(facts, "работник.фио.родительный") == "Иванова Анна Петровна"
    assert at(facts, "работник.фио.дательный") == "Ивановой Анне Петровне"


@pytest.mark.django_db
def test_a_case_that_is_not_stored_is_left_empty():
    assert at(facts_of(operator__name_forms={}), "работник.фио.творительный") == ""


@pytest.mark.django_db
def test_a_title_inside_a_sentence_has_a_small_letter():
    forms = refresh_phrase({}, "Генеральный директор")
    facts = facts_of(signatory__position_forms=forms)
    assert at(facts, "представитель.должность.родительный") == "генерального директора"
    assert at(facts, "представитель.должность.с_заглавной") == "Генеральный директор"


@pytest.mark.django_db
def test_a_sole_trader_signs_for_himself():
    facts = facts_of(
        employer__kind="ip",
        employer__inn="500100732259",
        employer__kpp="",
        employer__ogrn="304500116000157",
        signatory__authority="registration",
        signatory__authority_number="304500116000157",
        signatory__authority_date=date(2004, 5, 1),
    )
    assert at(facts, "представитель.есть") is False
    assert at(facts, "работодатель.именуемый") == "именуемая"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("act", "remote", "is_listed"),
    [
        ({}, False, True),
        ({"read_before_signing": False}, False, False),
        ({"remote_only": True}, False, False),
        ({"remote_only": True}, True, True),
        ({"approved_on": date(2026, 12, 1)}, False, False),
    ],
)
def test_a_newcomer_reads_the_acts_that_concern_him(act, remote, is_listed):
    employment = make_employment(remote=remote)
    make_local_act(employer=employment.employer, title="Правила", **act)
    facts = facts_for(PackSource(employment, CONTRACT_DATE))
    assert [each["название"] for each in facts["акты"]] == (["Правила"] if is_listed else [])


@pytest.mark.django_db
def test_the_newest_act_of_a_kind_is_quoted():
    employment = make_employment()
    for number, day in (("1", date(2025, 1, 9)), ("2", date(2026, 3, 2))):
        make_local_act(
            employer=employment.employer, kind="pay", title="Об оплате", number=number,
            approved_on=day,
        )  # fmt: skip
    facts = facts_for(PackSource(employment, CONTRACT_DATE))
    assert at(facts, "локальный_акт.об_оплате_труда.номер") == "2"
