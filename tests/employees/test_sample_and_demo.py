"""The shipped sample of 24 people, and the demo records around it."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from openpyxl import load_workbook

from employees.demo import load_demo
from employees.importing.columns import COLUMNS
from employees.importing.sample import sample_rows, sample_workbook
from employees.models import Employer, Employment, LocalAct, Operator
from job_descriptions.models import JobDescriptionEdition

EXAMPLES = settings.BASE_DIR / "examples"
HIRED = date(2026, 11, 30)


def load():
    return load_demo(
        employer_file=EXAMPLES / "employer.yaml", operators_file=EXAMPLES / "operators.xlsx"
    )


def test_the_committed_workbook_is_the_one_that_is_written():
    assert (EXAMPLES / "operators.xlsx").read_bytes() == sample_workbook()


def test_people_use_no_heading_that_is_not_a_column():
    headings = {column.heading for column in COLUMNS}
    assert all(set(person) <= headings for person in sample_rows())


def test_the_workbook_explains_every_column(tmp_path: Path):
    path = tmp_path / "sample.xlsx"
    path.write_bytes(sample_workbook())
    book = load_workbook(path)
    explained = [row[0] for row in book["Справка"].iter_rows(values_only=True)]
    assert set(explained) >= {column.heading for column in COLUMNS}
    assert all(cell.comment for cell in book["Операторы"][1])


@pytest.mark.django_db
def test_it_loads_without_an_error():
    report = load()
    assert (report.errors, report.new, report.unknown_headings) == ([], 24, ())
    assert JobDescriptionEdition.objects.count() == 4


@pytest.mark.django_db
def test_it_changes_nothing_when_it_is_loaded_again():
    load()
    report = load()
    assert (report.same, report.changed, report.new) == (24, 0, 0)
    assert Employer.objects.count() == 1


@pytest.mark.django_db
def test_the_employer_has_local_acts_of_every_kind():
    load()
    kinds = set(LocalAct.objects.values_list("kind", flat=True))
    assert kinds == set(LocalAct.Kind.values)
    assert Employer.objects.get().has_secrecy_regime


@pytest.mark.django_db
def test_the_people_are_of_every_sort():
    load()
    hired = Employment.objects.all()
    assert set(hired.values_list("tier__code", flat=True)) == {
        "trainee",
        "operator",
        "senior",
        "mentor",
    }
    assert set(hired.values_list("work_mode", flat=True)) == {
        "on_site",
        "remote",
        "remote_temporary",
        "hybrid",
    }
    assert set(hired.values_list("schedule", flat=True)) == {"five_day", "shifts_2_2", "sliding"}
    for condition in (
        {"operator__surname__contains": "-"},
        {"operator__patronymic": ""},
        {"operator__permit": "patent"},
        {"operator__citizenship": "AM"},
        {"operator__surname": "Черных"},
        {"operator__surname__contains": "ё"},
        {"operator__registration_address__contains": '"Маяк & Ко"'},
        {"term": "fixed", "medical_examination_on__isnull": False, "weekly_hours": 35},
        {"is_part_time": True, "kind": "main"},
        {"has_night_work": True, "site__district_coefficient__gt": 1},
        {"equipment": "own", "compensation_per_day__gt": 0},
        {"probation_until__isnull": False},
    ):
        assert hired.filter(**condition).exists(), condition


@pytest.mark.django_db
def test_one_of_them_is_a_minor():
    load()
    ages = {operator.age(HIRED) for operator in Operator.objects.all()}
    assert min(ages) == 17


@pytest.mark.django_db
def test_every_name_has_its_declension():
    load()
    for operator in Operator.objects.all():
        assert set(operator.name_forms) == {"gent", "datv", "accs", "ablt", "loct"}
