"""Marking the papers of many people as signed on one day: a person is marked whole or not at all.

The plan says beforehand what will be marked and what is left out, and why; it asks the same
questions as the marking itself, for all people in a fixed number of queries.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from employees.models import Employment
from employees.services import readings_of, record_readings
from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.errors import SigningError, UnreadError
from hr_docs.documents.models import Document, SigningMark
from hr_docs.documents.models.document import DocumentQuerySet
from hr_docs.documents.models.signing import standing_marks
from hr_docs.documents.signing.marking import JOB_DESCRIPTION, mark_document
from hr_docs.documents.signing.state import SigningState, Step


@dataclass(frozen=True, slots=True)
class Signing:
    """What was said of all papers at once.

    `with_readings`: on that day the operators have also read, before they signed, all that binds
    them. `reason`: why a contract was signed earlier than that.
    """

    on: date
    with_readings: bool = False
    reason: str = ""


@dataclass(slots=True)
class PersonPlan:
    """One employment: papers that will be marked, in the order of signing, and the others."""

    employment: Employment
    to_mark: list[Document] = field(default_factory=list)
    left_out: list[tuple[Document, str]] = field(default_factory=list)
    error: str = ""
    """Why nothing of this person was marked; empty before the marking, and when it went well."""


def papers_to_sign(documents: DocumentQuerySet) -> DocumentQuerySet:
    """The documents with what planning and marking read, person by person."""
    return (
        documents.select_related("master", "employment")
        .prefetch_related(
            standing_marks(),
            "employment__operator",
            "employment__job_description",
            "employment__employer__local_acts",
            "employment__acquaintances",
        )
        .defer("snapshot")
        .order_by("employment__operator__search_key", "employment", "master__signing_order", "pk")
    )


def plan_signing(documents: Iterable[Document], signing: Signing) -> list[PersonPlan]:
    """Who will be marked with what; `documents` as `papers_to_sign` gives them."""
    by_person = groupby(documents, key=lambda document: document.employment_id)
    return [_plan_of(list(papers), signing) for _, papers in by_person]


def sign_people(
    plans: Sequence[PersonPlan],
    signing: Signing,
    *,
    entered_by: User,
    note: Callable[[Document], object],
) -> list[PersonPlan]:
    """Mark what was planned, one transaction for each person; `error` says what went wrong.

    `note` is called for each marked document within its transaction, for the audit log.
    """
    for plan in plans:
        if plan.to_mark:
            _sign_person(plan, signing, entered_by, note)
    return list(plans)


def _plan_of(papers: Sequence[Document], signing: Signing) -> PersonPlan:
    plan = PersonPlan(papers[0].employment)
    for document in papers:
        obstacle = SigningState.of(document).obstacle(Step.SIGNED, signing.on)
        obstacle = obstacle or _reading_obstacle(document, plan, signing)
        if obstacle:
            plan.left_out.append((document, obstacle))
        else:
            plan.to_mark.append(document)
    return plan


def _reading_obstacle(document: Document, plan: PersonPlan, signing: Signing) -> str:
    """What the law asks of the order in which the papers are read and signed (ст. 68 ТК РФ)."""
    employment, kind = plan.employment, document.master.kind
    if signing.reason or kind not in {CONTRACT_KIND, JOB_DESCRIPTION}:
        return ""
    is_late = signing.on > employment.contract_date
    unread = [each for each in readings_of(employment) if not each.is_done_by(signing.on)]
    if kind == JOB_DESCRIPTION:
        is_new = any(each.job_description and not each.acquaintance for each in unread)
        return _late(employment) if is_late and is_new else ""
    if signing.with_readings:
        return _late(employment) if is_late and unread else ""
    signs_sheet = any(paper.master.kind == JOB_DESCRIPTION for paper in plan.to_mark)
    left = [each for each in unread if not (each.job_description and signs_sheet)]
    return str(UnreadError(left)) if left else ""


def _late(employment: Employment) -> str:
    return gettext(
        "the acquaintance would be later than the contract of %(day)s: give the reason "
        "(Art. 68 of the Labour Code)"
    ) % {"day": f"{employment.contract_date:%d.%m.%Y}"}


def _sign_person(
    plan: PersonPlan, signing: Signing, entered_by: User, note: Callable[[Document], object]
) -> None:
    try:
        with transaction.atomic():
            if signing.with_readings and _signs_contract(plan.to_mark):
                _record_unread(plan.employment, signing)
            for document in plan.to_mark:
                mark_document(
                    document=document,
                    step=SigningMark.Step.SIGNED,
                    on=signing.on,
                    entered_by=entered_by,
                    reason=signing.reason,
                )
                note(document)
    except SigningError as error:
        plan.error = str(error)
    except ValidationError as error:
        plan.error = " ".join(error.messages)


def _signs_contract(papers: Iterable[Document]) -> bool:
    return any(document.master.kind == CONTRACT_KIND for document in papers)


def _record_unread(employment: Employment, signing: Signing) -> None:
    """Note everything that is not noted yet as read that day."""
    employment = Employment.objects.with_records().get(pk=employment.pk)
    unread = [each for each in readings_of(employment) if not each.acquaintance]
    record_readings(
        employment=employment,
        days={each.key: signing.on for each in unread},
        late_reason=signing.reason,
    )
