"""`check_contracts` and `check_law`; figures that people enter."""

import io
import json
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from employees.models import Employment
from hr_docs.documents.legal.calendar_years import enter_year
from hr_docs.documents.legal.checking import findings_for
from hr_docs.documents.legal.reference import (
    enter_figure,
    reference_in_force,
    withdraw_figure,
)
from hr_docs.law import all_rules
from tests.documents.faulty_people import FAULTY
from tests.factories import make_employment

pytestmark = pytest.mark.django_db


def run(command, *arguments):
    """Exit status and what the command says."""
    out = io.StringIO()
    try:
        call_command(command, *arguments, stdout=out)
    except SystemExit as stopped:
        return int(stopped.code or 0), out.getvalue()
    return 0, out.getvalue()


def report(command, *arguments):
    status, text = run(command, *arguments, "--json")
    return status, json.loads(text)


def minimum(day, region=None):
    figure = reference_in_force().minimum_wage(day, region)
    assert figure
    return figure.amount


class TestContracts:
    def test_the_rate_stands_beside_each_months_minimum(self):
        make_employment()
        status, found = report("check_contracts", "--all")
        wage = found["contracts"][0]["wage_by_month"]
        assert (status, wage["year"], len(wage["months"])) == (0, 2026, 12)
        january = wage["months"][0]
        assert (january["norm_hours"], january["minimum"]) == (120.0, 27093.0)
        assert (january["lowest_rate"], wage["average_floor"]) == (225.78, 164.87)
        assert january["formula"].startswith("27\u00a0093")
        assert january["source"]

    def test_without_a_choice_it_checks_all(self):
        make_employment()
        assert report("check_contracts") == report("check_contracts", "--all")

    def test_a_year_whose_figures_nobody_knows_says_so(self):
        make_employment()
        _, found = report("check_contracts", "--all", "--year", "2027")
        wage = found["contracts"][0]["wage_by_month"]
        assert wage["months"] == []
        assert "минимальный размер оплаты труда на 2027 год" in wage["missing"]

    def test_an_error_gives_status_one(self):
        FAULTY["TK115-LEAVE"]()
        status, text = run("check_contracts", "--all")
        assert status == 1
        assert "error: Отпуск 24 дня" in text

    def test_it_lists_every_rule_with_its_force_and_whether_it_was_seen(self):
        _, found = report("check_contracts", "--list-rules")
        rows = {row["rule"]: row for row in found["rules"]}
        assert len(rows) == len(all_rules())
        assert rows["TK135-BONUS20"]["since"] == "2025-09-01"
        assert rows["TK135-BONUS20"]["verified"] is True
        _, text = run("check_contracts", "--list-rules")
        assert "с 2025-09-01; проверено — " in text

    @pytest.mark.parametrize("arguments", [["--year", "27"], ["--year", "год"]])
    def test_it_refuses_a_year_it_cannot_read(self, arguments):
        with pytest.raises(CommandError, match="не год"):
            call_command("check_contracts", "--all", *arguments)


class TestLaw:
    def test_it_looks_ninety_days_ahead(self):
        status, found = report("check_law", "--on", "2026-11-23")
        assert status == 1
        assert [(gap["name"], gap["on"]) for gap in found["missing"]] == [
            ("calendar", "2027-01-01"),
            ("minimum_wage", "2027-01-01"),
        ]

    def test_it_says_what_held_before(self):
        _, text = run("check_law", "--on", "2026-11-23")
        assert "(до этого — 27\N{NO-BREAK SPACE}093 ₽, по 31.12.2026)" in text

    def test_it_is_content_while_everything_is_known(self):
        status, text = run("check_law", "--on", "2026-03-01")
        assert (status, text.strip()) == (0, "Все величины известны.")

    def test_it_names_regions_without_a_figure(self):
        make_employment()
        _, found = report("check_law", "--on", "2026-03-01")
        assert found["regions_without_figure"] == ["Пензенская область"]

    def test_what_people_enter_closes_the_gap(self, officer):
        enter_figure(
            amount=Decimal("30000"), since=date(2027, 1, 1), source="82-ФЗ", author=officer
        )
        _, found = report("check_law", "--on", "2026-11-23")
        assert [gap["name"] for gap in found["missing"]] == ["calendar"]


