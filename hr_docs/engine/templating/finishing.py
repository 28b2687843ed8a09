"""What can only be put right when a part is rendered: ids of drawings, empty cells, table grids.

positions.py leaves marks for it, control characters that no value can bring in; a part without
marks is finished as it is.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from hr_docs.engine.templating.paragraphs import W

TABLE_START, TABLE_END, BLOCK_START, BLOCK_END, DRAWING = "\1", "\2", "\3", "\4", "\5"
_TABLE = re.compile(f"{TABLE_START}([^{TABLE_START}{TABLE_END}]*){TABLE_END}")
_BLOCK = re.compile(f"{BLOCK_START}([^{BLOCK_START}{BLOCK_END}]*){BLOCK_END}")
_PARAGRAPH = re.compile(r"<w:p[ />]")
_FIRST_DRAWING = 1001
_CELL, _ROW, _TABLE_NAME = f"{{{W}}}tc", f"{{{W}}}tr", f"{{{W}}}tbl"
_GRID, _COLUMN, _WIDTH = f"{{{W}}}tblGrid", f"{{{W}}}gridCol", f"{{{W}}}w"
_CELL_SPAN, _VALUE = f"{{{W}}}tcPr/{{{W}}}gridSpan", f"{{{W}}}val"
_SPAN = re.compile(r'w:val="(\d{1,4})"')


@dataclass(slots=True)
class _Block:
    pieces: list[str]
    start: int
    depth: int
    has_paragraph: bool = False


@dataclass(slots=True)
class _Row:
    conditional: bool
    cells: int = 0
    span: int = 0


@dataclass(slots=True)
class _Table:
    pieces: list[str]
    start: int
    depth: int
    columns: int = 0
    variable: bool = False
    rows: list[_Row] = field(default_factory=list)

    @property
    def keeps_its_grid(self) -> bool:
        """Whether the grid fits, whichever of the conditional rows are there."""
        return not self.variable and (
            not self.columns
            or (
                all(max(row.cells, row.span) <= self.columns for row in self.rows)
                and any(row.span == self.columns and not row.conditional for row in self.rows)
            )
        )


class BlockWatch:
    """Watches cells, headers and notes go by and marks those that may come out without a paragraph.

    Word refuses a file with such a cell (ECMA-376 part 1, 17.4.65).
    """

    def __init__(self) -> None:
        self._open: list[_Block] = []

    def start(self, pieces: list[str], depth: int) -> None:
        pieces.append("")
        self._open.append(_Block(pieces, len(pieces) - 1, depth))

    def paragraph(self, depth: int) -> None:
        if self._open and depth == self._open[-1].depth:
            self._open[-1].has_paragraph = True

    def end(self, pieces: list[str]) -> None:
        if not self._open:
            return
        block = self._open.pop()
        if not block.has_paragraph:
            block.pieces[block.start] = BLOCK_START
            pieces.append(BLOCK_END)


class TableWatch:
    """Watches the tables of a part go by and marks those whose grid depends on the facts."""

    def __init__(self) -> None:
        self._open: list[_Table] = []

    def element(self, name: str, markup: str, pieces: list[str], depth: int) -> None:
        """An element begins; `depth` counts the conditions and loops around it."""
        if name == "w:tbl":
            pieces.append("")
            self._open.append(_Table(pieces, len(pieces) - 1, depth))
        if not self._open:
            return
        table = self._open[-1]
        if name == "w:gridCol":
            table.columns += 1
        elif name == "w:tr":
            table.rows.append(_Row(depth > table.depth))
        elif name == "w:tc" and table.rows:
            table.rows[-1].cells += 1
            table.rows[-1].span += 1
        elif name == "w:gridSpan" and table.rows:
            self._span(table, markup)

    def end_of_table(self, pieces: list[str]) -> None:
        if not self._open:
            return
        table = self._open.pop()
        if not table.keeps_its_grid:
            table.pieces[table.start] = TABLE_START
            pieces.append(TABLE_END)

    def cells_vary(self) -> None:
        """A condition or loop stands between the cells of a row."""
        if self._open:
            self._open[-1].variable = True

    def _span(self, table: _Table, markup: str) -> None:
        value = _SPAN.search(markup)
        if value:
            table.rows[-1].span += int(value.group(1)) - 1
        else:
            table.variable = True


def finish(xml: str, namespaces: Mapping[str, str]) -> str:
    """Resolve the marks in a rendered part."""
    if BLOCK_START in xml:
        xml = _innermost_first(_BLOCK, _with_paragraph, xml)
    if DRAWING in xml:
        numbers = count(_FIRST_DRAWING)
        xml = re.sub(DRAWING, lambda _: str(next(numbers)), xml)
    if TABLE_START in xml:
        xml = _innermost_first(_TABLE, lambda table: _fit_table(table, namespaces), xml)
    return xml


def _innermost_first(pattern: re.Pattern[str], change: Callable[[str], str], xml: str) -> str:
    found = 1
    while found:
        xml, found = pattern.subn(lambda match: change(match.group(1)), xml)
    return xml


def _with_paragraph(block: str) -> str:
    return block if _PARAGRAPH.search(block) else f"{block}<w:p/>"


def _fit_table(xml: str, namespaces: Mapping[str, str]) -> str:
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in namespaces.items())
    holder = etree.fromstring(f"<x{declared}>{xml}</x>")
    for table in holder:
        for row in _rows(table):
            if row.find(_CELL) is None:
                _parent(row).remove(row)
        if not _rows(table):
            return ""  # Word refuses a table without rows, and a row without cells
        fit_grid(table)
    text = etree.tostring(holder, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("<")]


def fit_grid(table: etree._Element) -> None:
    """As many grid columns as the widest row has, within the table's width.

    What docxtpl's `fix_tables` does, but for the rows of this table alone: the rows of a table
    inside it are none of its business.
    """
    grid = table.find(_GRID)
    columns = [] if grid is None else grid.findall(_COLUMN)
    rows = [row.findall(_CELL) for row in _rows(table)]
    if grid is None or not columns:
        return
    _add_columns(grid, columns, max(map(len, rows), default=0) - len(columns))
    columns = grid.findall(_COLUMN)
    _remove_columns(grid, columns, len(columns) - max(map(_span_of, rows), default=0))


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows of this table, without those of tables inside it."""
    return [row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE_NAME)) is table]


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None  # noqa: S101 — a row stands in a table
    return parent


def _span_of(cells: list[etree._Element]) -> int:
    spans = (cell.find(_CELL_SPAN) for cell in cells)
    return sum(1 if span is None else int(span.get(_VALUE, "1")) for span in spans)


def _width(column: etree._Element) -> float:
    return float(column.get(_WIDTH) or 0)


def _add_columns(grid: etree._Element, columns: list[etree._Element], missing: int) -> None:
    width = sum(map(_width, columns))
    if missing <= 0 or width <= 0:
        return
    before, after = width / len(columns), width / (len(columns) + missing)
    for column in columns:
        column.set(_WIDTH, str(int(_width(column) * after / before)))
    for _ in range(missing):
        etree.SubElement(grid, _COLUMN, {_WIDTH: str(int(after))})


def _remove_columns(grid: etree._Element, columns: list[etree._Element], spare: int) -> None:
    if spare <= 0:
        return
    removed, left = columns[-spare:], columns[:-spare]
    for column in removed:
        grid.remove(column)
    more = int(sum(map(_width, removed)) / len(left)) if left else 0
    for column in left:
        column.set(_WIDTH, str(int(_width(column) + more)))
