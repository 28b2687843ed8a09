"""A user limited to one employer: the others' records are not there, on no page and in no file."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.files.base import ContentFile
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from employees.forms.employment import EmploymentForm
from employees.forms.operator import OperatorForm
from employees.models import Employment, SpreadsheetImport
from hr_docs.access.audit import Action, record_of
from hr_docs.access.roles import ADMINISTRATOR, ROLES
from hr_docs.documents.issuing.packs import freeze_pack, pack_versions
from hr_docs.documents.models import Bundle, Run, Scan, SigningMark
from tests.access.addresses import names
from tests.access.people import browser_of, make_user
from tests.factories import make_employment, make_local_act
from tests.forms import answers_of

#: Addresses of a record that belongs to no employer.
COMMON = {
    *("job_descriptions:position", "job_descriptions:tier", "job_descriptions:edition"),
    *("job_descriptions:edition_next", "job_descriptions:position_delete"),
    *("documents:figure_withdraw", "documents:year_withdraw", "documents:mask"),
    *("documents:master", "documents:master_edit", "documents:master_take_upload"),
    *("documents:master_compare", "documents:master_upload", "documents:master_accept"),
    *("documents:master_discard", "documents:master_upload_preview", "documents:master_version"),
    *("documents:master_word", "documents:master_preview", "documents:master_restore"),
}
SECRET_NAMES = ("Чужова", "Чужая площадка", "Чужой-Секрет", "Чужанин", "Чужое положение")

pytestmark = pytest.mark.django_db


@pytest.fixture
def foreign(settings: Settings, tmp_path) -> Employment:
    """A hire of another employer, with everything that may belong to one."""
    settings.MEDIA_ROOT = tmp_path
    hired = make_employment(
        operator__surname="Чужова",
        employer__short_name="ООО «Чужой-Секрет»",
        signatory__surname="Чужанин",
        site__name="Чужая площадка",
    )
    make_local_act(employer=hired.employer, title="Чужое положение")
    return hired


@pytest.fixture
def user() -> User:
    return make_user("vera", *ROLES, limit=make_employment().employer)


def _targets(foreign: Employment) -> dict[str, Any]:
    """The record of the other employer behind each address that asks for one."""
    boss = make_user("boss", *ROLES, limit=foreign.employer)
    documents = freeze_pack(employment=foreign, issued_by=boss, versions=pack_versions())
    document = documents[-1].pk
    return _made_of(document, boss) | {
        **_made_by(boss, foreign.employer_id),
        "documents/<uuid": document,
        "employments/": foreign.pk,
        "operators/": foreign.operator_id,
        "employers/": foreign.employer_id,
        "signatories/": foreign.signatory_id,
        "sites/": foreign.site_id,
        "local-acts/": foreign.employer.local_acts.get().pk,
        "users/": boss.pk,
    }


def _made_of(document: UUID, boss: User) -> dict[str, Any]:
    mark = SigningMark.objects.create(
        document_id=document, step="signed", on=date(2026, 11, 30), entered_by=boss
    )
    scan = Scan.objects.create(
        document_id=document,
        file=ContentFile(b"", "a.pdf"),
        kind="pdf",
        name="a.pdf",
        size=0,
        pages=1,
        sha256="0" * 64,
        uploaded_by=boss,
    )
    return {"documents/marks/": mark.pk, "documents/scans/": scan.pk}


def _made_by(boss: User, employer: int) -> dict[str, Any]:
    imported = SpreadsheetImport.objects.create(
        name="a.xlsx", size=0, sha256="0" * 64, user=boss, rows_total=0
    )
    run = Run.objects.create(started_by=boss)
    run.employers.add(employer)
    bundle = Bundle.objects.create(
        kind="print", documents=[], employers=[employer], people=1, total=0, made_by=boss
    )
    return {"documents/bundles/": bundle.pk, "runs/": run.pk, "imports/": imported.pk}


def _bound() -> dict[str, str]:
    """Addresses of an employer's records: name → route."""
    routes = {name: str(pattern.pattern) for name, pattern in names() if pattern.pattern.converters}
    return {name: route for name, route in routes.items() if name not in COMMON}


def test_records_of_other_employers_are_not_found(foreign: Employment, user: User):
    targets, desk, found = _targets(foreign), browser_of(user), {}
    for name, route in _bound().items():
        key = next(key for key in targets if route.startswith(key))
        address = reverse(name, args=[targets[key]])
        statuses = {desk.get(address).status_code, desk.post(address).status_code}
        if not statuses <= {404, 405} or 404 not in statuses:
            found[name] = statuses
    assert found == {}


def _text(answer: HttpResponseBase) -> str:
    streamed = getattr(answer, "streaming_content", None)
    content = b"".join(streamed) if streamed else getattr(answer, "content", b"")
    return content.decode(errors="ignore")


def test_no_list_form_or_file_names_what_belongs_to_others(foreign: Employment, user: User, rf):
    _targets(foreign)
    record_of(None, rf.get("/"), Action.VIEWED, subject=foreign)
    desk, told = browser_of(user), {}
    for name, pattern in names():
        if pattern.pattern.converters or name == "account_logout":
            continue
        text = _text(desk.get(reverse(name), {"format": "csv"}))
        if shown := [secret for secret in SECRET_NAMES if secret in text]:
            told[name] = shown
    assert told == {}


def test_a_user_without_a_limit_does_see_them(foreign: Employment):
    desk = browser_of(make_user("anna", *ROLES))
    assert "Чужова" in _text(desk.get(reverse("employees:employments")))
    assert "Чужая площадка" in _text(desk.get(reverse("employees:employment_add")))


def test_a_form_takes_no_employer_of_others(foreign: Employment, user: User):
    address = reverse("employees:site_add")
    answer = browser_of(user).post(address, {"employer": foreign.employer_id, "name": "Моя"})
    assert answer.status_code == 200
    assert not foreign.employer.sites.filter(name="Моя").exists()


def test_a_taken_number_does_not_name_the_operator_of_others(foreign: Employment, user: User):
    own = Employment.objects.visible_to(user).get()
    answer = _sent_with_the_passport_of(foreign, own, browser_of(user))
    assert "уже записан за другим оператором" in answer
    assert f"табельным номером {foreign.operator.personnel_number}" not in answer


def test_a_taken_number_names_an_operator_whom_the_reader_may_see(foreign: Employment):
    own = make_employment()
    answer = _sent_with_the_passport_of(foreign, own, browser_of(make_user("anna", *ROLES)))
    assert f"табельным номером {foreign.operator.personnel_number}" in answer


def _sent_with_the_passport_of(foreign: Employment, own: Employment, desk: Client) -> str:
    answers = answers_of(
        OperatorForm(instance=own.operator, user=AnonymousUser()),
        EmploymentForm(instance=own, user=AnonymousUser()),
    )
    answers |= {"identity_number": foreign.operator.identity_number}
    return _text(desk.post(reverse("employees:employment_edit", args=[own.pk]), answers))


def test_a_limited_user_adds_no_employer(user: User):
    assert browser_of(user).get(reverse("employees:employer_add")).status_code == 403


def test_a_limited_administrator_gives_no_wider_limit(foreign: Employment, user: User):
    answers = {
        "username": "novice",
        "is_active": "on",
        "is_limited": "",
        "employers": [foreign.employer_id],
    }
    browser_of(user).post(reverse("administration:user_add"), answers)
    assert not User.objects.filter(username="novice").exists()
    assert make_user("root", ADMINISTRATOR)  # for whom the limit does not hold
