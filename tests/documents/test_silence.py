"""The list of rules says honestly which of them never speak."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from employees.models import Employment
from hr_docs.documents.law_pages.silence import SILENT
from hr_docs.documents.legal.facts import contract_facts
from hr_docs.law import all_rules, examples
from tests.documents.real_hires import LAWFUL, MISTAKES
from tests.reading import text_of

pytestmark = pytest.mark.django_db
HIRES = (
    LAWFUL["школьник с согласием родителя"],
    LAWFUL["инвалид второй группы на тридцать пять часов"],
    LAWFUL["ночные смены матери двухлетнего с согласия"],
    LAWFUL["патент на ту же профессию другими словами"],
    LAWFUL["пенсионер на срок по соглашению"],
    LAWFUL["допуск раньше договора с соглашением об испытании"],
    MISTAKES["испытание беременной"][2],
    MISTAKES["испытание выпускника"][2],
    MISTAKES["смена инвалида длиннее заключения"][2],
    MISTAKES["временно дистанционно девять месяцев"][2],
    MISTAKES["компенсация сто рублей без документов"][2],
)
ELSEWHERE = {
    "contract.north": "the site",
    "contract.end_event": "a term that an event ends",
    "remote.alternation": "alternating work",
    "employer.headcount": "the employer",
    "employer.signatory.authority_to": "a power of attorney",
    "employer.signatory.authority_from": "a power of attorney",
    "leave.north_days": "the site",
    "leave.harmful_days": "the site",
    "contract.harmful_guarantees": "the site",
    "employee.invited_transfer": "another exemption",
    "employee.ex_apprentice": "another exemption",
    "employee.carer": "another guarantee",
    "employee.disabled_child": "another guarantee",
}


def _known(facts: object, above: str = "") -> Iterator[str]:
    for field in fields(facts) if is_dataclass(facts) else ():
        value = getattr(facts, field.name)
        if is_dataclass(value):
            yield from _known(value, f"{above}{field.name}.")
        elif value is not None:
            yield f"{above}{field.name}"


def _asked(mapping: Mapping[str, object], above: str = "") -> Iterator[str]:
    for name, value in mapping.items():
        if isinstance(value, Mapping):
            yield from _asked(value, f"{above}{name}.")
        elif value is not None and str(value).strip():
            yield f"{above}{name}"


def test_a_rule_is_called_silent_just_when_no_record_holds_what_it_asks():
    known = {"text", *ELSEWHERE}
    for made in HIRES:
        hired = Employment.objects.with_records().get(pk=made.make().pk)
        known |= set(_known(contract_facts(hired, date(2026, 11, 30))))
    mute = {
        rule.id
        for rule in all_rules()
        if not rule.search and not set(_asked(examples()[rule.id].violates)) <= known
    }
    assert mute == set(SILENT)


def test_the_list_of_rules_says_why(desk: Client):
    text = text_of(desk.get(reverse("documents:rules"), {"q": "TK99-LIMIT"}))
    assert "Правило молчит: плана сверхурочной работы в карточке нет." in text


def test_the_list_can_be_narrowed_to_the_silent_ones(desk: Client):
    page = text_of(desk.get(reverse("documents:rules"), {"spoken": "no"}))
    assert f"{len(SILENT)} из {len(all_rules())}" in page
