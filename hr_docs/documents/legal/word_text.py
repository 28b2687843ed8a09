"""What a finished Word file says: its paragraphs, each under the number it is printed with.

Reads only text and list numbers, no formatting, so that every issued document can be checked. Most
paragraphs of a run are the same for everybody: what they say is remembered (`paragraphs_of`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple, Self

from hr_docs.documents.legal.word_paragraphs import paragraphs_of
from hr_docs.engine.clause_numbers import Lists, labels_of
from hr_docs.engine.wordml.parts import Package

BESIDE_THE_BODY = frozenset({"header", "footer", "footnotes", "endnotes"})

_NUMBER = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,3})*")
_TYPED = re.compile(
    r"(?:п\.\s*|пункт\s+)?([0-9]{1,2}(?:\.[0-9]{1,3})+|[0-9]{1,2}(?=\.))\.?\s", re.IGNORECASE
)


class Line(NamedTuple):  # there are a hundred in a paper: a dataclass takes longer to make
    """One paragraph. `label` is the number that Word prints before it («5.3.», «а)»), or empty.

    `clause` is the number it stands under («5.3»), its own or that of a paragraph above.
    """

    label: str
    text: str
    clause: str

    @property
    def printed(self) -> str:
        """The paragraph with its number, as on paper."""
        return f"{self.label} {self.text}" if self.label else self.text


@dataclass(frozen=True)
class WordText:
    """The lines of the body, then those of notes, headers and footers; blank ones are left out.

    No-break spaces are plain ones.
    """

    lines: tuple[Line, ...]

    @classmethod
    def read(cls, docx: bytes) -> Self:
        """Read a .docx; raises `ConversionError` for a file that is none."""
        package = Package(docx)
        lists = _lists(
            package.read(package.related(package.main, "styles") or ""),
            package.read(package.related(package.main, "numbering") or ""),
        )
        return cls(tuple(line for part in _parts(package) for line in _lines(package, part, lists)))

    @cached_property
    def printed(self) -> str:
        """All lines as printed, one under the other: what the rules of the law read."""
        return "\n".join(line.printed for line in self.lines)

    @cached_property
    def clauses(self) -> frozenset[str]:
        """The numbers of all clauses, whether Word counts them or they are typed."""
        return frozenset(line.clause for line in self.lines if line.clause)


def _parts(package: Package) -> Iterator[str]:
    yield package.main
    for relationship in package.relationships(package.main).values():
        if relationship.kind in BESIDE_THE_BODY and not relationship.external:
            yield relationship.target


def _lines(package: Package, part: str, lists: Lists) -> Iterator[Line]:
    paragraphs, clause = paragraphs_of(package, part), ""
    labels = labels_of(lists, tuple(paragraph.place for paragraph in paragraphs))
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if text := paragraph.text:
            clause = _number_of(label, text) or clause
            yield Line(label, text, clause)


def _number_of(label: str, text: str) -> str:
    """The number of a clause: that of its label, or one typed before its text; empty for none."""
    if label:
        counted = _NUMBER.fullmatch(label.rstrip("."))
        return counted[0] if counted else ""
    typed = _TYPED.match(text)
    return typed[1] if typed else ""


@lru_cache(maxsize=32)  # all documents of one template version share these two parts
def _lists(styles: bytes | None, numbering: bytes | None) -> Lists:
    return Lists.of_parts(styles, numbering)
