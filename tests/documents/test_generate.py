"""`generate`: many packs, some of them bad, repeated, exported, zipped."""

import io
import json
import zipfile

import pytest
from django.core.management import CommandError, call_command

from employees.models import Employment
from hr_docs.documents.issuing import renewing
from hr_docs.documents.issuing.freezing import freeze_packs
from hr_docs.documents.models import Document
from hr_docs.engine import ConversionError
from tests.factories import make_employment

pytestmark = pytest.mark.django_db
PACK = [
    "01_Должностная_инструкция.docx",
    "02_Обязательство_о_неразглашении.docx",
    "03_Трудовой_договор.docx",
]


def run(*arguments: object) -> tuple[int, dict]:
    """Exit status and the JSON report."""
    out = io.StringIO()
    try:
        call_command("generate", *map(str, arguments), "--json", stdout=out)
    except SystemExit as stopped:
        return int(stopped.code or 0), json.loads(out.getvalue())
    return 0, json.loads(out.getvalue())


@pytest.fixture
def two(db):
    first = make_employment(
        operator__personnel_number="0001",
        operator__surname="Иванова",
        operator__name="Анна",
        operator__patronymic="Петровна",
        operator__gender="f",
    )
    return first, make_employment(
        operator__personnel_number="0002",
        employer=first.employer,
        signatory=first.signatory,
        site=first.site,
        job_description=first.job_description,
        tier=first.tier,
        position=first.position,
    )


def test_it_exports_readable_names_in_the_order_of_signing(two, tmp_path):
    status, report = run("--all", "--format", "docx", "--out", tmp_path)
    assert status == 0
    assert sorted(p.name for p in (tmp_path / "0001_Иванова_АП").iterdir()) == PACK
    assert (report["operators"], report["documents"], report["files"]) == (2, 6, 6)


@pytest.mark.pdf
def test_it_makes_word_and_pdf_and_one_zip(two, tmp_path):
    _, report = run("--operator", "0001", "--out", tmp_path / "out", "--zip", tmp_path / "pack.zip")
    with zipfile.ZipFile(tmp_path / "pack.zip") as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == report["files"] == 6
        assert "0001_Иванова_АП/03_Трудовой_договор.pdf" in archive.namelist()


def test_it_can_be_repeated_and_gives_the_same_bytes(two, tmp_path):
    run("--all", "--format", "docx", "--out", tmp_path / "one")
    status, report = run("--all", "--format", "docx", "--out", tmp_path / "two")
    assert (status, report["issued"], report["kept"]) == (0, 0, 6)
    assert Document.objects.count() == 6
    first = {
        p.relative_to(tmp_path / "one"): p.read_bytes() for p in (tmp_path / "one").rglob("*.docx")
    }
    assert first == {
        p.relative_to(tmp_path / "two"): p.read_bytes() for p in (tmp_path / "two").rglob("*.docx")
    }


def test_it_issues_anew_only_for_the_changed_record(two, tmp_path):
    run("--all", "--format", "docx", "--out", tmp_path)
    Employment.objects.filter(pk=two[0].pk).update(hourly_rate="310.00")
    _, report = run("--all", "--format", "docx", "--out", tmp_path)
    assert (report["issued"], report["kept"]) == (3, 3)
    assert Document.objects.filter(status="superseded").count() == 3


def test_it_never_replaces_signed_papers(two, tmp_path):
    run("--all", "--format", "docx", "--out", tmp_path)
    Employment.objects.update(status=Employment.Status.SIGNED, hourly_rate="310.00")
    _, report = run("--all", "--format", "docx", "--out", tmp_path)
    assert (report["issued"], report["kept"]) == (0, 6)


def test_it_survives_a_bad_operator(two, tmp_path):
    operator = two[0].operator
    operator.identity_issued_by = " "
    operator.save()
    status, report = run("--all", "--format", "docx", "--out", tmp_path)
    assert status == 1
    assert report["documents"] == 3
    assert report["failed"][0]["operator"] == "0001"
    assert "работник.документ.кем_выдан" in report["failed"][0]["error"]


def test_it_reports_a_pdf_that_cannot_be_made(two, tmp_path, monkeypatch):
    def refuse(_docx: bytes) -> bytes:
        raise ConversionError("не получилось")

    monkeypatch.setattr("hr_docs.documents.issuing.pdf_workers.docx_to_pdf", refuse)
    status, report = run("--operator", "0001", "--out", tmp_path)
    assert (status, report["failed"][0]["error"]) == (1, "не получилось")


def test_it_reads_a_hundred_operators_in_a_fixed_number_of_queries(
    two, tmp_path, django_assert_max_num_queries
):
    run("--all", "--format", "docx", "--out", tmp_path)
    with django_assert_max_num_queries(20):
        run("--all", "--format", "docx", "--out", tmp_path)


