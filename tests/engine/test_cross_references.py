"""References to numbered clauses show the numbers of the filled document."""

import pytest

from hr_docs.engine.authoring import build_master, parse_source
from hr_docs.engine.errors import TemplateError
from hr_docs.engine.template import WordTemplate
from tests.engine.word import DOCUMENT, body, document_xml, parts, texts, with_part

SOURCE = """вид: проба
название: Проба {{ х }}
тема: Проба
верхний колонтитул: Проба
нижний колонтитул: Проба

= Проба

== Первый

{%p if есть %}
. Пункт по условию.
{%p endif %}

. Пункт «цель» {{ х }}:\\k

- перечисление «вложенное»;

== Второй

. Смотри ЗДЕСЬ.
"""


NUMBERING = "word/numbering.xml"


def field(code: str, shown: str = "9.9") -> str:
    """A complex field, its result in two runs."""
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate")]
    return (
        f"{kinds[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{kinds[1]}"
        f"<w:r><w:t>{shown[:1]}</w:t></w:r><w:r><w:t>{shown[1:]}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def marked(text: str, beginning: str, name: str) -> str:
    """The XML with a bookmark in the paragraph of that text."""
    start = text.rindex("<w:r>", 0, text.index(beginning))
    return text[:start] + f'<w:bookmarkStart w:id="9" w:name="{name}"/>' + text[start:]


def template(code: str, target: str = "Пункт «цель»") -> bytes:
    file = build_master(parse_source(SOURCE))
    text = marked(parts(file)[DOCUMENT].decode(), target, "_Ref1")
    run = text.index("ЗДЕСЬ")
    end = text.index("</w:r>", run) + len("</w:r>")
    return with_part(file, DOCUMENT, (text[:end] + field(code) + text[end:]).encode())


FACTS = {
    "х": "1",
    "есть": True,
    "работодатель": {"наименование": {"краткое": "ООО"}},
    "документ": {"идентификатор": "1"},
}


def last(file: bytes, **facts: object) -> str:
    return texts(WordTemplate(file).render(FACTS | facts))[-1]


@pytest.mark.parametrize("code", [" REF _Ref1 \\r \\h ", " REF _Ref1 \\n \\h ", "ref _Ref1 \\w"])
def test_the_number_follows_the_clauses_that_are_printed(code: str) -> None:
    assert last(template(code), есть=True).endswith("ЗДЕСЬ.1.2")
    assert last(template(code), есть=False).endswith("ЗДЕСЬ.1.1")


LEVELS = (
    '<w:abstractNum w:abstractNumId="77">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    "</w:lvl>"
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%2)"/>'
    "</w:lvl></w:abstractNum>"
)


@pytest.mark.parametrize(("switch", "number"), [("\\w", "1.б)"), ("\\r", "1.б)"), ("\\n", "б)")])
def test_an_item_is_named_with_its_clause(switch: str, number: str) -> None:
    def item(level: int, inside: str) -> str:
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
        return f"<w:p><w:pPr>{place}</w:pPr>{inside}<w:r><w:t>{{{{ х }}}}</w:t></w:r></w:p>"

    mark = '<w:bookmarkStart w:id="1" w:name="а"/>'
    xml = item(0, "") + item(1, "") + item(1, mark) + f"<w:p>{field(f'REF а {switch}')}</w:p>"
    list_of = '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'
    numbering = parts(body(xml))[NUMBERING].decode().replace("</w:numbering>", list_of)
    numbering = numbering.replace("<w:abstractNum ", f"{LEVELS}<w:abstractNum ", 1)
    file = with_part(body(xml), NUMBERING, numbering.encode())
    assert last(file) == number


def test_a_reference_to_the_text_keeps_its_text() -> None:
    assert last(template(" REF _Ref1 \\h ")).endswith("ЗДЕСЬ.9.9")


def test_a_clause_that_is_not_printed_is_told() -> None:
    file = WordTemplate(template(" REF _Ref1 \\r \\h ", "Пункт по условию"))
    with pytest.raises(TemplateError, match="которого в этом документе нет") as error:
        file.render(FACTS | {"есть": False})
    assert error.value.place is not None
    assert error.value.place.text.startswith("Смотри")


def test_a_simple_field_is_read_too() -> None:
    simple = '<w:fldSimple w:instr=" REF а \\r "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    numbered = '<w:p><w:pPr><w:pStyle w:val="ListNumber"/></w:pPr>'
    start = '<w:bookmarkStart w:id="1" w:name="а"/>'
    xml = f"{numbered}{start}<w:r><w:t>{{{{ х }}}}</w:t></w:r></w:p><w:p>{simple}</w:p>"
    assert "<w:t>1</w:t>" in document_xml(WordTemplate(body(xml)).render({"х": "да"}))


def test_what_is_not_numbered_keeps_what_is_shown() -> None:
    simple = '<w:fldSimple w:instr=" REF а \\r "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    start = '<w:bookmarkStart w:id="1" w:name="а"/>'
    xml = f"<w:p>{start}{simple}<w:r><w:t>{{{{ х }}}}</w:t></w:r></w:p>"
    assert "<w:t>7</w:t>" in document_xml(WordTemplate(body(xml)).render({"х": "да"}))
