"""What an observer sees: names, terms, statuses; no identifier, no bank account, no file."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from employees.models import Employment, Operator
from employees.services import save_operator
from hr_docs.access.models import AuditEntry
from hr_docs.access.roles import OBSERVER, ROLES
from hr_docs.documents.issuing.packs import freeze_pack, pack_versions, void_document
from hr_docs.documents.legal.checking import assess
from hr_docs.documents.models import Document, FindingDecision, HiringPack
from hr_docs.pages.facts import shown
from tests import identifiers
from tests.access.addresses import names
from tests.access.people import browser_of, make_user
from tests.factories import make_employment
from tests.reading import text_of

FREE_TEXT = "паспорт 4599 876543"

pytestmark = pytest.mark.django_db


@pytest.fixture
def hired(settings: Settings, tmp_path) -> Employment:
    """Papers issued, findings that quote identifiers, reasons that quote them, a history."""
    settings.MEDIA_ROOT = tmp_path
    hired = make_employment(
        operator__identity_number="876543",
        operator__bank_name="Банк «Тайный»",
        operator__residence_address="440000, г. Пенза, ул. Тайная, д. 3",
        operator__phone="+7 900 123-45-67",
        is_pregnant=True,
    )
    operator = Operator.objects.get()
    operator.inn = identifiers.person_inn(777)  # was another one: the history has both
    save_operator(operator=operator)
    Operator.objects.update(
        bik="045655635",  # another one than the employer's
        citizenship="UZ",
        permit="patent",
        permit_series="77",
        permit_number="2100456789",
        permit_issued_by="ГУ МВД России по г. Москве",
        permit_issued_on=date(2026, 3, 19),
        permit_valid_until=date(2027, 3, 18),
        permit_region="Пензенская область",
        foreign_status="temporary_stay",
        insurance_policy="СК «Полис», № 7788990011",
    )
    return Employment.objects.with_records().get(pk=hired.pk)


@pytest.fixture
def document(hired: Employment) -> Document:
    boss = make_user("boss", *ROLES)
    (found, *_) = freeze_pack(employment=hired, issued_by=boss, versions=pack_versions())
    told = {"rule": "X", "severity": "warning", "basis": "—", "message": FREE_TEXT}
    HiringPack.objects.update(findings=[told | {"quote": FREE_TEXT, "decision": None}])
    found = void_document(document=found, reason=FREE_TEXT, voided_by=boss)
    Operator.objects.update(snils="112-233-445 90")  # the check objects to it, and quotes it
    judged = assess(Employment.objects.with_records().get()).findings[0]
    FindingDecision.objects.create(
        employment=hired,
        fingerprint=judged.fingerprint,
        rule=judged.finding.rule,
        kind="confirmed",
        message=judged.finding.message,
        user=boss,
        reason=FREE_TEXT,
    )
    return found


@pytest.fixture
def observer() -> User:
    return make_user("vera", OBSERVER)


def _secrets(operator: Operator) -> set[str]:
    """Every stored value of a guarded field, as it is stored and as a page would print it."""
    fields = Operator.PERSONAL - {"identity_document", "permit_valid_until"}
    values = {str(getattr(operator, name) or "") for name in fields}
    values |= {shown(operator, name) for name in fields}
    values |= {"".join(filter(str.isdigit, operator.snils)), FREE_TEXT, "876543"}
    return {value for value in values if len(value) > 2} | {
        "беремен"
    }  # a series of two digits is anywhere


def _pages(employment: Employment, document: Document) -> set[str]:
    """Every address of the product, of these records where it asks for one."""
    known = {
        "employments/": employment.pk,
        "operators/": employment.operator_id,
        "employers/": employment.employer_id,
        "signatories/": employment.signatory_id,
        "sites/": employment.site_id,
        "positions/": employment.position_id,
        "tiers/": employment.tier_id,
        "job-descriptions/": employment.job_description_id,
    }
    addresses = set()
    for name, pattern in names():
        route = str(pattern.pattern)
        if "<uuid:" in route:
            addresses.add(reverse(name, args=[document.pk]))
        elif not pattern.pattern.converters:
            addresses.add(reverse(name))
        elif key := next((key for key in known if route.startswith(key)), None):
            addresses.add(reverse(name, args=[known[key]]))
    return addresses - {"/logout/"}


def test_no_page_that_an_observer_can_open_has_a_stored_secret(
    observer: User, hired: Employment, document: Document
):
    desk, told, opened = browser_of(observer), {}, 0
    secrets = _secrets(Operator.objects.get())
    for address in sorted(_pages(hired, document)):
        answer = desk.get(address)
        if answer.status_code != 200:
            continue
        opened += 1
        content = answer.content.decode()
        rules = {"беремен"} if address == "/rules/" else set()  # the law itself
        if found := [secret for secret in secrets - rules if secret in content]:
            told[address] = found
    assert told == {}
    assert opened > 20


def test_those_who_may_see_them_do_see_them(hired: Employment, document: Document):
    desk = browser_of(make_user("anna", *ROLES))
    card = desk.get(reverse("employees:employment", args=[hired.pk])).content.decode()
    for secret in ("876543", "112-233-445 90", "Банк «Тайный»", "ул. Тайная", FREE_TEXT):
        assert secret in card
    assert FREE_TEXT in text_of(desk.get(reverse("documents:document", args=[document.pk])))


def test_the_card_says_that_something_is_hidden(observer: User, hired: Employment):
    card = text_of(browser_of(observer).get(reverse("employees:employment", args=[hired.pk])))
    assert "СНИЛС скрыто" in card
    assert "Телефон +7 (900) 123-45-67" in card
    assert "Иванова Анна Петровна" in card
    assert "Сами замечания скрыты" in card


def test_the_card_offers_nothing_to_do(observer: User, hired: Employment, document: Document):
    page = browser_of(observer).get(reverse("employees:employment", args=[hired.pk]))
    card = page.content.decode().partition('id="main"')[2]
    assert "<form" not in card
    for words in ("Изменить", "Ещё один договор", "Word", "Журнал"):
        assert words not in card


def test_a_view_of_personal_data_is_in_the_audit_log(
    client: Client, observer: User, hired: Employment
):
    address = reverse("employees:employment", args=[hired.pk])
    browser_of(observer).get(address)
    assert not AuditEntry.objects.filter(action="viewed").exists()
    browser_of(make_user("anna", *ROLES)).get(address)
    assert AuditEntry.objects.get(action="viewed").username == "anna"
