import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hr_docs.engine import archive
from hr_docs.engine.archive import compress, pack, unpack
from hr_docs.engine.errors import TemplateError
from hr_docs.engine.package import WordPackage
from tests.engine.word import (
    DOCUMENT,
    changed,
    docx,
    parts,
    texts,
    with_link,
    with_part,
    zipped,
)

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = "[Content_Types].xml"
BILLION_LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><x>&b;&b;&b;</x>'


def retyped(content_type: str) -> bytes:
    return changed(docx("Текст"), CONTENT_TYPES, MAIN, content_type)


def bomb() -> bytes:
    return with_part(docx(), "word/media/image1.png", b"\0" * (archive.MAX_RATIO * 2**20))


def encrypted() -> bytes:
    file = bytearray(docx())
    file[6] |= 1
    file[file.index(b"PK\1\2") + 8] |= 1
    return bytes(file)


def lying_about_size() -> bytes:
    """A directory that promises one byte where much more unpacks."""
    file = bytearray(with_part(docx(), "word/media/image1.png", b"\0" * 2**20))
    entry = file.rindex(b"PK\1\2", 0, file.rindex(b"word/media/image1.png"))
    file[entry + 24 : entry + 28] = (1).to_bytes(4, "little")
    return bytes(file)


def twice() -> bytes:
    return with_part(docx(), "word/Document.xml", b"<x/>")


