"""Answering for findings, and what the issue from the card makes of it."""

from datetime import time
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from employees.models import Employment
from hr_docs.access.roles import LAWYER
from hr_docs.documents.legal.checking import assess
from hr_docs.documents.models import Document, FindingDecision
from tests.factories import make_employment, make_every_local_act
from tests.reading import rows_of, text_of

ERROR, WARNING = "TK133-MROT-HOUR", "TK104-SUMMED"


@pytest.fixture
def underpaid(db: None) -> Employment:
    """One error and one warning."""
    hired = make_employment(
        hourly_rate=Decimal("140"),
        has_minimum_wage_top_up=False,
        shift_hours=Decimal("9"),
        shift_end=time(19),
    )
    make_every_local_act(hired.employer)
    return Employment.objects.with_records().get()


@pytest.fixture
def lawyer(officer: User) -> User:
    officer.groups.add(Group.objects.get(name=LAWYER))
    return officer


def _answers(employment: Employment, rule: str, **changes: str) -> dict[str, str]:
    (shown,) = [one for one in assess(employment).findings if one.finding.rule == rule]
    return {"fingerprint": shown.fingerprint, "reason": "Доплата по положению"} | changes


def _decide(desk: Client, employment: Employment, verb: str, **answers: str):
    return desk.post(reverse(f"documents:{verb}", args=[employment.pk]), answers, follow=True)


def test_a_confirmed_warning_stands_with_who_and_why(desk: Client, underpaid: Employment):
    text = text_of(_decide(desk, underpaid, "confirm", **_answers(underpaid, WARNING)))
    assert "Решение записано." in text
    assert "Предупреждение подтверждено: Ольга" in text
    assert "Доплата по положению" in text


def test_only_a_lawyer_is_offered_to_override_an_error(
    desk: Client, underpaid: Employment, lawyer: User
):
    card = reverse("employees:employment", args=[underpaid.pk])
    assert "Снять ошибку…" in text_of(desk.get(card))
    lawyer.groups.remove(Group.objects.get(name=LAWYER))
    assert "Снять ошибку может только юрист." in text_of(desk.get(card))


def test_an_officer_may_not_override_an_error(desk: Client, underpaid: Employment):
    answer = _decide(desk, underpaid, "override", **_answers(underpaid, ERROR))
    assert answer.status_code == 403
    assert not FindingDecision.objects.exists()


def test_a_lawyer_overrides_an_error(desk: Client, underpaid: Employment, lawyer: User):
    text = text_of(_decide(desk, underpaid, "override", **_answers(underpaid, ERROR)))
    assert "Ошибка снята: Ольга" in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reason": ""}, "Причина: Обязательное поле."),
        ({"reason": "\u2003"}, "Причина: Обязательное поле."),
        ({"fingerprint": "0" * 64}, "этого замечания больше нет"),
    ],
)
def test_a_decision_without_a_reason_or_a_finding_is_refused(
    desk: Client, underpaid: Employment, changes: dict[str, str], words: str
):
    answers = _answers(underpaid, WARNING, **changes)
    assert words in text_of(_decide(desk, underpaid, "confirm", **answers))
    assert not FindingDecision.objects.exists()


def test_the_issue_shows_what_blocks_it(desk: Client, underpaid: Employment):
    text = text_of(_decide(desk, underpaid, "issue"))
    assert "Проверка перед выпуском" in text
    assert "Замечания 1 ошибка 1 предупреждение" in text
    assert not Document.objects.exists()


def test_a_decision_made_on_the_check_returns_to_it(desk: Client, underpaid: Employment):
    answers = _answers(underpaid, WARNING, in_texts="on", on="2026-11-30")
    answer = _decide(desk, underpaid, "confirm", **answers)
    check = reverse("documents:pack_check", args=[underpaid.pk])
    assert answer.redirect_chain == [(f"{check}?on=2026-11-30", 302)]


def test_a_document_keeps_what_was_found_and_who_answered(desk: Client, underpaid: Employment):
    Employment.objects.filter(pk=underpaid.pk).update(hourly_rate=Decimal("300"))
    underpaid.refresh_from_db()
    _decide(desk, underpaid, "confirm", **_answers(underpaid, WARNING))
    kinds = {"kinds": "employment_contract"}
    _decide(desk, underpaid, "issue", **kinds)
    page = desk.get(reverse("documents:document", args=[Document.objects.get().pk]))
    text = text_of(page)
    assert "Замечания при выпуске предупреждение Смены по 9 ч" in text
    assert "Предупреждение подтверждено: Ольга" in text


def test_a_decision_on_changed_terms_is_kept_as_history(desk: Client, underpaid: Employment):
    _decide(desk, underpaid, "confirm", **_answers(underpaid, WARNING))
    Employment.objects.filter(pk=underpaid.pk).update(shift_hours=Decimal("9.5"))
    text = text_of(desk.get(reverse("employees:employment", args=[underpaid.pk])))
    assert "1 прежнее решение" in text
    assert "Больше не действует: условия изменились." in text


def test_a_decision_that_counts_is_no_history(desk: Client, underpaid: Employment):
    text = text_of(_decide(desk, underpaid, "confirm", **_answers(underpaid, WARNING)))
    assert "прежнее решение" not in text


def test_the_register_shows_and_finds_what_was_overridden(
    desk: Client, underpaid: Employment, lawyer: User
):
    _decide(desk, underpaid, "override", **_answers(underpaid, ERROR))
    _decide(desk, underpaid, "confirm", **_answers(underpaid, WARNING))
    _decide(desk, underpaid, "issue")
    register = reverse("documents:register")
    row, *_ = rows_of(desk.get(register, {"decisions": "overridden"}))
    assert "1 ошибка снята, 1 предупреждение подтверждено" in row
    assert "Ольга" in row
    assert "Доплата по положению" in row


def test_the_register_without_decisions_finds_none(desk: Client, db: None):
    hired = make_employment()
    make_every_local_act(hired.employer)
    _decide(desk, hired, "issue")
    register = reverse("documents:register")
    assert len(rows_of(desk.get(register))) == 3
    assert rows_of(desk.get(register, {"decisions": "confirmed"})) == []
