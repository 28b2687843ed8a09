import io
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest
from docx import Document
from docx.document import Document as WordDocument

from hr_docs.engine.errors import DataError, TemplateError
from hr_docs.engine.template import WordTemplate
from tests.engine.every_tag import FACTS, every_tag
from tests.engine.word import (
    DOCUMENT,
    body,
    document_xml,
    docx,
    paragraph,
    parts,
    texts,
    with_part,
    zipped,
)


def filled(*paragraphs: str, **facts: object) -> list[str]:
    return texts(WordTemplate(docx(*paragraphs)).render(facts))


def unprintable(text: str, **facts: object) -> str:
    with pytest.raises(DataError) as error:
        WordTemplate(docx(text)).render(facts)
    (fault,) = error.value.unprintable
    return f"{fault.name}: {fault.reason}"


# Values


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("ООО «Ромашка» & <Ко> \"'", "ООО «Ромашка» & <Ко> \"'"),
        ("первая\nвторая", "первая\nвторая"),
        ("первая\r\nвторая\rтретья\vчетвёртая", "первая\nвторая\nтретья\nчетвёртая"),
        ("а\tб", "а\tб"),
        ("{{ не тег }} {% и не это %} {_{", "{{ не тег }} {% и не это %} {_{"),
        (" с пробелами ", " с пробелами "),
        ("&amp; &lt;", "&amp; &lt;"),
        ("\u00a0№\u00a05", "\u00a0№\u00a05"),
        (0, "0"),
        (Decimal("0.00"), "0.00"),
        (Decimal("1E+3"), "1000"),
        (-5, "-5"),
        (1.5, "1.5"),
        ("\U0001f600", "\U0001f600"),
    ],
)
def test_a_value_survives_as_text(value: object, text: str) -> None:
    assert filled("{{ х }}", х=value) == [text]


def test_a_new_paragraph_and_a_new_page_keep_the_look_of_theirs() -> None:
    def build(document: WordDocument) -> None:
        document.add_paragraph(style="List Number").add_run("{{ х }}").bold = True

    paragraphs = Document(
        io.BytesIO(WordTemplate(docx(build=build)).render({"х": "раз\aдва\fтри"}))
    ).paragraphs
    assert [p.text for p in paragraphs if p.style and p.style.name == "List Number"] == [
        "раз",
        "два",
        "три",
    ]
    assert all(run.bold for p in paragraphs for run in p.runs if run.text.strip())


def test_a_link_is_not_torn_into_paragraphs() -> None:
    xml = "<w:p><w:hyperlink><w:r><w:t>{{ х }}</w:t></w:r></w:hyperlink></w:p>"
    result = document_xml(WordTemplate(body(xml)).render({"х": "раз\aдва\fтри"}))
    assert result.count("<w:p>") == 1
    assert result.count("<w:br/>") == 1
    assert '<w:br w:type="page"/>' in result


@pytest.mark.parametrize("character", ["\0", "\x08", "\x1b", "\x1f", "\ufffe", "\ud800"])
def test_a_character_that_word_cannot_hold_is_refused(character: str) -> None:
    reason = unprintable("{{ х }}", х=f"а{character}б")
    assert f"U+{ord(character):04X}" in reason


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (True, "да"),
        ({"полное": "А"}, "группа полей"),
        (["А"], "список"),
        (date(2026, 3, 1), "date"),
        (Decimal("NaN"), "не число"),
        (object(), "object"),
    ],
)
def test_what_is_no_text_is_not_printed(value: object, reason: str) -> None:
    assert reason in unprintable("{{ х.у }}", х={"у": value})


def test_a_key_wins_over_the_methods_of_a_mapping() -> None:
    facts = {"items": "пункты", "values": "значения", "keys": "ключи", "get": "взять"}
    assert filled("{{ x.items }} {{ x.values }} {{ x.keys }} {{ x.get }}", x=facts) == [
        "пункты значения ключи взять"
    ]


def test_a_name_typed_on_a_mac_is_the_same_name() -> None:
    assert filled("{{ " + normalize("NFD", "Андрей.й") + " }}", Андрей={"й": "да"}) == ["да"]


# Structure


def test_an_optional_paragraph_goes_with_its_condition() -> None:
    text = ("до", "{%p if х %}", "условие", "{%p endif %}", "после")
    assert filled(*text, х=True) == ["до", "условие", "после"]
    assert filled(*text, х=False) == ["до", "после"]


NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("condition", "city"),
    [
        ("город == 'г. Пенза'", f"г.{NO_BREAK}Пенза"),
        (f"город == 'г.{NO_BREAK}Пенза'", "г. Пенза"),
        ("'г. Пенза' in город", f"440000, г.{NO_BREAK}Пенза"),
        ("город in ['г. Пенза', 'г. Самара']", f"г.{NO_BREAK}Самара"),
        ("not город != 'г. Пенза'", f"г.{NO_BREAK}Пенза"),
    ],
)
def test_a_no_break_space_makes_no_difference_to_a_condition(condition: str, city: str) -> None:
    text = "{% if " + condition + " %}да{% else %}нет{% endif %}"
    assert filled(text, город=city) == ["да"]


