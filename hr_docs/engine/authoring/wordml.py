"""Parsed blocks → elements of word/document.xml, header and footer (ECMA-376, part 1, 17)."""

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from hr_docs.engine.authoring.source import Block, Paragraph, Row, Table, Tag
from hr_docs.engine.authoring.typography import with_no_break_spaces
from hr_docs.engine.errors import TemplateError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# A4 with margins of 30 mm left, 15 right, 20 above and below; lengths in twentieths of a point.
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
MARGINS = {"top": 1134, "right": 851, "bottom": 1134, "left": 1701, "header": 567, "footer": 567}
TEXT_WIDTH = PAGE_WIDTH - MARGINS["left"] - MARGINS["right"]

_KEEP = r"\k"
_INLINE = re.compile(r"(\*\*|\\t|\\n|\[\[[A-Z]+\]\])")


def w(tag: str, *children: etree._Element, **attributes: object) -> etree._Element:
    """An element of WordprocessingML with attributes of its namespace."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W, "r": R})
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(children)
    return element


class WordWriter:
    """Writes blocks with the styles of a style sheet: `styles` maps a style's name to its id."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles

    def document(self, blocks: Iterable[Block]) -> etree._Element:
        """The main part. A table at the end is followed by the paragraph that Word demands."""
        body = w("body")
        for block in blocks:
            body.append(self._block(block))
        if len(body) and body[-1].tag == f"{{{W}}}tbl":
            body.append(self.paragraph("Конец таблицы", ""))
        body.append(_section())
        return w("document", body)

    def running(self, tag: str, style: str, text: str) -> etree._Element:
        """A header (`hdr`) or footer (`ftr`) of one paragraph."""
        return w(tag, self.paragraph(style, text))

    def _block(self, block: Block) -> etree._Element:
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Tag):
            return self._tag(block)
        return self._paragraph(block)

    def _tag(self, tag: Tag) -> etree._Element:
        style = w("pStyle", val=self._styles["Условие шаблона"])
        return w("p", w("pPr", style), _run(tag.text))

    def _paragraph(self, paragraph: Paragraph) -> etree._Element:
        if paragraph.style not in self._styles:
            raise TemplateError(f"строка {paragraph.line}: нет стиля «{paragraph.style}»")
        return self.paragraph(paragraph.style, paragraph.text)

    def paragraph(self, style: str, text: str) -> etree._Element:
        """A paragraph in a style by its name, with inline marks turned into runs."""
        properties = w("pPr", w("pStyle", val=self._styles[style]))
        if text.endswith(_KEEP):
            text = text.removesuffix(_KEEP)
            properties.append(w("keepNext"))
        element = w("p", properties)
        bold = False
        for part in _INLINE.split(with_no_break_spaces(text)):
            if part == "**":
                bold = not bold
            elif part:
                element.append(_inline(part, bold=bold))
        return element

    def _table(self, table: Table) -> etree._Element:
        widths = [round(TEXT_WIDTH * share / sum(table.widths)) for share in table.widths]
        element = w(
            "tbl",
            w(
                "tblPr",
                w("tblStyle", val="TableGrid" if table.has_borders else "TableColumns"),
                w("tblW", w=sum(widths), type="dxa"),
                w("tblLayout", type="fixed"),
            ),
            w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        )
        for index, row in enumerate(table.rows):
            is_header = table.has_header and index == 0
            element.append(self._row(row, widths, is_header=is_header, table=table))
        return element

    def _row(
        self, row: Row | Tag, widths: list[int], *, is_header: bool, table: Table
    ) -> etree._Element:
        if isinstance(row, Tag):
            span = w("tcPr", w("tcW", w=sum(widths), type="dxa"), w("gridSpan", val=len(widths)))
            return w("tr", w("tc", span, self._tag(row)))
        element = w("tr")
        if is_header or table.keeps_rows or table.has_borders:
            element.append(w("trPr", w("cantSplit")))
        if is_header:
            element[0].append(w("tblHeader"))
        for width, cell in zip(widths, row.cells, strict=True):
            blocks = (self._block(block) for block in cell)
            element.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *blocks))
        return element


def _inline(part: str, *, bold: bool) -> etree._Element:
    if part == r"\t":
        return w("r", w("tab"))
    if part == r"\n":
        return w("r", w("br"))
    if part.startswith("[["):
        return w("fldSimple", _run("1"), instr=f" {part.strip('[]')} ")
    return _run(part, bold=bold)


def _run(text: str, *, bold: bool = False) -> etree._Element:
    words = w("t")
    words.text = text
    words.set(XML_SPACE, "preserve")
    return w("r", w("rPr", w("b")), words) if bold else w("r", words)


def _section() -> etree._Element:
    section = w("sectPr")
    for tag, relation in (("headerReference", "rIdHeader"), ("footerReference", "rIdFooter")):
        reference = w(tag, type="default")
        reference.set(f"{{{R}}}id", relation)
        section.append(reference)
    section.append(w("pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT))
    section.append(w("pgMar", **MARGINS, gutter=0))
    return section
