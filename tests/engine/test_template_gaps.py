import pytest
from docx.document import Document as WordDocument

from hr_docs.engine.errors import DataError, Place
from hr_docs.engine.template import WordTemplate
from tests.engine.word import DOCUMENT, docx, table_docx, texts

OPERATOR = {
    "фио": {"родительный": "Ивановой Анны Петровны", "отчество": ""},
    "адрес": {"регистрации": None},
    "табельный": 0,
}


def filled(*paragraphs: str, **facts: object) -> list[str]:
    return texts(WordTemplate(docx(*paragraphs)).render(facts))


def gaps(*paragraphs: str, **facts: object) -> list[str]:
    with pytest.raises(DataError) as error:
        WordTemplate(docx(*paragraphs)).render(facts)
    return [gap.name for gap in error.value.missing]


def unprintable(text: str, **facts: object) -> str:
    with pytest.raises(DataError) as error:
        WordTemplate(docx(text)).render(facts)
    (fault,) = error.value.unprintable
    return f"{fault.name}: {fault.reason}"


@pytest.mark.parametrize("nothing", ["\u200b", "\u00ad", "\ufeff", " \u2060\u00a0", "\u202e\u202c"])
def test_a_value_that_nobody_sees_is_a_gap(nothing: str) -> None:
    assert gaps("{{ х }}", х=nothing) == ["х"]
    assert filled("{{ х }}", х=f"а{nothing}") == [f"а{nothing}"]


def test_every_gap_is_told_at_once_with_its_place() -> None:
    template = WordTemplate(
        docx("{{ работник.фио.родительный }}", "{{ работник.адрес.регистрации }} {{ нет.такого }}")
    )
    with pytest.raises(DataError) as error:
        template.render({"работник": OPERATOR})
    place = Place(DOCUMENT, 2, "{{ работник.адрес.регистрации }} {{ нет.такого }}")
    assert [(gap.name, gap.place) for gap in error.value.missing] == [
        ("работник.адрес.регистрации", place),
        ("нет.такого", place),
    ]
    assert "абзац 2" in str(error.value)


GAPS = [
    ("{{ х }}", {}, ["х"]),
    ("{{ х }}", {"х": None}, ["х"]),
    ("{{ х }}", {"х": ""}, ["х"]),
    ("{{ х }}", {"х": " \t\u00a0"}, ["х"]),
    ("{{ х }} и {{ х }}", {}, ["х"]),
    ("{{ х.у.з }}", {"х": None}, ["х.у.з"]),
    ("{{ х.у.з }}", {"х": {"у": "текст"}}, ["х.у.з"]),
    ("{{ х['у'] }}", {"х": {}}, ["х.у"]),
    ("{{ х[0] }}", {"х": []}, ["х[0]"]),
    ("{{ х|upper }}", {"х": ""}, ["х"]),
    ("{{ х|round(2) }}", {"х": None}, ["х"]),
    ("{{ х.upper() }}", {"х": ""}, ["х"]),
    ("{{ х ~ ' ' ~ у }}", {"х": "", "у": "да"}, ["х"]),
    ("{{ х or у }}", {"х": "", "у": ""}, ["х", "у"]),
    ("{{ х|default(у) }}", {"х": "", "у": ""}, ["х", "у"]),
    ("{{ х|join(', ') }}", {"х": []}, ["х"]),
    ("{{ х if да else у }}", {"х": "", "да": True}, ["х"]),
    ("{% if х %}а{% endif %}", {}, ["х"]),
    ("{% if not х.у %}а{% endif %}", {"х": {}}, ["х.у"]),
    ("{% if х is defined %}а{% endif %}", {}, ["х"]),
    ("{% if х == 'а' %}а{% endif %}", {}, ["х"]),
    ("{% if да and х %}а{% endif %}", {"да": True}, ["х"]),
    ("{% for а in х.у %}а{% endfor %}", {"х": {}}, ["х.у"]),
    ("{% for а in х %}{{ а.б }}{% endfor %}", {"х": [{"б": "1"}, {}, {}]}, ["а.б"]),
    ("{% set а = х.у %}", {"х": {}}, ["х.у"]),
    ("{{ х(1) }}", {}, ["х"]),
    ("{{ х * 2 }}", {}, ["х"]),
    ("{{ х > 2 }}", {}, ["х"]),
    ("{% if х > 2 %}а{% endif %}", {"х": None}, ["х"]),
    ("{% macro м(а) %}{{ а }}{% endmacro %}{{ м(х.у) }}", {"х": {}}, ["х.у"]),
    ("{% set а = х.у %}{{ а }}", {"х": {}}, ["х.у"]),
]


@pytest.mark.parametrize(("text", "facts", "names"), GAPS, ids=[case[0] for case in GAPS])
def test_it_is_a_gap(text: str, facts: dict[str, object], names: list[str]) -> None:
    assert gaps(text, **facts) == names


