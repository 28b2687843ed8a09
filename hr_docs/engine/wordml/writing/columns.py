"""Widths of a table's columns on the page (ECMA-376 §17.4.52, §17.18.87)."""

from collections.abc import Iterator

from hr_docs.engine.wordml.content import Block, Table, Text
from hr_docs.engine.wordml.measuring import FontTable, pieces, text_width

_SLACK = 1.0  # points: measures are not the layout
_WIDEST_SHARE = 2.0


def scaled_columns(table: Table, available: float, fonts: FontTable) -> tuple[float, ...]:
    """Column widths in points; a table with a share fills that part of the available width."""
    columns = _by_text(table, available, fonts) if table.fits_text else table.columns
    total = sum(columns)
    if table.share is None or total <= 0:
        return columns
    factor = available * min(table.share, _WIDEST_SHARE) / total
    return tuple(width * factor for width in columns)


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
