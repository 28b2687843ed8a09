"""`check_master`: the exit status, and what is said of a Word file before it is used."""

import io
import json

import docx
import pytest
from django.core.management import CommandError, call_command
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Cm, Pt

from hr_docs.documents.masters.versions import shipped_file
from hr_docs.documents.models import WordMaster
from tests.documents.word_changes import with_text

pytestmark = pytest.mark.django_db


def word_file(*paragraphs: str) -> bytes:
    return built(lambda document: [document.add_paragraph(text) for text in paragraphs])


def built(build) -> bytes:
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    build(document)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def rebuilt(content: bytes, change) -> bytes:
    document = docx.Document(io.BytesIO(content))
    change(document)
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


@pytest.fixture
def check(tmp_path):
    def run(content: bytes, kind: str = "employment_contract") -> tuple[int, list[dict]]:
        path = tmp_path / "master.docx"
        path.write_bytes(content)
        out, status = io.StringIO(), 0
        try:
            call_command("check_master", str(path), "--kind", kind, "--json", stdout=out)
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        return status, json.loads(out.getvalue())["faults"]

    return run


@pytest.mark.pdf
@pytest.mark.parametrize(
    "kind", ["employment_contract", "job_description", "confidentiality_undertaking"]
)
def test_the_shipped_masters_are_fit_for_use(check, kind):
    assert check(shipped_file(kind).read_bytes(), kind) == (0, [])


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("file", "kind", "called"),
    [
        ("job_description", "employment_contract", "«Должностная инструкция»"),
        ("employment_contract", "job_description", "«Трудовой договор»"),
        ("employment_contract", "confidentiality_undertaking", "«Трудовой договор»"),
    ],
)
def test_a_file_of_another_kind_is_known_by_its_title(check, file, kind, called):
    status, faults = check(shipped_file(file).read_bytes(), kind)
    assert status == 1
    assert [fault["code"] for fault in faults] == ["kind"]
    assert called in faults[0]["message"]


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "{{ договор.ставка.прописью }}",
            "по соглашению",
            "(ст. 57, 67 ТК РФ), а в тексте нет: ставка",
        ),
        (
            "{{ договор.ставка.прописью }}",
            "{% if договор.дистанционный %}{{ договор.ставка.прописью }}{% endif %}",
            "(например: Орлова: на рабочем месте, бессрочно, испытание): ставка",
        ),
        ("{{ договор.дата_начала }}", "позже", "дата начала работы"),
    ],
)
def test_what_the_law_wants_in_a_contract_is_missed(check, old, new, words):
    status, faults = check(with_text(shipped_file("employment_contract").read_bytes(), old, new))
    assert status == 0
    assert [fault["severity"] for fault in faults] == ["warning"]
    assert words in faults[0]["message"]


@pytest.mark.pdf
def test_a_contract_without_a_place_to_sign_is_noticed(check):
    def unsigned(document):
        for table in document.tables[-2:]:
            table._element.getparent().remove(table._element)
        for paragraph in document.paragraphs[-2:]:
            paragraph._element.getparent().remove(paragraph._element)

    _, faults = check(rebuilt(shipped_file("employment_contract").read_bytes(), unsigned))
    assert [fault["code"] for fault in faults] == ["content"]
    assert "места для подписей" in faults[0]["message"]


def test_an_empty_value_is_found_besides_a_misspelt_name(check):
    rows = ["{{ работник.фамлия }}", "{%p for а in акт %}", "{{ а.х }}", "{%p endfor %}"]
    _, faults = check(
        word_file(*rows, "{{ работник.телефон }}", "{% if договор.срочн %}а{% endif %}")
    )
    found = {(fault["code"], fault["paragraph"]) for fault in faults}
    assert {("name-unknown", 1), ("name-unknown", 2), ("gap", 5), ("name-unknown", 6)} <= found
    assert "not-filled" not in {fault["code"] for fault in faults}


def test_a_gap_names_the_condition_to_write(check):
    _, faults = check(word_file("{{ работник.телефон }}"))
    assert "{% if работник.телефон %} … {% endif %}" in faults[0]["message"]


@pytest.mark.parametrize("tag", ["{{ работник.фамлия }}", "{%p if договор.срочный %}"])
def test_a_strange_font_is_found_besides_an_error(check, tag):
    def build(document):
        document.add_paragraph(tag)
        document.add_paragraph().add_run("Особые условия").font.name = "Papyrus"

    _, faults = check(built(build))
    assert ("font", 2) in {(fault["code"], fault["paragraph"]) for fault in faults}


def test_what_could_not_be_tried_is_said(check):
    _, faults = check(word_file("{%p if договор.срочный %}"))
    assert faults[-1]["code"] == "not-filled"


@pytest.mark.parametrize(
    ("paragraphs", "place", "words"),
    [
        (["{{ работник.фио.родительнй }}"], "абзац 1", "родительный"),
        (["Привет", "{%p if договор.срочный %}"], "абзац 2", "endif"),
        (["{{ работник.фио.отчество }"], "абзац 1", "не закрыт"),
        (["{{ работник.документ.код_подразделения }}"], "абзац 1", "бывает пустым"),
        (["{{ pаботник.фио.именительный }}"], "абзац 1", "латин"),
        (["{{ работник.телефон }}"], "абзац 1", "бывает пустым"),
        (["{{ работник.фио }}"], "абзац 1", "группа полей"),
        (["{{ работник.__class__ }}"], "абзац 1", "__class__"),
        (["{{ работник.фио.именительный|caps }}"], "абзац 1", "caps"),
        (["{% for n in range(10**9) %}-{% endfor %}"], "абзац 1", "не поддерживается"),
    ],
)
def test_it_says_what_is_wrong_and_where(check, paragraphs, place, words):
    status, faults = check(word_file(*paragraphs))
    assert status == 1
    assert any(place in fault["place"] and words in fault["message"] for fault in faults), faults


