"""Where in the XML each tag stands, found once from Jinja's syntax tree, without rendering.

The pieces of XML between tags are followed through every branch. Each printed value learns its
position; a condition or loop whose branches do not leave the XML as they found it is refused, so
that no facts can make a broken document. What depends on the rendered whole (ids of drawings, grids
of tables, cells that may come out empty) is marked for finishing.py.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from jinja2 import nodes

from hr_docs.engine.errors import TemplateError
from hr_docs.engine.templating.cursor import Cursor
from hr_docs.engine.templating.finishing import DRAWING, BlockWatch, TableWatch
from hr_docs.engine.templating.printing import Position, Site, in_text
from hr_docs.engine.templating.tags import MARKS, Tag

# Stands for a line break of the Word file's own text, while line numbers count tags.
LINE_BREAK = "\U0010fffd"
_MARKUP = re.compile(r"<[^>]*>?")
_NAME = re.compile(r"</?([^\s/>]+)")
_DRAWING_ID = re.compile(r'(?<=\sid=")[^"]*(?=")')
_ESCAPED_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_HOLE = "\0"  # a printed value inside half-read markup

_BLOCKS = frozenset(
    {"w:body", "w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:txbxContent"}
)
_NEEDS_PARAGRAPH = _BLOCKS - {"w:body"}
_IN_PARAGRAPH = frozenset(
    {"w:p", "w:hyperlink", "w:ins", "w:smartTag", "w:fldSimple", "w:sdtContent"}
)
_TABLE = frozenset({"w:tbl", "w:tr", "w:tc"})
_PROPERTIES = {"w:rPr": "w:r", "w:pPr": "w:p"}


@dataclass(slots=True)
class Surveyor:
    """Follows one template; `drawings` tells whether drawings get new ids (the document's body)."""

    sites: Sequence[Site]
    tag_at: Callable[[int], Tag | None]
    drawings: bool
    _tables: TableWatch = field(default_factory=TableWatch)
    _blocks: BlockWatch = field(default_factory=BlockWatch)
    _cursor: Cursor = field(default_factory=Cursor)
    _tag: Tag | None = None
    _depth: int = 0
    _floor: int = 0
    _properties: list[str] | None = None
    _read: list[tuple[nodes.TemplateData, list[str]]] = field(default_factory=list)

    def survey(self, template: nodes.Template) -> None:
        """Give every site its position and every piece of XML its final form."""
        self._body(template.body)
        if self._cursor.frames or self._cursor.half:
            raise self._error("тег разрывает разметку документа: наберите его заново")
        for data, pieces in self._read:
            data.data = "".join(pieces)

    # Statements

    def _body(self, body: Sequence[nodes.Node]) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    self._output(child)
                continue
            self._at(node)
            if isinstance(node, nodes.If):
                self._if(node)
            elif isinstance(node, nodes.For):
                self._unchanged(node, node.body)
                self._unchanged(node, node.else_)
            elif isinstance(node, (nodes.Macro, nodes.CallBlock, nodes.AssignBlock)):
                self._unchanged(node, node.body)
            elif isinstance(node, nodes.With):
                self._body(node.body)

    def _if(self, node: nodes.If) -> None:
        start = self._cursor
        ends = []
        for branch in (node.body, *(other.body for other in node.elif_), node.else_):
            self._cursor = start
            self._conditional(branch)
            ends.append(self._cursor)
        self._at(node)
        if not all(end.same_place(ends[0]) for end in ends):
            raise self._unbalanced()
        self._cursor = ends[0]

    def _unchanged(self, node: nodes.Node, body: Sequence[nodes.Node]) -> None:
        """A body that is repeated or kept for later must end where it began."""
        start = self._cursor
        self._conditional(body)
        self._at(node)
        if not self._cursor.same_place(start):
            raise self._unbalanced()
        self._cursor = start

    def _conditional(self, body: Sequence[nodes.Node]) -> None:
        if body and self._cursor.top == "w:tr":
            self._tables.cells_vary()
        self._properties = None
        around, self._floor = self._floor, len(self._cursor.frames)
        self._depth += 1
        self._body(body)
        self._depth -= 1
        self._floor = around

    def _unbalanced(self) -> TemplateError:
        return self._error(
            "блок начинается и кончается в разных местах разметки (в другом абзаце, ячейке или "
            "строке): поставьте оба тега одинаково, для целых абзацев — {%p … %}"
        )

    # Printed values

    def _output(self, node: nodes.Expr) -> None:
        if isinstance(node, nodes.TemplateData):
            self._data(node)
            return
        self._at(node)
        self._properties = None
        self._place(self.sites[_site_number(node)])
        if self._cursor.half:
            self._cursor = replace(self._cursor, half=self._cursor.half + _HOLE)

    def _place(self, site: Site) -> None:
        names = self._cursor.names
        site.position = self._position(names)
        site.paragraph = self._cursor.properties("w:p")
        if site.position is Position.TEXT:
            site.run = self._cursor.properties("w:r")
            site.in_paragraph = names[-3:-2] == ["w:p"]
        elif site.position is Position.RUN:
            site.in_paragraph = names[-1] == "w:p"

    def _position(self, names: list[str]) -> Position:
        top = self._cursor.top
        if self._cursor.half:
            return Position.ATTRIBUTE
        if names[-2:] == ["w:r", "w:t"]:
            return Position.TEXT
        if top in _IN_PARAGRAPH and "w:p" in names:
            return Position.RUN
        if top in _BLOCKS or top == "w:sdtContent":
            return Position.PARAGRAPH
        return Position.MARKUP if top in {"w:tbl", "w:tr"} else Position.PLAIN

    # XML between tags

    def _data(self, node: nodes.TemplateData) -> None:
        text = _as_written(node.data)
        pieces: list[str] = []
        self._read.append((node, pieces))
        at = self._rest_of_half(text, pieces)
        for found in _MARKUP.finditer(text, at):
            self._text(text[at : found.start()], pieces)
            at = found.end()
            markup = self._numbered(found.group())
            if markup.endswith(">"):
                self._markup(markup, pieces)
            else:
                self._cursor = replace(self._cursor, half=markup)
                pieces.append(markup)
        self._text(text[at:], pieces)

    def _rest_of_half(self, text: str, pieces: list[str]) -> int:
        """Read on in markup that a tag has interrupted; how far."""
        half = self._cursor.half
        if not half:
            return 0
        end = text.find(">") + 1 or len(text)
        rest = _DRAWING_ID.sub(DRAWING, text[:end]) if self._is_drawing(half) else text[:end]
        self._cursor = replace(self._cursor, half="" if rest.endswith(">") else half + rest)
        if rest.endswith(">"):
            self._element(half + rest, pieces)
        pieces.append(rest)
        return end

    def _numbered(self, markup: str) -> str:
        return _DRAWING_ID.sub(DRAWING, markup) if self._is_drawing(markup) else markup

    def _is_drawing(self, markup: str) -> bool:
        return self.drawings and markup.startswith("<wp:docPr ")

    def _text(self, text: str, pieces: list[str]) -> None:
        if self._cursor.top == "w:t" and ("\t" in text or "\n" in text):
            site = Site((), None)
            self._place(site)
            text = in_text(text, site)
        if text:
            pieces.append(text)

    def _markup(self, markup: str, pieces: list[str]) -> None:
        if markup.startswith("</"):
            self._end(_name(markup), markup, pieces)
        else:
            self._element(markup, pieces)
            pieces.append(markup)
            if _name(markup) in _NEEDS_PARAGRAPH:
                self._blocks.start(pieces, self._depth)

    def _element(self, markup: str, pieces: list[str]) -> None:
        name = _name(markup)
        self._tables.element(name, markup, pieces, self._depth)
        if name == "w:p":
            self._blocks.paragraph(self._depth)
        if _PROPERTIES.get(name) == self._cursor.top:
            self._properties = []
        if self._properties is not None:
            self._properties.append(markup)
        if not markup.endswith("/>"):
            self._cursor = self._cursor.opened(name)

    def _end(self, name: str, markup: str, pieces: list[str]) -> None:
        if self._cursor.top != name:
            raise self._error("тег разрывает разметку документа: наберите его заново")
        self._cursor = self._cursor.closed()
        if name in _TABLE and len(self._cursor.frames) < self._floor:
            # Well-formed, but with a cell less in one of the branches.
            raise self._unbalanced()
        if name in _NEEDS_PARAGRAPH:
            self._blocks.end(pieces)
        pieces.append(markup)
        if name == "w:tbl":
            self._tables.end_of_table(pieces)
        if self._properties is not None:
            self._properties.append(markup)
            if _PROPERTIES.get(name) == self._cursor.top:
                self._cursor = self._cursor.with_properties("".join(self._properties))
                self._properties = None

    # Places

    def _at(self, node: nodes.Node) -> None:
        self._tag = self.tag_at(node.lineno) or self._tag

    def _error(self, cause: str) -> TemplateError:
        tag = self._tag
        return TemplateError(f"{tag.shown} — {cause}" if tag else cause, tag.place if tag else None)


def _site_number(node: nodes.Expr) -> int:
    """strictness.py puts the number of its site into every printed expression."""
    assert isinstance(node, nodes.Filter)  # noqa: S101 — see above
    number = node.args[0]
    assert isinstance(number, nodes.Const)  # noqa: S101 — see above
    return int(number.value)


def _as_written(data: str) -> str:
    """A piece of the Word file without what was put in for compiling it."""
    # Marks that stood in no tag, and line breaks: each of those ends a tag.
    data = MARKS.sub("", data.replace("\n", "")).replace(LINE_BREAK, "\n")
    for escaped, brace in _ESCAPED_BRACES:
        data = data.replace(escaped, brace)
    return data


def _name(markup: str) -> str:
    found = _NAME.match(markup)
    return found.group(1) if found else ""
