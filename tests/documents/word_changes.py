"""Word files changed the way HR changes them: other words in a paragraph."""

import io
import zipfile

import docx


def with_text(content: bytes, old: str, new: str) -> bytes:
    """The file with `new` in place of `old` in every paragraph, tables included."""
    document = docx.Document(io.BytesIO(content))
    paragraphs = [*document.paragraphs]
    for table in document.tables:
        paragraphs.extend(p for row in table.rows for cell in row.cells for p in cell.paragraphs)
    changed = [paragraph for paragraph in paragraphs if old in paragraph.text]
    assert changed, f"nothing says «{old}»"
    for paragraph in changed:
        if paragraph.runs:
            runs = paragraph.runs
            runs[0].text, rest = paragraph.text.replace(old, new), runs[1:]
            for run in rest:
                run.text = ""
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def with_xml(content: bytes, old: str, new: str, part: str) -> bytes:
    """The file with `new` in place of `old` in the XML of the parts whose names end so."""
    source, output, found = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO(), False
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            inside = source.read(name)
            if name.endswith(part) and old.encode() in inside:
                inside, found = inside.replace(old.encode(), new.encode()), True
            archive.writestr(name, inside)
    assert found, f"nothing in {part} says «{old}»"
    return output.getvalue()
