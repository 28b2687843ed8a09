"""`check_master`: the exit status, and what is said of a Word file before it is used."""

import io
import json

import docx
import pytest
from django.core.management import CommandError, call_command
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Pt

from hr_docs.documents.masters import shipped_file
from hr_docs.documents.models import WordMaster

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


@pytest.fixture
def check(tmp_path):
    def run(content: bytes) -> tuple[int, list[dict]]:
        path = tmp_path / "master.docx"
        path.write_bytes(content)
        out, status = io.StringIO(), 0
        try:
            call_command(
                "check_master", str(path), "--kind", "employment_contract", "--json", stdout=out
            )
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        return status, json.loads(out.getvalue())["faults"]

    return run


@pytest.mark.pdf
@pytest.mark.parametrize(
    "kind", ["employment_contract", "job_description", "confidentiality_undertaking"]
)
def test_the_shipped_masters_are_fit_for_use(check, kind):
    assert check(shipped_file(kind).read_bytes()) == (0, [])


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


def test_it_calls_a_broken_file_unusable(check):
    status, faults = check(b"PK\x03\x04 not a package")
    assert (status, faults[0]["code"]) == (2, "file")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.docx", "--kind", "employment_contract"], "Файл не прочитан"),
        (["missing.docx", "--kind", "invoice"], "Нет вида документа «invoice»"),
    ],
)
def test_it_stops_on_unusable_input(arguments, words):
    assert WordMaster.objects.exists()
    with pytest.raises(CommandError, match=words) as error:
        call_command("check_master", *arguments)
    assert error.value.returncode == 2
