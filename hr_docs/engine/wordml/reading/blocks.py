"""Paragraphs and tables in order (ECMA-376 §17.2.2): what stands in a body, cell, note or box."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hr_docs.engine.wordml.content import (
    Anchor,
    Block,
    Bookmark,
    Paragraph,
    Table,
    Text,
    TextBox,
    Unsupported,
)
from hr_docs.engine.wordml.measuring import FontTable, text_width
from hr_docs.engine.wordml.ooxml import (
    M_NS,
    MC_NS,
    Element,
    attribute,
    child,
    elements,
    on_off,
    value,
    w,
)
from hr_docs.engine.wordml.properties import EMPTY_PARAGRAPH, EMPTY_RUN, Frame
from hr_docs.engine.wordml.reading.alternates import chosen_alternate
from hr_docs.engine.wordml.reading.inlines import equation
from hr_docs.engine.wordml.reading.paragraphs import read_paragraph
from hr_docs.engine.wordml.reading.story import OUTSIDE_TABLES, Story, TableFormatting
from hr_docs.engine.wordml.reading.tables import read_table

_EQUATIONS = frozenset({f"{{{M_NS}}}oMath", f"{{{M_NS}}}oMathPara"})
_GONE = frozenset({w("del"), w("moveFrom")})
_TRANSPARENT = frozenset({w("customXml"), w("ins"), w("moveTo"), w("sdtContent"), w("smartTag")})


def flattened(parent: Element) -> Iterator[Element]:
    """Children, with content controls and insertions opened and alternatives chosen."""
    for element in elements(parent):
        if element.tag == w("sdt"):
            content = child(element, "sdtContent")
            if content is not None:
                yield from flattened(content)
        elif element.tag in _TRANSPARENT:
            yield from flattened(element)
        elif element.tag == f"{{{MC_NS}}}AlternateContent":
            chosen = chosen_alternate(element)
            if chosen is not None:
                yield from flattened(chosen)
        else:
            yield element


def read_blocks(parent: Element, story: Story) -> tuple[Block, ...]:
    """Every block of an element that holds paragraphs and tables."""
    return tuple(blocks_of(flattened(parent), story, OUTSIDE_TABLES))


def read_cell_blocks(
    parent: Element, story: Story, formatting: TableFormatting
) -> tuple[Block, ...]:
    """As `read_blocks`, for a cell whose table style formats the text.

    The paragraph that must end a cell takes no room when it is empty and follows a table.
    """
    blocks = blocks_of(flattened(parent), story, formatting)
    if len(blocks) > 1 and isinstance(blocks[-2], Table) and _is_empty(blocks[-1]):
        blocks.pop()
    return tuple(blocks)


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.content and block.label is None


def blocks_of(content: Iterable[Element], story: Story, formatting: TableFormatting) -> list[Block]:
    """Read body-level elements one after the other."""
    reader = _BlockReader(story, formatting)
    for element in content:
        reader.read(element)
    return reader.finished()


@dataclass(slots=True)
class _BlockReader:
    """Keeps what must wait for the next paragraph: run-on text, frames, bookmarks."""

    story: Story
    formatting: TableFormatting
    blocks: list[Block] = field(default_factory=list)
    run_on: list[Element] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    framed: list[Paragraph] = field(default_factory=list)
    frames: list[TextBox] = field(default_factory=list)

    def read(self, element: Element) -> None:
        if element.tag == w("p"):
            self._paragraph(element)
        elif element.tag == w("tbl"):
            self._table(element)
        elif element.tag == w("bookmarkStart") and attribute(element, "name") != "_GoBack":
            self.bookmarks.append(Bookmark(attribute(element, "name") or ""))
        elif element.tag == w("altChunk"):
            self.story.warn("вставленный файл (altChunk)")
            self._add(_alone(Unsupported("вставленный файл", 0.0, 0.0)))
        elif element.tag in _EQUATIONS:
            self._add(_alone(equation(element, self.story)))

    def finished(self) -> list[Block]:
        self._end_frame()
        if self.run_on:
            self._complete([self.run_on.pop()] if len(self.run_on) == 1 else self._run_on())
        if self.frames:
            self._add(_alone(*self._taken_frames()))
        return _spaced(self.blocks) if self.story.source.adds_spaces else self.blocks

    def _run_on(self) -> list[Element]:
        waiting, self.run_on = self.run_on, []
        return waiting

    def _paragraph(self, element: Element) -> None:
        self.story.paragraph += 1
        if self._runs_on(element):
            self.run_on.append(element)
            return
        self._complete([*self._run_on(), element])

    def _runs_on(self, element: Element) -> bool:
        """Whether the paragraph's end is deleted, or hidden: its text joins the next."""
        own = child(element, "pPr")
        if own is None:
            return False
        mark, styles = child(own, "rPr"), self.story.source.book.styles
        if mark is not None:
            if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
                return True
            hidden = on_off(mark, "vanish")
            if hidden is not None:
                return hidden
        return styles.may_hide and bool(styles.run(value(own, "pStyle")).hidden)

    def _complete(self, parts: list[Element]) -> None:
        paragraph = read_paragraph(parts, self.story, self.formatting)
        if self.bookmarks:
            paragraph = replace(paragraph, content=(*self.bookmarks, *paragraph.content))
            self.bookmarks = []
        # In a cell it only repeats that the whole table is framed.
        if paragraph.properties.frame is not None and not self.story.depth:
            self._frame(paragraph)
            return
        self._end_frame()
        if self.frames:
            content = (*self._taken_frames(), *paragraph.content)
            paragraph = replace(paragraph, content=content)
        self._add(paragraph)

    def _table(self, element: Element) -> None:
        if self.story.is_too_deep:
            self.story.warn("слишком глубоко вложенная таблица")
            return
        if any(map(_has_words, self.run_on)):  # nothing runs on into a table
            self._complete(self._run_on())
        self._end_frame()
        if self.frames:
            self._add(_alone(*self._taken_frames()))
        table = read_table(element, self.story, read_cell_blocks)
        if table is not None:
            self._add(table)

    def _add(self, block: Block) -> None:
        self.blocks.append(block)

    def _frame(self, paragraph: Paragraph) -> None:
        """Adjacent paragraphs with equal w:framePr stand in one frame (§17.3.1.11)."""
        if self.framed and self.framed[-1].properties.frame != paragraph.properties.frame:
            self._end_frame()
        self.framed.append(paragraph)

    def _end_frame(self) -> None:
        if not self.framed:
            return
        frame = self.framed[0].properties.frame
        plain = tuple(
            replace(one, properties=replace(one.properties, frame=None)) for one in self.framed
        )
        self.framed = []
        if frame is not None:
            self.frames.append(_box(frame, plain, self.story.source.fonts))

    def _taken_frames(self) -> list[TextBox]:
        taken, self.frames = self.frames, []
        return taken