class TestFigures:
    def test_an_entered_figure_stands_beside_the_codes_own(self, officer):
        enter_figure(
            amount=Decimal("30000"), since=date(2026, 1, 1), source="82-ФЗ", author=officer
        )
        reference = reference_in_force()
        figure = reference.minimum_wage(date(2026, 5, 1))
        assert figure
        assert (figure.amount, figure.author) == (Decimal(30000), "Ольга")
        assert [f.amount for f in reference.history("minimum_wage")][-2:] == [27093, 30000]

    def test_a_contract_of_2027_is_warned_of_until_somebody_enters_the_minimum(self, officer):
        employment = make_employment(start_date=date(2027, 1, 11))
        assert "TK133-YEAR-CHANGE" in {f.rule for f in findings_for(employment)}
        enter_figure(
            amount=Decimal("30000"), since=date(2027, 1, 1), source="82-ФЗ", author=officer
        )
        assert "TK133-YEAR-CHANGE" not in {f.rule for f in findings_for(employment)}

    def test_a_region_is_one_however_it_is_spelled(self, officer):
        figure = enter_figure(
            amount=Decimal("45000"),
            since=date(2026, 6, 1),
            region="г. Москва",
            source="Соглашение",
            author=officer,
        )
        assert figure.region == "Москва"
        assert minimum(date(2026, 7, 1), "Москва") == 45000

    def test_a_withdrawn_figure_counts_no_more(self, officer):
        figure = enter_figure(
            amount=Decimal("1"), since=date(2026, 1, 1), source="Опечатка", author=officer
        )
        withdrawn = withdraw_figure(figure=figure, withdrawn_by=officer)
        assert withdrawn.withdrawn_by == officer
        assert minimum(date(2026, 5, 1)) == 27093

    @pytest.mark.parametrize(
        "wrong",
        [
            {"amount": Decimal(0)},
            {"source": "  "},
            {"until": date(2025, 1, 1)},
        ],
    )
    def test_it_refuses_a_figure_that_cannot_be(self, officer, wrong):
        figure = {"amount": Decimal(1), "since": date(2026, 1, 1), "source": "Акт"} | wrong
        with pytest.raises(ValidationError):
            enter_figure(author=officer, **figure)

    def test_a_year_must_add_up_to_its_published_totals(self, officer):
        year = {"year": 2027, "source": "ПП РФ № 1", "author": officer, "norm_hours": 1976}
        with pytest.raises(ValidationError, match="дней 252, а указано 200: лишних 52"):
            enter_year(working_days=200, **year)

    def test_an_entered_year_gives_the_norms_of_its_months(self, officer):
        enter_year(
            year=2027,
            working_days=252,
            norm_hours=2016,
            source="ПП РФ № 1",
            author=officer,
        )
        year = reference_in_force().calendar.year(2027)
        assert year
        assert year.month_norm(2) == 152

    def test_reading_the_figures_costs_two_queries(self, officer, django_assert_max_num_queries):
        enter_figure(
            amount=Decimal("30000"), since=date(2027, 1, 1), source="82-ФЗ", author=officer
        )
        reference_in_force()
        with django_assert_max_num_queries(2):
            reference_in_force()


def test_a_run_leaves_out_who_has_an_error_and_goes_on(tmp_path):
    faulty = FAULTY["TK115-LEAVE"]()
    fine = make_employment(operator__surname="Петрова")
    status, found = report("generate", "--all", "--format", "docx", "--out", str(tmp_path / "out"))
    assert (status, found["documents"]) == (1, 3)
    (failed,) = found["failed"]
    assert failed["operator"] == faulty.operator.personnel_number
    assert failed["findings"][0]["rule"] == "TK115-LEAVE"
    (unconfirmed,) = found["unconfirmed"]
    assert unconfirmed["operator"] == fine.operator.personnel_number
    assert Employment.objects.get(pk=faulty.pk).status == "ready"
