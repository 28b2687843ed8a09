"""A document as sections of pages: the upper half of the model between reading and writing.

Lengths are in points.
"""

from dataclasses import dataclass, field, replace

from hr_docs.engine.wordml.content import Block, Edges, Note


@dataclass(frozen=True, slots=True)
class HeaderFooter:
    """Content of one header or footer part, known by `name` within the document."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """Size and margins of a section's pages (§17.6.11, §17.6.13)."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float
    exact_top: bool
    exact_bottom: bool

    @property
    def text_width(self) -> float:
        return max(36.0, self.width - self.left - self.right)

    @property
    def mirrored(self) -> "PageGeometry":
        """The other page of a spread, whose inner margin is at the right (§17.15.1.57)."""
        return replace(self, left=self.right, right=self.left)


@dataclass(frozen=True, slots=True)
class Columns:
    """Newspaper columns of a section (§17.6.4)."""

    count: int = 1
    gap: float = 36.0
    separator: bool = False


@dataclass(frozen=True, slots=True)
class PageBorders:
    """Borders of a section's pages (§17.6.10), a space off the text or else off the paper.

    `on` is allPages, firstPage or notFirstPage; they may stand around header and footer too.
    """

    edges: Edges = field(default_factory=Edges)
    from_text: bool = True
    on: str = "allPages"
    around_header: bool = False
    around_footer: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the body with its own pages; headers by type: default, first, even."""

    start: str
    geometry: PageGeometry
    columns: Columns
    headers: dict[str, HeaderFooter]
    footers: dict[str, HeaderFooter]
    title_page: bool
    page_start: int | None
    page_format: str
    blocks: tuple[Block, ...]
    borders: PageBorders = field(default_factory=PageBorders)
    vertical: str = "top"


@dataclass(frozen=True, slots=True)
class Properties:
    """Core properties (ECMA-376 part 2, §11); dates are W3CDTF texts; empty where not set."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    identifier: str = ""
    created: str = ""
    modified: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready to be written.

    `expands_breaks` says that justified lines are stretched also before a line break, `mirrored`
    that left and right margins change places on even pages. `background` is the paper's colour.
    Words are hyphenated where else more room than the `hyphenation` zone is left; None never.
    """

    sections: tuple[Section, ...]
    endnotes: tuple[Note, ...]
    properties: Properties
    even_and_odd: bool
    expands_breaks: bool = True
    mirrored: bool = False
    background: str | None = None
    hyphenation: float | None = None
