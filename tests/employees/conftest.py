"""An employer ready to hire, and tables of operators made row by row."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from openpyxl import Workbook, load_workbook
from pytest_django import Settings

from employees.models import Employer, SpreadsheetImport
from employees.spreadsheets.checking import check_import
from employees.spreadsheets.storing import take_upload
from job_descriptions.models import ExperienceTier
from tests import factories, identifiers
from tests.employees.uploads import Upload

GOOD_ROW: dict[str, Any] = {
    "Табельный номер": "0001",
    "Фамилия": "Иванова",
    "Имя": "Анна",
    "Отчество": "Петровна",
    "Пол": "женский",
    "Дата рождения": date(1998, 4, 17),
    "Серия документа": "4518",
    "Номер документа": "000001",
    "Кем выдан": "УМВД России по Пензенской области",
    "Дата выдачи": date(2018, 5, 3),
    "Код подразделения": "580-002",
    "СНИЛС": identifiers.snils(1),
    "ИНН": identifiers.person_inn(1),
    "Адрес регистрации": "440000, г. Пенза, ул. Выдуманная, д. 7",
    "Уровень": "оператор",
    "Дата договора": date(2026, 11, 30),
    "Дата начала работы": date(2026, 12, 1),
    "Часовая ставка, ₽": 300,
}

Table = Callable[..., Path]


def good_row(index: int = 1, /, **changes: Any) -> dict[str, Any]:
    """A row that can be imported, with numbers of its own; `changes` are by heading."""
    own = {
        "Табельный номер": f"{index:04}",
        "Номер документа": f"{index:06}",
        "СНИЛС": identifiers.snils(index),
        "ИНН": identifiers.person_inn(index),
    }
    return {**GOOD_ROW, **own, **changes}


def save_table(path: Path, rows: Iterable[dict[str, Any]], *, title: str = "Операторы") -> Path:
    """Rows (dictionaries by heading) as a workbook; later headings join the first row's."""
    rows = list(rows)
    book = Workbook()
    book.active.title = title
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    book.active.append(headings)
    for row in rows:
        book.active.append([row.get(heading) for heading in headings])
    book.save(path)
    return path


@pytest.fixture
def employer(db: None) -> Employer:
    """An employer with one site, signatory and position, and a job description for each tier."""
    employer = factories.make_employer()
    factories.make_signatory(employer=employer)
    factories.make_site(employer=employer, name="Пенза")
    position = factories.make_position()
    for number, tier in enumerate(ExperienceTier.objects.all()):
        factories.make_edition(position=position, tier=tier, number=f"ДИ-{number}")
    return employer


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """Write rows as `save_table` does, into a folder of the test."""

    def write(*rows: dict[str, Any], title: str = "Операторы", name: str = "table.xlsx") -> Path:
        return save_table(tmp_path / name, rows, title=title)

    return write


def with_hidden(path: Path, *rows: int) -> Path:
    """Hide rows of a workbook, as a filter does."""
    book = load_workbook(path)
    for row in rows:
        book.active.row_dimensions[row].height = 15.75
        book.active.row_dimensions[row].hidden = True
    book.save(path)
    return path


@pytest.fixture
def delimited(tmp_path: Path) -> Table:
    """Write rows as CSV text in an encoding."""

    def write(
        rows: Iterable[dict[str, Any]], *, delimiter: str = ";", encoding: str = "utf-8-sig"
    ) -> Path:
        rows = list(rows)
        lines = [delimiter.join(rows[0])]
        lines += [delimiter.join(_quoted(value) for value in row.values()) for row in rows]
        path = tmp_path / "table.csv"
        path.write_bytes("\r\n".join(lines).encode(encoding))
        return path

    return write


def _quoted(value: Any) -> str:
    text = f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)
    return '"' + text.replace('"', '""') + '"'


@pytest.fixture
def private_media(settings: Settings, tmp_path: Path) -> None:
    """A storage of the test's own."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def uploaded(table: Table, officer: User, private_media: None) -> Upload:
    """Upload rows and check them."""

    def upload(*rows: dict[str, Any], user: User = officer) -> SpreadsheetImport:
        file = ContentFile(table(*rows).read_bytes(), "Группа.xlsx")
        key = SpreadsheetImport._meta.get_field("form_key").get_default()
        spreadsheet = take_upload(file=file, user=user, form_key=key)
        check_import(spreadsheet.pk)
        spreadsheet.refresh_from_db()
        return spreadsheet

    return upload
