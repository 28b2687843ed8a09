"""The commands of the records: output and exit status."""

import json

import pytest
from django.core.management import CommandError, call_command

from employees.models import Employment, Operator
from tests.employees.conftest import good_row, with_hidden

pytestmark = pytest.mark.django_db


def run(capsys, *arguments):
    """Exit status, stdout and stderr of a command."""
    status: str | int | None = 0
    try:
        call_command(*map(str, arguments))
    except SystemExit as stop:
        status = stop.code
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.usefixtures("employer")
def test_it_imports(table, capsys):
    status, out, _ = run(capsys, "import_operators", table(good_row()))
    assert status == 0
    assert "Строк: 1. Новых: 1" in out
    assert "Записано." in out


@pytest.mark.usefixtures("employer")
def test_a_bad_row_ends_with_status_1(table, capsys):
    status, out, _ = run(capsys, "import_operators", table(good_row(Пол="х")))
    assert status == 1
    assert "строка 2, «Пол» (E) «х»: Такого значения нет." in out
    assert "--skip-bad" in out


@pytest.mark.usefixtures("employer")
def test_skipping_bad_rows_still_ends_with_status_1(table, capsys):
    path = table(good_row(1), good_row(2, Пол="х"))
    status, _, _ = run(capsys, "import_operators", path, "--skip-bad")
    assert (status, Operator.objects.count()) == (1, 1)


@pytest.mark.usefixtures("employer")
def test_it_says_that_hidden_rows_were_read(table, capsys):
    _, out, _ = run(capsys, "import_operators", with_hidden(table(good_row(1), good_row(2)), 2))
    assert "скрыты в Excel (фильтром или вручную), но прочитаны: 1." in out


def test_an_unusable_file_ends_with_status_2(tmp_path, capsys):
    status, out, err = run(capsys, "import_operators", tmp_path / "no.xlsx")
    assert (status, out) == (2, "")
    assert "не читается" in err
    assert "Ничего не записано." in err


@pytest.mark.usefixtures("employer")
def test_json_is_one_object_and_nothing_else(table, capsys):
    path = table(good_row(1), good_row(2, Пол="х"), name="july.xlsx")
    status, out, _ = run(capsys, "import_operators", path, "--json", "--dry-run")
    report = json.loads(out)
    assert (status, report["file"], report["rows"], report["new"]) == (1, "july.xlsx", 2, 1)
    assert report["errors"] == [
        {
            "row": 3,
            "column": "E",
            "heading": "Пол",
            "value": "х",
            "reason": "Такого значения нет.",
            "remedy": "Напишите одно из: женский, мужской.",
        }
    ]


def test_json_of_a_refusal_is_one_object(tmp_path, capsys):
    status, out, _ = run(capsys, "import_operators", tmp_path / "no.xlsx", "--json")
    refusal = json.loads(out)
    assert (status, refusal["file"], refusal["written"]) == (2, "no.xlsx", False)
    assert refusal["reason"]


@pytest.mark.usefixtures("employer")
def test_it_tells_what_changes(table, capsys):
    run(capsys, "import_operators", table(good_row()))
    _, out, _ = run(capsys, "import_operators", table(good_row(Фамилия="Орлова")))
    assert "0001, «Фамилия»: «Иванова» → «Орлова»" in out


@pytest.mark.usefixtures("employer")
def test_it_tells_whose_papers_are_out_and_stay_as_they_are(table, capsys):
    run(capsys, "import_operators", table(good_row(1), good_row(2)))
    Employment.objects.filter(operator__personnel_number="0002").update(status="issued")
    changed = table(good_row(1, Фамилия="Орлова"), good_row(2, Фамилия="Орлова"))
    _, out, _ = run(capsys, "import_operators", changed)
    assert "Документы выпущены и останутся прежними: 0002." in out


def test_it_writes_the_sample(tmp_path, capsys):
    status, out, _ = run(capsys, "write_sample", tmp_path / "sample.xlsx")
    assert (status, (tmp_path / "sample.xlsx").stat().st_size > 10_000) == (0, True)
    assert "sample.xlsx" in out


def test_a_sample_that_cannot_be_written_is_status_2(tmp_path):
    with pytest.raises(CommandError) as caught:
        call_command("write_sample", str(tmp_path / "no" / "sample.xlsx"))
    assert caught.value.returncode == 2


def test_it_loads_the_demo(capsys):
    status, out, _ = run(capsys, "load_demo")
    assert (status, Operator.objects.count()) == (0, 24)
    assert "Новых: 24" in out
