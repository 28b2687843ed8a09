"""How tall blocks are when laid out in a width: needed for headers, which push the text down."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from hr_docs.engine.wordml.content import Block, Break, Paragraph, Picture, Tab, Table, Text
from hr_docs.engine.wordml.measuring import Cursor, FontTable, line_height, pieces
from hr_docs.engine.wordml.writing.boxes import neighbours, vertical_space
from hr_docs.engine.wordml.writing.columns import scaled_columns
from hr_docs.engine.wordml.writing.segments import Drawn
from hr_docs.engine.wordml.writing.tabs import Stops
from hr_docs.engine.wordml.writing.text import css_width

_AROUND = frozenset({"square", "tight", "through"})


def _beside(paragraph: Paragraph) -> tuple[float, float]:
    """Width and height that floating objects of a paragraph take from its first lines."""
    width = height = 0.0
    for one in paragraph.content:
        if isinstance(one, Drawn) and one.anchor is not None and one.anchor.wrap in _AROUND:
            _, right, _, left = one.anchor.distances
            width += (one.width or 0.0) + right + left
            height = max(height, one.height or 0.0)
    return width, height


@dataclass(frozen=True, slots=True)
class HeightMeter:
    """Adds up lines, spaces, pictures and rows, breaking lines as the layout will."""

    table: FontTable

    def blocks(self, blocks: Sequence[Block], width: float) -> float:
        """Height of blocks one under the other; spaces between them collapse."""
        total, last_space = 0.0, 0.0
        for position, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                before, after = vertical_space(block, neighbours(blocks, position))
                total += max(before, last_space) + self._paragraph(block, width)
                last_space = after
            else:
                total += last_space + self._table(block, width)
                last_space = 0.0
        return total + last_space

    def _paragraph(self, paragraph: Paragraph, width: float) -> float:
        properties = paragraph.properties
        left, wide = properties.left or 0.0, width - (properties.right or 0.0)
        beside, depth = _beside(paragraph)
        cursor = Cursor(left + (properties.first or 0.0), left, max(left + 1.0, wide - beside))
        height = tallest = 0.0
        stops = Stops.of(properties, paragraph.default_tab)
        for one in paragraph.content:
            if isinstance(one, Text):
                cursor.feed(pieces(one.text, one.run, self.table))
                height = max(height, self._line(one.run.size, one.run.font, paragraph))
            elif isinstance(one, Tab):
                following = stops.after(cursor.x)
                cursor.x = following.position if following.alignment == "left" else cursor.x
            elif isinstance(one, Break):
                cursor.break_line()
            elif isinstance(one, Picture) and one.anchor is None:
                cursor.advance(one.width)
                tallest = max(tallest, one.height)
        mark = paragraph.mark
        height = height or self._line(mark.size, mark.font, paragraph)
        borders = sum(
            css_width(border) + border.space
            for border in (properties.top, properties.bottom)
            if border is not None and border.is_drawn
        )
        lines = cursor.lines
        if beside and lines * height > depth:  # the rest has all of the width
            above = math.ceil(depth / height)
            lines = above + math.ceil((lines - above) * max(0.1, 1 - beside / wide))
        return max(height, tallest) + (lines - 1) * height + borders

    def _line(self, size: float | None, font: str | None, paragraph: Paragraph) -> float:
        properties = paragraph.properties
        family = self.table.family(font)
        return line_height(properties.line_rule, properties.line, size or 10.0, family)

    def _table(self, table: Table, width: float) -> float:
        columns = scaled_columns(table, width, self.table)
        total = 0.0
        for row in table.rows:
            tallest = row.height or 0.0
            for cell in row.cells:
                inner = sum(columns[cell.column : cell.column + cell.span])
                inner -= cell.padding[1] + cell.padding[3]
                own = self.blocks(cell.blocks, max(4.0, inner)) + cell.padding[0] + cell.padding[2]
                tallest = max(tallest, own if cell.rows == 1 else 0.0)
            total += tallest + 0.5
        return math.ceil(total * 10) / 10
