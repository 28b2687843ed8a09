"""Papers that are issued after the contract: they cite its day and hire nobody anew."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User

from employees.models import Employment
from hr_docs.documents.issuing.differing import records_differ
from hr_docs.documents.issuing.packs import issue_pack, preview_pack
from hr_docs.documents.issuing.renewing import Wanted, employments_with_papers, renew_papers
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.masters.kinds import add_kind
from hr_docs.documents.masters.uploads import accept_upload
from hr_docs.documents.models import Document, WordMaster
from tests.documents.test_check_master import word_file
from tests.factories import make_employment

LATER = timedelta(days=60)
pytestmark = [pytest.mark.django_db, pytest.mark.pdf]


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def agreement() -> str:
    """A kind that is not in the pack: an agreement that names the contract."""
    master = WordMaster(
        title="Соглашение", signing_order=9, number_mask="{n}/{yyyy}-ДС", in_hiring_pack=False
    )
    text = "{{ документ.номер }} {{ документ.дата }}: {{ договор.номер }} от {{ договор.дата }}"
    author = User.objects.create_user("vera")
    upload = add_kind(master=master, content=word_file(text), added_by=author)
    accept_upload(upload=upload, warnings_accepted=True)
    return master.kind


@pytest.fixture
def hired() -> Employment:
    employment = make_employment()
    issue_pack(employment=employment)
    return employment


def later(employment: Employment) -> date:
    return employment.contract_date + LATER


def test_an_agreement_names_the_date_of_the_contract(hired, agreement):
    (document,) = issue_pack(employment=hired, kinds=[agreement], on=later(hired))
    contract = Document.objects.get(master__kind="employment_contract")
    facts = document.snapshot
    assert facts["договор"]["дата"] == contract.snapshot["договор"]["дата"]
    assert facts["документ"]["дата"] != facts["договор"]["дата"]


def test_its_preview_has_nothing_against_the_late_date(hired, agreement):
    check = preview_pack(employment=hired, kinds=[agreement], on=later(hired))
    assert not check.assessment.errors


def test_a_contract_that_is_issued_again_late_is_still_refused(hired):
    check = preview_pack(employment=hired, kinds=["employment_contract"], on=later(hired))
    assert "TK67-3DAYS" in {judged.finding.rule for judged in check.assessment.errors}


def test_it_does_not_make_the_records_differ(hired, agreement):
    issue_pack(employment=hired, kinds=[agreement], on=later(hired))
    employment = Employment.objects.with_records().get(pk=hired.pk)
    assert not records_differ(employment, Document.objects.current())


def test_it_is_kept_when_it_is_generated_again(hired, agreement):
    (document,) = issue_pack(employment=hired, kinds=[agreement], on=later(hired))
    wanted = Wanted(versions=[document.master_version], law=Law.in_force(), on=document.dated)
    (employment,) = employments_with_papers([hired.pk])
    assert renew_papers(employment, wanted).kept == 1
