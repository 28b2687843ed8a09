"""The check of a Word file that is to become a master: read, filled, laid out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from hr_docs.documents.context import choices, example_people, vocabulary
from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.masters.contents import basis_of, called, lacking, other_kind
from hr_docs.documents.masters.reading import broken_promises, objections
from hr_docs.engine import (
    ConversionError,
    DataError,
    Fault,
    Overflow,
    WordTemplate,
    conversion_faults,
    inspect_template,
    layout_report,
    mended,
    places_of,
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


def check_master(content: bytes, kind: str = "", *, for_everybody: bool = True) -> list[Fault]:
    """Everything wrong with the file, in one run; nothing for a file that is fit for use.

    A file without errors is also filled and laid out for every built-in example person: a
    placeholder that is empty for one of them, a text that does not fit, and whatever the PDF
    cannot show, is a fault too. Of a file with errors the rest is filled, as far as it can be,
    and its fonts are looked at.
    What a document of a shipped `kind` must say is looked for as well. A kind that is not issued
    `for_everybody` may well print what somebody has not: that is only said.
    """
    faults = inspect_template(content, vocabulary(), choices())
    if any(fault.code == "file" for fault in faults):
        return faults
    if any(fault.severity == "error" for fault in faults):
        return faults + _faults_of_rest(content, kind, faults, for_everybody=for_everybody)
    shown = conversion_faults(content)
    misplaced = _title_faults(content, kind)
    template = WordTemplate(content)
    faults += misplaced + shown + list(_sameness_faults(template))
    filling = _Filling(template, shown, for_everybody=for_everybody)
    return faults + filling.faults(content, "" if misplaced else kind)


def _sameness_faults(template: WordTemplate) -> Iterator[Fault]:
    if not template.placeholders:
        message = (
            "в файле нет ни одной подстановки, документ у всех будет одинаковым: впишите имя, "
            "номер и дату — их список на странице «Подстановки»"
        )
        yield Fault("no-tags", "warning", Place(), message)


def _faults_of_rest(
    content: bytes, kind: str, faults: list[Fault], *, for_everybody: bool
) -> list[Fault]:
    """What is wrong besides the errors that are known: not the look of the pages."""
    # Whatever else the PDF cannot show is among the errors, or waits for them.
    fonts = [fault for fault in conversion_faults(content) if fault.code == "font"]
    template = mended(content, faults)
    if template is None:
        message = "на вымышленных людях не проверено: сначала исправьте ошибки"
        return [*fonts, Fault("not-filled", "warning", Place(), message)]
    filling = _Filling(template, [], for_everybody=for_everybody)
    is_whole = all(fault.tag.startswith("{{") for fault in faults if fault.severity == "error")
    return _title_faults(content, kind) + fonts + filling.gaps(kind, is_whole=is_whole)


def _title_faults(content: bytes, kind: str) -> list[Fault]:
    other = other_kind(content, kind)
    message = f"это похоже на другой вид документа, «{other}»: загрузите файл на его странице"
    return [Fault("kind", "error", Place(), message)] if other else []


class _Filling:
    """A template filled for one person after the other; `known` has been told already."""

    def __init__(self, template: WordTemplate, known: list[Fault], *, for_everybody: bool) -> None:
        self._template = template
        self._for_everybody = for_everybody
        self._told = {fault.message for fault in known}
        self._gaps: defaultdict[Missing | Unprintable, list[str]] = defaultdict(list)
        self._overflows: defaultdict[tuple[str, str], list[_Met]] = defaultdict(list)
        self._lacking: defaultdict[str, list[str]] = defaultdict(list)
        self._objections: defaultdict[str, list[tuple[str, Fault]]] = defaultdict(list)
        self._others: dict[Fault, None] = {}

    def faults(self, content: bytes, kind: str) -> list[Fault]:
        """Everything, for a template made from `content`."""
        for person, facts in example_people().items():
            docx = self._filled(person, facts)
            if docx is not None:
                self._lay_out(person, docx)
                for what in lacking(docx, kind, facts):
                    self._lacking[what].append(person)
                for what, fault in objections(docx, called(kind), facts):
                    self._objections[what].append((person, fault))
        overflows = list(self._overflow_faults(content))
        if kind == CONTRACT_KIND:
            self._others |= dict.fromkeys(broken_promises(content))
        lacking_ones = [*self._lacking_faults(kind), *self._objection_faults(content)]
        return [*self._gap_faults(), *self._others, *lacking_ones, *overflows]

    def gaps(self, kind: str, *, is_whole: bool) -> list[Fault]:
        """Values that are empty for somebody, and what the law objects to.

        Clauses may lack in a template that is not `is_whole`: nothing is said of references.
        """
        for person, facts in example_people().items():
            docx = self._filled(person, facts)
            for what, fault in objections(docx, called(kind), facts) if docx else ():
                if is_whole or fault.code == "law":
                    self._objections[what].append((person, fault))
        return [*self._gap_faults(), *self._others, *self._objection_faults(None)]

    def _gap_faults(self) -> list[Fault]:
        fault_of = _gap_fault if self._for_everybody else _gap_of_some
        return [fault_of(gap, people) for gap, people in self._gaps.items()]

    def _overflow_faults(self, content: bytes) -> Iterator[Fault]:
        by_person: defaultdict[str, list[Overflow]] = defaultdict(list)
        for person, overflow in (met[0] for met in self._overflows.values()):
            by_person[person].append(overflow)
        for person, overflows in by_person.items():
            places = places_of(content, example_people()[person], [one.text for one in overflows])
            told: set[object] = set()
            for one in overflows:
                place = places.get(one.text)
                if place is None or (one.limit, place) not in told:
                    yield _overflow_fault(person, one, place)
                told.add((one.limit, place))

    def _objection_faults(self, content: bytes | None) -> Iterator[Fault]:
        """With their paragraphs, where the template can be filled as it is."""
        for met in self._objections.values():
            person, fault = met[0]
            whom = "" if len(met) >= len(example_people()) else f" Например: {person}."
            quote = fault.place.text
            facts, sought = example_people()[person], [quote] if quote else []
            places = places_of(content, facts, sought) if content else {}
            place = replace(places.get(quote, fault.place), text=quote)
            yield replace(fault, place=place, message=f"{fault.message}{whom}")

    def _lacking_faults(self, kind: str) -> Iterator[Fault]:
        by_people: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for what, people in self._lacking.items():
            by_people[tuple(people)].append(what)
        for whose, whats in by_people.items():
            whom = "" if len(whose) == len(example_people()) else f" (например: {whose[0]})"
            message = (
                f"в документе этого вида должно быть{basis_of(kind)}, а в тексте нет{whom}: "
                f"{', '.join(whats)}. Добавьте это или убедитесь, что сказано иначе."
            )
            yield Fault("content", "warning", Place(), message)

    def _filled(self, person: str, facts: Mapping[str, Any]) -> bytes | None:
        try:
            return self._template.render(facts)
        except DataError as error:
            found: tuple[Missing | Unprintable, ...] = (*error.missing, *error.unprintable)
            for gap in found:
                self._gaps[gap].append(person)
        except TemplateError as error:
            fault = Fault("filling", "error", error.place or Place(), error.cause)
            self._others[fault] = None
        return None

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


def _overflow_fault(person: str, overflow: Overflow, place: Place | None) -> Fault:
    message = f"страница {overflow.page}: {_LIMITS[overflow.limit]} (например: {person})."
    return Fault("overflow", "warning", replace(place or Place(), text=overflow.text), message)


def _gap_fault(gap: Missing | Unprintable, people: list[str]) -> Fault:
    place = gap.place or Place()
    if isinstance(gap, Unprintable):
        return Fault("unprintable", "error", place, f"«{gap.name}»: {gap.reason}.")
    return Fault(
        "gap",
        "error",
        place,
        f"«{gap.name}» бывает пустым (например: {people[0]}) и остановит такой документ. "
        f"Поставьте вокруг условие {{% if {gap.name} %}} … {{% endif %}} "
        "(вокруг целых абзацев — {%p if … %} и {%p endif %} отдельными абзацами) "
        "или уберите метку.",
    )


def _gap_of_some(gap: Missing | Unprintable, people: list[str]) -> Fault:
    """A gap in a document that is issued only to those who are chosen."""
    if isinstance(gap, Unprintable):
        return _gap_fault(gap, people)
    return Fault(
        "gap",
        "warning",
        gap.place or Place(),
        f"«{gap.name}» бывает пустым (например: {people[0]}): такой человек этот документ не "
        "получит, программа скажет, чего не хватает. Если документ нужен и ему, поставьте вокруг "
        f"условие {{% if {gap.name} %}} … {{% endif %}}.",
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
