"""Entering one mark, and undoing it."""

from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from employees.models import Acquaintance, Employment
from employees.services import (
    record_acquaintance,
    sign_employment,
    unread_by,
    unsign_employment,
)
from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.errors import SigningError, UnreadError
from hr_docs.documents.models import Document, SigningMark
from hr_docs.documents.signing.state import SigningState, Step
from job_descriptions.models import JobDescriptionEdition

JOB_DESCRIPTION = "job_description"


@transaction.atomic
def mark_document(
    *,
    document: Document,
    step: SigningMark.Step,
    on: date,
    entered_by: User,
    reason: str = "",
) -> SigningMark:
    """Enter that the document was handed out, signed, or its second copy given on that day.

    A signed contract makes the employment signed; `reason` says why before the operator had read
    what he must. The signed sheet of a job description is the acquaintance with its edition;
    `reason` says why later than the contract. Raises SigningError with nothing entered.
    """
    employment = _locked(document.employment_id)
    document = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if obstacle := SigningState.of(document).obstacle(step, on):
        raise SigningError(f"{document}: {obstacle}.")
    mark = SigningMark(document=document, step=step, on=on, entered_by=entered_by)
    if step == Step.SIGNED and document.master.kind == CONTRACT_KIND:
        mark.reason = _reason_for_unread(employment, on, reason)
        sign_employment(employment=employment)
    if step == Step.SIGNED and document.master.kind == JOB_DESCRIPTION:
        mark.acquaintance = _acquaintance_with(document, employment, on, reason)
    mark.save()
    return mark


@transaction.atomic
def undo_mark(*, mark: SigningMark, reason: str, undone_by: User) -> SigningMark:
    """Take back the last mark of a document; it stays as history, with the reason.

    What it had brought about goes with it: the employment is no longer signed, the acquaintance
    that it recorded is gone.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise SigningError(gettext("Say why the mark is wrong."))
    employment = _locked(mark.document.employment_id)
    mark = SigningMark.objects.select_related("document__master").get(pk=mark.pk)
    _refuse_undoing(mark)
    recorded, mark.acquaintance = mark.acquaintance, None
    mark.undone_at, mark.undone_by, mark.undo_reason = timezone.now(), undone_by, reason
    mark.save(update_fields=["acquaintance", "undone_at", "undone_by", "undo_reason"])
    if recorded is not None:
        recorded.delete()
    if mark.step == Step.SIGNED and _is_contract_in_force(mark.document):
        unsign_employment(employment=employment)
    return mark


def _locked(pk: int) -> Employment:
    return Employment.objects.with_records().select_for_update(of=("self",)).get(pk=pk)


def _reason_for_unread(employment: Employment, on: date, reason: str) -> str:
    """The reason, where one is needed."""
    unread = unread_by(employment, on)
    reason = " ".join(reason.split())
    if unread and not reason:
        raise UnreadError(unread)
    return reason if unread else ""


def _acquaintance_with(
    document: Document, employment: Employment, on: date, reason: str
) -> Acquaintance | None:
    """What the sheet proves; None where the acquaintance with this edition is noted already."""
    edition = edition_of(document)
    if employment.acquaintances.filter(job_description=edition).exists():
        return None
    try:
        return record_acquaintance(
            employment=employment,
            read_on=on,
            job_description=edition,
            late_reason=" ".join(reason.split()) if on > employment.contract_date else "",
        )
    except ValidationError as error:
        raise SigningError(f"{document}: {' '.join(error.messages)}") from error


def edition_of(document: Document) -> JobDescriptionEdition:
    """The edition that a job description was printed from, whatever the employment has now."""
    frozen = document.snapshot["инструкция"]
    number, edition = frozen["номер"], frozen["редакция"]
    found = JobDescriptionEdition.objects.filter(number=number, edition=edition).first()
    if found is None:
        words = gettext("there is no job description No. %(number)s, edition %(edition)s")
        named = words % {"number": number, "edition": edition}
        raise SigningError(f"{document}: {named}.")
    return found


def _refuse_undoing(mark: SigningMark) -> None:
    state = SigningState.of(mark.document)
    if mark.undone_at is not None:
        raise SigningError(gettext("This mark is undone already."))
    if state.last != mark:
        raise SigningError(gettext("Undo the later mark of this document first."))
    if mark.acquaintance_id is not None and _contract_is_signed(mark.document):
        raise SigningError(
            gettext(
                "This mark recorded the acquaintance with the job description, and the contract is "
                "signed already: undo the signature of the contract first."
            )
        )


def _contract_is_signed(document: Document) -> bool:
    contracts = Document.objects.current().filter(
        employment=document.employment_id, master__kind=CONTRACT_KIND
    )
    return SigningMark.objects.standing().filter(document__in=contracts, step=Step.SIGNED).exists()


def _is_contract_in_force(document: Document) -> bool:
    return document.master.kind == CONTRACT_KIND and document.is_current
