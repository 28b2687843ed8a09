"""The check of a Word file that is to become a master: read, filled, laid out."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hr_docs.documents.context import example_people, vocabulary
from hr_docs.engine import (
    DataError,
    EngineError,
    Fault,
    WordTemplate,
    conversion_report,
    docx_to_pdf,
    inspect_template,
)
from hr_docs.engine.errors import Missing, Place, TemplateError, Unprintable


def check_master(content: bytes) -> list[Fault]:
    """Everything wrong with the file, in one run; nothing for a file that is fit for use.

    A file without errors is also filled for every built-in example person: a placeholder that is
    empty for one of them, and whatever the PDF cannot show, is a fault too.
    """
    faults = inspect_template(content, vocabulary())
    if any(fault.severity == "error" for fault in faults):
        return faults
    return faults + _faults_of_filling(WordTemplate(content))


def _faults_of_filling(template: WordTemplate) -> list[Fault]:
    gaps: defaultdict[Missing | Unprintable, list[str]] = defaultdict(list)
    shown: dict[Fault, None] = {}
    for person, facts in example_people().items():
        try:
            docx = template.render(facts)
        except DataError as error:
            found: tuple[Missing | Unprintable, ...] = (*error.missing, *error.unprintable)
            for gap in found:
                gaps[gap].append(person)
            continue
        except TemplateError as error:
            return [Fault("filling", "error", error.place or Place(), error.cause)]
        shown.update(dict.fromkeys(_faults_of_layout(docx)))
    return [_gap_fault(gap, people) for gap, people in gaps.items()] + list(shown)


def _faults_of_layout(docx: bytes) -> Iterator[Fault]:
    try:
        for warning in conversion_report(docx):
            place = Place(part=warning.part, paragraph=warning.paragraph)
            yield Fault("pdf", "warning", place, f"В PDF будет иначе, чем в Word: {warning.what}.")
        docx_to_pdf(docx)
    except EngineError as error:
        yield Fault("pdf", "error", Place(), f"PDF не получается: {error}")


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
