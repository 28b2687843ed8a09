"""Tables (ECMA-376 §17.4): the grid, merged cells, resolved borders, repeated heading rows."""

from collections.abc import Callable

from hr_docs.engine.wordml.content import Anchor, Block, Cell, Edges, Paragraph, Row, Table
from hr_docs.engine.wordml.ooxml import (
    Element,
    attribute,
    child,
    children,
    number,
    on_off,
    points,
    value,
)
from hr_docs.engine.wordml.properties import Border, ParagraphProperties, paragraph_over, run_over
from hr_docs.engine.wordml.reading.formatting import shading
from hr_docs.engine.wordml.reading.grid import (
    Line,
    Slot,
    column_widths,
    is_gone,
    line_of,
    rows_of,
    settle_merges,
    spread,
    states_widths,
)
from hr_docs.engine.wordml.reading.shared_borders import settle_borders
from hr_docs.engine.wordml.reading.story import Story, TableFormatting
from hr_docs.engine.wordml.reading.table_styles import (
    Borders,
    Conditional,
    Look,
    Margins,
    Place,
    edges_of_region,
    read_borders,
    read_margins,
)

Regions = list[tuple[str, Conditional]]
CellReader = Callable[[Element, Story, TableFormatting], tuple[Block, ...]]

_WORD_2013 = 15
# What a table has when neither it nor its style says anything (§17.4.42): 115 twips aside.
_DEFAULT_MARGINS: Margins = {"top": 0.0, "right": 5.75, "bottom": 0.0, "left": 5.75}
_FIFTIETHS = 5000.0
_SIDES = ("top", "right", "bottom", "left")
_DIAGONALS = frozenset({"tl2br", "tr2bl"})


def read_table(element: Element, story: Story, read_cell: CellReader) -> Table | None:
    """A w:tbl; None when it has no cell at all."""
    lines = [line_of(row) for row in rows_of(element) if not is_gone(row)]
    lines = [line for line in lines if line.slots]
    if not lines:
        return None
    inner = story.inner()
    inner.fields = story.fields
    table = _TableReader(element, lines, inner, read_cell).read()
    story.paragraph = inner.paragraph
    return table


