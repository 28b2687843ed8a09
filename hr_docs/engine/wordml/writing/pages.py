"""Sections as named pages with their margins, headers and footers (ECMA-376 §17.6, §17.10)."""

from dataclasses import dataclass, field, replace

from hr_docs.engine.wordml.content import Block, Edges
from hr_docs.engine.wordml.properties import Border
from hr_docs.engine.wordml.sections import (
    Document,
    HeaderFooter,
    PageBorders,
    PageGeometry,
    Section,
)
from hr_docs.engine.wordml.writing.heights import HeightMeter
from hr_docs.engine.wordml.writing.stylesheet import StyleSheet
from hr_docs.engine.wordml.writing.text import css_border, css_width

Corner = tuple[float, float]
Margins = tuple[float, float, float]
_LOWERED = {"center": 0.5, "bottom": 1.0}
_SIDE_BREAKS = {"oddPage": "right", "evenPage": "left"}


@dataclass(frozen=True, slots=True)
class Running:
    """A header or footer: where boxes in it are counted from, and what moves it off its margin.

    `corner`, and the `foot` of what it may fill, are counted from the corner of the margins as
    the file has them.
    """

    page: PageGeometry
    corner: Corner
    foot: float
    declarations: str
    blocks: tuple[Block, ...] = ()


@dataclass(slots=True)
class PageGroup:
    """Sections that share pages: one that starts a page, and continuous ones after it."""

    name: str
    sections: list[Section] = field(default_factory=list)

    @property
    def first(self) -> Section:
        return self.sections[0]


def page_groups(document: Document) -> list[PageGroup]:
    """Group sections; one with other paper, or headers of its own to start with, starts anew."""
    groups: list[PageGroup] = []
    for section in document.sections:
        if groups and _continues(section, groups[-1]):
            groups[-1].sections.append(section)
        else:
            groups.append(PageGroup(f"s{len(groups)}", [section]))
    return groups


def _continues(section: Section, group: PageGroup) -> bool:
    """Whether a section begins on the page before; what has no next column begins a new page."""
    mine, theirs = section.geometry, group.first.geometry
    is_same_paper = (mine.width, mine.height) == (theirs.width, theirs.height)
    columns = group.sections[-1].columns
    has_next = columns.count > 1 and columns == section.columns
    starts = {"continuous", "nextColumn"} if has_next else {"continuous"}
    return is_same_paper and section.start in starts


class PageWriter:
    """Writes @page rules, and knows which running elements they call for."""

    def __init__(self, sheet: StyleSheet, meter: HeightMeter, document: Document) -> None:
        self._sheet, self._meter = sheet, meter
        self._even_and_odd, self._mirrored = document.even_and_odd, document.mirrored
        self._background = document.background
        self._running: dict[str, Running] = {}
        self._measured: dict[tuple[PageGeometry, str | None, str | None], Margins] = {}

    def write(self, group: PageGroup) -> dict[str, Running]:
        """Rules of one group's pages: all of them, left ones, the first one.

        Return the headers and footers they show, by the name of their running element.
        """
        self._running = {}
        first, section = group.first, self._last_headers(group)
        self._write_pages(group, section)
        starts_apart = section is not first or first.page_start is not None
        if first.title_page or starts_apart or first.borders.on != "allPages":
            self._write_pages(group, first, is_first=True)
        return self._running

    def _write_pages(self, group: PageGroup, section: Section, *, is_first: bool = False) -> None:
        """A rule for pages of any side, and one for left ones where these are different."""
        place = f":nth(1 of {group.name})" if is_first else ""
        name = group.name if not is_first else ""
        rules = self._page(group, section, _Which(is_first=is_first))
        self._sheet.add_rule(f"@page {name}{place}{{{rules}}}")
        if self._even_and_odd or self._mirrored:
            rules = self._page(group, section, _Which(is_first=is_first, is_left=True))
            self._sheet.add_rule(f"@page {group.name}:left{place}{{{rules}}}")

    def corner(self, section: Section) -> Corner:
        """Corner of the text as it is laid out, from that of the margins as the file has them."""
        top, _, _ = self._margins(section, "default")
        return 0.0, top - section.geometry.top

    def _last_headers(self, group: PageGroup) -> Section:
        """The first section, with the headers of the last one where that begins on its page.

        A continuous section's headers rule every page after the one it begins on.
        """
        first, last = group.first, group.sections[-1]
        before = [block for section in group.sections[:-1] for block in section.blocks]
        page = first.geometry
        room = page.height - page.top - page.bottom
        is_other = (last.headers, last.footers) != (first.headers, first.footers)
        if not is_other or self._meter.blocks(before, page.text_width) > room:
            return first
        return replace(first, headers=last.headers, footers=last.footers)

    def _kind(self, section: Section, which: "_Which") -> str:
        """Which of the section's headers these pages show (§17.10.6, §17.15.1.36)."""
        if which.is_first and section.title_page:
            return "first"
        return "even" if which.is_left and self._even_and_odd else "default"

    def _page(self, group: PageGroup, section: Section, which: "_Which") -> str:
        kind = self._kind(section, which)
        page = section.geometry
        top, bottom, foot = self._margins(section, kind)
        if which.is_left and self._mirrored:
            page = page.mirrored
        area = PageArea.of(page, (top, bottom), _borders(section, kind, which))
        above, below = (
            min(page.header, area.margins["top"]),
            min(page.footer, area.margins["bottom"]),
        )
        header = self._element(
            group,
            section.headers.get(kind),
            Running(page, (0.0, above - page.top), 0.0, _off("top", page.header - above)),
        )
        end = page.height - page.top
        below_foot = _off("bottom", page.footer - below)
        footer = self._element(
            group,
            section.footers.get(kind),
            Running(page, (0.0, end - page.footer - foot), end, below_foot),
        )
        # Word draws headers and footers before the text, which lies upon them.
        common = f"width:{page.text_width:.2f}pt;z-index:-1"
        if section.borders.edges != Edges():
            aside = max(0.0, page.left - area.margins["left"])
            common += f";padding-left:{aside:.2f}pt"
        return ";".join((
            f"size:{page.width:g}pt {page.height:g}pt",
            *area.declarations(may_have_borders=section.borders.edges != Edges()),
            *([f"background:{self._background}"] if self._background else ()),
            *_numbering(section, which),
            f"@top-left{{content:{header};{common};vertical-align:top;padding-top:{above:g}pt}}",
            f"@bottom-left{{content:{footer};{common};vertical-align:bottom;"
            f"padding-bottom:{below:g}pt}}",
        ))  # fmt: skip

    def _margins(self, section: Section, kind: str) -> Margins:
        """Top and bottom margin, which a tall header or footer widens, and the footer's height."""
        page, header, footer = (
            section.geometry,
            section.headers.get(kind),
            section.footers.get(kind),
        )
        key = page, header.name if header else None, footer.name if footer else None
        if key not in self._measured:
            head = self._meter.blocks(header.blocks, page.text_width) if header else 0.0
            foot = self._meter.blocks(footer.blocks, page.text_width) if footer else 0.0
            top, bottom = page.top, page.bottom
            if header and not page.exact_top:
                top = max(page.top, page.header + head)
            if footer and not page.exact_bottom:
                bottom = max(page.bottom, page.footer + foot)
            self._measured[key] = top, bottom, foot
        return self._measured[key]

    def _element(self, group: PageGroup, part: HeaderFooter | None, running: Running) -> str:
        if part is None:
            return "none"
        wanted, name = replace(running, blocks=part.blocks), f"{group.name}{part.name}"
        while self._running.setdefault(name, wanted) != wanted:  # the same part, placed otherwise
            name += "x"
        return f"element({name})"