def _spaced(blocks: list[Block]) -> list[Block]:
    """Word 97 adds the space after a paragraph to that before the next; later the larger counts.

    Spaces collapse where the text is laid out, so the sum stands before the next paragraph.
    """
    return [
        *blocks[:1],
        *(
            _raised(block, above.properties.after or 0.0)
            if isinstance(block, Paragraph) and isinstance(above, Paragraph)
            else block
            for above, block in pairwise(blocks)
        ),
    ]


def _raised(paragraph: Paragraph, space: float) -> Paragraph:
    properties = paragraph.properties
    if not properties.before or not space:
        return paragraph
    return replace(paragraph, properties=replace(properties, before=properties.before + space))


def _has_words(element: Element) -> bool:
    """Whether a paragraph shows anything besides its end."""
    return any(
        len(run) > (child(run, "rPr") is not None)
        and not on_off(child(run, "rPr"), "vanish")
        and not any(above.tag in _GONE for above in run.iterancestors())
        for run in element.iter(w("r"))
    )


def _alone(*content: TextBox | Unsupported) -> Paragraph:
    return Paragraph(EMPTY_PARAGRAPH, EMPTY_RUN, None, content)


def _box(frame: Frame, blocks: tuple[Paragraph, ...], fonts: FontTable) -> TextBox:
    return TextBox(
        blocks=blocks,
        width=frame.width,
        height=frame.height if frame.height_rule in {"exact", "atLeast"} else None,
        anchor=_beside_text(frame, blocks, fonts) if frame.drop_cap == "margin" else _anchor(frame),
        border=None,
        fill=None,
        insets=(0.0, 0.0, 0.0, 0.0),
        grows=frame.height_rule != "exact",
        is_least=frame.height_rule == "atLeast",
    )


def _beside_text(frame: Frame, blocks: tuple[Paragraph, ...], fonts: FontTable) -> Anchor:
    """Place of a large initial in the margin: it ends where the text begins (§17.18.20)."""
    width = frame.width or sum(
        text_width(one.text, one.run, fonts)
        for block in blocks
        for one in block.content
        if isinstance(one, Text)
    )
    return Anchor(x=-width - frame.gaps[0])


def _anchor(frame: Frame) -> Anchor:
    across, down = frame.gaps
    return Anchor(
        horizontal=_FRAME_ANCHORS.get(frame.horizontal_anchor, "column"),
        vertical=_FRAME_ANCHORS.get(frame.vertical_anchor, "paragraph")
        if frame.vertical_anchor != "text"
        else "paragraph",
        x=0.0 if frame.x_align else frame.x or 0.0,
        y=0.0 if frame.y_align else frame.y or 0.0,
        x_align=frame.x_align,
        y_align=frame.y_align,
        wrap="none" if frame.wrap == "none" else "square",
        distances=(down, across, down, across),
    )


_FRAME_ANCHORS = {"margin": "margin", "page": "page", "text": "column"}
