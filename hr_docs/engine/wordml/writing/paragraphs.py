"""Paragraphs as HTML blocks: alignment, indents, breaks (ECMA-376 §17.3.1)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from hr_docs.engine.wordml.content import NoteReference, PageNumber, Paragraph, Tab, Text
from hr_docs.engine.wordml.measuring import text_width
from hr_docs.engine.wordml.properties import ParagraphProperties, RunProperties
from hr_docs.engine.wordml.writing.boxes import Neighbours, box_declarations
from hr_docs.engine.wordml.writing.lines import LineWriter, Tools
from hr_docs.engine.wordml.writing.segments import Segment, segments
from hr_docs.engine.wordml.writing.text import Base

_ALIGNMENTS = {
    "both": "justify", "center": "center", "right": "right", "end": "right",
    "distribute": "justify;text-align-last:justify", "mediumKashida": "justify",
    "thaiDistribute": "justify",
}  # fmt: skip


_NARROW = 120.0  # points: a line that a word may be longer than


@dataclass(slots=True)
class Flow:
    """A column of blocks being written: its width, and a break that waits for the next block.

    `pending` is a class: page, column, or start for the first block of a section. Without columns
    a column break begins a page.
    """

    width: float
    pending: str = ""
    in_cell: bool = False
    in_columns: bool = False

    def take_break(self) -> str:
        """Class for the next block; empty for none."""
        pending, self.pending = self.pending, ""
        return pending

    @property
    def is_at_page_top(self) -> bool:
        """Whether the next block begins a page or column: a break there leaves it empty."""
        return bool(self.pending)


class ParagraphWriter:
    """Writes paragraphs of one document."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._bases: dict[tuple[RunProperties, str | None, float | None], Base] = {}
        self._declared: dict[tuple[object, ...], str] = {}

    def write(self, paragraph: Paragraph, flow: Flow, around: Neighbours) -> str:
        """One paragraph; several elements where page breaks cut it."""
        parts = segments(paragraph.content)
        if len(parts) == 1:
            return self._whole(paragraph, flow, around, parts[0])
        written = []
        for position, part in enumerate(parts):
            if part.kind:
                if flow.is_at_page_top:
                    written.append(self._blank(paragraph, flow))
                flow.pending = part.kind if flow.in_columns else "page"
            is_end = position in {0, len(parts) - 1}
            if part.is_empty and is_end and not (position == 0 and paragraph.label):
                continue
            written.append(self._part(paragraph, flow, part, is_first=position == 0))
        return "".join(written)

    def text_and_style(self, paragraph: Paragraph, width: float) -> tuple[str, str, str]:
        """Content, its declarations and its padding-like box, for a cell of one paragraph."""
        base = self.base_of(paragraph)
        whole = Segment("", list(paragraph.content))
        content = self._content(paragraph, base, Flow(width, in_cell=True), whole)
        return content, base.declarations(), _inner_declarations(paragraph.properties)

    def length(self, paragraph: Paragraph) -> float:
        """Width of the paragraph's text on one line."""
        table = self._tools.table
        texts = (one for one in paragraph.content if isinstance(one, Text))
        return sum(text_width(one.text, one.run, table) for one in texts) + 1.0

    def base_of(self, paragraph: Paragraph) -> Base:
        """The text style of most of the paragraph; of its mark where it is empty."""
        run = _commonest(paragraph)
        properties = paragraph.properties
        key = (run, properties.line_rule, properties.line)
        if key not in self._bases:
            found = Base.of(
                run, self._tools.table, line_rule=properties.line_rule, line=properties.line
            )
            self._tools.text.faces.add((found.family, found.bold, found.italic))
            self._bases[key] = found
        return self._bases[key]

    def _whole(self, paragraph: Paragraph, flow: Flow, around: Neighbours, part: Segment) -> str:
        base = self.base_of(paragraph)
        content = self._content(paragraph, base, flow, part)
        properties = paragraph.properties
        room = flow.width - (properties.left or 0.0) - (properties.right or 0.0)
        declarations = self._declarations(
            paragraph, base, around, in_cell=flow.in_cell, is_narrow=room < _NARROW
        )
        return self._element(paragraph, declarations, flow, content)

    def _declarations(
        self,
        paragraph: Paragraph,
        base: Base,
        around: Neighbours,
        *,
        in_cell: bool,
        is_narrow: bool,
    ) -> str:
        """Style of a paragraph, which most share with others of equal neighbours."""
        above = around.above and around.above.properties
        below = around.below and around.below.properties
        key = (base, paragraph.properties, above, below, in_cell, is_narrow)
        found = self._declared.get(key)
        if found is None:
            found = self._declared[key] = ";".join(filter(None, (
                base.declarations(),
                _inner_declarations(paragraph.properties),
                _outer_declarations(paragraph, around, in_cell=in_cell),
                "overflow-wrap:break-word" if is_narrow and not in_cell else "",
            )))  # fmt: skip
        return found

    def _part(self, paragraph: Paragraph, flow: Flow, part: Segment, *, is_first: bool) -> str:
        properties = paragraph.properties
        if not is_first:
            properties = replace(properties, before=0.0, first=0.0, page_break_before=False)
        cut = replace(paragraph, properties=properties, label=paragraph.label if is_first else None)
        return self._whole(cut, flow, Neighbours(), part)

    def _blank(self, paragraph: Paragraph, flow: Flow) -> str:
        """An empty page between two breaks."""
        base = self.base_of(paragraph)
        return self._element(replace(paragraph, heading=None), base.declarations(), flow, "<br/>")

    def _content(self, paragraph: Paragraph, base: Base, flow: Flow, part: Segment) -> str:
        writer = LineWriter(paragraph, base, flow.width, self._tools, in_cell=flow.in_cell)
        return writer.write(part.content, paragraph.label) or "<br/>"

    def _element(self, paragraph: Paragraph, declarations: str, flow: Flow, content: str) -> str:
        attribute = self._tools.sheet.attribute(declarations, flow.take_break())
        if not paragraph.heading:
            return f"<p{attribute}>{content}</p>"
        label = escape(plain_text(paragraph))
        if not label:
            return f"<p{attribute}>{content}</p>"
        tag = f"h{paragraph.heading}"
        return f'<{tag}{attribute} data-label="{label}">{content}</{tag}>'


