"""What a finished Word file says: its paragraphs, each under the number it is printed with.

Reads only text and list numbers, no formatting, so that every issued document can be checked. Most
paragraphs of a run are the same for everybody: what they say is remembered (`paragraphs_of`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple, Self

from lxml import etree

from hr_docs.documents.legal.word_paragraphs import Place, paragraphs_of
from hr_docs.engine.wordml.ooxml import Element
from hr_docs.engine.wordml.parts import Package
from hr_docs.engine.wordml.reading.formatting import Formatting
from hr_docs.engine.wordml.reading.numbering import Counters, Level, List, Numbering
from hr_docs.engine.wordml.reading.styles import Styles

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


def _lines(package: Package, part: str, lists: "_Lists") -> Iterator[Line]:
    paragraphs, clause = paragraphs_of(package, part), ""
    labels = _labels(lists, tuple(paragraph.place for paragraph in paragraphs))
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if text := paragraph.text:
            clause = _number_of(label, text) or clause
            yield Line(label, text, clause)


@lru_cache(maxsize=64)  # papers of one master differ in a handful of branches
def _labels(lists: "_Lists", places: tuple[Place, ...]) -> tuple[str, ...]:
    """The number that Word prints before each of the paragraphs of a part."""
    counters, labels = Counters(), []
    for place in places:
        found = lists.level_of(*place)
        labels.append(counters.next_label(found[0], found[1].index).strip() if found else "")
    return tuple(labels)


def _number_of(label: str, text: str) -> str:
    """The number of a clause: that of its label, or one typed before its text; empty for none."""
    if label:
        counted = _NUMBER.fullmatch(label.rstrip("."))
        return counted[0] if counted else ""
    typed = _TYPED.match(text)
    return typed[1] if typed else ""


class _Lists:
    """Which list and level a paragraph counts in (ECMA-376 §17.9.18), by its style and w:numPr."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        formatting = Formatting.of_theme(None)
        self._styles = Styles(styles, formatting)
        self._numbering = Numbering(numbering, self._styles, formatting)
        self._found: dict[tuple[str | None, str | None, int | None], tuple[List, Level] | None] = {}

    def level_of(
        self, style: str | None, number: str | None, level: int | None
    ) -> tuple[List, Level] | None:
        """None for a paragraph without a number."""
        key = (style, number, level)
        if key not in self._found:
            self._found[key] = self._level_of(*key)
        return self._found[key]

    def _level_of(
        self, style: str | None, number: str | None, level: int | None
    ) -> tuple[List, Level] | None:
        style = style if self._styles.get(style) else self._styles.default("paragraph")
        inherited_number, inherited_level = None, None
        for one in self._styles.chain(style):
            inherited_number = one.paragraph.number or inherited_number
            inherited_level = (
                inherited_level if one.paragraph.level is None else one.paragraph.level
            )
        numbers = self._numbering.get(number or inherited_number)
        if numbers is None:
            return None
        if level is None and number in (None, inherited_number):
            level = self._numbering.level_of_style(numbers.identifier, style)
            level = inherited_level if level is None else level
        found = numbers.levels.get(level or 0)
        return (numbers, found) if found else None


@lru_cache(maxsize=32)  # all documents of one template version share these two parts
def _lists(styles: bytes | None, numbering: bytes | None) -> _Lists:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)

    def parsed(part: bytes | None) -> Element | None:
        return etree.fromstring(part, parser) if part else None

    return _Lists(parsed(styles), parsed(numbering))
