"""What every reader of a document shares, and the state of one story (body, header, note…)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from hr_docs.engine.wordml.content import Block, Note
from hr_docs.engine.wordml.measuring import FontTable
from hr_docs.engine.wordml.ooxml import (
    Element,
    attribute,
    child,
    children,
    measure,
    on_off,
    value,
    w,
)
from hr_docs.engine.wordml.parts import Package, Relationship, parsed
from hr_docs.engine.wordml.properties import (
    EMPTY_PARAGRAPH,
    EMPTY_RUN,
    ParagraphProperties,
    RunProperties,
    character_style_over,
    run_over,
)
from hr_docs.engine.wordml.reading.fields import OpenField
from hr_docs.engine.wordml.reading.formatting import Formatting
from hr_docs.engine.wordml.reading.numbering import Counters, Level, List, Numbering
from hr_docs.engine.wordml.reading.styles import Styles
from hr_docs.engine.wordml.reading.table_styles import TableStyle
from hr_docs.engine.wordml.reading.theme_colors import theme_colors

_DEFAULT_TAB = 36.0
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class ConversionWarning:
    """Something a PDF cannot show as Word does. `paragraph` counts from 1 within the part.

    `font` names a family that another one stands in for.
    """

    part: str
    paragraph: int | None
    what: str
    font: str = ""


@dataclass(frozen=True, slots=True)
class TableFormatting:
    """What a table style says of the text in a cell; neutral outside tables."""

    paragraph: ParagraphProperties = EMPTY_PARAGRAPH
    run: RunProperties = EMPTY_RUN


@dataclass(frozen=True, slots=True)
class Effective:
    """What the style hierarchy makes of one w:pPr; the list is None for a plain paragraph."""

    properties: ParagraphProperties
    run: RunProperties
    numbers: List | None
    level: Level | None


OUTSIDE_TABLES = TableFormatting()


class Stylebook:
    """What a document's theme, styles and lists say; documents made from one master share it.

    Nothing in it changes but what it has worked out already: `effective`, table styles.
    """

    def __init__(
        self, theme: Element | None, styles: Element | None, numbering: Element | None
    ) -> None:
        self.formatting = Formatting.of_theme(theme)
        self.colors = theme_colors(theme)
        self.styles = Styles(styles, self.formatting)
        self.numbering = Numbering(numbering, self.styles, self.formatting)
        self.effective: dict[tuple[ParagraphProperties, TableFormatting], Effective] = {}
        self._table_styles: dict[str | None, TableStyle] = {}

    def table_style(self, identifier: str | None) -> TableStyle:
        """A table style with its ancestors, read once."""
        if identifier not in self._table_styles:
            found = TableStyle.read(identifier, self.styles, self.formatting)
            self._table_styles[identifier] = found
        return self._table_styles[identifier]


@lru_cache(maxsize=8)
def _stylebook(*parts: tuple[str, bytes | None]) -> Stylebook:
    """The book of a theme, styles and numbering, each by its part's name and bytes."""
    return Stylebook(*(None if what is None else parsed(what, part) for part, what in parts))


class Source:
    """A package with its document-wide parts read: styles, lists, settings, font table."""

    def __init__(self, package: Package, read_blocks: "BlocksReader") -> None:
        """`read_blocks` reads what stands in boxes and notes, which hold paragraphs themselves."""
        self.package = package
        self.read_blocks = read_blocks
        self.warnings: list[ConversionWarning] = []
        main = package.main
        names = (package.related(main, kind) or "" for kind in ("theme", "styles", "numbering"))
        self.book = _stylebook(*((name, package.read(name)) for name in names))
        self.fonts = FontTable(_font_classes(package.xml(package.related(main, "fontTable"))))
        settings = package.xml(package.related(main, "settings"))
        tab = measure(value(settings, "defaultTabStop")) if settings is not None else None
        self.default_tab = tab if tab and tab > 0 else _DEFAULT_TAB
        self.compatibility = _compatibility(settings)
        self.settings = settings
        self.adds_spaces = self.is_set("doNotUseHTMLParagraphAutoSpacing")
        self.counters = Counters()
        self.notes: dict[tuple[str, str], Note | None] = {}
        self.note_counts: dict[str, int] = {}
        self.note_counters: dict[str, Counters] = {}
        self.endnotes: list[Note] = []

    @cached_property
    def bookmarks(self) -> frozenset[str]:
        """Names of the places in the body that fields may refer to."""
        root = self.package.xml(self.package.main)
        marks = root.iter(w("bookmarkStart")) if root is not None else ()
        return frozenset(filter(None, (attribute(one, "name") for one in marks)))

    def is_stated(self, tag: str) -> bool:
        """A boolean setting of the document (§17.15.1); false when missing."""
        return self.settings is not None and bool(on_off(self.settings, tag))

    def is_set(self, tag: str) -> bool:
        """A compatibility setting (§17.15.3); false when missing."""
        compatibility = child(self.settings, "compat")
        return compatibility is not None and bool(on_off(compatibility, tag))

    def run_properties(self, element: Element | None, base: RunProperties) -> RunProperties:
        """Lay a w:rPr, and the character style it names, over a paragraph's formatting."""
        if element is None:
            return base
        style = value(element, "rStyle")
        named = self.book.styles.run(style) if style else EMPTY_RUN
        return run_over(self.book.formatting.run(element), character_style_over(named, base))


@dataclass(slots=True)
class Story:
    """One part being read from its first paragraph to its last."""

    source: Source
    part: str
    counters: Counters
    fields: list[OpenField] = field(default_factory=list)
    paragraph: int = 0
    depth: int = 0
    note_label: str = ""
    box_counters: Counters = field(default_factory=Counters)

    @classmethod
    def of(cls, source: Source, part: str) -> "Story":
        """A story of its own, with its own numbering."""
        return cls(source, part, Counters())

    def inner(self) -> "Story":
        """The story inside a table: same part and numbering, fields of its own."""
        return Story(
            self.source, self.part, self.counters, paragraph=self.paragraph, depth=self.depth + 1,
            box_counters=self.box_counters,
        )  # fmt: skip

    def boxed(self) -> "Story":
        """The story inside a text box: its lists go on from other boxes of the part, not from text.

        To Word all boxes are one story, beside the text that they are anchored in.
        """
        return replace(self.inner(), counters=self.box_counters)

    @property
    def is_body(self) -> bool:
        """Whether it is the text itself: in tables, boxes and headers Word breaks no page."""
        return not self.depth and self.part == self.source.package.main

    @property
    def is_too_deep(self) -> bool:
        """Whether tables and boxes nest beyond what any real document does."""
        return self.depth >= _DEEPEST

    def relationship(self, identifier: str | None) -> Relationship | None:
        """Relation of this story's part by its id."""
        return self.source.package.relationships(self.part).get(identifier or "")

    def warn(self, what: str) -> None:
        """Note a construct that is not shown as in Word, at the current paragraph."""
        found = ConversionWarning(self.part, self.paragraph or None, what)
        if found not in self.source.warnings:
            self.source.warnings.append(found)


BlocksReader = Callable[[Element, Story], tuple[Block, ...]]


def _font_classes(root: Element | None) -> dict[str, str]:
    return {
        (attribute(one, "name") or "").lower(): value(one, "family") or ""
        for one in children(root, "font")
    }


def _compatibility(settings: Element | None) -> int:
    """Word version whose layout the document asks for: 15 is Word 2013 and later."""
    for setting in children(child(settings, "compat"), "compatSetting"):
        if attribute(setting, "name") == "compatibilityMode":
            text = attribute(setting, "val") or ""
            return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 12
    return 12
