"""Paragraphs read in pieces say what the whole part says, whatever the part looks like."""

import io
import zipfile

import pytest

from hr_docs.documents.legal.word_paragraphs import _read, paragraphs_of
from hr_docs.engine import ConversionError
from hr_docs.engine.wordml.ooxml import W_NS
from hr_docs.engine.wordml.parts import Package, parsed

PART = "word/document.xml"
HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="{W_NS}"'
BOX = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def package(body: str, head: str = f"{HEAD}>") -> Package:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(PART, f"{head}<w:body>{body}</w:body></w:document>")
    return Package(file.getvalue())


def said(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (said("один") + said("два") + said("один"), ["один", "два", "один"]),
        (f"<w:p/><w:p w:rsidR='1'/>{said('да')}<w:sectPr/>", ["", "", "да"]),
        ("<w:tbl><w:tr><w:tc>" + said("ячейка") + "</w:tc></w:tr></w:tbl>", ["ячейка"]),
        ("<w:p>\n<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r></w:p>", ["1\t2"]),
        ("<w:p\n><w:r><w:t>перенос</w:t></w:r></w:p\n>", ["перенос"]),
        ("<w:p w:rsidR='a/>'><w:r><w:t>знак</w:t></w:r></w:p>", ["знак"]),
        (f"<!-- <w:p><w:r><w:t>нет</w:t></w:r></w:p> -->{said('есть')}", ["есть"]),
        ("<w:p><w:r><w:t><![CDATA[<w:p> </w:p>]]></w:t></w:r></w:p>", ["<w:p> </w:p>"]),
        (f"<w:p><w:r><w:t>до</w:t><w:txbxContent>{said('в рамке')}</w:txbxContent></w:r></w:p>",
         ["до", "в рамке"]),
        (f'<x:p xmlns:x="{W_NS}"><x:r><x:t>иначе</x:t></x:r></x:p>{said("так")}', ["иначе", "так"]),
        (f'<w:p xmlns:w="{BOX}"><w:r><w:t>чужое</w:t></w:r></w:p>{said("своё")}', ["своё"]),
        (f'<w:p><w:r><m:AlternateContent xmlns:m="{BOX}"><m:Choice><w:t>раз</w:t></m:Choice>'
         "<m:Fallback><w:t>раз</w:t></m:Fallback></m:AlternateContent></w:r></w:p>", ["раз"]),
    ],
)  # fmt: skip
def test_pieces_say_what_the_whole_says(body, texts):
    word = package(body)
    read = paragraphs_of(word, PART)
    assert [paragraph.text for paragraph in read] == texts
    assert read == tuple(_read(parsed(word.read(PART) or b"", PART)))


def test_equal_words_under_other_numbers_are_told_apart():
    numbered = '<w:pStyle w:val="{}"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>'
    read = paragraphs_of(package(said("x", numbered.format("a")) + said("x")), PART)
    assert [paragraph.place for paragraph in read] == [("a", "7", 1), (None, None, None)]


@pytest.mark.parametrize(
    "body", ["<w:p>", said("a & b"), f"<w:tbl>{said('a')}", said("a") + "</w:p>"]
)
def test_what_is_no_xml_is_refused(body):
    with pytest.raises(ConversionError):
        paragraphs_of(package(body), PART)
