"""A little builder of .docx files from raw WordprocessingML, for tests of the converter."""

import io
import zipfile
from dataclasses import dataclass, field

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    "{overrides}</Types>"
)
_PART_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_KINDS = {
    "document": "document.main", "styles": "styles", "numbering": "numbering",
    "settings": "settings", "footnotes": "footnotes", "endnotes": "endnotes",
    "header": "header", "footer": "footer", "fontTable": "fontTable",
}  # fmt: skip
A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" '
    'w:left="1701" w:header="709" w:footer="709" w:gutter="0"/>'
)
STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="24"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
)


def text(words: str, properties: str = "") -> str:
    """A w:r with its text; `properties` is the inside of its w:rPr."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(content: str = "", properties: str = "") -> str:
    """A w:p; `content` without markup becomes a run."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    runs = text(content) if content and not content.startswith("<") else content
    return f"<w:p>{inside}{runs}</w:p>"


def numbered(content: str, number: int, level: int = 0, properties: str = "") -> str:
    """A paragraph of a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(content, properties + place)


def level(index: int, number_format: str, label: str, extra: str = "", indent: int = 720) -> str:
    """A w:lvl starting at 1 unless `extra` says otherwise."""
    start = "" if "<w:start " in extra else '<w:start w:val="1"/>'
    indents = f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
    return (
        f'<w:lvl w:ilvl="{index}">{start}<w:numFmt w:val="{number_format}"/>{extra}'
        f'<w:lvlText w:val="{label}"/><w:pPr>{indents}</w:pPr></w:lvl>'
    )


def abstract(identifier: int, *levels: str, extra: str = "") -> str:
    """A w:abstractNum."""
    return f'<w:abstractNum w:abstractNumId="{identifier}">{extra}{"".join(levels)}</w:abstractNum>'


def num(identifier: int, definition: int, overrides: str = "") -> str:
    """A w:num."""
    return (
        f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'
    )


def table(*rows: str, widths: tuple[int, ...] = (4677, 4677), properties: str = "") -> str:
    """A w:tbl with single borders of half a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders>{properties}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(*cells: str, properties: str = "") -> str:
    """A w:tr; cells without markup become paragraphs."""
    inside = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    whole = (one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr>{inside}{''.join(whole)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A w:tc."""
    inside = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    blocks = content if content.startswith(("<w:p>", "<w:tbl>")) else paragraph(content)
    return f"<w:tc>{inside}{blocks}</w:tc>"


@dataclass
class WordFile:
    """A .docx in the making: the body and whatever parts it needs besides."""

    body: str = ""
    section: str = A4
    styles: str = STYLES
    numbering: str = ""
    settings: str = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
    footnotes: str = ""
    endnotes: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    footers: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    core: str = ""
    theme: str = ""
    background: str = ""

    def build(self) -> bytes:
        """The bytes of the file, the same for the same content."""
        parts = self._xml_parts()
        relations = {name: (kind, f"{name}.xml") for name, (kind, _) in parts.items()}
        relations |= {
            f"rId{name.partition('.')[0]}": ("image", f"media/{name}") for name in self.pictures
        }
        relations.pop("document")
        if self.theme:
            relations["theme"] = ("theme", "theme.xml")
        files = {f"word/{name}.xml": content for name, (_, content) in parts.items()}
        files["word/_rels/document.xml.rels"] = _relations(relations)
        if self.theme:
            files["word/theme.xml"] = self.theme
        package = {"document": ("officeDocument", "word/document.xml")}
        if self.core:
            package["core"] = ("metadata/core-properties", "docProps/core.xml")
            files["docProps/core.xml"] = self.core
        files["_rels/.rels"] = _relations(package)
        kinds = {f"/word/{name}.xml": _KINDS[kind] for name, (kind, _) in parts.items()}
        overrides = "".join(
            f'<Override PartName="{name}" ContentType="{_PART_TYPE.format(kind)}"/>'
            for name, kind in kinds.items()
        )
        files["[Content_Types].xml"] = _TYPES.format(overrides=overrides)
        return _zip(files, {f"word/media/{name}": data for name, data in self.pictures.items()})

    def _xml_parts(self) -> dict[str, tuple[str, str]]:
        references = "".join(
            f'<w:{kind}Reference w:type="{which}" r:id="{kind}{which}"/>'
            for kind, parts in (("header", self.headers), ("footer", self.footers))
            for which in parts
        )
        body = f"<w:body>{self.body}<w:sectPr>{references}{self.section}</w:sectPr></w:body>"
        parts = {"document": ("document", _part("document", self.background + body))}
        for name in ("styles", "numbering", "settings", "footnotes", "endnotes"):
            if getattr(self, name):
                parts[name] = (name, _part(name, getattr(self, name)))
        for kind, root, content in (
            ("header", "hdr", self.headers),
            ("footer", "ftr", self.footers),
        ):
            for which, blocks in content.items():
                parts[f"{kind}{which}"] = (kind, _part(root, blocks))
        return parts


def _part(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMESPACES}>{content}</w:{root}>'


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_REL}">{entries}</Relationships>'


def _zip(files: dict[str, str], binary: dict[str, bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (files | binary).items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return output.getvalue()