def test_a_plain_value_between_runs_is_printed_as_a_run() -> None:
    assert filled("до {{r х }} после", х="а & б") == ["до а & б после"]


def test_a_plain_value_between_paragraphs_is_printed_as_a_paragraph() -> None:
    assert filled("до", "{{p х }}", "после", х="текст") == ["до", "текст", "после"]


def test_endnotes_are_rendered_too() -> None:
    files = {
        name.replace("footnotes", "endnotes"): content.replace(b"footnotes", b"endnotes")
        .replace(b"w:footnote ", b"w:endnote ")
        .replace(b"/w:footnote>", b"/w:endnote>")
        for name, content in parts(every_tag()).items()
    }
    result = WordTemplate(zipped(files)).render(
        FACTS | {"номер": "1", "оформлено": "а", "абзацы": "б"}
    )
    assert "Сноска: Иванов" in parts(result)["word/endnotes.xml"].decode()


def test_a_tag_in_pieces_is_one_tag() -> None:
    xml = paragraph("до {", "{ раб", "отник.и", "мя }", "} после")
    assert texts(WordTemplate(body(xml)).render({"работник": {"имя": "А"}})) == ["до А после"]


# The file


def test_only_the_parts_with_tags_change() -> None:
    template = docx("{{ х }}", "{{ у }}")
    before, after = parts(template), parts(WordTemplate(template).render({"х": "1", "у": "2"}))
    assert [name for name in before if before[name] != after[name]] == [DOCUMENT]


def test_the_same_facts_give_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(every_tag())
    facts = FACTS | {"номер": "1", "оформлено": "а", "абзацы": "б"}
    code = (
        "import sys, pathlib; from tests.engine.every_tag import FACTS;"
        "from hr_docs.engine.template import WordTemplate;"
        "facts = FACTS | {'номер': '1', 'оформлено': 'а', 'абзацы': 'б'};"
        "sys.stdout.buffer.write(WordTemplate(pathlib.Path(sys.argv[1])).render(facts))"
    )
    for seed in ("1", "2"):
        other = subprocess.run(
            [sys.executable, "-c", code, source],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        )
        assert other.stdout == WordTemplate(source).render(facts)


def test_dates_of_the_properties_come_from_the_argument() -> None:
    template = WordTemplate(docx("{{ х }}"))
    moment = datetime(2026, 3, 15, 12, 30, tzinfo=UTC)
    dated = Document(io.BytesIO(template.render({"х": "1"}, modified=moment))).core_properties
    assert (dated.created, dated.modified) == (moment, moment)
    plain = Document(io.BytesIO(template.render({"х": "1"}))).core_properties
    assert plain.modified == Document(io.BytesIO(docx())).core_properties.modified


def test_a_date_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        WordTemplate(docx()).render({}, modified=datetime(2026, 3, 15))  # noqa: DTZ001 — the point


def test_properties_are_escaped_once() -> None:
    def build(document: WordDocument) -> None:
        document.core_properties.title = "Договор с {{ х }}"

    result = WordTemplate(docx("{{ х }}", build=build)).render({"х": "ООО «А & Б»"})
    assert Document(io.BytesIO(result)).core_properties.title == "Договор с ООО «А & Б»"


def test_it_tells_what_it_reads() -> None:
    template = WordTemplate(
        docx(
            "{{ работник.фио.родительный|upper }} {{ а|default(б) }}",
            "{%p if договор.дистанционный and not х['у'] %}",
            "{%p for пункт in инструкция.пункты|sort(attribute='номер') %}",
            "{{ loop.index }} {{ пункт.текст }}",
            "{% for часть in пункт.части %}{{ часть }}{% endfor %}",
            "{%p endfor %}",
            "{%p endif %}",
            "{% set м = место %}{{ м.адрес }} {{ список[0].имя }} {{ range(3)|join }}",
        )
    )
    assert template.placeholders == {
        "работник.фио.родительный",
        "а",
        "б",
        "договор.дистанционный",
        "х.у",
        "инструкция.пункты[]",
        "инструкция.пункты[].текст",
        "инструкция.пункты[].части[]",
        "место",
        "место.адрес",
        "список[].имя",
    }


def test_reference_files_without_tags_keep_their_text(shared: Path) -> None:
    for path in sorted(shared.glob("word/*/*.docx")):
        source = path.read_bytes()
        assert parts(WordTemplate(source).render({})) == parts(source), path.name


def test_a_file_with_another_prefix_than_words_is_refused() -> None:
    file = docx("{{ х }}")
    xml = document_xml(file).replace("<w:", "<x:").replace("</w:", "</x:")
    xml = xml.replace("xmlns:w=", "xmlns:x=").replace(" w:", " x:")
    with pytest.raises(TemplateError, match="не так, как это делает Word"):
        WordTemplate(with_part(file, DOCUMENT, xml.encode()))
