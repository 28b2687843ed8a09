"""What every command keeps to, whatever its surroundings do to it."""

import io
import json
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError
from django.db import IntegrityError, OperationalError

from hr_docs.commands import ProductCommand
from tests.conftest import ROOT


def manage(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    """A command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env={**os.environ, "SECRET_KEY": "only-for-tests", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def stopped_by(fault: BaseException) -> ProductCommand:
    """A command that a fault ends."""

    class Stopped(ProductCommand):
        requires_system_checks = []

        def handle(self, *_args, **_options):
            raise fault

    return Stopped()


@pytest.mark.parametrize(
    "arguments",
    [
        ["generate", "--all", "--out", "{}/out"],
        ["import_operators", "examples/operators.xlsx"],
        ["check_contracts", "--all"],
        ["check_master", "templates/word/job_description.docx", "--kind", "job_description"],
    ],
)
def test_a_database_without_tables_asks_for_migrate(tmp_path, arguments):
    filled = [each.format(tmp_path) for each in arguments]
    process = manage(*filled, DATABASE_URL=f"sqlite:///{tmp_path}/new.sqlite3")
    out, err = process.communicate()
    assert (process.returncode, out) == (2, "")
    assert err == ("CommandError: База данных не подготовлена: выполните manage.py migrate.\n")


def test_a_file_that_is_no_database_is_named(tmp_path):
    (tmp_path / "notes.txt").write_text("не база данных" * 100)
    process = manage("check_contracts", "--all", DATABASE_URL=f"sqlite:///{tmp_path}/notes.txt")
    _, err = process.communicate()
    assert process.returncode == 2
    assert "проверьте DATABASE_URL" in err
    assert "Traceback" not in err


def test_a_wrong_setting_is_one_line_and_an_object():
    process = manage("check_contracts", "--all", "--json", DATABASE_URL="mysql://host/name")
    out, err = process.communicate()
    words = "DATABASE_URL: годятся только sqlite:/// и postgres://"
    assert (process.returncode, err) == (2, f"manage.py: {words}\n")
    assert json.loads(out) == {"error": words}


def test_a_reader_who_goes_away_is_no_fault():
    with manage("check_contracts", "--list-rules") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (1, "")


def test_closed_output_and_another_alphabet_stop_nothing(tmp_path):
    command = f"{sys.executable} {ROOT}/manage.py check_contracts --list-rules"
    ascii_only = {**os.environ, "SECRET_KEY": "x", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for redirection in (">&-", f">{tmp_path}/rules"):
        shell = ["sh", "-c", f"{command} {redirection}"]
        done = subprocess.run(shell, env=ascii_only, capture_output=True, check=False, cwd=ROOT)
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_refusal_is_an_object_too():
    command = stopped_by(CommandError("нет такого", returncode=2))
    out = io.StringIO()
    with pytest.raises(CommandError):
        command.execute(json=True, stdout=out, force_color=False, no_color=False, skip_checks=True)
    assert json.loads(out.getvalue()) == {"error": "нет такого"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("generate --all", "не хватает: --out"),
        ("generate --out x", "нужно одно из: --operator --all --status"),
        ("generate --all --operator 1 --out x", "параметр --operator: нельзя вместе с --all"),
        ("generate --all --out x --workers 0", "параметр --workers: ожидается число от 1 до 64"),
        ("generate --status new --out x", "параметр --status: нет такого значения: 'new'; есть: "),
        ("check_contracts --on", "параметр --on: нужно значение"),
        ("check_contracts --operator", "параметр --operator: нужно хотя бы одно значение"),
        ("check_contracts --speed 5", "неизвестные параметры: --speed 5"),
        ("serve --bind localhost", "параметр --bind: «localhost» — ожидается адрес и порт от 1"),
        ("serve --bind 127.0.0.1:99999", "параметр --bind: «127.0.0.1:99999» — ожидается адрес"),
        ("serve --workers 0", "параметр --workers: ожидается число от 1 до 64"),
        ("work --workers many", "параметр --workers: ожидается число от 1 до 64"),
        ("check_master x.docx --kind x -v a", "параметр -v/--verbosity: такое значение не годится"),
    ],
)
def test_options_are_refused_in_russian_and_as_an_object(arguments, words):
    process = manage(*arguments.split(), "--json")
    out, err = process.communicate()
    assert process.returncode == 2
    assert json.loads(out)["error"].startswith(words)
    assert words in err


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (PermissionError(13, "Permission denied", "/out/pack.zip"), "/out/pack.zip: нет прав."),
        (OSError(28, "No space left on device"), "Вывод команды: на диске нет места."),
        (OperationalError("database is locked"), "База данных отказала"),
    ],
)
def test_it_says_what_the_surroundings_refused(fault, words):
    with pytest.raises(CommandError, match=words) as refused:
        call_command(stopped_by(fault))
    assert refused.value.returncode == 2


@pytest.mark.django_db
def test_a_fault_of_ours_stays_one():
    with pytest.raises(IntegrityError):
        call_command(stopped_by(IntegrityError("СНИЛС 112-233-445 95")))


def test_a_machine_that_cannot_work_is_status_2():
    with pytest.raises(SystemCheckError) as refused:
        call_command(stopped_by(SystemCheckError("Font family Arial is not installed.")))
    assert refused.value.returncode == 2


def test_ctrl_c_is_one_line():
    err = io.StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command(stopped_by(KeyboardInterrupt()), stderr=err)
    assert stop.value.code == 130
    assert err.getvalue() == "Прервано. Команду можно повторить.\n"
