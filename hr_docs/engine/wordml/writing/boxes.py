"""The box of a paragraph: spacing, borders, shading, bar tabs (ECMA-376 §17.3.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from hr_docs.engine.wordml.content import Block, Paragraph
from hr_docs.engine.wordml.properties import Border, ParagraphProperties
from hr_docs.engine.wordml.writing.tabs import Stops
from hr_docs.engine.wordml.writing.text import css_border, css_width


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands around a paragraph; None at the ends of a flow and beside tables."""

    above: Paragraph | None = None
    below: Paragraph | None = None


def neighbours(blocks: Sequence[Block], position: int) -> Neighbours:
    """Paragraphs directly above and below a block."""
    above = blocks[position - 1] if position else None
    below = blocks[position + 1] if position + 1 < len(blocks) else None
    return Neighbours(
        above if isinstance(above, Paragraph) else None,
        below if isinstance(below, Paragraph) else None,
    )


def box_declarations(paragraph: Paragraph, around: Neighbours) -> str:
    """Margins, borders, padding and background of a paragraph's box."""
    properties = paragraph.properties
    bars = Stops.of(properties, paragraph.default_tab).bars
    found = [_spacing(paragraph, around, bars)]
    shading = properties.shading if properties.shading != "none" else None
    if bars:
        found.append(_with_bars(bars, _left_edge(properties, bars), shading))
    elif shading:
        found.append(f"background:{shading}")
    return ";".join(found)


def vertical_space(paragraph: Paragraph, around: Neighbours) -> tuple[float, float]:
    """Space before and after, none between paragraphs of one style that ask so (§17.3.1.9)."""
    properties = paragraph.properties
    before, after = properties.before or 0.0, properties.after or 0.0
    if properties.contextual_spacing:
        if around.above and around.above.properties.style == properties.style:
            before = 0.0
        if around.below and around.below.properties.style == properties.style:
            after = 0.0
    return before, after


def _left_edge(properties: ParagraphProperties, bars: tuple[float, ...]) -> float:
    """Where the paragraph's box begins, its border outside: at what stands farthest to the left."""
    border, edge = properties.left_border, _leftmost(properties)
    if border is not None and border.is_drawn:
        return edge - border.space
    return min(edge, *bars) if bars else edge


def _leftmost(properties: ParagraphProperties) -> float:
    """Indent of the line that begins farthest to the left."""
    return (properties.left or 0.0) + min(0.0, properties.first or 0.0)


def _with_bars(bars: tuple[float, ...], edge: float, shading: str | None) -> str:
    """Lines through a paragraph at its bar tabs (§17.18.84), on its shading."""
    lines = [
        f"linear-gradient(#000) no-repeat {position - edge:.2f}pt 0/0.5pt 100%" for position in bars
    ]
    lines[-1] += f" {shading}" if shading else ""
    return f"background:{','.join(lines)}"


def _spacing(paragraph: Paragraph, around: Neighbours, bars: tuple[float, ...]) -> str:
    properties = paragraph.properties
    before, after = vertical_space(paragraph, around)
    borders = _borders(properties, around)
    left, right = properties.left or 0.0, properties.right or 0.0
    joined_above = _is_joined(properties, around.above)
    joined_below = _is_joined(properties, around.below)
    is_hanging = properties.shading is not None and (properties.first or 0.0) < 0
    if not (borders or joined_above or joined_below or bars or is_hanging):
        return f"margin:{before:g}pt {right:g}pt {after:g}pt {left:g}pt"
    inside = {side: border.space for side, border in borders.items()}
    inside["left"] = left - _left_edge(properties, bars)
    left -= inside["left"] + _drawn_width(borders.get("left"))
    right -= inside.get("right", 0.0) + _drawn_width(borders.get("right"))
    if joined_above:
        before = max(0.0, before - _space_below(around.above, paragraph))
        inside["top"], before = inside.get("top", 0.0) + before, 0.0
    if joined_below:
        between = properties.between.space if properties.between else 0.0
        inside["bottom"], after = between + after, 0.0
    found = [f"margin:{before:g}pt {right:g}pt {after:g}pt {left:g}pt"]
    found.extend(f"border-{side}:{css_border(border)}" for side, border in borders.items())
    found.extend(f"padding-{side}:{space:g}pt" for side, space in inside.items() if space)
    return ";".join(found)


def _drawn_width(border: Border | None) -> float:
    return css_width(border) if border is not None else 0.0


def _is_joined(properties: ParagraphProperties, other: Paragraph | None) -> bool:
    """Whether two paragraphs are one box: the space between them is shaded as they are."""
    if other is None:
        return False
    shading, theirs = properties.shading, other.properties
    is_shaded = shading not in {None, "none"} and shading == theirs.shading
    return _same_borders(properties, other) or (is_shaded and _is_alike(properties, theirs))


def _space_below(paragraph: Paragraph | None, next_one: Paragraph) -> float:
    """Space after a paragraph that another follows."""
    return vertical_space(paragraph, Neighbours(below=next_one))[1] if paragraph else 0.0


def _borders(properties: ParagraphProperties, around: Neighbours) -> dict[str, Border]:
    """Borders drawn: equal ones of adjacent paragraphs make one box (§17.3.1.24)."""
    above, below = around.above, around.below
    sides = {
        "top": properties.between if _same_borders(properties, above) else properties.top,
        "right": properties.right_border,
        "bottom": None if _same_borders(properties, below) else properties.bottom,
        "left": properties.left_border,
    }
    return {side: border for side, border in sides.items() if border and border.is_drawn}


def _same_borders(properties: ParagraphProperties, other: Paragraph | None) -> bool:
    if other is None:
        return False
    sides = (properties.top, properties.right_border, properties.bottom, properties.left_border)
    has_any = any(border and border.is_drawn for border in sides)
    return has_any and _is_alike(properties, other.properties)


def _is_alike(mine: ParagraphProperties, theirs: ParagraphProperties) -> bool:
    """Whether two paragraphs stand at the same indents in the same borders."""
    return _frame_of(mine) == _frame_of(theirs)


def _frame_of(properties: ParagraphProperties) -> tuple[object, ...]:
    sides = properties.top, properties.right_border, properties.bottom, properties.left_border
    return *sides, properties.between, _leftmost(properties), properties.right or 0.0