@pytest.mark.pdf
def test_a_value_that_does_not_fit_is_found_with_its_person(check):
    def build(document):
        row = document.add_table(rows=1, cols=1).rows[0]
        row.height, row.height_rule = Pt(14), WD_ROW_HEIGHT_RULE.EXACTLY
        row.cells[0].text = "{{ работник.адрес.регистрации }}"

    status, faults = check(built(build))
    assert status == 0
    (fault,) = [fault for fault in faults if "663300, Красноярский край" in fault["place"]]
    assert "Word обрежет его" in fault["message"]
    assert "Кузнецова: адреса в 200 букв" in fault["message"]


@pytest.mark.pdf
def test_a_text_that_does_not_fit_has_its_paragraph(check):
    def build(document):
        document.add_paragraph("{%p if договор.дистанционный %}")
        document.add_paragraph("Адрес: {{ работник.адрес.регистрации }}")
        document.add_paragraph("{%p endif %}")
        wide = document.add_paragraph("{{ работник.адрес.регистрации|replace(' ', '_') }}")
        wide.paragraph_format.left_indent = Cm(19)
        row = document.add_table(rows=1, cols=2).rows[0]
        row.height, row.height_rule = Pt(14), WD_ROW_HEIGHT_RULE.EXACTLY
        row.cells[1].text = "{{ работник.адрес.регистрации }}"

    _, faults = check(built(build), "confidentiality_undertaking")
    places = {
        (fault["paragraph"], str(fault["cell"])) for fault in faults if fault["code"] == "overflow"
    }
    assert places == {(4, "None"), (None, "[1, 1, 2]")}


LAW = [
    ("За опоздание с Работника взимается штраф 500 рублей.", "law", "warning", "остановит"),
    ("Порядок указан в пункте 19.7 договора.", "contradiction", "error", "пункта 19.7 нет"),
    ("Надбавка — 500 (шестьсот) рублей.", "contradiction", "error", "словами"),
]


@pytest.mark.pdf
@pytest.mark.parametrize(("clause", "code", "severity", "words"), LAW)
def test_what_would_stop_the_next_hire_is_told_at_once(check, clause, code, severity, words):
    content = with_text(
        shipped_file("employment_contract").read_bytes(),
        "Заработная плата выплачивается в рублях.",
        clause,
    )
    _, faults = check(content)
    assert [(fault["code"], fault["severity"]) for fault in faults] == [(code, severity)]
    assert words in faults[0]["message"]
    assert faults[0]["paragraph"] > 100


def test_what_the_law_objects_to_is_told_besides_a_misspelt_name(check):
    fine = "За опоздание с Работника взимается штраф 500 рублей."
    rows = ["{{ работник.фамлия }}", fine, "См. пункт 19.7 настоящего договора."]
    _, faults = check(word_file(*rows))
    assert {"name-unknown", "law", "contradiction"} <= {fault["code"] for fault in faults}


@pytest.mark.pdf
def test_data_that_is_typed_in_may_be_right_for_the_only_employer(check):
    shipped = shipped_file("employment_contract").read_bytes()
    status, faults = check(with_text(shipped, "{{ работодатель.инн }}", "5800000016"))
    assert status == 0
    typed = [fault for fault in faults if fault["code"] == "typed-data"]
    assert typed
    assert "(5800000016) — набрано в шаблоне" in typed[0]["message"]
    assert len({fault["message"] for fault in typed}) == len(typed) <= 2


@pytest.mark.pdf
def test_a_contract_that_no_longer_speaks_of_insurance_is_noticed(check):
    def without(document):
        for paragraph in document.paragraphs:
            if "социальн" in paragraph.text.lower():
                paragraph._element.getparent().remove(paragraph._element)

    _, faults = check(rebuilt(shipped_file("employment_contract").read_bytes(), without))
    assert [fault["code"] for fault in faults] == ["promise"]
    assert "социальное страхование" in faults[0]["message"]


@pytest.mark.pdf
def test_a_file_without_placeholders_is_the_same_for_everybody(check):
    status, faults = check(word_file("Лист ознакомления"), "confidentiality_undertaking")
    assert status == 0
    assert "документ у всех будет одинаковым" in faults[0]["message"]


def test_a_condition_that_is_never_true_is_an_error(check):
    _, faults = check(word_file("{% if представитель.основание == 'Устав' %}а{% endif %}"))
    assert "бывает устав, доверенность, приказ, регистрация" in faults[0]["message"]


def test_it_calls_a_broken_file_unusable(check):
    status, faults = check(b"PK\x03\x04 not a package")
    assert (status, faults[0]["code"]) == (2, "file")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["missing.docx", "--kind", "employment_contract"],
            "missing.docx: такой папки или такого файла нет",
        ),
        (["missing.docx", "--kind", "invoice"], "Нет вида документа «invoice»"),
    ],
)
def test_it_stops_on_unusable_input(arguments, words):
    assert WordMaster.objects.exists()
    with pytest.raises(CommandError, match=words) as error:
        call_command("check_master", *arguments)
    assert error.value.returncode == 2