def test_it_chooses_kinds_and_status(two, tmp_path):
    Employment.objects.filter(pk=two[0].pk).update(status="draft")
    _, report = run(
        "--status", "draft", "--kind", "employment_contract", "--format", "docx", "--out", tmp_path
    )
    assert (report["operators"], report["files"]) == (1, 1)


def test_it_dates_the_papers(two, tmp_path):
    run("--operator", "0001", "--format", "docx", "--on", "28.11.2026", "--out", tmp_path)
    assert {str(document.dated) for document in Document.objects.all()} == {"2026-11-28"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--operator", "9999"], "Нет операторов с табельным номером: 9999"),
        (["--status", "ended"], "Выпускать некого"),
        (["--all", "--kind", "invoice"], "Нет вида документа «invoice». Есть: job_desc"),
    ],
)
def test_it_stops_on_unusable_input(two, tmp_path, arguments, words):
    with pytest.raises(CommandError, match=words) as error:
        call_command("generate", *arguments, "--out", str(tmp_path))
    assert error.value.returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "odt"],
        ["--on", "31.02.2026"],
        ["--on", "9999-12-31"],
        ["--workers", "0"],
        ["--workers", "много"],
        ["--zip", ""],
    ],
)
def test_it_refuses_options_it_cannot_read(two, tmp_path, arguments):
    with pytest.raises(CommandError):
        call_command("generate", "--all", "--out", str(tmp_path), *arguments)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--out", "{}/file"], "писать нельзя: на этом месте стоит файл"),
        (["--out", "{}/file/sub"], "писать нельзя: часть пути — файл"),
        (["--out", "{}", "--zip", "{}"], "это папка, нужно имя файла"),
        (["--out", "{}", "--zip", "{}/file/pack.zip"], "писать нельзя"),
    ],
)
def test_it_takes_no_number_before_it_knows_where_to_write(two, tmp_path, arguments, words):
    (tmp_path / "file").touch()
    with pytest.raises(CommandError, match=words) as error:
        call_command("generate", "--all", *(each.format(tmp_path) for each in arguments))
    assert (error.value.returncode, Document.objects.count()) == (2, 0)


def test_a_full_disk_under_the_zip_is_told(two, tmp_path, monkeypatch):
    def refuse(*_arguments: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hr_docs.documents.management.commands.generate.write_zip", refuse)
    with pytest.raises(CommandError, match=r"на диске нет места\. Все файлы лежат") as error:
        run("--all", "--format", "docx", "--out", tmp_path, "--zip", tmp_path / "pack.zip")
    assert error.value.returncode == 1


def test_two_runs_at_once_issue_once(two, tmp_path, monkeypatch):
    slow = freeze_packs

    def freeze_after_the_other_run(*arguments):
        monkeypatch.setattr(renewing, "freeze_packs", slow)
        run("--all", "--format", "docx", "--out", tmp_path / "other")
        return slow(*arguments)

    monkeypatch.setattr(renewing, "freeze_packs", freeze_after_the_other_run)
    status, report = run("--all", "--format", "docx", "--out", tmp_path / "this")
    assert (status, report["issued"], report["kept"]) == (0, 0, 6)
    assert Document.objects.count() == 6


@pytest.mark.parametrize("numbers", [("A/1", "A 1"), ("../../1", "1"), ("👍", "👎")])
def test_nobody_gets_into_the_folder_of_another(two, tmp_path, numbers):
    for employment, number in zip(two, numbers, strict=True):
        operator = employment.operator
        operator.personnel_number, operator.surname = number, "Иванова"
        operator.name, operator.patronymic = "Анна", "Петровна"
        operator.save()
    status, report = run("--all", "--format", "docx", "--out", tmp_path / "out")
    folders = [path.name.casefold() for path in (tmp_path / "out").iterdir()]
    assert (status, report["files"], len(set(folders))) == (0, 6, 2)
    assert len(list((tmp_path / "out").rglob("*.docx"))) == 6


def test_each_employment_of_an_operator_has_a_folder(two, tmp_path):
    second = two[1]
    second.operator, second.kind = two[0].operator, Employment.Kind.SECONDARY
    second.weekly_hours, second.shift_hours, second.is_part_time = 20, 4, True
    second.save()
    status, _ = run("--all", "--format", "docx", "--out", tmp_path / "out")
    folders = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert (status, folders) == (0, ["0001_Иванова_АП", "0001_Иванова_АП_2"])


def test_the_folder_of_an_operator_does_not_depend_on_who_else_is_chosen(two, tmp_path):
    run("--operator", "0002", "--format", "docx", "--out", tmp_path / "one")
    run("--all", "--format", "docx", "--out", tmp_path / "all")
    (folder,) = (tmp_path / "one").iterdir()
    assert (tmp_path / "all" / folder.name).is_dir()
