"""Marks on papers: only forwards, with days that can be, undone with a reason."""

from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import User

from employees.models import Acquaintance, Employment
from hr_docs.documents.errors import SigningError, UnreadError
from hr_docs.documents.issuing.packs import finish_file, freeze_pack, pack_versions, void_document
from hr_docs.documents.models import Document, SigningMark
from hr_docs.documents.signing import SigningState, mark_document, undo_mark
from tests.factories import make_acquaintance, make_edition, make_local_act

DAY, NEXT = date(2026, 11, 30), date(2026, 12, 1)
Step = SigningMark.Step

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel("2026-12-01T12:00:00+03:00", tick=True):
        yield


@pytest.fixture
def papers(employment: Employment, officer: User) -> dict[str, Document]:
    """An issued pack, by kind; what its files hold is another test's business."""
    frozen = freeze_pack(employment=employment, versions=pack_versions(), issued_by=officer)
    for document in frozen:
        finish_file(document, "docx", b"PK a Word file")
    return {document.master.kind: document for document in frozen}


@pytest.fixture
def contract(papers: dict[str, Document]) -> Document:
    return papers["employment_contract"]


@pytest.fixture
def sheet(papers: dict[str, Document]) -> Document:
    return papers["job_description"]


@pytest.fixture
def undertaking(papers: dict[str, Document]) -> Document:
    return papers["confidentiality_undertaking"]


def _mark(document: Document, step: Step, officer: User, on=DAY, **answers) -> SigningMark:
    return mark_document(document=document, step=step, on=on, entered_by=officer, **answers)


def _read_everything(employment: Employment) -> None:
    make_acquaintance(employment=employment)
    for act in employment.employer.local_acts.all():
        make_acquaintance(employment=employment, job_description=None, local_act=act)


def test_a_contract_goes_through_its_three_steps(contract, employment, officer):
    _read_everything(employment)
    for step, on in ((Step.HANDED_OUT, DAY), (Step.SIGNED, DAY), (Step.COPY_GIVEN, NEXT)):
        _mark(contract, step, officer, on)
    state = SigningState.of(contract)
    assert [(m.step, m.on, m.entered_by) for m in state.marks] == [
        ("handed_out", DAY, officer),
        ("signed", DAY, officer),
        ("copy_given", NEXT, officer),
    ]
    assert (state.is_signed, state.possible) == (True, ())


def test_a_paper_may_be_signed_on_the_spot(undertaking, officer):
    _mark(undertaking, Step.SIGNED, officer)
    state = SigningState.of(undertaking)
    assert (state.is_signed, state.possible) == (True, ())


WRONG_STEPS = [
    ((Step.SIGNED,), Step.HANDED_OUT, "отмечать выдачу поздно"),
    ((Step.SIGNED,), Step.SIGNED, "документ уже подписан 30.11.2026"),
    ((Step.SIGNED,), Step.COPY_GIVEN, "второго экземпляра у этого документа нет"),
    ((), Step.COPY_GIVEN, "второго экземпляра у этого документа нет"),
    ((Step.HANDED_OUT,), Step.HANDED_OUT, "документ уже выдан"),
]


@pytest.mark.parametrize(("before", "step", "words"), WRONG_STEPS)
def test_it_goes_only_forwards(undertaking, officer, before, step, words):
    for each in before:
        _mark(undertaking, each, officer)
    with pytest.raises(SigningError, match=words):
        _mark(undertaking, step, officer)
    assert SigningMark.objects.count() == len(before)


def test_no_copy_is_given_of_what_is_not_signed(contract, officer):
    with pytest.raises(SigningError, match="сначала отметьте подпись"):
        _mark(contract, Step.COPY_GIVEN, officer)


WRONG_DAYS = [
    (date(2026, 12, 2), "день 02.12.2026 ещё не наступил"),
    (date(2026, 11, 29), "раньше даты документа 30.11.2026"),
]


@pytest.mark.parametrize(("on", "words"), WRONG_DAYS)
def test_it_refuses_a_day_that_cannot_be(undertaking, officer, on, words):
    with pytest.raises(SigningError, match=words):
        _mark(undertaking, Step.SIGNED, officer, on)


def test_a_paper_is_given_to_read_before_its_own_day(papers, officer):
    tomorrows = Document.objects.get(pk=papers["confidentiality_undertaking"].pk)
    tomorrows.dated = date(2026, 12, 2)
    tomorrows.save(update_fields=["dated"])
    with pytest.raises(SigningError, match=r"30\.11\.2026 раньше даты документа 02\.12\.2026"):
        _mark(tomorrows, Step.HANDED_OUT, officer, DAY)  # it was not made yet
    _mark(tomorrows, Step.HANDED_OUT, officer, NEXT)
    with pytest.raises(SigningError, match=r"раньше даты документа 02\.12\.2026"):
        _mark(tomorrows, Step.SIGNED, officer, NEXT)


def test_nothing_is_signed_before_it_was_handed_out(undertaking, officer):
    _mark(undertaking, Step.HANDED_OUT, officer, NEXT)
    with pytest.raises(SigningError, match=r"предыдущей отметки: документ выдан 01\.12\.2026"):
        _mark(undertaking, Step.SIGNED, officer, DAY)


def test_a_void_or_superseded_paper_is_not_marked(employment, undertaking, contract, officer):
    void_document(document=undertaking, reason="Опечатка", voided_by=officer)
    freeze_pack(employment=employment, versions=pack_versions(["employment_contract"]))
    for document, words in ((undertaking, "аннулирован"), (contract, "заменён")):
        with pytest.raises(SigningError, match=words):
            _mark(document, Step.SIGNED, officer)


