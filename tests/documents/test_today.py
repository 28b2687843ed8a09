"""«Сегодня»: what waits is found by dates, and each number is the length of its list."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from employees.models import EmployerLimit, Employment
from hr_docs.access.roles import OFFICER
from hr_docs.documents.legal.reference import reference_in_force
from hr_docs.documents.lists.attention import BY_CODE, CONDITIONS, Day, needing
from hr_docs.documents.lists.missing_papers import lacking
from hr_docs.documents.masters.versions import current_version
from hr_docs.documents.models import Document, HiringPack, Run
from tests.access.people import make_user
from tests.documents.runs import started
from tests.factories import (
    make_acquaintance,
    make_employment,
    make_local_act,
    make_signatory,
)
from tests.reading import text_of

pytestmark = pytest.mark.django_db

ON = date(2026, 12, 15)
"""A Tuesday; the three working days before it are the 10th, the 11th and the 14th."""
EARLY, LATE = ON - timedelta(days=60), ON + timedelta(days=60)


def day(on: date = ON) -> Day:
    return Day(on, reference_in_force().calendar)


def found(code: str, on: date = ON) -> list[Employment]:
    return list(needing(Employment.objects.all(), code, day(on)))


def make_contract(employment: Employment, **values: Any) -> Document:
    """A contract in force, as far as the register knows."""
    version = current_version("employment_contract")
    pack = HiringPack.objects.create(employment=employment, dated=ON)
    return Document.objects.create(
        pack=pack,
        employment=employment,
        employer=employment.employer,
        master=version.master,
        master_version=version,
        number=f"{employment.pk}/2026",
        year=2026,
        sequence=employment.pk,
        dated=ON,
        snapshot={},
        **values,
    )


@pytest.mark.parametrize(
    ("start", "status", "codes"),
    [
        (date(2026, 12, 9), "ready", {"overdue"}),
        (date(2026, 12, 9), "issued", {"overdue"}),
        (EARLY, "draft", {"overdue"}),
        (date(2026, 12, 10), "ready", {"in_term"}),
        (ON, "issued", {"in_term"}),
        (ON + timedelta(days=1), "ready", set()),
        (date(2026, 12, 9), "signed", set()),
        (EARLY, "ended", set()),
    ],
)
def test_three_working_days_after_the_first_shift(start, status, codes):
    make_employment(start_date=start, status=status)
    assert {code for code in ("overdue", "in_term") if found(code)} == codes


def test_new_year_holidays_are_no_working_days():
    make_employment(start_date=date(2026, 12, 30), status="ready")
    working = [date(2027, 1, day) for day in range(1, 32)]
    calendar = reference_in_force().calendar
    deadline = calendar.add_working_days(date(2026, 12, 30), 3)
    assert not found("overdue", deadline)
    assert found("overdue", deadline + timedelta(days=1))
    assert deadline > working[10]


def test_an_unknown_year_is_told():
    assert day().is_calendar_known
    assert not day(date(2032, 3, 1)).is_calendar_known


def test_a_newcomer_without_a_contract_in_force():
    issued = make_employment(status="issued")
    make_contract(issued)
    voided = make_employment(status="issued")
    make_contract(voided, status="voided", void_reason="Опечатка", voided_at="2026-12-01T00:00Z")
    draft = make_employment(status="draft")
    make_employment(status="signed")
    assert set(found("without_pack")) == {voided, draft}
    assert found("unsigned") == [issued]


def test_acquaintance_with_the_job_description_is_missing():
    missing = make_employment(status="issued")
    make_acquaintance(employment=make_employment(status="issued"))
    make_employment(status="ready")
    assert found("unacquainted") == [missing]


@pytest.mark.parametrize(
    ("act", "terms", "is_missing"),
    [
        ({}, {}, True),
        ({"read_before_signing": False}, {}, False),
        ({"approved_on": date(2026, 12, 1)}, {}, False),
        ({"remote_only": True}, {}, False),
        ({"remote_only": True}, {"remote": True}, True),
    ],
)
def test_acquaintance_with_a_local_act_is_missing(act, terms, is_missing):
    employment = make_employment(status="issued", **terms)
    make_acquaintance(employment=employment)
    make_local_act(employer=employment.employer, **act)
    assert bool(found("unacquainted")) is is_missing
    assert bool(lacking(Employment.objects.all(), "acquaintance")) is is_missing


def test_an_act_that_was_read_is_not_missing():
    employment = make_employment(status="issued")
    make_acquaintance(employment=employment)
    act = make_local_act(employer=employment.employer)
    make_acquaintance(employment=employment, job_description=None, local_act=act)
    assert not found("unacquainted")


TERMS: list[tuple[str, dict[str, Any], timedelta, bool]] = [
    ("probation", {}, timedelta(days=10), True),
    ("probation", {}, timedelta(days=11), False),
    ("probation", {}, timedelta(0), True),
    ("probation", {}, timedelta(days=-1), False),
    ("fixed_term", {"fixed_term": True}, timedelta(days=14), True),
    ("fixed_term", {"fixed_term": True}, timedelta(days=15), False),
    ("fixed_term", {"fixed_term": True}, timedelta(days=-30), True),
    ("permit", {"operator__citizenship": "UZ"}, timedelta(days=30), True),
    ("permit", {"operator__citizenship": "UZ"}, timedelta(days=-300), True),
    ("permit", {"operator__citizenship": "UZ"}, timedelta(days=31), False),
    ("permit", {"operator__citizenship": "RU"}, timedelta(days=3), False),
    ("identity", {"operator__citizenship": "UZ"}, timedelta(days=30), True),
    ("identity", {"operator__citizenship": "UZ"}, timedelta(days=31), False),
]


@pytest.mark.parametrize(("code", "terms", "ahead", "is_found"), TERMS)
def test_a_term_is_shown_in_time_and_not_lost_afterwards(code, terms, ahead, is_found):
    field = {"fixed_term": "end_date"}.get(code, BY_CODE[code].date_of)
    field = "probation_until" if code == "probation" else field
    dates = {field: ON + ahead, "start_date": EARLY, "contract_date": EARLY}
    make_employment(status="signed", **terms, **dates)
    assert bool(found(code)) is is_found


@pytest.mark.parametrize("code", ["probation", "fixed_term", "permit", "identity"])
def test_an_ended_employment_waits_for_nothing(code):
    make_employment(
        status="ended",
        fixed_term=True,
        start_date=EARLY,
        end_date=ON,
        probation_until=ON,
        operator__citizenship="UZ",
        operator__permit_valid_until=ON,
        operator__identity_valid_until=ON,
    )
    assert not found(code)


# The page


def failed_run(employment: Employment, user: User) -> Run:
    """A run that could make no files for this person."""
    run = started([employment], user)
    run.items.update(status="failed", error="на диске нет места", finished_at=timezone.now())
    return run


class TestFailedRuns:
    def test_a_run_waits_while_somebody_of_it_has_no_papers(self, officer):
        employment = make_employment()
        run = failed_run(employment, officer)
        assert list(Run.objects.in_trouble()) == [run]
        make_contract(employment)
        assert not Run.objects.in_trouble().exists()

    def test_papers_from_before_do_not_count(self, officer):
        employment = make_employment()
        make_contract(employment)
        run = failed_run(employment, officer)
        assert list(Run.objects.in_trouble()) == [run]

    def test_a_later_run_takes_its_people_over(self, officer):
        employment = make_employment()
        failed_run(employment, officer)
        later = failed_run(employment, officer)
        assert list(Run.objects.in_trouble()) == [later]

    def test_whoever_has_left_waits_for_nothing(self, officer):
        employment = make_employment()
        failed_run(employment, officer)
        Employment.objects.update(status="ended")
        assert not Run.objects.in_trouble().exists()


@pytest.fixture
def that_day() -> Iterator[None]:
    """The clock stands on the day that is looked at."""
    with time_machine.travel(ON, tick=False):
        yield


@pytest.fixture
def desk(that_day: None, officer: User) -> Client:
    rights = ["view_document", "view_employment", "view_enteredfigure"]
    officer.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def everything(db) -> Employment:
    """Something for every line."""
    terms = {"start_date": EARLY, "contract_date": EARLY, "status": "issued"}
    first = make_employment(
        fixed_term=True,
        end_date=ON + timedelta(days=3),
        probation_until=ON + timedelta(days=5),
        operator__citizenship="UZ",
        operator__permit_valid_until=ON + timedelta(days=9),
        operator__identity_valid_until=ON + timedelta(days=9),
        **terms,
    )
    make_contract(first)
    for _ in range(6):
        make_employment(employer=first.employer, status="ready", start_date=ON)
    make_signatory(employer=first.employer, valid_until=ON + timedelta(days=4))
    failed_run(Employment.objects.latest("pk"), make_user("vera", OFFICER))
    return first


def test_every_number_is_the_length_of_its_list(desk: Client, everything):
    answer = desk.get(reverse("documents:today"))
    lines = {line.code: line for line in answer.context["lines"]}
    others = {"runs", "signatories", "figures"}
    assert set(lines) == {condition.code for condition in CONDITIONS} | others
    for code in BY_CODE:
        assert desk.get(lines[code].address).context["table"].paginator.count == lines[code].count
    signatories = desk.get(lines["signatories"].address)
    assert signatories.context["table"].paginator.count == lines["signatories"].count
    runs = desk.get(lines["runs"].address)
    assert runs.context["table"].paginator.count == lines["runs"].count == 1
    assert len(desk.get(lines["figures"].address).context["gaps"]) == lines["figures"].count


def test_it_names_the_first_people_and_counts_the_others(desk: Client, everything):
    page = text_of(desk.get(reverse("documents:today")))
    assert "работает с 15.12.2026, подписать до 18.12.2026" in page
    assert "до 20.12.2026, предупредить до 17.12.2026" in page
    assert "и ещё 2" in page


def test_it_says_when_it_is_too_late_to_warn(desk: Client, officer: User, everything):
    with time_machine.travel(ON + timedelta(days=2), tick=False):
        desk.force_login(officer)
        page = text_of(desk.get(reverse("documents:today")))
    assert "до 18.12.2026, срок предупреждения прошёл" in page


def test_an_empty_day_is_said_to_be_done(desk: Client, officer: User):
    officer.groups.clear()  # who reads no figures is not told that they are missing
    rights = Permission.objects.filter(codename__in=["view_document", "view_employment"])
    officer.user_permissions.set(rights)
    assert "Всё сделано" in text_of(desk.get(reverse("documents:today")))


def test_it_asks_the_database_a_fixed_number_of_times(
    desk: Client, officer: User, everything, django_assert_max_num_queries
):
    EmployerLimit.objects.create(user=officer).employers.set([everything.employer])
    with django_assert_max_num_queries(12):
        answer = desk.get(reverse("documents:today"))
    assert len(answer.context["lines"]) == len(CONDITIONS) + 3


def test_a_limited_user_sees_his_employers_only(desk: Client, officer: User, everything):
    EmployerLimit.objects.create(user=officer)
    codes = {line.code for line in desk.get(reverse("documents:today")).context["lines"]}
    assert codes == {"figures"}


def test_it_needs_its_rights(desk: Client, officer: User):
    officer.groups.clear()
    officer.user_permissions.clear()
    assert desk.get(reverse("documents:today")).status_code == 403


def test_the_day_begins_with_it(desk: Client):
    assert desk.get("/").headers["Location"] == reverse("documents:today")
