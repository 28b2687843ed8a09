"""How many pages and sheets of paper a print will take, before it is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hr_docs.documents.bundles.options import MOST_DOCUMENTS, ORDERS, PrintOptions
from hr_docs.documents.models.document import DocumentQuerySet
from hr_docs.engine.bundle import sheets_of


@dataclass(slots=True)
class PersonPrint:
    """The papers of one employment: pages that are printed on, sheets, papers not counted yet."""

    name: str
    number: str
    pages: int = 0
    sheets: int = 0
    papers: int = 0
    unknown: int = 0


@dataclass(slots=True)
class PrintPlan:
    """The sums, and the people in the order in which they first come."""

    people: list[PersonPrint] = field(default_factory=list)

    @property
    def papers(self) -> int:
        """Documents, each once."""
        return sum(person.papers for person in self.people)

    @property
    def pages(self) -> int:
        return sum(person.pages for person in self.people)

    @property
    def sheets(self) -> int:
        return sum(person.sheets for person in self.people)

    @property
    def unknown(self) -> int:
        """Documents whose PDF is not made yet: their pages are known when they are printed."""
        return sum(person.unknown for person in self.people)


def plan_print(documents: DocumentQuerySet, options: PrintOptions) -> PrintPlan:
    """Count what is known, in one query; of more than fits into one file, the first."""
    rows = documents.order_by(*ORDERS[options.order]).values(
        "employment",
        "pdf_pages",
        "master__kind",
        "employment__operator__surname",
        "employment__operator__name",
        "employment__operator__patronymic",
        "employment__operator__personnel_number",
    )
    people: dict[int, PersonPrint] = {}
    for row in rows[:MOST_DOCUMENTS]:
        if options.copies_of(row["master__kind"]):
            _count(people.setdefault(row["employment"], _person(row, options)), row, options)
    return PrintPlan(list(people.values()))


def _person(row: Mapping[str, Any], options: PrintOptions) -> PersonPrint:
    names = (row[f"employment__operator__{part}"] for part in ("surname", "name", "patronymic"))
    number = row["employment__operator__personnel_number"]
    separators = int(options.has_separators)
    return PersonPrint(" ".join(filter(None, names)), number, separators, separators)


def _count(person: PersonPrint, row: Mapping[str, Any], options: PrintOptions) -> None:
    copies = options.copies_of(row["master__kind"])
    person.papers += 1
    if row["pdf_pages"] is None:
        person.unknown += 1
        return
    pages = _printed(row["pdf_pages"], options.pages)
    person.pages += copies * pages
    person.sheets += copies * sheets_of(pages, duplex=options.duplex)


def _printed(pages: int, chosen: Iterable[int] | None) -> int:
    return pages if chosen is None else sum(1 for page in set(chosen) if page <= pages)