def test_a_signed_contract_makes_the_employment_signed(contract, employment, officer):
    _read_everything(employment)
    mark = _mark(contract, Step.SIGNED, officer)
    employment.refresh_from_db()
    assert (employment.status, mark.reason) == ("signed", "")


def test_a_contract_waits_for_what_must_be_read(contract, employment, officer):
    act = employment.employer.local_acts.get()
    with pytest.raises(UnreadError) as refused:
        _mark(contract, Step.SIGNED, officer)
    assert "Должностная инструкция № ДИ" in str(refused.value)
    assert act.title in str(refused.value)
    employment.refresh_from_db()
    assert (employment.status, SigningMark.objects.count()) == ("issued", 0)


def test_a_reason_lets_the_contract_be_signed_and_is_kept(contract, officer):
    mark = _mark(contract, Step.SIGNED, officer, reason=" Инструкцию подписал  раньше ")
    assert SigningMark.objects.get(pk=mark.pk).reason == "Инструкцию подписал раньше"


def test_what_was_read_after_the_signing_does_not_count(contract, employment, officer):
    _read_everything(employment)
    Acquaintance.objects.filter(local_act__isnull=False).update(read_on=NEXT)
    with pytest.raises(UnreadError, match="Правила внутреннего"):
        _mark(contract, Step.SIGNED, officer, DAY)


def test_acts_of_remote_work_or_of_later_days_do_not_bind_everybody(contract, employment, officer):
    _read_everything(employment)
    make_local_act(employer=employment.employer, remote_only=True)
    make_local_act(employer=employment.employer, approved_on=NEXT)
    make_local_act(employer=employment.employer, read_before_signing=False)
    assert _mark(contract, Step.SIGNED, officer).reason == ""


def test_the_signed_sheet_is_the_acquaintance_with_its_own_edition(sheet, employment, officer):
    printed = employment.job_description
    employment.job_description = make_edition(
        edition=2, number=printed.number, tier__code="trainee"
    )
    employment.save()
    _mark(sheet, Step.SIGNED, officer)
    assert [(a.job_description, a.read_on) for a in Acquaintance.objects.all()] == [(printed, DAY)]


def test_a_sheet_signed_after_the_contracts_day_needs_a_reason(sheet, officer):
    with pytest.raises(SigningError, match=r"позже договора 30\.11\.2026"):
        _mark(sheet, Step.SIGNED, officer, NEXT)
    _mark(sheet, Step.SIGNED, officer, NEXT, reason="Был в отъезде")
    assert Acquaintance.objects.get().late_reason == "Был в отъезде"


def test_a_sheet_leaves_an_acquaintance_that_is_noted_already(sheet, employment, officer):
    noted = make_acquaintance(employment=employment)
    mark = _mark(sheet, Step.SIGNED, officer)
    undo_mark(mark=mark, reason="Не тот лист", undone_by=officer)
    assert Acquaintance.objects.get() == noted


def test_undoing_keeps_the_mark_as_history(contract, employment, officer):
    mark = _mark(contract, Step.SIGNED, officer, reason="Подписан раньше")
    undo_mark(mark=mark, reason="Не тот договор", undone_by=officer)
    employment.refresh_from_db()
    kept = SigningMark.objects.get()
    assert (kept.undone_by, kept.undo_reason) == (officer, "Не тот договор")
    assert (SigningState.of(contract).last, employment.status) == (None, "issued")


def test_undoing_takes_back_the_acquaintance_that_the_sheet_recorded(sheet, officer):
    mark = _mark(sheet, Step.SIGNED, officer)
    undo_mark(mark=mark, reason="Не тот лист", undone_by=officer)
    assert not Acquaintance.objects.exists()


def test_a_sheet_that_the_signed_contract_rests_on_is_not_undone(sheet, contract, officer):
    mark = _mark(sheet, Step.SIGNED, officer)
    _mark(contract, Step.SIGNED, officer, reason="Акты прочёл раньше")
    with pytest.raises(SigningError, match="сначала отмените подпись договора"):
        undo_mark(mark=mark, reason="Не тот лист", undone_by=officer)
    assert Acquaintance.objects.exists()


def test_only_the_last_mark_is_undone_once_and_with_a_reason(undertaking, officer):
    handed, signed = (_mark(undertaking, step, officer) for step in (Step.HANDED_OUT, Step.SIGNED))
    with pytest.raises(SigningError, match="более позднюю отметку"):
        undo_mark(mark=handed, reason="Ошибка", undone_by=officer)
    with pytest.raises(SigningError, match="почему отметка неверна"):
        undo_mark(mark=signed, reason=" ", undone_by=officer)
    undo_mark(mark=signed, reason="Ошибка", undone_by=officer)
    with pytest.raises(SigningError, match="уже отменена"):
        undo_mark(mark=signed, reason="Ошибка", undone_by=officer)


@pytest.mark.parametrize("how", ["void", "again"])
def test_an_employment_without_its_signed_contract_is_not_signed(
    contract, employment, officer, how
):
    _mark(contract, Step.SIGNED, officer, reason="Прочёл раньше")
    if how == "void":
        void_document(document=contract, reason="Опечатка", voided_by=officer)
    else:
        freeze_pack(employment=employment, versions=pack_versions(["employment_contract"]))
    employment.refresh_from_db()
    assert employment.status == "issued"
