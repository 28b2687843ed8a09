"""Widths of a table's columns on the page (ECMA-376 §17.4.52, §17.18.87)."""

import re
from collections.abc import Iterator

from hr_docs.engine.wordml.content import Block, Cell, Paragraph, Table, Text
from hr_docs.engine.wordml.measuring import DEFAULT_SIZE, FontTable, pieces, text_width

_SLACK = 1.0  # points: measures are not the layout
_WIDEST_SHARE = 2.0
_UNBROKEN = re.compile(r"[^ \-\u2010\u2012-\u2014\u00ad\u200b]+[\-\u2010\u2012-\u2014]?")
TURNED = frozenset({"btLr", "tbRl", "tbLrV", "tbRlV"})  # directions of text along a column
_WIDEST_LETTER = 0.85  # ems: no word has letters wider than that throughout


def scaled_columns(table: Table, available: float, fonts: FontTable) -> tuple[float, ...]:
    """Column widths in points; a table with a share fills that part of the available width."""
    if table.fits_text:
        return _shared(_by_text(table, available, fonts), table.share, available)
    columns = _shared(table.columns, table.share, available)
    return columns if table.is_fixed else _with_whole_words(table, columns, fonts)


def _shared(columns: tuple[float, ...], share: float | None, available: float) -> tuple[float, ...]:
    total = sum(columns)
    if share is None or total <= 0:
        return columns
    factor = available * min(share, _WIDEST_SHARE) / total
    return tuple(width * factor for width in columns)


def _with_whole_words(
    table: Table, columns: tuple[float, ...], fonts: FontTable
) -> tuple[float, ...]:
    """Columns that are narrower than a word widened to it, where others have the room to spare.

    A stated width is but a wish where the layout is not fixed (§17.18.87, autofit).
    """
    if not any(_may_cut(cell, columns[cell.column]) for cell in _single(table)):
        return columns
    narrowest = [0.0] * len(columns)
    for cell in _single(table):
        around = cell.padding[1] + cell.padding[3] + _SLACK
        for word in _words(cell.blocks, fonts):
            narrowest[cell.column] = max(narrowest[cell.column], word + around)
    asked = [
        word - width if word - _SLACK > width else 0.0
        for word, width in zip(narrowest, columns, strict=True)
    ]
    spare = [max(0.0, width - word) for word, width in zip(narrowest, columns, strict=True)]
    if not sum(asked) or sum(spare) < sum(asked):
        return columns
    taken = sum(asked) / sum(spare)
    return tuple(
        width + more - less * taken for width, more, less in zip(columns, asked, spare, strict=True)
    )


def _words(blocks: tuple[Block, ...], fonts: FontTable) -> Iterator[float]:
    """Widths of what no line is broken in, and of tables."""
    for block in blocks:
        if isinstance(block, Table):
            yield sum(block.columns)
            continue
        indent = (block.properties.left or 0.0) + (block.properties.right or 0.0)
        for one in block.content:
            if isinstance(one, Text):
                parts = _UNBROKEN.findall(one.text)
                yield indent + max(
                    (text_width(part, one.run, fonts) for part in parts), default=0.0
                )


def _single(table: Table) -> Iterator[Cell]:
    """Cells of one column whose lines run across it."""
    cells = (cell for row in table.rows for cell in row.cells)
    return (cell for cell in cells if cell.span == 1 and cell.direction not in TURNED)


def _may_cut(cell: Cell, width: float) -> bool:
    """Whether a word of a cell may be wider than it, by a quick guess, hardly ever too low."""
    inner = width - cell.padding[1] - cell.padding[3]
    return any(
        len(one.text) > (most := inner / (one.run.size or DEFAULT_SIZE) / _WIDEST_LETTER)
        and max(map(len, one.text.split(" "))) > most
        for block in cell.blocks
        if isinstance(block, Paragraph)
        for one in block.content
        if isinstance(one, Text)
    )


def _by_text(table: Table, available: float, fonts: FontTable) -> tuple[float, ...]:
    """Columns as wide as their longest lines; narrower ones, down to a word, where these are many.

    That is how Word lays out a table of which no width is stated (§17.18.87, autofit).
    """
    longest = [_SLACK] * len(table.columns)
    narrowest = list(longest)
    for cell in (cell for row in table.rows for cell in row.cells if cell.span == 1):
        padding = cell.padding[1] + cell.padding[3] + _SLACK
        for line, word in _measures(cell.blocks, fonts):
            longest[cell.column] = max(longest[cell.column], line + padding)
            narrowest[cell.column] = max(narrowest[cell.column], word + padding)
    spare, asked = available - sum(narrowest), sum(longest) - sum(narrowest)
    if asked <= spare:
        return tuple(longest)
    if spare <= 0:
        return tuple(width * available / sum(narrowest) for width in narrowest)
    return tuple(
        least + (most - least) * spare / asked
        for least, most in zip(narrowest, longest, strict=True)
    )


def _measures(blocks: tuple[Block, ...], fonts: FontTable) -> Iterator[tuple[float, float]]:
    """Width of each block on one line, and that of its longest word."""
    for block in blocks:
        if isinstance(block, Table):
            width = sum(block.columns)
            yield width, width
            continue
        words = [
            width
            for one in block.content
            if isinstance(one, Text)
            for _, width in pieces(one.text, one.run, fonts)
        ]
        if words:
            indent = (block.properties.left or 0.0) + (block.properties.right or 0.0)
            label = text_width(block.label.text, block.label.run, fonts) if block.label else 0.0
            yield indent + label + sum(words), indent + max(label, *words)
