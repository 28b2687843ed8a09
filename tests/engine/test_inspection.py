"""The template check: what it finds, and where."""

from pathlib import Path

import pytest
from docx.document import Document as WordDocument

from hr_docs.engine.errors import Place
from hr_docs.engine.faults import Fault
from hr_docs.engine.inspection import inspect_template
from hr_docs.engine.template import WordTemplate
from tests.engine.every_tag import every_tag
from tests.engine.word import (
    DOCUMENT,
    body,
    changed,
    docx,
    paragraph,
    parts,
    table,
    with_link,
    with_part,
    zipped,
)

VOCABULARY = (
    "работник.фио.полное",
    "работник.фио.родительный",
    "договор.номер",
    "договор.дистанционный",
    "инструкция.обязанности[].текст",
    "инструкция.обязанности[].номер",
    "навыки[]",
    "работник.имя_отца",
)
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:comment><w:p><w:r><w:t>{{ работник.фио.полное }}</w:t></w:r></w:p></w:comment></w:comments>"
)


def found(file: bytes) -> list[Fault]:
    return inspect_template(file, VOCABULARY)


def codes(file: bytes) -> set[str]:
    return {fault.code for fault in found(file)}


FINE = [
    ["{{ работник.фио.полное }}, {{ договор.номер|upper }}"],
    ["{%p if договор.дистанционный and работник.фио %}", "а", "{%p endif %}"],
    ["{% for о in инструкция.обязанности %}{{ loop.index }}. {{ о.текст }}{% endfor %}"],
    ["{% for о in инструкция.обязанности|sort(attribute='номер') %}{{ о.текст }}{% endfor %}"],
    ["{% for н in навыки %}{{ н }}{% endfor %} {{ навыки|join(', ') }} {{ навыки|length }}"],
    ["{% set фио = работник.фио %}{{ фио.полное }}"],
    ["{% macro м(т) %}[{{ т }}]{% endmacro %}{{ м(договор.номер) }}"],
    ["{{ работник.фио.полное.upper() }}"],
    ["{{ инструкция.обязанности[0].текст }} {{ навыки[0] }}"],
    ["Множество {1, 2, 3} и {_{ скобки }_}"],
    ["Я, работник. Фио. договор.Номер и {{ работник.имя_отца or '______' }}"],
    ["слитно", "{%- if договор.дистанционный -%}", "с этим", "{%- endif -%}", "и тем"],
    ["{% if инструкция.обязанности|length > 3 %}много{% endif %}"],
]


@pytest.mark.parametrize("paragraphs", FINE, ids=[" ¶ ".join(case) for case in FINE])
def test_a_good_template_has_no_faults(paragraphs: list[str]) -> None:
    assert found(docx(*paragraphs)) == []


TEXTS = [
    (["{{ работник.фио.полнае }}"], 1, "name-unknown", "может быть, «работник.фио.полное»?"),
    (["а", "{%p if договр.номер %}", "{%p endif %}"], 2, "name-unknown", "«договор.номер»?"),
    (["{{ рaботник.фио.полное }}"], 1, "name-look-alike", "латинские буквы: a"),
    (["{{ loоp.index }}"], 1, "name-look-alike", "русские буквы: о"),
    (["{{ работник.фио }}"], 1, "prints-group", "группа полей"),
    (["{{ инструкция.обязанности }}"], 1, "prints-list", "список"),
    (["{{ инструкция.обязанности[0] }}"], 1, "prints-group", "группа полей"),
    (["{% for о in инструкция.обязанности %}{{ о }}{% endfor %}"], 1, "prints-group", "группа"),
    (["{% for о in инструкция.обязанности %}{{ о.имя }}{% endfor %}"], 1, "name-unknown", "[].имя"),
    (["{% for о in договор.номер %}{{ о }}{% endfor %}"], 1, "loop-no-list", "не список"),
    (["{{ договор.номер|upr }}"], 1, "filter-unknown", "может быть, upper?"),
    (["{{ договор.номер.__class__ }}"], 1, "name-private", "служебному имени"),
    (["{{ договор.удалить() }}"], 1, "call", "без скобок"),
    (["{{ удалить() }}"], 1, "call", "без скобок"),
    (["{% for и in range(100000) %}{% endfor %}"], 1, "loop-huge", "повторов"),
    (["{% macro м() %}{{ м() }}{% endmacro %}"], 1, "macro-endless", "сам себя"),
    (["а", "{ договор.номер }"], 2, "brace", "одиночная"),
    (["договор.номер }}"], 1, "brace", "одиночная"),
    (["{{ договор.номер"], 1, "tag-open", "не закрыт"),
    (["{{ договор", ".номер }}"], 1, "tag-split", "разорван"),
    (["{%p if договор.номер %}"], 1, "block-open", "endif"),
    (["{%p endif %}"], 1, "block-stray", "лишний тег"),
    (["{%p if договор.номер %} текст", "{%p endif %}"], 1, "text-lost", "пропал бы"),
    (["{%p if договор.номер %}", "{% endif %}"], 2, "block-prefix", "приставки"),
    (["{% if договор.номер %}а", "б{% endif %}"], 2, "block-paragraphs", "в другом абзаце"),
    (["{%p if навыки %}", "{% else %}", "{%p endif %}"], 2, "block-prefix", "{%p else %}"),
    (["{% if навыки %}{% elseif навыки %}{% endif %}"], 1, "tag-unknown", "«elif»"),
    (["{{ договop.номер }}"], 1, "name-look-alike", "латинские буквы: o, p; нужно «договор.номер»"),
    (["{{ дoгoвop.номер }}"], 1, "name-look-alike", "латинские буквы: o, p; нужно «договор.номер»"),
    (["{{ работник.фио.имя отца }}"], 1, "tag-syntax", "а стоит отца"),
    (["{{ работник.имя отца }}"], 1, "name-torn", "ставят «_»: «работник.имя_отца»"),
    (["{{ работник.имя-отца }}"], 1, "name-torn", "ставят «_»: «работник.имя_отца»"),
    (["Номер: договор.номер."], 1, "name-bare", "напишите {{ договор.номер }}"),
    (["««работник.фио.полное»»"], 1, "name-bare", "без фигурных скобок"),
    (["{{ '{0.__class__}'.format(договор.номер) }}"], 1, "name-private", "__class__"),
    (["{{ " + "(" * 300 + "1" + ")" * 300 + " }}"], 1, "tag-syntax", "слишком сложный"),
]