def plain_text(paragraph: Paragraph) -> str:
    """The words of a paragraph with its label, on one line."""
    parts = [paragraph.label.text, " "] if paragraph.label else []
    for one in paragraph.content:
        if isinstance(one, Text):
            parts.append(one.text)
        elif not isinstance(one, NoteReference):
            parts.append(" ")
    return " ".join("".join(parts).split())


def _commonest(paragraph: Paragraph) -> RunProperties:
    """Run that most letters stand in; a tab or page number counts one."""
    content = paragraph.content
    if len(content) == 1 and isinstance(content[0], Text):
        return _upright(content[0].run)
    weights: Counter[RunProperties] = Counter()
    for one in content:
        if isinstance(one, Text):
            weights[one.run] += len(one.text)
        elif isinstance(one, (Tab, PageNumber)):
            weights[one.run] += 1
    return _upright(weights.most_common(1)[0][0] if weights else paragraph.mark)


def _upright(run: RunProperties) -> RunProperties:
    return run if not run.vertical else replace(run, vertical=None)


def _inner_declarations(properties: ParagraphProperties) -> str:
    """What a paragraph says of its lines, also in a cell of its own."""
    found = []
    if properties.alignment in _ALIGNMENTS:
        found.append(f"text-align:{_ALIGNMENTS[properties.alignment]}")
    if properties.first:
        found.append(f"text-indent:{properties.first:g}pt")
    if properties.widow_control is False:
        found.append("orphans:1;widows:1")
    if properties.right_to_left:
        found.append("direction:rtl")
    if properties.no_hyphens:
        found.append("hyphens:manual")
    return ";".join(found)


def _outer_declarations(paragraph: Paragraph, around: Neighbours, *, in_cell: bool) -> str:
    found = [box_declarations(paragraph, around)]
    if not in_cell:  # there rows are kept together, and lines are not
        found.extend(_kept_together(paragraph.properties))
    return ";".join(found)


def _kept_together(properties: ParagraphProperties) -> Iterator[str]:
    if properties.keep_next:
        yield "break-after:avoid"
    if properties.keep_lines:
        yield "break-inside:avoid"
    if properties.page_break_before:
        yield "break-before:page;margin-break:keep"
