"""How far a document has come on paper, and what may be marked next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.utils import timezone

from hr_docs.documents.models import Document, SigningMark

Step = SigningMark.Step
_WHEN = {
    Step.HANDED_OUT: "выдан",
    Step.SIGNED: "подписан",
    Step.COPY_GIVEN: "отдан работнику вторым экземпляром",
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

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to be done with the paper."""
        return self.is_signed and not self.possible

    def obstacle(self, step: SigningMark.Step, on: date) -> str:
        """Why the document cannot be marked with this step on that day; empty when it can."""
        return self._wrong_document() or self._wrong_step(step) or self._wrong_day(on)

    def _wrong_document(self) -> str:
        status = Document.Status(self.document.status)
        if status == Document.Status.ISSUED:
            return ""
        return {
            Document.Status.PREPARING: "файлы документа ещё не сделаны: откройте его, затем "
            "напечатайте",
            Document.Status.SUPERSEDED: "документ заменён: отмечайте действующий",
            Document.Status.VOIDED: "документ аннулирован",
        }[status]

    def _wrong_step(self, step: SigningMark.Step) -> str:
        if step in self.possible:
            return ""
        for mark in self.marks:
            if mark.step == step:
                return f"документ уже {_WHEN[step]} {mark.on:%d.%m.%Y}"
        if step == Step.COPY_GIVEN and not self.document.master.operator_copies:
            return "второго экземпляра у этого документа нет"
        if step == Step.COPY_GIVEN:
            return "документ ещё не подписан: сначала отметьте подпись"
        return "документ уже подписан: отмечать выдачу поздно"

    def _wrong_day(self, on: date) -> str:
        if on > timezone.localdate():
            return f"день {on:%d.%m.%Y} ещё не наступил"
        if on < self.document.dated:
            return f"день {on:%d.%m.%Y} раньше даты документа {self.document.dated:%d.%m.%Y}"
        if self.last and on < self.last.on:
            return (
                f"день {on:%d.%m.%Y} раньше предыдущей отметки: документ "
                f"{_WHEN[Step(self.last.step)]} {self.last.on:%d.%m.%Y}"
            )
        return ""


STEPS = (Step.HANDED_OUT, Step.SIGNED, Step.COPY_GIVEN)