@pytest.mark.parametrize(
    ("paragraphs", "number", "code", "message"), TEXTS, ids=[case[2] for case in TEXTS]
)
def test_it_finds_a_fault_in_a_text(
    paragraphs: list[str], number: int, code: str, message: str
) -> None:
    (fault,) = [fault for fault in found(docx(*paragraphs)) if fault.code == code]
    assert message in fault.message
    text = paragraphs[number - 1]
    assert fault.place == Place(DOCUMENT, number, text if len(text) <= 60 else text[:59] + "…")


def run(xml: str) -> bytes:
    return body(f"<w:p>{xml}</w:p>")


def with_outside_entity() -> bytes:
    """A text that asks for another file, which nobody must read."""
    file = changed(docx("текст"), DOCUMENT, "текст", "&x;")
    doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return changed(file, DOCUMENT, "<w:document", f"{doctype}<w:document")


TEXT = "<w:r><w:t>{{ договор.номер }}</w:t></w:r>"
FILES = [
    ("tag-hidden", run(TEXT.replace("<w:t>", "<w:rPr><w:vanish/></w:rPr><w:t>"))),
    ("tag-deleted", run(f"<w:del>{TEXT}</w:del>".replace("w:t>", "w:delText>"))),
    ("tracked-changes", run("<w:ins><w:r><w:t>текст</w:t></w:r></w:ins>")),
    ("tag-in-link", run(f"<w:hyperlink>{TEXT}</w:hyperlink>")),
    ("tag-in-field", run('<w:r><w:instrText>HYPERLINK "{{ договор.номер }}"</w:instrText></w:r>')),
    ("merge-field", run("<w:r><w:instrText> MERGEFIELD ФИО </w:instrText></w:r>")),
    ("merge-field", run('<w:fldSimple w:instr=" mergefield ФИО "/>')),
    (
        "tag-in-box",
        run(f"<w:r><w:pict><w:txbxContent><w:p>{TEXT}</w:p></w:txbxContent></w:pict></w:r>"),
    ),
    (
        "tag-bound",
        run(
            f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{TEXT}</w:sdtContent></w:sdt>"
        ),
    ),
    ("external-field", run('<w:fldSimple w:instr=" INCLUDETEXT c:/a.docx "/>')),
    (
        "external-field",
        run("<w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO</w:instrText></w:r>"),
    ),
    ("hint-left", run(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:r>{TEXT}</w:r></w:sdt>")),
    ("name-unknown", run('<w:r><w:pict alt="{{ договр.номер }}"/></w:r>')),
    ("name-unknown", run("<w:r><w:instrText>{{ договр.номер }}</w:instrText></w:r>")),
    ("filter-unknown", run('<w:r><w:pict alt="{{ договор.номер|upr }}"/></w:r>')),
    ("part-missing", run('<w:hyperlink r:id="rIdНет"/>')),
    ("part-type", changed(docx(), "[Content_Types].xml", "styles+xml", "slide+xml")),
    (
        "tag-not-filled",
        changed(
            docx(),
            "word/settings.xml",
            "</w:settings>",
            '<w:docVars><w:docVar w:val="{{ х }}"/></w:docVars></w:settings>',
        ),
    ),
    ("entities", with_outside_entity()),
    ("comment", run('<w:r><w:commentReference w:id="1"/></w:r>')),
    ("ole", run("<w:r><w:object/></w:r>")),
    ("alt-chunk", body("<w:altChunk/>" + paragraph("текст"))),
    ("tag-not-filled", with_part(docx(), "word/comments.xml", COMMENTS.encode())),
    ("macros", with_part(docx(), "word/vbaProject.bin", b"x")),
    ("external", with_link(docx(), "image", "http://example.com/a.png")),
    ("external", with_link(docx(), "attachedTemplate", "file:///C:/a.dotm")),
    ("part-missing", with_link(docx(), "image", "media/нет.png", "Internal")),
    ("tag-in-link", with_link(docx(), "hyperlink", "https://example.com/{{ договор.номер }}")),
    ("broken", with_part(docx(), "word/styles.xml", b"<w:styles")),
    ("broken", with_part(docx(), DOCUMENT, b"<w:document")),
    ("entities", with_part(docx(), "word/a.xml", b"<!DOCTYPE a><a/>")),
    ("file", b"no file"),
    ("file", zipped({name: b for name, b in parts(docx()).items() if name != DOCUMENT})),
]


@pytest.mark.parametrize(("code", "file"), FILES, ids=[case[0] for case in FILES])
def test_it_finds_a_fault_in_a_file(code: str, file: bytes) -> None:
    assert code in codes(file)


def test_it_finds_everything_in_one_run_in_reading_order() -> None:
    def build(document: WordDocument) -> None:
        table(document, ("{{ договор.номр }}", "{% if договор.номер %}а"), ("б{% endif %}", "{{ х"))
        document.add_paragraph("{{ договор.номер|upr }}")
        document.sections[0].header.paragraphs[0].text = "{{ работник }}"

    faults = found(with_part(docx("{{ рaботник }}", build=build), "word/vbaProject.bin", b"x"))
    assert [fault.code for fault in faults] == [
        "name-look-alike", "name-unknown", "block-cells", "tag-open", "filter-unknown",
        "prints-group", "macros",
    ]  # fmt: skip


def test_a_place_is_told_in_words_of_word() -> None:
    faults = found(docx("2.3. {{ нет }}", build=lambda d: table(d, ("а", "{{ нет }}"))))
    assert [str(fault.place) for fault in faults] == [
        "абзац 1, «2.3. {{ нет }}»",
        "таблица 1, строка 1, ячейка 2, «{{ нет }}»",
    ]


def test_an_outside_picture_is_placed_in_its_paragraph() -> None:
    blip = '<w:r><w:pict><v:imagedata xmlns:v="urn:v" r:id="rIdX"/></w:pict></w:r>'
    xml = paragraph("первый") + f"<w:p><w:r><w:t>второй</w:t></w:r>{blip}</w:p>"
    file = with_link(body(xml), "image", "http://example.com/a.png")
    assert found(file)[0].place == Place(DOCUMENT, 2, "второй")


def test_without_a_vocabulary_names_are_not_checked() -> None:
    assert inspect_template(docx("{{ любое.имя }}")) == []


def test_what_has_no_errors_opens() -> None:
    for file in (every_tag(), docx("{{ договор.номер }}")):
        assert [fault for fault in inspect_template(file) if fault.severity == "error"] == []
        WordTemplate(file)


def test_reference_files_have_no_errors_but_their_own(shared: Path) -> None:
    for path in sorted(shared.glob("word/samples/*.docx")):
        assert inspect_template(path, VOCABULARY) == []


def test_a_title_is_filled_in_and_checked() -> None:
    def build(document: WordDocument) -> None:
        document.core_properties.title = "Договор {{ договр.номер }}"

    (fault,) = found(docx(build=build))
    assert (fault.code, fault.place.part) == ("name-unknown", "docProps/core.xml")


def test_a_tag_in_a_description_knows_the_loop_around_it() -> None:
    start, end = "<w:r><w:t>{% for н in навыки %}</w:t></w:r>", "<w:r><w:t>{% endfor %}</w:t></w:r>"
    picture = '<w:r><w:pict alt="{{ н }}"/></w:r>'
    assert found(run(start + picture + end)) == []


def test_the_items_of_a_list_are_named() -> None:
    (fault,) = found(docx("{% for о in инструкция.обязанности %}{{ о.имя }}{% endfor %}"))
    assert "в строках этого списка есть номер, текст" in fault.message


def test_an_unclosed_tag_is_shown_without_the_next_paragraph() -> None:
    (fault,) = found(docx("{# забыли", "дальше"))
    assert fault.message.startswith("тег {# забыли не закрыт")


def test_the_same_fault_is_told_once() -> None:
    file = changed(docx("{{ а }} {{ а }}"), DOCUMENT, "а }} {{", "а }} и {{")
    assert len(found(file)) == 1
