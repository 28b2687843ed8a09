"""Lines of tables at the edges of pages: Word closes a row or a merged cell that a page cuts.

WeasyPrint leaves a row that goes on overleaf open, and draws no line through a merged cell.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes


class _Merged(NamedTuple):
    """A cell over several rows of the whole table, `end` the first row after it."""

    columns: range
    start: int
    end: int


def close_torn_tables(document: Any) -> None:
    """Let each part of a table that pages cut begin and end with the lines of its cells."""
    tables: dict[int, list[Any]] = {}
    for page in document.pages:
        for table in _tables(page._page_box):
            tables.setdefault(id(table.element), []).append(table)
    for parts in tables.values():
        if len(parts) > 1 and parts[0].style["border_collapse"] == "collapse":
            _close(parts)


def _tables(box: Any) -> Iterator[Any]:
    """Tables of a box and tables in them; none stand in a line of text."""
    if isinstance(box, boxes.TableBox):
        yield box
    if not isinstance(box, boxes.LineBox):
        for child in getattr(box, "children", ()):
            yield from _tables(child)


def _close(parts: list[Any]) -> None:
    merged = [one for part in parts for one in _merged_cells(part)]
    for position, part in enumerate(parts):
        part.skip_cell_border_top = part.skip_cell_border_bottom = False
        edges = []
        if position and not _has_header(part):
            edges.append(part.skipped_rows)
        if position + 1 < len(parts):
            edges.append(_end(part))
        part.collapsed_border_grid = _with_lines(part.collapsed_border_grid, edges, merged)


def _with_lines(grid: Any, edges: Iterable[int], merged: list[_Merged]) -> Any:
    """The grid's lines, with those of merged cells drawn also where an edge cuts them."""
    down, across = grid
    lines = list(across)
    for edge in edges:
        lines[edge] = list(lines[edge])
        for cell in merged:
            if cell.start < edge < cell.end < len(lines):
                for column in cell.columns:
                    lines[edge][column] = across[cell.end][column]
    return down, lines


def _merged_cells(part: Any) -> Iterator[_Merged]:
    for row, line in enumerate(_rows(part), _offset(part)):
        for cell in line.children:
            if cell.rowspan > 1:
                columns = range(cell.grid_x, cell.grid_x + cell.colspan)
                yield _Merged(columns, row, row + cell.rowspan)


def _has_header(part: Any) -> bool:
    return bool(part.children and part.children[0].is_header)


def _rows(part: Any) -> list[Any]:
    return [row for group in part.children for row in group.children]


def _offset(part: Any) -> int:
    """Number in the whole table of the part's first row that is not a repeated heading."""
    if not part.skipped_rows or not _has_header(part):
        return int(part.skipped_rows)
    return int(part.skipped_rows) - len(part.children[0].children)


def _end(part: Any) -> int:
    """Number in the whole table of the first row that begins overleaf."""
    return _offset(part) + len(_rows(part))
