"""The page of rules: what a lawyer finds there, and how it is narrowed down."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from hr_docs.documents.law_pages.rule_search import RuleSearch
from hr_docs.law import Severity, all_rules
from tests.reading import text_of

RULES = reverse("documents:rules")


def _shown(answer) -> list[str]:
    return re.findall(r'<article class="rule" id="([^"]+)"', answer.content.decode())


def test_it_lists_every_rule_once(desk: Client):
    shown = _shown(desk.get(RULES))
    assert sorted(shown) == sorted(rule.id for rule in all_rules())


def test_a_rule_is_shown_with_what_a_lawyer_asks_for(desk: Client):
    text = text_of(desk.get(RULES, {"q": "TK57-FIO-INITIALS"}))
    assert "TK57-FIO-INITIALS предупреждение проверено" in text
    assert "Вместо имени и отчества работника — инициалы — ТК РФ ст. 57 ч. 1" in text
    assert "Напишите имя и отчество полностью." in text
    assert "Нарушает employee.fio Петрова М. О." in text
    assert "Соблюдает employee.fio Петрова Мария Олеговна" in text


def test_a_rule_says_since_when_it_is_in_force(desk: Client):
    dated = next(rule for rule in all_rules() if rule.since and not rule.until)
    text = text_of(desk.get(RULES, {"q": dated.id}))
    assert f"Действует с {dated.since:%d.%m.%Y}" in text


def test_every_question_of_the_search_can_be_asked(desk: Client):
    page = desk.get(RULES).content.decode()
    assert [name for name in RuleSearch.base_fields if f'name="{name}"' not in page] == []


def _ids(**wanted: object) -> list[str]:
    return [r.id for r in all_rules() if all(getattr(r, k) == v for k, v in wanted.items())]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"severity": "advice"}, _ids(severity=Severity.ADVICE)),
        ({"verified": "yes"}, _ids(verified=True)),
        ({"topic": "Отпуск", "verified": "no"}, _ids(topic="Отпуск", verified=False)),
        ({"q": "tk57-fio фамилия"}, ["TK57-FIO"]),
        ({"severity": "no such"}, _ids()),
    ],
)
def test_it_narrows_the_rules_down(desk: Client, asked: dict[str, str], expected: list[str]):
    assert sorted(_shown(desk.get(RULES, asked))) == sorted(expected)


def test_it_understands_the_word_that_everybody_says(desk: Client):
    assert "TK133-MROT-HOUR" in _shown(desk.get(RULES, {"q": "МРОТ"}))


def test_a_search_without_results_offers_to_reset(desk: Client):
    text = text_of(desk.get(RULES, {"q": "нетакого"}))
    assert "0 из" in text
    assert "Сбросить отбор" in text


def test_it_asks_the_database_for_nothing_but_the_user_and_her_rights(
    desk: Client, django_assert_num_queries
):
    with django_assert_num_queries(3):
        desk.get(RULES)