NO_GAPS = [
    ("{% if х %}а{% else %}б{% endif %}", {"х": ""}, "б"),
    ("{% if х is none %}а{% endif %}", {"х": None}, "а"),
    ("{% if х is defined %}а{% endif %}", {"х": None}, "а"),
    ("{% if х == 'а' %}а{% else %}б{% endif %}", {"х": None}, "б"),
    ("{% if нет or да %}а{% endif %}", {"нет": "", "да": True}, "а"),
    ("а{% for и in х %}{{ и }}{% endfor %}", {"х": None}, "а"),
    ("{{ х|default('—') }}", {"х": ""}, "—"),
    ("{{ х.у|default('—') }}", {"х": {}}, "—"),
    ("{{ х|default('')|upper }}.", {"х": ""}, "."),
    ("{{ х|d('нет')|upper }}", {"х": None}, "НЕТ"),
    ("{{ х or '—' }}", {"х": ""}, "—"),
    ("{{ х or у }}", {"х": "", "у": "да"}, "да"),
    ("{{ х if х else '' }}.", {"х": ""}, "."),
    ("{{ 'а' if х }}.", {"х": ""}, "."),
    ("{{ х }}", {"х": 0}, "0"),
    ("{{ '' }}.", {}, "."),
    ("{% macro м(а) %}{% if а %}({{ а }}){% endif %}{% endmacro %}{{ м(х) }}.", {"х": ""}, "."),
    (
        "{% for и in х %}{{ loop.index }}{{ loop.cycle('а', 'б') }}{% endfor %}",
        {"х": [1, 2]},
        "1а2б",
    ),
    ("{% for к, з in х.items() %}{{ к }}={{ з }};{% endfor %}", {"х": {"а": 1}}, "а=1;"),
    (
        "{% for и in х recursive %}{{ и.а }}{{ loop(и.б) }}{% endfor %}",
        {"х": [{"а": "1", "б": [{"а": "2", "б": []}]}]},
        "12",
    ),
    ("{% with а = х.у %}{{ а }}{% endwith %}", {"х": {"у": "1"}}, "1"),
    (
        "{% set с = namespace(н=0) %}{% for и in х %}{% set с.н = с.н + и %}{% endfor %}{{ с.н }}",
        {"х": [1, 2, 3]},
        "6",
    ),
    (
        "{{ х|selectattr('да')|map(attribute='имя')|join(', ') }}",
        {"х": [{"да": True, "имя": "А"}, {"да": False, "имя": "Б"}]},
        "А",
    ),
    ("{{ '%.2f'|format(х) }} {{ '{:.1f}'.format(х) }}", {"х": 1.25}, "1.25 1.2"),
    ("{% if х == «да» %}кавычки{% endif %}", {"х": "да"}, "кавычки"),
    ("{{\u00a0х\u200b\u00a0}}", {"х": "пробелы"}, "пробелы"),
    ("{{ 'а & б' }}", {}, "а & б"),
    ("{{ х|e }} {{ х|upper|e }}", {"х": "а&б\nв"}, "а&б\nв А&Б\nВ"),
    ("{{ х|join(', ') }}", {"х": ["<а>", "б&"]}, "<а>, б&"),
    ("{{ х|truncate(5) }}", {"х": "а&а&а&а&а&а&"}, "а&..."),
    ("{% if(х) %}а{% elif(у) %}б{% endif %}", {"х": "", "у": "1"}, "б"),
    (
        "{% macro м() %}[{{ caller('1') }}]{% endmacro %}{% call(т) м() %}{{ т }}{% endcall %}",
        {},
        "[1]",
    ),
]


@pytest.mark.parametrize(("text", "facts", "result"), NO_GAPS, ids=[case[0] for case in NO_GAPS])
def test_it_is_no_gap(text: str, facts: dict[str, object], result: str) -> None:
    assert filled(text, **facts) == [result]


def test_a_word_is_no_list() -> None:
    assert "не список" in unprintable("{% for а in х %}{{ а }}{% endfor %}", х="слово")


def test_gaps_of_all_parts_come_together() -> None:
    def build(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ номер }}"
        document.core_properties.title = "{{ название }}"

    template = WordTemplate(docx("{{ х }}", build=build))
    with pytest.raises(DataError) as error:
        template.render({})
    places = [(gap.name, gap.place and gap.place.part) for gap in error.value.missing]
    assert places == [
        ("х", DOCUMENT),
        ("номер", "word/header1.xml"),
        ("название", "docProps/core.xml"),
    ]


def test_a_gap_in_a_cell_is_found_by_table_row_and_cell() -> None:
    rows = table_docx(("а", "б"), ("в", "{{ х.у }}"))
    with pytest.raises(DataError) as error:
        WordTemplate(rows).render({})
    place = error.value.missing[0].place
    assert place == Place(DOCUMENT, None, "{{ х.у }}", (1, 2, 2))
    assert "таблица 1, строка 2, ячейка 2" in str(error.value)