class _TableReader:
    """One table on its way from XML to cells with resolved borders."""

    def __init__(
        self, element: Element, lines: list[Line], story: Story, read_cell: CellReader
    ) -> None:
        source = story.source
        self._story, self._read_cell = story, read_cell
        self._own = child(element, "tblPr")
        style = value(self._own, "tblStyle") if self._own is not None else None
        self._style = source.book.table_style(style)
        self._look = Look.read(child(self._own, "tblLook"))
        self._borders = self._style.borders | read_borders(child(self._own, "tblBorders"))
        margins = read_margins(child(self._own, "tblCellMar"))
        self._margins = _DEFAULT_MARGINS | self._style.margins | margins
        grid = [points(one, "w") or 0.0 for one in children(child(element, "tblGrid"), "gridCol")]
        self._lines = settle_merges([spread(line, grid) for line in lines])
        self._columns = column_widths(grid, self._lines)
        self._fits_text = not states_widths(grid, lines)

    def read(self) -> Table:
        rows = tuple(self._row(position) for position in range(len(self._lines)))
        alignment = value(self._own, "jc") if self._own is not None else None
        spacing = points(child(self._own, "tblCellSpacing"), "w")
        return Table(
            columns=self._columns,
            rows=settle_borders(rows),
            alignment=alignment or self._style.alignment,
            indent=self._indent(),
            share=_share(child(self._own, "tblW")),
            spacing=spacing or 0.0,
            floating=_floating(child(self._own, "tblpPr")),
            fits_text=self._fits_text,
            is_fixed=attribute(child(self._own, "tblLayout"), "type") == "fixed",
        )

    def _indent(self) -> float:
        """Left edge from the margin; before Word 2013 it is the text that stands there."""
        floating = child(self._own, "tblpPr")
        place = points(floating, "tblpX") if floating is not None else None
        indent = points(child(self._own, "tblInd"), "w")
        indent = self._style.indent if indent is None else indent
        shift = 0.0 if self._story.source.compatibility >= _WORD_2013 else self._margins["left"]
        return (place if place is not None else indent or 0.0) - shift

    def _row(self, position: int) -> Row:
        line = self._lines[position]
        own = line.properties
        height = child(own, "trHeight")
        cells = tuple(self._cell(slot, position) for slot in line.slots if slot.merge != "continue")
        return Row(
            cells=cells,
            height=points(height, "val"),
            is_exact=attribute(height, "hRule") == "exact",
            is_header=bool(own is not None and on_off(own, "tblHeader")),
            cant_split=bool(own is not None and on_off(own, "cantSplit")),
            keep_next=any(one.keep_next for one in _first_paragraph(cells)),
            page_break=any(one.page_break_before for one in _first_paragraph(cells))
            and self._story.depth == 1,
            before=line.before,
            after=len(self._columns) - sum(slot.span for slot in line.slots) - line.before,
        )

    def _cell(self, slot: Slot, row: int) -> Cell:
        own = child(slot.element, "tcPr")
        rows = self._rows_spanned(slot, row)
        place = Place(
            row, slot.column, row + rows >= len(self._lines),
            slot.column + slot.span >= len(self._columns),
        )  # fmt: skip
        regions = list(self._style.regions_at(place, self._look))
        formatting, fill, vertical = self._conditional(regions)
        explicit = read_borders(child(own, "tcBorders"))
        if any(explicit[side].is_drawn for side in _DIAGONALS & explicit.keys()):
            self._story.warn("диагональные линии ячеек не показаны")
        margins = self._margins | read_margins(child(own, "tcMar"))
        own_fill = shading(own) if own is not None else None
        return Cell(
            column=slot.column,
            span=slot.span,
            rows=rows,
            blocks=self._read_cell(slot.element, self._story, formatting),
            borders=_edges(self._table_edges(place, row, regions) | explicit),
            explicit=frozenset(explicit),
            padding=(margins["top"], margins["right"], margins["bottom"], margins["left"]),
            fill=_shown(own_fill or fill),
            vertical=(value(own, "vAlign") if own is not None else None) or vertical or "top",
            direction=value(own, "textDirection") if own is not None else None,
            no_wrap=bool(own is not None and on_off(own, "noWrap")),
        )

    def _rows_spanned(self, slot: Slot, row: int) -> int:
        if slot.merge != "restart":
            return 1
        count = 1
        for line in self._lines[row + 1 :]:
            if not any(o.column == slot.column and o.merge == "continue" for o in line.slots):
                break
            count += 1
        return count

    def _conditional(self, regions: Regions) -> tuple[TableFormatting, str | None, str | None]:
        whole = self._style.whole
        paragraph, run = whole.paragraph, whole.run
        fill, vertical = whole.fill, whole.vertical
        for _, region in regions:
            paragraph, run = paragraph_over(region.paragraph, paragraph), run_over(region.run, run)
            fill, vertical = region.fill or fill, region.vertical or vertical
        return TableFormatting(paragraph, run), fill, vertical

    def _table_edges(self, place: Place, row: int, regions: Regions) -> Borders:
        exception = child(child(self._lines[row].element, "tblPrEx"), "tblBorders")
        borders = self._borders | read_borders(exception)
        names = {
            "top": "top" if place.is_first_row else "insideH",
            "bottom": "bottom" if place.is_last_row else "insideH",
            "left": "left" if place.is_first_column else "insideV",
            "right": "right" if place.is_last_column else "insideV",
        }
        found = {side: borders[name] for side, name in names.items() if name in borders}
        for name, region in regions:
            found |= edges_of_region(name, region.borders, place)
        return found


def _floating(place: Element | None) -> Anchor | None:
    """w:tblpPr (§17.4.57); measured from the column unless it says otherwise."""
    if place is None:
        return None
    sides = (points(place, f"{side}FromText") or 0.0 for side in _SIDES)
    top, right, bottom, left = sides
    aligned = attribute(place, "tblpXSpec")
    return Anchor(
        horizontal={"margin": "margin", "page": "page"}.get(
            attribute(place, "horzAnchor") or "", "column"
        ),
        vertical=attribute(place, "vertAnchor") or "text",
        x=0.0 if aligned else points(place, "tblpX") or 0.0,
        y=points(place, "tblpY") or 0.0,
        x_align=aligned,
        y_align=attribute(place, "tblpYSpec"),
        wrap="square",
        distances=(top, right, bottom, left),
    )


def _share(width: Element | None) -> float | None:
    """Share of the text width (w:tblW of type pct, in fiftieths of a percent or with a sign)."""
    text = attribute(width, "w") or ""
    if attribute(width, "type") != "pct":
        return None
    found = number(text)
    return None if not found else found / (100.0 if "%" in text else _FIFTIETHS)


def _first_paragraph(cells: tuple[Cell, ...]) -> list[ParagraphProperties]:
    """Properties of the paragraph that a row begins with; empty where that is a table."""
    blocks = cells[0].blocks[:1] if cells else ()
    return [block.properties for block in blocks if isinstance(block, Paragraph)]


def _shown(fill: str | None) -> str | None:
    return None if fill == "none" else fill


def _edges(borders: Borders) -> Edges:
    top, right, bottom, left = (_drawn(borders.get(side)) for side in _SIDES)
    return Edges(top, right, bottom, left)


def _drawn(border: Border | None) -> Border | None:
    return border if border is not None and border.is_drawn else None
