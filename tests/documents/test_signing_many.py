"""Marking the papers of many people: what is left out and why, a person whole or not at all."""

from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import User
from django.http import QueryDict
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from employees.models import Acquaintance, Employment
from hr_docs.documents.issuing.packs import finish_file, freeze_pack, pack_versions, void_document
from hr_docs.documents.lists.selection import documents_of
from hr_docs.documents.models import Document, Run, RunItem, SigningMark
from hr_docs.documents.signing.many import (
    PersonPlan,
    Signing,
    papers_to_sign,
    plan_signing,
    sign_people,
)
from tests.factories import make_employment

DAY, NEXT = date(2026, 11, 30), date(2026, 12, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel("2026-12-01T12:00:00+03:00", tick=True):
        yield


def _issue(employment: Employment) -> list[Document]:
    frozen = freeze_pack(employment=employment, versions=pack_versions())
    for document in frozen:
        finish_file(document, "docx", b"PK a Word file")
    return frozen


@pytest.fixture
def pack(employment: Employment) -> list[Document]:
    return _issue(employment)


def _plans(signing: Signing, *employments: Employment) -> list[PersonPlan]:
    rows = Document.objects.filter(employment__in=employments)
    return plan_signing(papers_to_sign(rows), signing)


def _sign(signing: Signing, officer: User, *employments: Employment) -> list[PersonPlan]:
    plans = _plans(signing, *employments)
    return sign_people(plans, signing, entered_by=officer, note=list[Document]().append)


def _kinds(documents: list[Document]) -> list[str]:
    return [document.master.kind for document in documents]


def test_the_contract_is_left_out_until_the_acts_are_read(pack, employment):
    (plan,) = _plans(Signing(DAY), employment)
    assert _kinds(plan.to_mark) == ["job_description", "confidentiality_undertaking"]
    ((contract, why),) = plan.left_out
    assert contract.master.kind == "employment_contract"
    assert "Правила внутреннего" in why
    assert "Должностная инструкция" not in why


def test_everything_read_on_that_day_is_noted_and_signed(pack, employment, officer):
    (plan,) = _sign(Signing(DAY, with_readings=True), officer, employment)
    assert (plan.error, plan.left_out) == ("", [])
    assert SigningMark.objects.filter(step="signed", on=DAY, reason="").count() == 3
    assert {a.read_on for a in Acquaintance.objects.all()} == {DAY}
    assert Acquaintance.objects.count() == 2
    employment.refresh_from_db()
    assert employment.status == "signed"


def test_a_reason_lets_all_three_be_signed_later_than_their_day(pack, employment, officer):
    late = Signing(NEXT, with_readings=True)
    (plan,) = _plans(late, employment)
    assert _kinds(plan.to_mark) == ["confidentiality_undertaking"]
    assert "позже договора от 30.11.2026: укажите причину" in plan.left_out[0][1]
    (plan,) = _sign(Signing(NEXT, with_readings=True, reason="Болел"), officer, employment)
    assert (plan.error, len(plan.to_mark)) == ("", 3)
    assert set(Acquaintance.objects.values_list("late_reason", flat=True)) == {"Болел"}


def test_what_cannot_be_marked_is_listed_with_its_cause(pack, employment, officer):
    _sign(Signing(DAY), officer, employment)
    void_document(document=pack[2], reason="Опечатка", voided_by=officer)
    (plan,) = _plans(Signing(DAY), employment)
    assert plan.to_mark == []
    assert [why for _, why in plan.left_out] == [
        "документ уже подписан 30.11.2026",
        "документ уже подписан 30.11.2026",
        "документ аннулирован",
    ]


def test_a_person_is_marked_whole_or_not_at_all(pack, employment, officer):
    other = make_employment(employer=employment.employer)
    _issue(other)
    signing = Signing(DAY, with_readings=True)
    plans = _plans(signing, employment, other)
    void_document(document=pack[2], reason="Опечатка", voided_by=officer)  # since then
    noted: list[Document] = []
    signed = sign_people(plans, signing, entered_by=officer, note=noted.append)
    failed, done = sorted(signed, key=lambda p: not p.error)
    assert "документ аннулирован" in failed.error
    assert (failed.employment, done.error) == (employment, "")
    assert not SigningMark.objects.filter(document__employment=employment).exists()
    assert not employment.acquaintances.exists()
    assert SigningMark.objects.filter(document__employment=other).count() == 3


def test_the_plan_of_many_takes_as_many_queries_as_of_one(
    pack, employment, django_assert_max_num_queries: DjangoAssertNumQueries
):
    for _ in range(4):
        _issue(make_employment(employer=employment.employer))
    with django_assert_max_num_queries(9):
        assert len(plan_signing(papers_to_sign(Document.objects.all()), Signing(DAY))) == 5


def test_documents_are_named_by_people_or_by_themselves(pack, employment, officer):
    def named(address: str) -> list[Document]:
        return list(documents_of(QueryDict(address), user=officer).order_by("master"))

    void_document(document=pack[0], reason="Опечатка", voided_by=officer)
    assert named(f"chosen={employment.pk}") == pack[1:]
    assert named("everything=on&query=") == pack[1:]
    assert named(f"document={pack[0].pk}&document=x") == [pack[0]]
    assert named("") == []


def test_documents_are_named_by_the_run_that_issued_them(pack, employment, officer):
    run = Run.objects.create(started_by=officer, nudged_at=timezone.now())
    values = {"employment": employment, "ordered_by": officer, "ordered_at": run.nudged_at}
    RunItem.objects.create(run=run, **values).documents.set(pack[:2])
    void_document(document=pack[0], reason="Опечатка", voided_by=officer)
    named = QueryDict(f"run={run.pk}")
    assert list(documents_of(named, user=officer)) == [pack[1]]
    assert list(documents_of(QueryDict("run=x"), user=officer)) == []
