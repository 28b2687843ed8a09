"""The content of one paragraph as HTML, with tabs measured along the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from hr_docs.engine.wordml.content import (
    Bookmark,
    Break,
    Inline,
    Label,
    LinkEnd,
    LinkStart,
    NoteReference,
    PageNumber,
    Paragraph,
    Tab,
    Text,
)
from hr_docs.engine.wordml.measuring import Cursor, FontTable, pieces, text_width
from hr_docs.engine.wordml.properties import RunProperties, TabStop
from hr_docs.engine.wordml.writing import tabs
from hr_docs.engine.wordml.writing.page_numbers import page_content
from hr_docs.engine.wordml.writing.segments import Drawn, is_in_line, stands_from_top
from hr_docs.engine.wordml.writing.stylesheet import StyleSheet
from hr_docs.engine.wordml.writing.tabs import Stops
from hr_docs.engine.wordml.writing.text import NBSP, Base, TextWriter, kept_spaces

_BEYOND_SLACK = 2.0  # points: numbers may be wider than they are measured


@dataclass(slots=True)
class Tools:
    """What writing a paragraph needs from the rest of the document.

    `section` and `page_format` are those of the pages being written, `references` the contents
    that show pages of bookmarks, each with what the file has for it.
    """

    sheet: StyleSheet
    table: FontTable
    text: TextWriter
    write_object: Callable[[Drawn, float, float], str]
    write_note: Callable[[NoteReference, Base], str]
    bookmarks: set[str] = field(default_factory=set)
    references: dict[str, tuple[str, str]] = field(default_factory=dict)
    expands_breaks: bool = True
    section: str = ""
    page_format: str = "decimal"


class LineWriter:
    """Writes one segment of a paragraph from left to right."""

    def __init__(
        self, paragraph: Paragraph, base: Base, width: float, tools: Tools, *, in_cell: bool
    ) -> None:
        properties = paragraph.properties
        self._in_cell = in_cell
        self._paragraph, self._base, self._tools = paragraph, base, tools
        self._left = properties.left or 0.0
        self._end = width - (properties.right or 0.0)
        first = properties.first or 0.0
        self._cursor = Cursor(self._left + first, self._left, self._end)
        self._stops: Stops | None = None
        self._written: list[str] = []
        self._lines: list[str] = []
        self._after_space = True
        self._open_links: list[str] = []
        self._is_apart = False

    def write(self, content: Sequence[Inline], label: Label | None) -> str:
        """HTML of the segment; empty when nothing in it shows."""
        floating = [one for one in content if stands_from_top(one)]
        for placed in floating:
            self._object(placed)
        if floating:
            content = [one for one in content if one not in floating]
        if label is not None:
            self._label(label)
        measures = any(isinstance(one, Tab) for one in content)
        for position, one in enumerate(content):
            self._one(one, content, position, measures=measures)
        self._written.extend("</a>" for _ in self._open_links)
        self._open_links = []
        self._end_apart()
        if label is None and self._paragraph.has_line and not any(map(is_in_line, content)):
            self._written.append("<br/>")
        return self._finished()

    def _one(
        self, one: Inline, content: Sequence[Inline], position: int, *, measures: bool
    ) -> None:
        if isinstance(one, Text):
            self._text(one)
            if measures:
                self._cursor.feed(pieces(one.text, one.run, self._tools.table))
        elif isinstance(one, Tab):
            self._tab(one, content, position)
        elif isinstance(one, Break):
            self._line_break()
        elif isinstance(one, PageNumber):
            self._page_number(one)
        elif isinstance(one, NoteReference):
            self._written.append(self._tools.write_note(one, self._base))
            self._after_space = False
        elif isinstance(one, (Bookmark, LinkStart, LinkEnd)):
            self._mark(one)
        else:
            self._object(one)

    def _text(self, one: Text) -> None:
        run = one.run
        is_blank = run.underline not in {None, "none"}
        text = kept_spaces(one.text, after_space=self._after_space, is_blank=is_blank)
        self._after_space = text.endswith(" ")
        self._written.append(self._tools.text.write(text, run, self._base))

    def _object(self, one: Drawn) -> None:
        html = self._tools.write_object(one, self._left, self._end - self._left)
        self._written.append(html)
        if one.anchor is None:
            self._after_space = False
            self._cursor.advance(one.width or 0.0)

    def _mark(self, one: Bookmark | LinkStart | LinkEnd) -> None:
        if isinstance(one, Bookmark):
            if one.name not in self._tools.bookmarks:
                self._tools.bookmarks.add(one.name)
                self._written.append(f'<a id="{escape(one.name)}"></a>')
        elif isinstance(one, LinkStart):
            self._open_links.append(f'<a href="{escape(one.target)}">')
            self._written.append(self._open_links[-1])
        elif self._open_links:
            self._open_links.pop()
            self._written.append("</a>")

    def _line_break(self) -> None:
        self._end_apart()
        self._cursor.break_line()
        self._after_space = True
        if self._is_stretched and not self._open_links:
            self._lines.append("".join(self._written))
            self._written = []
        else:
            self._written.append("<br/>")

    @property
    def _is_stretched(self) -> bool:
        """Word stretches a justified line also where it ends in a line break (§17.15.3.13)."""
        return self._tools.expands_breaks and self._paragraph.properties.alignment == "both"

    def _finished(self) -> str:
        last = "".join(self._written)
        if not self._lines:
            return last
        first, *others = self._lines
        return "".join((
            f'<span class="line">{first or "<br/>"}</span>',
            *(f'<span class="line rest">{one or "<br/>"}</span>' for one in others),
            f'<span class="rest">{last or "<br/>"}</span>',
        ))  # fmt: skip

    def _page_number(self, one: PageNumber) -> None:
        tools = self._tools
        content = page_content(one, tools.section, tools.page_format)
        if one.bookmark is not None:
            tools.references[one.bookmark] = content, one.stored
        name = tools.sheet.counter_class(content)
        family = tools.table.family(one.run.font)
        own = tools.text.class_of(one.run, family, self._base)
        self._written.append(f'<span class="{f"{name} {own}".strip()}"></span>')
        self._cursor.advance(text_width(one.stored or "0", one.run, tools.table))
        self._after_space = False

    # Labels and tabs

    def _label(self, label: Label) -> None:
        """The list label, then the jump to where the text begins (§17.9.28)."""
        table, run = self._tools.table, label.run
        width = text_width(label.text, run, table)
        shift = {"right": width, "end": width, "center": width / 2}.get(label.alignment, 0.0)
        self._cursor.x += width - shift
        if not label.text:
            width = shift = 0.0
        gap = 0.0
        if label.suffix == "tab":
            gap = max(0.0, self._stop(self._cursor.x).position - self._cursor.x)
        elif label.suffix == "space" and label.text:
            gap = text_width(" ", run, table)
        self._cursor.x += gap
        self._written.append(self._label_span(label, gap, shift))

    def _label_span(self, label: Label, gap: float, shift: float) -> str:
        if not label.text:
            return self._space(gap) if gap else ""
        margins = [f"margin-right:{gap:.2f}pt"] if gap else []
        if shift:
            margins.append(f"margin-left:{-shift:.2f}pt")
        place = self._tools.sheet.class_of(";".join(margins))
        inner = self._tools.text.write(
            kept_spaces(label.text, after_space=False, is_blank=False), label.run, self._base
        )
        if not place:
            return inner
        if inner.startswith('<span class="') and inner.count("<span") == 1:
            return inner.replace('class="', f'class="{place} ', 1)
        return f'<span class="{place}">{inner}</span>'

    def _stop(self, x: float) -> TabStop:
        if self._stops is None:
            self._stops = Stops.of(self._paragraph.properties, self._paragraph.default_tab)
        return self._stops.after(x)

    def _tab(self, tab: Tab, content: Sequence[Inline], position: int) -> None:
        self._end_apart()
        x = self._cursor.x
        stop = self._aligned(tab) if tab.aligned else self._stop(x)
        if stop.position > self._end + 1 and x < self._end:
            stop = self._within(stop)
        following, number = self._following(content, position)
        gap = tabs.distance(stop, x, following, number)
        if stop.position >= self._end - 1:
            gap = max(0.0, gap - tabs.RIGHT_SLACK)
        self._cursor.x += gap
        self._after_space = True
        if gap and self._is_loose(tab, stop) and _has_number(content, position + 1):
            self._begin_apart(tabs.aligned_box(stop, x, gap, self._end))
            return
        if stop.position > self._end + 1 and gap:
            self._begin_beyond(self._cursor.x + following - self._end)
        self._written.append(self._jump(gap, tabs.leader_of(stop), tab.run))

    def _is_loose(self, tab: Tab, stop: TabStop) -> bool:
        """Whether the text before the stop is aligned to it and nothing fills the jump."""
        is_blank = not tabs.leader_of(stop) and tab.run.underline in {None, "none"}
        return is_blank and stop.alignment in {"right", "end", "center"}

    def _within(self, stop: TabStop) -> TabStop:
        """A stop beyond the right end: text ends there, but begins no farther than at the end."""
        if stop.alignment not in {"right", "end"}:
            return TabStop(self._end, "left", stop.leader)
        return replace(stop, position=self._end) if self._in_cell else stop

    def _begin_beyond(self, over: float) -> None:
        """Let what follows reach out of its line, as in headers of wider pages, by some points."""
        if over > 0:
            self._begin_apart(f"margin-right:{-over - _BEYOND_SLACK:.2f}pt;white-space:nowrap")

    def _begin_apart(self, declarations: str) -> None:
        """Begin a span for what stands before the next tab or break."""
        self._around_links(f'<span class="{self._tools.sheet.class_of(declarations)}">')
        self._is_apart = True

    def _end_apart(self) -> None:
        if self._is_apart:
            self._around_links("</span>")
            self._is_apart = False

    def _around_links(self, tag: str) -> None:
        """Write a tag outside of the links that are open, which go on after it."""
        self._written.extend("</a>" for _ in self._open_links)
        self._written.append(tag)
        self._written.extend(self._open_links)

    def _aligned(self, tab: Tab) -> TabStop:
        places = {"right": self._end, "center": (self._left + self._end) / 2}
        return TabStop(places.get(tab.aligned or "", self._left), tab.aligned or "left", tab.leader)

    def _following(self, content: Sequence[Inline], position: int) -> tuple[float, float]:
        """Width of what stands between this tab and the next, whole and before a decimal point."""
        table = self._tools.table
        width, number, point_met = 0.0, 0.0, False
        for one in _until_next_tab(content, position + 1):
            if isinstance(one, Text):
                before = tabs.before_decimal(one.text)
                if not point_met:
                    number += text_width(before, one.run, table)
                point_met = point_met or before != one.text
                width += text_width(one.text, one.run, table)
            elif isinstance(one, PageNumber):
                width += text_width(one.stored or "0", one.run, table)
            elif isinstance(one, Drawn) and one.anchor is None:
                width += one.width or 0.0
        return width, number

    def _jump(self, gap: float, leader: str, run: RunProperties) -> str:
        if gap <= 0:
            return ""
        is_underlined = run.underline not in {None, "none"}
        filler = leader or (NBSP if is_underlined else "")
        if not filler:
            return self._space(gap)
        count, spacing = tabs.fitted(gap, text_width(filler, run, self._tools.table))
        if not count:
            return self._space(gap)
        inner = self._tools.text.write(filler * count, run, self._base)
        name = self._tools.sheet.class_of(f"letter-spacing:{spacing:.3f}pt")
        return f'<span class="{name}">{inner}</span>'

    def _space(self, gap: float) -> str:
        name = self._tools.sheet.class_of(f"margin-left:{gap:.2f}pt")
        return f'<span class="{name}">\u200b</span>'


def _has_number(content: Sequence[Inline], start: int) -> bool:
    return any(isinstance(one, PageNumber) for one in _until_next_tab(content, start))


def _until_next_tab(content: Sequence[Inline], start: int) -> Iterator[Inline]:
    for one in content[start:]:
        if isinstance(one, (Tab, Break)):
            return
        yield one
