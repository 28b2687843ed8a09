"""Small Word files for the tests, and the text that stands in them."""

import io
import zipfile
from collections.abc import Callable, Mapping

from docx import Document
from docx.document import Document as WordDocument

DOCUMENT = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(*paragraphs: str, build: Callable[[WordDocument], object] | None = None) -> bytes:
    """A Word file of these paragraphs, one run each; `build` may add what it likes."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if build:
        build(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def table(document: WordDocument, *rows: tuple[str, ...]) -> None:
    grid = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text


def table_docx(*rows: tuple[str, ...]) -> bytes:
    return docx(build=lambda document: table(document, *rows))


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def changed(file: bytes, part: str, old: str, new: str) -> bytes:
    """The same file with `old` replaced in one part; `old` must be there."""
    files = parts(file)
    text = files[part].decode()
    assert old in text, old
    return zipped(files | {part: text.replace(old, new).encode()})


def with_part(file: bytes, name: str, content: bytes) -> bytes:
    return zipped(parts(file) | {name: content})


def with_link(file: bytes, kind: str, target: str, mode: str = "External") -> bytes:
    """The same file with one more relationship of its main document."""
    link = f'<Relationship Id="rIdX" Type="{RELATIONSHIPS}/{kind}" Target="{target}"'
    rels = "word/_rels/document.xml.rels"
    return changed(file, rels, "</Relationships>", f'{link} TargetMode="{mode}"/></Relationships>')


def body(xml: str, template: bytes | None = None) -> bytes:
    """A Word file whose body is this WordprocessingML."""
    file = template or docx()
    text = parts(file)[DOCUMENT].decode()
    start, end = text.index("<w:body>") + len("<w:body>"), text.index("<w:sectPr")
    return with_part(file, DOCUMENT, (text[:start] + xml + text[end:]).encode())


def paragraph(*texts: str) -> str:
    """WordprocessingML of a paragraph with one run for each text."""
    return "<w:p>" + "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts) + "</w:p>"


def texts(file: bytes) -> list[str]:
    """The text of each body paragraph."""
    return [paragraph.text for paragraph in Document(io.BytesIO(file)).paragraphs]


def cells(file: bytes) -> list[list[str]]:
    """The text of the first table by row and cell."""
    first = Document(io.BytesIO(file)).tables[0]
    return [[cell.text for cell in row.cells] for row in first.rows]


def document_xml(file: bytes) -> str:
    return parts(file)[DOCUMENT].decode()
