"""The paragraphs of a part in reading order, with their places as a Word user counts them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from hr_docs.engine.errors import Place

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
P, T, TBL, TR, TC = (f"{{{W}}}{name}" for name in ("p", "t", "tbl", "tr", "tc"))
_BLANKS = (f"{{{W}}}tab", f"{{{W}}}br", f"{{{W}}}cr")
_SHOWN = 60

Cell = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A `w:p` (or, in a part without paragraphs, an element with text).

    `runs` are the elements that hold its text, without those of text boxes inside it; `text` is
    what they hold together.
    """

    place: Place
    element: etree._Element
    runs: tuple[etree._Element, ...]

    @property
    def text(self) -> str:
        return "".join(run.text or "" for run in self.runs)

    def write(self, characters: Sequence[str]) -> None:
        """Put other characters, or pieces of text, in the place of each, into the same runs."""
        start = 0
        for run in self.runs:
            end = start + len(run.text or "")
            run.text = "".join(characters[start:end])
            start = end


@dataclass(slots=True)
class _Counter:
    """How many body paragraphs and outermost tables have gone by."""

    part: str
    paragraphs: int = 0
    tables: int = 0
    found: list[Paragraph] = field(default_factory=list)


def read_paragraphs(root: etree._Element, part: str) -> list[Paragraph]:
    """Every `w:p` of the part in document order, those in tables and text boxes among them."""
    counter = _Counter(part)
    _walk(root, counter, None, inside=False)
    return counter.found


def read_properties(root: etree._Element, part: str) -> list[Paragraph]:
    """The elements with text of a part that has no paragraphs (docProps/core.xml)."""
    return [
        Paragraph(Place(part, text=_beginning(element.text)), element, (element,))
        for element in root.iter()
        if element.text
    ]


def _walk(element: etree._Element, counter: _Counter, cell: Cell | None, *, inside: bool) -> None:
    """`inside` tells that a paragraph surrounds the element: a text box keeps its number."""
    for child in element:
        if child.tag == TBL and cell is None:
            counter.tables += 1
            _walk_table(child, counter)
        elif child.tag == P:
            counter.paragraphs += cell is None and not inside
            counter.found.append(_paragraph(child, counter, cell))
            _walk(child, counter, cell, inside=True)
        else:
            _walk(child, counter, cell, inside=inside)


def _walk_table(table: etree._Element, counter: _Counter) -> None:
    number = counter.tables
    for row_number, row in enumerate(_nearest(table, TR), 1):
        for cell_number, cell in enumerate(_nearest(row, TC), 1):
            _walk(cell, counter, (number, row_number, cell_number), inside=False)


def _nearest(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Descendants of this tag that have no other one of this tag above them."""
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from _nearest(child, tag)


def _paragraph(element: etree._Element, counter: _Counter, cell: Cell | None) -> Paragraph:
    own = list(_own(element))
    shown = "".join((item.text or "") if item.tag == T else " " for item in own)
    number = None if cell else counter.paragraphs or None
    place = Place(counter.part, number, _beginning(shown), cell)
    return Paragraph(place, element, tuple(item for item in own if item.tag == T))


def _own(element: etree._Element) -> Iterator[etree._Element]:
    """Texts, tabs and breaks of a paragraph, not of the text boxes in it."""
    for child in element:
        if child.tag == T or child.tag in _BLANKS:
            yield child
        elif child.tag != P:
            yield from _own(child)


def _beginning(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
