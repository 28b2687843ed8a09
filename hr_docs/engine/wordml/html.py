"""DOCX → HTML and CSS for a paged layout (ECMA-376 part 1)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path

from hr_docs.engine.collector import collector_paused
from hr_docs.engine.wordml import fonts
from hr_docs.engine.wordml.content import Block, NoteReference, Paragraph
from hr_docs.engine.wordml.reading.document import Reading, read_document
from hr_docs.engine.wordml.reading.story import ConversionWarning
from hr_docs.engine.wordml.sections import Properties, Section
from hr_docs.engine.wordml.writing.boxes import neighbours
from hr_docs.engine.wordml.writing.heights import HeightMeter
from hr_docs.engine.wordml.writing.lines import Tools
from hr_docs.engine.wordml.writing.objects import ObjectWriter
from hr_docs.engine.wordml.writing.page_numbers import SECTION_PAGES, css_string
from hr_docs.engine.wordml.writing.pages import (
    PageGroup,
    PageWriter,
    Running,
    begins_left,
    lowered,
    page_groups,
    section_break,
)
from hr_docs.engine.wordml.writing.paragraphs import Flow, ParagraphWriter
from hr_docs.engine.wordml.writing.stylesheet import BASE, Rules, StyleSheet
from hr_docs.engine.wordml.writing.tables import TableWriter
from hr_docs.engine.wordml.writing.text import Base, TextWriter


@dataclass(frozen=True, slots=True, order=True)
class FontFace:
    """A font file that the style sheet names."""

    family: str
    bold: bool
    italic: bool
    path: Path


@dataclass(frozen=True, slots=True)
class Html:
    """Well-formed markup, its style sheets, the faces it is set in, and what it cannot show.

    `lowered` names pages whose text stands lower, by a share of the room that is left there.
    `base_css` is the same for every document and comes before `rules`.
    """

    markup: str
    rules: Rules
    faces: tuple[FontFace, ...]
    warnings: tuple[ConversionWarning, ...]
    lowered: Mapping[str, float] = field(default_factory=dict)
    base_css: str = BASE

    @property
    def css(self) -> str:
        """The document's own style sheet."""
        return self.rules.text()

    @property
    def counts_section_pages(self) -> bool:
        """Whether a first layout is needed to know the pages of each section (SECTIONPAGES)."""
        return any(SECTION_PAGES in rest for rest in self.rules.classes.values())

    def with_section_pages(self, counts: Mapping[str, int]) -> "Html":
        """The same markup with the pages of each section, by page name, filled in."""

        def counted(match: re.Match[str]) -> str:
            return str(counts.get(match[1], 1))

        classes = {
            name: re.sub(f"{SECTION_PAGES}(\\w*);", counted, rest)
            for name, rest in self.rules.classes.items()
        }
        return replace(self, rules=replace(self.rules, classes=classes))

    def with_last_page(self) -> "Html":
        """The same markup with a page after it, for what goes on from the page before."""
        whole = self.markup.removesuffix("</body></html>")
        return replace(self, markup=f'{whole}<div class="page"></div></body></html>')


@collector_paused()
def docx_to_html(docx: bytes) -> Html:
    """Convert a .docx; raise ConversionError when it is not one, or when a font is missing."""
    return _DocumentWriter(read_document(docx)).write()


def conversion_report(docx: bytes) -> list[ConversionWarning]:
    """What the PDF of this document will not show as Word does, in order of appearance."""
    return list(docx_to_html(docx).warnings)


