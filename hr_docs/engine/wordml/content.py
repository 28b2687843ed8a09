"""What a Word document says, resolved: the model between reading XML and writing HTML.

Lengths are in points, from the left margin or the top of what they stand in.
"""

from __future__ import annotations

from dataclasses import dataclass

from hr_docs.engine.wordml.properties import EMPTY_RUN, Border, ParagraphProperties, RunProperties


@dataclass(frozen=True, slots=True)
class Text:
    """Letters in one format; no tabs, no breaks."""

    text: str
    run: RunProperties


@dataclass(frozen=True, slots=True)
class Tab:
    """A jump to the next tab stop; `aligned` is set for w:ptab (§17.3.3.23): left|center|right."""

    run: RunProperties
    aligned: str | None = None
    leader: str = "none"


@dataclass(frozen=True, slots=True)
class Break:
    """End of a `line`, `page` or `column`."""

    kind: str


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A field the layout computes: PAGE, NUMPAGES, SECTIONPAGES, or PAGEREF a `bookmark`.

    `stored` is what the file has for it.
    """

    field: str
    number_format: str
    run: RunProperties
    bookmark: str | None = None
    stored: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that links and page references point to."""

    name: str


@dataclass(frozen=True, slots=True)
class LinkStart:
    """Beginning of a hyperlink: `#bookmark` or an address."""

    target: str


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """End of the innermost hyperlink."""


@dataclass(frozen=True, slots=True)
class NoteReference:
    """Place of a footnote or endnote in the text."""

    note: Note
    run: RunProperties


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a floating object is put (§20.4.2.3).

    `horizontal` and `vertical` name what it is measured from; `x` and `y` are offsets in points,
    or `x_align`/`y_align` say left, center, right, inside, outside, top, bottom. `wrap` is none,
    square, topAndBottom, tight or through; distances keep the text away. Of a member of a group
    `extent` is the size of the whole, which is aligned, and `x` and `y` are its place in that.
    """

    horizontal: str = "column"
    vertical: str = "paragraph"
    x: float = 0.0
    y: float = 0.0
    x_align: str | None = None
    y_align: str | None = None
    wrap: str = "none"
    behind: bool = False
    distances: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    extent: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster or vector picture; `part` holds its bytes."""

    part: str
    media_type: str
    width: float
    height: float
    description: str
    anchor: Anchor | None = None
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    rotation: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class TextBox:
    """Blocks in a box of their own; `height` None grows with the text, as one that `is_least` may.

    `corner` rounds it: the share of the shorter side, a half for an ellipse. The text runs `up` or
    `down` where `direction` says so; `rotation` turns the whole, in degrees clockwise.
    """

    blocks: tuple[Block, ...]
    width: float | None
    height: float | None
    anchor: Anchor | None
    border: Border | None
    fill: str | None
    insets: tuple[float, float, float, float]
    vertical: str = "top"
    grows: bool = True
    corner: float = 0.0
    direction: str = ""
    is_least: bool = False
    rotation: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn line or box without text: a signature line, a frame, a stamp's place.

    With a `share` (0–1) it is as wide as that part of its line.
    """

    width: float
    height: float
    anchor: Anchor | None
    border: Border | None
    fill: str | None
    is_line: bool
    corner: float = 0.0
    rotation: float = 0.0
    share: float | None = None


@dataclass(frozen=True, slots=True)
class WordArt:
    """Letters drawn to fill a box, such as a watermark; `opacity` is 1 for full colour."""

    text: str
    run: RunProperties
    width: float
    height: float
    anchor: Anchor | None = None
    rotation: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Something that cannot be shown: a labelled frame stands in its place."""

    what: str
    width: float
    height: float
    anchor: Anchor | None = None


Inline = (
    Text | Tab | Break | PageNumber | Bookmark | LinkStart | LinkEnd | NoteReference
    | Picture | TextBox | Shape | WordArt | Unsupported
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """A list label: real text with its own format. `suffix` is tab, space or nothing."""

    text: str
    run: RunProperties
    suffix: str
    alignment: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its effective formatting; `mark` formats its end and empty lines."""

    properties: ParagraphProperties
    mark: RunProperties
    label: Label | None
    content: tuple[Inline, ...]
    default_tab: float = 36.0
    heading: int | None = None

    @property
    def has_line(self) -> bool:
        """Whether it takes up room when empty; not so where it only carries a frame."""
        return self.mark != EMPTY_RUN


@dataclass(frozen=True, slots=True)
class Edges:
    """Four borders of a cell or page; None draws nothing."""

    top: Border | None = None
    right: Border | None = None
    bottom: Border | None = None
    left: Border | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell placed on the grid; `padding` is top, right, bottom, left.

    `explicit` names the sides whose border the cell states itself.
    """

    column: int
    span: int
    rows: int
    blocks: tuple[Block, ...]
    borders: Edges
    padding: tuple[float, float, float, float]
    fill: str | None
    vertical: str
    explicit: frozenset[str] = frozenset()
    direction: str | None = None
    no_wrap: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; `height` is the least, or with `exact` the only one.

    `page_break` says that it begins a page, as its first paragraph asks.
    """

    cells: tuple[Cell, ...]
    height: float | None
    is_exact: bool
    is_header: bool
    cant_split: bool
    keep_next: bool
    before: int
    after: int
    page_break: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table on its grid of column widths; `indent` moves its left edge, or `alignment` does.

    With a `share` (0–1) the columns are scaled to that part of the text width; where it `fits_text`
    they are as wide as their text asks, and unless it `is_fixed` no narrower than a word. A
    `floating` one (w:tblpPr, §17.4.57) stands beside the text.
    """

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    alignment: str | None
    indent: float
    share: float | None = None
    spacing: float = 0.0
    floating: Anchor | None = None
    fits_text: bool = False
    is_fixed: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: its written label and its text."""

    kind: str
    label: str
    blocks: tuple[Block, ...]
    run: RunProperties