def _off(side: str, distance: float) -> str:
    """Declaration that keeps a header or footer off a margin that borders made narrow."""
    return f";padding-{side}:{distance:.2f}pt" if distance > 0 else ""


@dataclass(frozen=True, slots=True)
class _Which:
    """Which pages of a group a rule is for."""

    is_first: bool = False
    is_left: bool = False


def _numbering(section: Section, which: _Which) -> list[str]:
    """Declarations by which a section's first page begins to count anew (§17.6.12)."""
    if not which.is_first or section.page_start is None:
        return []
    return [f"counter-reset:page {section.page_start}", "counter-increment:none"]


def _borders(section: Section, kind: str, which: _Which) -> PageBorders:
    """The borders of these pages: none where they are for others, none around no header."""
    borders = section.borders
    if borders.on == ("notFirstPage" if which.is_first else "firstPage"):
        return PageBorders()
    return replace(
        borders,
        around_header=borders.around_header and kind in section.headers,
        around_footer=borders.around_footer and kind in section.footers,
    )


@dataclass(frozen=True, slots=True)
class PageArea:
    """A page's margins, and its borders (§17.6.10), which stand a space off text or paper."""

    margins: dict[str, float]
    paddings: dict[str, float]
    borders: dict[str, Border]

    @classmethod
    def of(cls, page: PageGeometry, down: tuple[float, float], drawn: PageBorders) -> "PageArea":
        """Area of pages with these top and bottom margins."""
        top, bottom = down
        margins = {"top": top, "right": page.right, "bottom": bottom, "left": page.left}
        surrounded = {
            "top": page.header if drawn.around_header else top,
            "bottom": page.footer if drawn.around_footer else bottom,
        }
        paddings = dict.fromkeys(margins, 0.0)
        edges = {side: getattr(drawn.edges, side) for side in margins}
        borders = {side: border for side, border in edges.items() if border is not None}
        for side, border in borders.items():
            width = css_width(border)
            off_text = surrounded.get(side, margins[side]) - width - border.space
            room = margins[side] - width
            margins[side] = max(0.0, off_text if drawn.from_text else border.space)
            paddings[side] = max(0.0, room - margins[side])
        return cls(margins, paddings, borders)

    def declarations(self, *, may_have_borders: bool) -> list[str]:
        """CSS of the area; it takes back borders that a rule for other pages of them may have."""
        rules = ["margin:" + " ".join(f"{one:.2f}pt" for one in self.margins.values())]
        if may_have_borders and not self.borders:
            rules.append("border:0;padding:0")
        for side, border in self.borders.items():
            rules.append(f"border-{side}:{css_border(border)}")
            rules.append(f"padding-{side}:{self.paddings[side]:.2f}pt")
        return rules


def begins_left(document: Document) -> bool:
    """Whether the first page is one of even number, where that makes it another than an odd one.

    CSS knows no page numbers: the first page is a right one, unless text runs from right to left.
    """
    start = document.sections[0].page_start
    is_sided = document.even_and_odd or document.mirrored
    return is_sided and start is not None and start % 2 == 0


def lowered(groups: list[PageGroup]) -> dict[str, float]:
    """By the name of pages the share of their room that stands above the text (§17.6.23)."""
    shares = {group.name: _LOWERED.get(group.first.vertical) for group in groups}
    return {name: share for name, share in shares.items() if share is not None}


def section_break(section: Section, *, is_first: bool) -> str:
    """Declaration for a section that must begin on a page of a certain side."""
    side = _SIDE_BREAKS.get(section.start)
    return f"break-before:{side}" if side and not is_first else ""
