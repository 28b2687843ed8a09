"""How far a document has come on paper, and what may be marked next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hr_docs.documents.models import Document, SigningMark

Step = SigningMark.Step
_ALREADY = {
    Step.HANDED_OUT: _("the document was handed out on %(day)s already"),
    Step.SIGNED: _("the document was signed on %(day)s already"),
    Step.COPY_GIVEN: _("the operator was given the copy on %(day)s already"),
}
_BEFORE_THE_LAST = {
    Step.HANDED_OUT: _("%(day)s is before the last mark: the document was handed out on %(last)s"),
    Step.SIGNED: _("%(day)s is before the last mark: the document was signed on %(last)s"),
    Step.COPY_GIVEN: _("%(day)s is before the last mark: the copy was given on %(last)s"),
}
_NOT_IN_FORCE = {
    Document.Status.SUPERSEDED: _("the document is superseded: mark the one in force"),
    Document.Status.VOIDED: _("the document is void"),
}


@dataclass(frozen=True, slots=True)
class SigningState:
    """The marks that stand, in the order of the steps."""

    document: Document
    marks: tuple[SigningMark, ...]

    @classmethod
    def of(cls, document: Document) -> Self:
        """Of a document with `standing_marks()`, or with a query of its own."""
        marks: Iterable[SigningMark] | None = getattr(document, "standing_marks", None)
        if marks is None:
            marks = document.marks.standing().select_related("entered_by")
        return cls(document, tuple(sorted(marks, key=lambda mark: STEPS.index(Step(mark.step)))))

    @property
    def last(self) -> SigningMark | None:
        """The step that was reached; it alone can be undone."""
        return self.marks[-1] if self.marks else None

    @property
    def is_signed(self) -> bool:
        return any(mark.step == Step.SIGNED for mark in self.marks)

    @property
    def possible(self) -> tuple[SigningMark.Step, ...]:
        """The steps that may come next: only forwards, and no copy of what is not signed.

        Handing out may be left out: what is signed on the spot is never out of the room.
        """
        if self.document.status != Document.Status.ISSUED:
            return ()
        reached = STEPS.index(Step(self.last.step)) if self.last else -1
        later = STEPS[reached + 1 :]
        return tuple(step for step in later if step != Step.COPY_GIVEN or self._copy_is_due)

    @property
    def _copy_is_due(self) -> bool:
        return self.is_signed and self.document.master.operator_copies > 0

    def obstacle(self, step: SigningMark.Step, on: date) -> str:
        """Why the document cannot be marked with this step on that day; empty when it can."""
        return self._wrong_document() or self._wrong_step(step) or self._wrong_day(step, on)

    def _wrong_document(self) -> str:
        status = Document.Status(self.document.status)
        if status == Document.Status.ISSUED:
            return ""
        return str(_NOT_IN_FORCE[status])

    def _wrong_step(self, step: SigningMark.Step) -> str:
        if step in self.possible:
            return ""
        for mark in self.marks:
            if mark.step == step:
                return _ALREADY[step] % {"day": _written(mark.on)}
        if step == Step.COPY_GIVEN and not self.document.master.operator_copies:
            return gettext("this document has no second copy")
        if step == Step.COPY_GIVEN:
            return gettext("the document is not signed yet: mark the signature first")
        return gettext("the document is signed already: too late to mark the handing out")

    def _wrong_day(self, step: SigningMark.Step, on: date) -> str:
        if on > timezone.localdate():
            return gettext("%(day)s is still to come") % {"day": _written(on)}
        if on < self._first_day(step):
            days = {"day": _written(on), "date": _written(self.document.dated)}
            return gettext("%(day)s is before %(date)s, the date of the document") % days
        if self.last and on < self.last.on:
            days = {"day": _written(on), "last": _written(self.last.on)}
            return _BEFORE_THE_LAST[Step(self.last.step)] % days
        return ""

    def _first_day(self, step: SigningMark.Step) -> date:
        """A paper is given to read before its own day (ст. 68 ч. 3), once it exists."""
        dated = self.document.dated
        if step != Step.HANDED_OUT:
            return dated
        return min(dated, timezone.localdate(self.document.created_at))


def _written(day: date) -> str:
    return f"{day:%d.%m.%Y}"


STEPS = (Step.HANDED_OUT, Step.SIGNED, Step.COPY_GIVEN)
