"""Edges that two cells share (ECMA-376 §17.4.66): which of them draws a line."""

from collections.abc import Iterator
from dataclasses import replace

from hr_docs.engine.wordml.content import Cell, Row


def settle_borders(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Where one cell says of a shared edge that it has no line, its neighbour draws none either.

    Unless the neighbour asks for one itself (§17.4.66): then that line is drawn.
    """
    taken = {
        (row + down, cell.column + right): (row, position)
        for row, line in enumerate(rows)
        for position, cell in enumerate(line.cells)
        for down in range(cell.rows)
        for right in range(cell.span)
    }
    cleared: dict[tuple[int, int], set[str]] = {}
    for row, line in enumerate(rows):
        for cell in line.cells:
            for side, spot in _neighbours(cell, row):
                if side in cell.explicit and getattr(cell.borders, side) is None and spot in taken:
                    cleared.setdefault(taken[spot], set()).add(_OPPOSITE[side])
    if not cleared:
        return rows
    return tuple(
        replace(line, cells=tuple(
            _cleared(cell, cleared.get((row, position), set()))
            for position, cell in enumerate(line.cells)
        ))
        for row, line in enumerate(rows)
    )  # fmt: skip


_OPPOSITE = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}


def _neighbours(cell: Cell, row: int) -> Iterator[tuple[str, tuple[int, int]]]:
    yield "top", (row - 1, cell.column)
    yield "bottom", (row + cell.rows, cell.column)
    yield "left", (row, cell.column - 1)
    yield "right", (row, cell.column + cell.span)


def _cleared(cell: Cell, sides: set[str]) -> Cell:
    gone = dict.fromkeys(sides - cell.explicit)
    return replace(cell, borders=replace(cell.borders, **gone)) if gone else cell