class _DocumentWriter:
    """Writes a document that has been read."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sheet = StyleSheet()
        self._text = TextWriter(self._sheet, reading.fonts)
        self._meter = HeightMeter(reading.fonts)
        self._objects = ObjectWriter(self._sheet, reading.package, self._meter, self._blocks)
        self._objects.is_mirrored = reading.document.mirrored
        self._tools = tools = Tools(
            self._sheet, reading.fonts, self._text, self._objects.write, self._note,
            expands_breaks=reading.document.expands_breaks,
        )  # fmt: skip
        self._paragraphs = ParagraphWriter(tools)
        self._tables = TableWriter(
            self._sheet, self._paragraphs, self._blocks,
            fonts=reading.fonts, beside=self._objects.beside, across=self._objects.across,
            height=self._meter.blocks,
        )  # fmt: skip

    def write(self) -> Html:
        document = self._reading.document
        self._pages = PageWriter(self._sheet, self._meter, document)
        groups = page_groups(document)
        running = "".join(self._headers(self._pages, group) for group in groups)
        body = "".join(self._group(group, is_first=not n) for n, group in enumerate(groups))
        endnotes = self._endnotes(groups[-1])
        self._keep_stored_pages()
        first = ' class="left-first"' if begins_left(document) else ""
        markup = (
            f"<html{_language(document.properties)}{first}>"
            f"<head>{_metadata(document.properties)}</head>"
            f"<body{self._hyphens()}>{running}{body}{endnotes}</body></html>"
        )
        warnings = tuple(self._warnings())
        return Html(markup, self._sheet.rules(), self._faces(), warnings, lowered(groups))

    def _keep_stored_pages(self) -> None:
        """References to bookmarks that did not come to be written show what the file has."""
        for bookmark, (content, stored) in self._tools.references.items():
            if bookmark not in self._tools.bookmarks:
                self._sheet.replace_counter(content, f'"{css_string(stored)}"')

    def _hyphens(self) -> str:
        zone = self._reading.document.hyphenation
        rules = "" if zone is None else f"hyphens:auto;hyphenate-limit-zone:{zone:g}pt"
        return self._sheet.attribute(rules)

    def _enter(self, group: PageGroup) -> None:
        """Let page numbers know where they stand."""
        self._tools.section, self._tools.page_format = group.name, group.first.page_format

    def _headers(self, pages: PageWriter, group: PageGroup) -> str:
        """Headers and footers of a group of sections, taken out of the text."""
        self._enter(group)
        return "".join(self._running(name, one) for name, one in pages.write(group).items())

    def _running(self, name: str, running: Running) -> str:
        width = running.page.text_width
        self._objects.enter(running.page, running.corner, running.foot, is_body=False)
        place = f"position:running({name});width:{width:.2f}pt{running.declarations}"
        content = self._inside(running.blocks, width)
        return f"<div{self._sheet.attribute(place, 'running')}>{content}</div>"

    def _inside(self, blocks: tuple[Block, ...], width: float) -> str:
        return self._blocks(blocks, Flow(width))

    def _group(self, group: PageGroup, *, is_first: bool) -> str:
        self._enter(group)
        parts = [self._section(section, group) for section in group.sections]
        start = section_break(group.first, is_first=is_first)
        rules = ";".join(filter(None, (f"page:{group.name}", start)))
        return f"<div{self._sheet.attribute(rules)}>{''.join(parts)}</div>"

    def _section(self, section: Section, group: PageGroup) -> str:
        page = section.geometry
        foot = page.height - page.top - page.bottom
        self._objects.enter(page, self._pages.corner(group.first), foot, is_body=True)
        columns = section.columns
        width = (section.geometry.text_width - columns.gap * (columns.count - 1)) / columns.count
        pending = "start" if section is group.first else ""
        flow = Flow(max(width, 4.0), pending, in_columns=columns.count > 1)
        content = self._blocks(section.blocks, flow)
        rules = _section_box(section, group.first)
        if columns.count > 1:
            is_balanced = section is not group.sections[-1]
            rules.append(f"column-count:{columns.count};column-gap:{columns.gap:g}pt")
            rules.append(f"column-fill:{'balance' if is_balanced else 'auto'}")
            if columns.separator:
                rules.append("column-rule:0.5pt solid #000")
        if not rules:
            return content
        return f"<div{self._sheet.attribute(';'.join(rules))}>{content}</div>"

    def _blocks(self, blocks: tuple[Block, ...], flow: Flow) -> str:
        written = []
        for position, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                around = neighbours(blocks, position)
                written.append(self._paragraphs.write(block, flow, around))
            else:
                written.append(self._tables.write(block, flow))
        return "".join(written)

    def _note(self, reference: NoteReference, base: Base) -> str:
        """The note's mark in the text; a footnote's text goes to the foot of the page with it."""
        note = reference.note
        mark = self._text.write(note.label, reference.run, base) if note.label else ""
        if note.kind == "endnote":
            return mark
        width = self._objects.geometry.text_width if self._objects.geometry else 400.0
        return f'{mark}<div class="note">{self._inside(note.blocks, width)}</div>'

    def _endnotes(self, group: PageGroup) -> str:
        notes = self._reading.document.endnotes
        if not notes:
            return ""
        line = self._sheet.attribute("width:144pt;border-top:0.5pt solid #000;margin-top:6pt")
        width = group.first.geometry.text_width
        content = "".join(self._inside(note.blocks, width) for note in notes)
        place = self._sheet.attribute(f"page:{group.name}")
        return f"<div{place}><div{line}></div>{content}</div>"

    def _faces(self) -> tuple[FontFace, ...]:
        wanted = set()
        for family, bold, italic in self._text.faces:
            for one in (family, *fonts.fallbacks(family)):
                path = fonts.face(one, bold=bold, italic=italic).path
                wanted.add(FontFace(one.css_name, bold, italic, path))
        return tuple(sorted(wanted))

    def _warnings(self) -> list[ConversionWarning]:
        part = self._reading.package.main
        unknown = (
            ConversionWarning(part, None, f"шрифт «{name}» заменён на {family}", name)
            for name, family in sorted(self._reading.fonts.unknown.items())
        )
        lent = (
            ConversionWarning(part, None, f"в шрифте {family.name} нет букв текста: их даёт другой")
            for family in sorted(self._text.lent, key=lambda one: one.name)
        )
        letters = (
            ConversionWarning(part, None, f"знак «{one}» (U+{ord(one):04X}) не найден в шрифтах")
            for one in sorted(self._text.uncovered)
        )
        return [*self._reading.warnings, *unknown, *lent, *letters]


def _section_box(section: Section, first: Section) -> list[str]:
    """Margins of a continuous section that differ from its page's."""
    mine, theirs = section.geometry, first.geometry
    left, right = mine.left - theirs.left, mine.right - theirs.right
    return [f"margin:0 {right:g}pt 0 {left:g}pt"] if left or right else []


def _language(properties: Properties) -> str:
    return f' lang="{escape(properties.language)}"' if properties.language else ""


def _metadata(properties: Properties) -> str:
    named = {
        "author": properties.author,
        "description": properties.subject,
        "keywords": properties.keywords,
        "identifier": properties.identifier,
        "dcterms.created": properties.created,
        "dcterms.modified": properties.modified,
    }
    found = [f"<title>{escape(properties.title)}</title>"] if properties.title else []
    found.extend(
        f'<meta name="{name}" content="{escape(text)}"/>' for name, text in named.items() if text
    )
    return "".join(found)
