"""The check of a Word file that is to become a master: read, filled, laid out."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from hr_docs.documents.context import example_people, vocabulary
from hr_docs.engine import (
    ConversionError,
    DataError,
    Fault,
    Overflow,
    WordTemplate,
    conversion_faults,
    inspect_template,
    layout_report,
    warning_fault,
)
from hr_docs.engine.errors import Missing, Place, TemplateError, Unprintable

_Met = tuple[str, Overflow]  # for whom
_LIMITS = {
    "page": "текст выходит за край страницы и не будет напечатан",
    "cell": "текст выходит за край своей ячейки: расширьте столбец",
    "frame": (
        "текст не помещается: Word обрежет его. Увеличьте высоту надписи или строки таблицы "
        "(для строки — «минимум» вместо «точно»)"
    ),
}


def check_master(content: bytes) -> list[Fault]:
    """Everything wrong with the file, in one run; nothing for a file that is fit for use.

    A file without errors is also filled and laid out for every built-in example person: a
    placeholder that is empty for one of them, a text that does not fit, and whatever the PDF
    cannot show, is a fault too.
    """
    faults = inspect_template(content, vocabulary())
    if any(fault.severity == "error" for fault in faults):
        return faults
    shown = conversion_faults(content)
    return faults + shown + _Filling(WordTemplate(content), shown).faults()


class _Filling:
    """A template filled for one person after the other; `known` has been told already."""

    def __init__(self, template: WordTemplate, known: list[Fault]) -> None:
        self._template = template
        self._told = {fault.message for fault in known}
        self._gaps: defaultdict[Missing | Unprintable, list[str]] = defaultdict(list)
        self._overflows: defaultdict[tuple[str, str], list[_Met]] = defaultdict(list)
        self._others: dict[Fault, None] = {}

    def faults(self) -> list[Fault]:
        for person, facts in example_people().items():
            self._fill(person, facts)
        gaps = [_gap_fault(gap, people) for gap, people in self._gaps.items()]
        overflows = [_overflow_fault(met) for met in self._overflows.values()]
        return [*gaps, *self._others, *overflows]

    def _fill(self, person: str, facts: Mapping[str, Any]) -> None:
        try:
            docx = self._template.render(facts)
        except DataError as error:
            found: tuple[Missing | Unprintable, ...] = (*error.missing, *error.unprintable)
            for gap in found:
                self._gaps[gap].append(person)
        except TemplateError as error:
            fault = Fault("filling", "error", error.place or Place(), error.cause)
            self._others[fault] = None
        else:
            self._lay_out(person, docx)

    def _lay_out(self, person: str, docx: bytes) -> None:
        try:
            report = layout_report(docx)
        except ConversionError as error:
            cause = f"PDF не получается: {error.cause}"
            self._others[Fault("pdf", "error", error.place or Place(), cause)] = None
            return
        for warning in report.warnings:  # those that only values bring: their letters
            fault = warning_fault(warning, Place())
            if fault.message not in self._told:
                self._others[fault] = None
        for overflow in report.overflows:
            self._overflows[overflow.limit, overflow.text].append((person, overflow))


def _overflow_fault(met: list[_Met]) -> Fault:
    person, overflow = met[0]
    message = f"страница {overflow.page}: {_LIMITS[overflow.limit]} (например: {person})."
    return Fault("overflow", "warning", Place(text=overflow.text), message)


def _gap_fault(gap: Missing | Unprintable, people: list[str]) -> Fault:
    place = gap.place or Place()
    if isinstance(gap, Unprintable):
        return Fault("unprintable", "error", place, f"«{gap.name}»: {gap.reason}.")
    return Fault(
        "gap",
        "error",
        place,
        f"«{gap.name}» бывает пустым (например: {people[0]}) и остановит такой документ. "
        "Поставьте вокруг абзаца условие {%p if … %} или уберите метку.",
    )


def fault_row(fault: Fault) -> dict[str, Any]:
    """A fault as JSON."""
    return {
        "code": fault.code,
        "severity": fault.severity,
        "place": str(fault.place),
        "part": fault.place.part,
        "paragraph": fault.place.paragraph,
        "cell": fault.place.cell,
        "message": fault.message,
    }
