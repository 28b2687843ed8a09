"""Sections (ECMA-376 §17.6) with their headers and footers (§17.10)."""

import re
from collections.abc import Iterator

from hr_docs.engine.wordml.content import Block, Edges
from hr_docs.engine.wordml.ooxml import (
    R_NS,
    Element,
    attribute,
    child,
    children,
    elements,
    integer,
    is_on,
    local_name,
    on_off,
    points,
    value,
    w,
)
from hr_docs.engine.wordml.properties import Border
from hr_docs.engine.wordml.reading.blocks import blocks_of, flattened
from hr_docs.engine.wordml.reading.number_formats import OF_PAGES
from hr_docs.engine.wordml.reading.story import OUTSIDE_TABLES, Source, Story
from hr_docs.engine.wordml.reading.table_styles import read_borders
from hr_docs.engine.wordml.sections import (
    Columns,
    HeaderFooter,
    PageBorders,
    PageGeometry,
    Section,
)

_LETTER = (612.0, 792.0)
_MARGIN, _EDGE = 72.0, 36.0
_LEAST_TEXT, _USUAL_TEXT = 36.0, 468.0
_MOST_COLUMNS = 10
# Borders of pages may be made of little pictures, such as apples (ST_Border, §17.18.2).
_LINES = re.compile(
    r"single|thick|double|dot|dash|triple|thin|wave|threeD|outset|inset", re.IGNORECASE
)
_SECTION = w("sectPr")
_LINE_GRIDS = frozenset({"lines", "linesAndChars", "snapToChars"})
Parts = dict[tuple[str, str], HeaderFooter]


def read_sections(body: Element, source: Source, story: Story) -> tuple[Section, ...]:
    """Cut the body at its section breaks; each inherits headers it does not replace (§17.10.1)."""
    parts: Parts = {}
    pages = _HeaderParts(source)
    sections = []
    for content, properties in _cut(body):
        blocks = tuple(blocks_of(content, story, OUTSIDE_TABLES))
        parts = pages.of(properties, parts, story.part)
        sections.append(_section(properties, parts, source, blocks=blocks))
        _warn(properties, story)
    return tuple(sections)


def _cut(body: Element) -> Iterator[tuple[list[Element], Element | None]]:
    content: list[Element] = []
    last: Element | None = None
    for element in flattened(body):
        if element.tag == _SECTION:
            yield content, element
            content, last = [], element
            continue
        content.append(element)
        own = child(child(element, "pPr"), "sectPr")
        if own is not None:
            yield content, own
            content, last = [], own
    if content or last is None:
        yield content, last


