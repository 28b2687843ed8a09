"""A parsed master → the bytes of its .docx: fixed parts of `parts/` and the written ones."""

import io
import zipfile
from functools import cache
from importlib import resources

from lxml import etree

from hr_docs.engine.authoring.source import MasterSource
from hr_docs.engine.authoring.wordml import W, WordWriter

_FIXED_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/app.xml": "app.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fontTable.xml",
}
_STYLE_ID = f"{{{W}}}styleId"
# Names of Word's own styles as a Russian Word shows them; in the file they are English.
_RUSSIAN_NAMES = {"Body Text": "Основной текст", "Subtitle": "Подзаголовок", "Signature": "Подпись"}
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def build_master(source: MasterSource) -> bytes:
    """The .docx of a master; the same source gives the same bytes."""
    writer = WordWriter(_style_ids())
    parts = {name: _fixed_part(file) for name, file in _FIXED_PARTS.items()}
    parts["docProps/core.xml"] = _xml(_core_properties(source))
    parts["word/document.xml"] = _xml(writer.document(source.blocks))
    parts["word/header1.xml"] = _xml(writer.running("hdr", "header", source.header))
    parts["word/footer1.xml"] = _xml(writer.running("ftr", "footer", source.footer))
    return _zipped(parts)


def _fixed_part(file: str) -> bytes:
    """A part without the comments and line breaks that serve only its reader."""
    raw = resources.files(__package__).joinpath("parts", file).read_bytes()
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True, resolve_entities=False)
    return _xml(etree.fromstring(raw, parser))


@cache
def _style_ids() -> dict[str, str]:
    """Names of the paragraph styles, as a Russian Word shows them → their ids."""
    styles = etree.fromstring(_fixed_part("styles.xml"))
    found = {}
    for style in styles.iterfind(f"{{{W}}}style[@{{{W}}}type='paragraph']"):
        name = str(style.xpath("string(w:name/@w:val)", namespaces={"w": W}))
        found[_RUSSIAN_NAMES.get(name, name)] = str(style.get(_STYLE_ID))
    return found


def _core_properties(source: MasterSource) -> etree._Element:
    """Core properties (ECMA-376, part 2, 11) with placeholders that name the document."""
    root = etree.Element(f"{{{_CORE['cp']}}}coreProperties", nsmap=_CORE)
    for prefix, name, text in (
        ("dc", "title", source.title),
        ("dc", "subject", source.subject),
        ("dc", "creator", "{{ работодатель.наименование.краткое }}"),
        ("dc", "identifier", "{{ документ.идентификатор }}"),
        ("dc", "language", "ru-RU"),
        ("dcterms", "created", "2026-11-01T00:00:00Z"),
        ("dcterms", "modified", "2026-11-01T00:00:00Z"),
    ):
        element = etree.SubElement(root, f"{{{_CORE[prefix]}}}{name}")
        element.text = text
        if prefix == "dcterms":
            element.set(f"{{{_CORE['xsi']}}}type", "dcterms:W3CDTF")
    return root


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _zipped(parts: dict[str, bytes]) -> bytes:
    """The package with fixed order and times; [Content_Types].xml stands first."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            package.writestr(info, parts[name])
    return buffer.getvalue()