REFUSED = [
    ("nothing", b"", "не документ Word"),
    ("text", "Трудовой договор".encode(), "не документ Word"),
    ("old Word", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "документ .doc старого Word"),
    (
        "password",
        b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "защищён паролем",
    ),
    ("web page", b"\xef\xbb\xbf <!DOCTYPE html><html></html>", "веб-страница"),
    ("rtf", b"{\\rtf1 text}", "RTF"),
    ("pdf", b"%PDF-1.7", "PDF"),
    ("cut short", docx("Текст")[:-900], "повреждён"),
    ("torn in the middle", docx("Текст")[:2000] + b"\0" * 300 + docx("Текст")[2300:], "повреждён"),
    ("a plain zip", zipped({"a.txt": b"a"}), "архив ZIP"),
    ("odt", zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
    ("dotx", retyped(MAIN.replace("document.main", "template.main")), ".dotx"),
    ("docm", retyped("application/vnd.ms-word.document.macroEnabled.main+xml"), "макросы"),
    (
        "xlsx",
        retyped("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        "Excel",
    ),
    (
        "no main part",
        zipped({k: v for k, v in parts(docx()).items() if k != DOCUMENT}),
        "основного",
    ),
    (
        "strict",
        changed(
            docx(),
            DOCUMENT,
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        "Strict Open XML",
    ),
    ("macros", with_part(docx(), "word/vbaProject.bin", b"x"), "макросы"),
    ("outside picture", with_link(docx(), "image", "http://example.com/a.png"), "картинка"),
    ("attached", with_link(docx(), "attachedTemplate", "file:///C:/a.dotm"), "присоединён шаблон"),
    ("ole link", with_link(docx(), "oleObject", "file:///C:/a.xlsx"), "внешним объектом"),
    ("outside text", with_link(docx(), "subDocument", "file:///C:/a.docx"), "вложенный документ"),
    ("outside chunk", with_link(docx(), "aFChunk", "http://example.com/"), "внешний источник"),
    ("entities", with_part(docx(), "customXml/item1.xml", BILLION_LAUGHS.encode()), "DOCTYPE"),
    (
        "entities in two bytes",
        with_part(docx(), "customXml/item1.xml", BILLION_LAUGHS.encode("utf-16")),
        "DOCTYPE",
    ),
    ("broken part", with_part(docx(), "word/styles.xml", b"<w:styles"), "повреждена"),
    ("too deep", with_part(docx(), "word/a.xml", b"<a>" * 300 + b"</a>" * 300), "повреждена"),
    ("bomb", bomb(), "архивную бомбу"),
    ("lying", lying_about_size(), "повреждён"),
    ("one part twice", twice(), "с одним именем"),
    ("path upwards", with_part(docx(), "../../etc/cron.d/x", b"x"), "недопустимое имя"),
    ("absolute path", with_part(docx(), "/etc/passwd", b"x"), "недопустимое имя"),
    ("Windows path", with_part(docx(), "C:\\x", b"x"), "недопустимое имя"),
    ("encrypted", encrypted(), "защищён паролем"),
]


@pytest.mark.parametrize(
    ("file", "cause"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_it_refuses_what_is_no_safe_docx_and_says_why(file: bytes, cause: str) -> None:
    with pytest.raises(TemplateError) as refusal:
        WordPackage.open(file)
    assert cause in str(refusal.value)


def test_it_refuses_an_archive_of_too_many_files() -> None:
    files = {f"a{number}": b"" for number in range(archive.MAX_ENTRIES + 1)}
    with pytest.raises(TemplateError, match="больше 2000 частей"):
        unpack(zipped(files))


def test_it_refuses_more_unpacked_bytes_than_it_has_room_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED", 10_000)
    with pytest.raises(TemplateError, match="слишком большой объём"):
        unpack(docx("Текст"))


def test_it_names_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"нет\.docx"):
        WordPackage.open(tmp_path / "нет.docx")


def test_hyperlinks_may_lead_outside() -> None:
    WordPackage.open(with_link(docx(), "hyperlink", "https://example.com/"))


def test_a_written_package_has_the_same_parts_and_opens_in_python_docx() -> None:
    file = docx("Трудовой договор")
    written = WordPackage.open(file).write({})
    assert parts(written) == parts(file)
    assert texts(written) == ["Трудовой договор"]


def test_a_changed_part_takes_the_place_of_the_old_one() -> None:
    package = WordPackage.open(docx("старый"))
    xml = package[package.main].decode().replace("старый", "новый")
    assert texts(package.write({package.main: xml.encode()})) == ["новый"]


def test_content_types_come_first_and_every_time_is_1980() -> None:
    files = parts(docx())
    last = {
        **{k: v for k, v in files.items() if k != CONTENT_TYPES},
        CONTENT_TYPES: files[CONTENT_TYPES],
    }
    with zipfile.ZipFile(io.BytesIO(WordPackage.open(zipped(last)).write({}))) as written:
        assert written.namelist()[0] == CONTENT_TYPES
        assert {entry.date_time for entry in written.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_package_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(docx("Текст"))
    code = (
        "import sys, pathlib; from hr_docs.engine.package import WordPackage;"
        "sys.stdout.buffer.write(WordPackage.open(pathlib.Path(sys.argv[1])).write({}))"
    )
    other = subprocess.run([sys.executable, "-c", code, source], capture_output=True, check=True)
    assert other.stdout == WordPackage.open(source).write({})


def test_it_tells_the_hash_of_the_source() -> None:
    file = docx()
    assert WordPackage.open(file).sha256 == hashlib.sha256(file).hexdigest()


def test_the_archive_writer_keeps_names_and_contents() -> None:
    files = {"а.txt": "Привет".encode(), "пусто": b""}
    assert unpack(pack(compress(name, content, 6) for name, content in files.items())) == files


def test_reference_files_open_and_keep_their_parts(shared: Path) -> None:
    for path in sorted(shared.glob("word/*/*.docx")):
        package = WordPackage.open(path)
        assert parts(package.write({})) == parts(path.read_bytes()), path.name


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"«нет[.]docx» не читается: такого файла нет"):
        WordPackage.open(tmp_path / "нет.docx")
    with pytest.raises(TemplateError, match="это папка"):
        WordPackage.open(tmp_path)


def test_the_workbook_behind_a_chart_is_no_broken_part() -> None:
    workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    entry = f'<Default Extension="xlsx" ContentType="{workbook}"/></Types>'
    file = changed(docx(), "[Content_Types].xml", "</Types>", entry)
    assert WordPackage.open(with_part(file, "word/embeddings/a.xlsx", b"PK"))
