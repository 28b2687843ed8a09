"""Table styles and their conditional formats (ECMA-376 §17.7.6)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hr_docs.engine.wordml.ooxml import (
    Element,
    attribute,
    child,
    children,
    elements,
    integer,
    is_on,
    local_name,
    points,
    value,
)
from hr_docs.engine.wordml.properties import (
    EMPTY_PARAGRAPH,
    EMPTY_RUN,
    Border,
    ParagraphProperties,
    RunProperties,
    paragraph_over,
    run_over,
)
from hr_docs.engine.wordml.reading.formatting import Formatting, read_border, shading
from hr_docs.engine.wordml.reading.styles import Styles

Borders = dict[str, Border]
Margins = dict[str, float]

_SIDES = {"start": "left", "end": "right"}
_LOOK_BITS = {
    "firstRow": 0x0020, "lastRow": 0x0040, "firstColumn": 0x0080, "lastColumn": 0x0100,
    "noHBand": 0x0200, "noVBand": 0x0400,
}  # fmt: skip


def read_borders(element: Element | None) -> Borders:
    """w:tblBorders or w:tcBorders by side: top, right, bottom, left, insideH, insideV."""
    if element is None:
        return {}
    return {
        _SIDES.get(local_name(one), local_name(one)): read_border(one) for one in elements(element)
    }


def read_margins(element: Element | None) -> Margins:
    """w:tblCellMar or w:tcMar by side, in points."""
    if element is None:
        return {}
    found = {
        _SIDES.get(local_name(one), local_name(one)): points(one, "w") for one in elements(element)
    }
    return {side: max(0.0, width) for side, width in found.items() if width is not None}


@dataclass(frozen=True, slots=True)
class Look:
    """Which conditional formats a table asks for (w:tblLook, §17.4.55)."""

    first_row: bool = False
    last_row: bool = False
    first_column: bool = False
    last_column: bool = False
    rows_banded: bool = False
    columns_banded: bool = False

    @classmethod
    def read(cls, element: Element | None) -> "Look":
        if element is None:
            return cls()
        text = attribute(element, "val") or ""
        try:
            bits = int(text, 16)
        except ValueError:
            bits = 0

        def asked(name: str) -> bool:
            found = attribute(element, name)
            return bool(bits & _LOOK_BITS[name]) if found is None else is_on(found)

        return cls(
            asked("firstRow"), asked("lastRow"), asked("firstColumn"), asked("lastColumn"),
            not asked("noHBand"), not asked("noVBand"),
        )  # fmt: skip


@dataclass(slots=True)
class Conditional:
    """Formatting of one region of a table style."""

    paragraph: ParagraphProperties = EMPTY_PARAGRAPH
    run: RunProperties = EMPTY_RUN
    borders: Borders = field(default_factory=dict)
    fill: str | None = None
    vertical: str | None = None

    def add(self, element: Element, formatting: Formatting) -> None:
        """Lay a w:tblStylePr, or the style's own element, over what is there."""
        self.paragraph = paragraph_over(formatting.paragraph(child(element, "pPr")), self.paragraph)
        self.run = run_over(formatting.run(child(element, "rPr")), self.run)
        cell = child(element, "tcPr")
        if cell is not None:
            self.borders |= read_borders(child(cell, "tcBorders"))
            self.fill = shading(cell) or self.fill
            self.vertical = value(cell, "vAlign") or self.vertical


@dataclass(slots=True)
class TableStyle:
    """A table style with its ancestors."""

    whole: Conditional = field(default_factory=Conditional)
    regions: dict[str, Conditional] = field(default_factory=dict)
    borders: Borders = field(default_factory=dict)
    margins: Margins = field(default_factory=dict)
    indent: float | None = None
    alignment: str | None = None
    row_band: int = 1
    column_band: int = 1

    @classmethod
    def read(cls, identifier: str | None, styles: Styles, formatting: Formatting) -> "TableStyle":
        """Follow the basedOn chain of a table style; an unknown one is the default style."""
        found = cls()
        name = identifier if styles.get(identifier) else styles.default("table")
        for style in styles.chain(name):
            found.whole.add(style.element, formatting)
            found._add_table(child(style.element, "tblPr"))
            for region in children(style.element, "tblStylePr"):
                kind = attribute(region, "type") or ""
                found.regions.setdefault(kind, Conditional()).add(region, formatting)
                borders = read_borders(child(child(region, "tblPr"), "tblBorders"))
                found.regions[kind].borders = borders | found.regions[kind].borders
        return found

    def _add_table(self, properties: Element | None) -> None:
        if properties is None:
            return
        self.borders |= read_borders(child(properties, "tblBorders"))
        self.margins |= read_margins(child(properties, "tblCellMar"))
        indent = points(child(properties, "tblInd"), "w")
        self.indent = self.indent if indent is None else indent
        self.alignment = value(properties, "jc") or self.alignment
        self.row_band = integer(value(properties, "tblStyleRowBandSize")) or self.row_band
        self.column_band = integer(value(properties, "tblStyleColBandSize")) or self.column_band

    def regions_at(self, place: "Place", look: Look) -> Iterator[tuple[str, Conditional]]:
        """Conditional formats that apply to a cell, from the weakest to the strongest."""
        for name in _names(place, look, self.row_band, self.column_band):
            if name in self.regions:
                yield name, self.regions[name]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands: row and column from 0, and whether it touches the table's far edges."""

    row: int
    column: int
    is_last_row: bool
    is_last_column: bool

    @property
    def is_first_row(self) -> bool:
        return self.row == 0

    @property
    def is_first_column(self) -> bool:
        return self.column == 0


def _names(place: Place, look: Look, row_band: int, column_band: int) -> Iterator[str]:
    top, bottom = place.is_first_row and look.first_row, place.is_last_row and look.last_row
    left = place.is_first_column and look.first_column
    right = place.is_last_column and look.last_column
    if look.columns_banded and not left and not right:
        band = (place.column - look.first_column) // max(1, column_band) % 2
        yield f"band{band + 1}Vert"
    if look.rows_banded and not top and not bottom:
        band = (place.row - look.first_row) // max(1, row_band) % 2
        yield f"band{band + 1}Horz"
    edges = (("firstRow", top), ("lastRow", bottom), ("firstCol", left), ("lastCol", right))
    yield from (name for name, applies in edges if applies)
    corners = (
        ("nwCell", top and left), ("neCell", top and right),
        ("swCell", bottom and left), ("seCell", bottom and right),
    )  # fmt: skip
    yield from (name for name, applies in corners if applies)


def edges_of_region(name: str, borders: Borders, place: Place) -> Borders:
    """The four edges that a region's borders give to one of its cells."""
    across = name.endswith(("Row", "Horz"))
    down = name.endswith(("Col", "Vert"))
    inner = {
        "top": down and not place.is_first_row,
        "bottom": down and not place.is_last_row,
        "left": across and not place.is_first_column,
        "right": across and not place.is_last_column,
    }
    names = {
        side: ("insideH" if side in {"top", "bottom"} else "insideV") if is_inner else side
        for side, is_inner in inner.items()
    }
    return {side: borders[source] for side, source in names.items() if source in borders}