class _HeaderParts:
    """Header and footer parts, each read once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._read: dict[str, HeaderFooter] = {}

    def of(self, properties: Element | None, inherited: Parts, part: str) -> Parts:
        found = dict(inherited)
        for reference in elements(properties) if properties is not None else ():
            kind = local_name(reference)
            if kind not in {"headerReference", "footerReference"}:
                continue
            relations = self._source.package.relationships(part)
            target = relations.get(reference.get(f"{{{R_NS}}}id") or "")
            if target is not None and target.target in self._source.package:
                key = kind.removesuffix("Reference"), attribute(reference, "type") or "default"
                found[key] = self._part(target.target)
        return found

    def _part(self, part: str) -> HeaderFooter:
        if part not in self._read:
            root = self._source.package.xml(part)
            story = Story.of(self._source, part)
            blocks = self._source.read_blocks(root, story) if root is not None else ()
            self._read[part] = HeaderFooter(f"h{len(self._read)}", blocks)
        return self._read[part]


def _section(
    properties: Element | None, parts: Parts, source: Source, *, blocks: tuple[Block, ...]
) -> Section:
    numbers = child(properties, "pgNumType")
    return Section(
        start=_value(properties, "type") or "nextPage",
        geometry=_geometry(properties, gutter_at_top=source.is_stated("gutterAtTop")),
        columns=_columns(child(properties, "cols")),
        headers={kind: part for (place, kind), part in parts.items() if place == "header"},
        footers={kind: part for (place, kind), part in parts.items() if place == "footer"},
        title_page=bool(properties is not None and on_off(properties, "titlePg")),
        page_start=integer(attribute(numbers, "start")),
        page_format=attribute(numbers, "fmt") or "decimal",
        blocks=blocks,
        borders=_page_borders(child(properties, "pgBorders"), source),
        vertical=_value(properties, "vAlign") or "top",
    )


def _warn(properties: Element | None, story: Story) -> None:
    if child(properties, "lnNumType") is not None:
        story.warn("номера строк не показаны")
    if _value(properties, "vAlign") == "both":
        story.warn("абзацы не растянуты по высоте страницы")
    if _value_of(properties, "docGrid", "type") in _LINE_GRIDS:
        story.warn("строки не выровнены по сетке страницы")
    numbers = _value_of(properties, "pgNumType", "fmt")
    if numbers is not None and numbers not in OF_PAGES:
        story.warn(f"номера страниц вида «{numbers}» показаны цифрами")
    borders = read_borders(child(properties, "pgBorders")).values()
    if any(one.is_drawn and not _LINES.match(one.style) for one in borders):
        story.warn("рамка страницы из рисунков показана линией")
    widths = {points(one, "w") for one in _own_columns(child(properties, "cols"))}
    if len(widths) > 1:
        story.warn("колонки разной ширины показаны равными")


def _value_of(properties: Element | None, tag: str, name: str) -> str | None:
    return attribute(child(properties, tag), name)


def _value(properties: Element | None, tag: str) -> str | None:
    return None if properties is None else value(properties, tag)


def _geometry(properties: Element | None, *, gutter_at_top: bool) -> PageGeometry:
    size, margins = child(properties, "pgSz"), child(properties, "pgMar")
    top, bottom = _or(points(margins, "top"), _MARGIN), _or(points(margins, "bottom"), _MARGIN)
    above, right_gutter, left_gutter = _gutter(properties, at_top=gutter_at_top)
    top += above if top >= 0 else -above
    left = max(0.0, _or(points(margins, "left"), _MARGIN) + left_gutter)
    right = max(0.0, _or(points(margins, "right"), _MARGIN) + right_gutter)
    return PageGeometry(
        width=_with_room(_or(points(size, "w"), _LETTER[0]), left + right),
        height=_with_room(_or(points(size, "h"), _LETTER[1]), abs(top) + abs(bottom)),
        top=abs(top),
        right=right,
        bottom=abs(bottom),
        left=left,
        header=max(0.0, _or(points(margins, "header"), _EDGE) + above),
        footer=max(0.0, _or(points(margins, "footer"), _EDGE)),
        exact_top=top < 0,
        exact_bottom=bottom < 0,
    )


def _gutter(properties: Element | None, *, at_top: bool) -> tuple[float, float, float]:
    """Room for the binding at the top, right and left (§17.6.11, §17.15.1.49, §17.6.16)."""
    width = points(child(properties, "pgMar"), "gutter") or 0.0
    if at_top:
        return width, 0.0, 0.0
    is_right = properties is not None and on_off(properties, "rtlGutter")
    return (0.0, width, 0.0) if is_right else (0.0, 0.0, width)


def _with_room(paper: float, margins: float) -> float:
    """Paper that its margins leave no room on is a damaged file's: a letter a line is no page."""
    return paper if paper >= margins + _LEAST_TEXT else margins + _USUAL_TEXT


def _or(found: float | None, default: float) -> float:
    return default if found is None else found


def _columns(element: Element | None) -> Columns:
    own = _own_columns(element)
    count = len(own) or integer(attribute(element, "num")) or 1
    gap = points(own[0], "space") if own else points(element, "space")
    return Columns(
        count=max(1, min(count, _MOST_COLUMNS)),
        gap=36.0 if gap is None else max(0.0, gap),
        separator=is_on(attribute(element, "sep")),
    )


def _own_columns(element: Element | None) -> list[Element]:
    """Columns that say how wide they are, where they are not all equal (§17.6.3)."""
    is_equal = attribute(element, "equalWidth")
    return [] if is_equal is None or is_on(is_equal) else children(element, "col")


def _page_borders(element: Element | None, source: Source) -> PageBorders:
    """w:pgBorders (§17.6.10)."""
    borders = read_borders(element)
    from_text = attribute(element, "offsetFrom") != "page"

    def drawn(side: str) -> Border | None:
        border = borders.get(side)
        return border if border is not None and border.is_drawn else None

    return PageBorders(
        Edges(drawn("top"), drawn("right"), drawn("bottom"), drawn("left")),
        from_text=from_text,
        on=attribute(element, "display") or "allPages",
        around_header=from_text and not source.is_stated("bordersDoNotSurroundHeader"),
        around_footer=from_text and not source.is_stated("bordersDoNotSurroundFooter"),
    )
