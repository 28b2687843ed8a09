"""Contradictions in records: a table of cases, each with the field that must be put right."""

from datetime import date, time
from decimal import Decimal

import pytest

from employees.rules import employment_problems, operator_problems
from tests import factories

pytestmark = pytest.mark.django_db

FOREIGNER = {
    "citizenship": "UZ",
    "identity_document": "foreign_passport",
    "foreign_status": "temporary_stay",
}
PATENT = {
    "permit": "patent",
    "permit_number": "2600000101",
    "permit_issued_by": "УМВД",
    "permit_issued_on": date(2026, 9, 21),
}

OPERATORS = [
    ({}, []),
    ({"surname": "О’Коннор-Ли"}, []),
    ({"surname": "Müller"}, []),
    ({"surname": "Иванов@"}, ["surname"]),
    ({"name": "Aнна"}, ["name"]),
    ({"surname": "иванова"}, ["surname"]),
    ({"surname": "де Голль"}, []),
    ({"gender": "f", "patronymic": "Ильинична"}, []),
    ({"gender": "m", "patronymic": "Ильинична"}, ["gender"]),
    ({"gender": "f", "patronymic": "Эльдар оглы"}, []),
    ({"gender": "f", "name": "Севиндж", "patronymic": "Эльдар оглы"}, []),
    ({"gender": "f", "name": "Пётр", "patronymic": "Эльдар оглы"}, ["gender"]),
    ({"patronymic": "нет"}, ["patronymic"]),
    ({"gender": "m", "patronymic": "Эльдар оглы"}, []),
    ({"personnel_number": "№ А-15/2"}, []),
    ({"personnel_number": "../.."}, ["personnel_number"]),
    ({"personnel_number": "<b>1"}, ["personnel_number"]),
    ({"personnel_number": "15😀"}, ["personnel_number"]),
    ({"birth_date": date(1900, 1, 1)}, ["birth_date"]),
    ({"identity_issued_on": date(1990, 1, 1)}, ["identity_issued_on", "identity_issued_on"]),
    ({"identity_issued_on": date(2012, 4, 16)}, ["identity_issued_on"]),
    ({"identity_issued_on": date(2012, 4, 17)}, []),
    ({"identity_series": "451"}, ["identity_series"]),
    ({"identity_number": "12345A"}, ["identity_number"]),
    ({"identity_department_code": ""}, ["identity_department_code"]),
    ({"identity_valid_until": date(2010, 1, 1)}, ["identity_valid_until"]),
    ({"citizenship": "UZ"}, ["identity_document", "foreign_status"]),
    ({"identity_document": "foreign_passport"}, ["identity_document"]),
    ({"identity_document": "temporary_identity"}, []),
    ({"permit_number": "1"}, ["permit_number"]),
    (FOREIGNER, []),
    ({**FOREIGNER, "citizenship": "ZZ"}, ["citizenship"]),
    ({**FOREIGNER, "foreign_status": ""}, ["foreign_status"]),
    ({**FOREIGNER, **PATENT}, []),
    ({**FOREIGNER, "permit": "patent"}, ["permit_number", "permit_issued_by", "permit_issued_on"]),
    ({**FOREIGNER, **PATENT, "permit": "residence_permit"}, ["permit"]),
    ({**FOREIGNER, **PATENT, "permit": ""}, ["permit"]),
    ({**FOREIGNER, **PATENT, "permit_valid_until": date(2026, 1, 1)}, ["permit_valid_until"]),
    ({**FOREIGNER, "foreign_status": "permanent_residence"}, ["permit"]),
    ({"bik": ""}, ["bik"]),
    ({"bank_name": ""}, ["bank_name"]),
]


@pytest.mark.parametrize(("values", "fields"), OPERATORS)
def test_it_judges_an_operator(values, fields):
    operator = factories.OperatorFactory.build(**values, name_forms={})
    assert [problem.field for problem in operator_problems(operator)] == fields


FIXED = {"fixed_term": True}

EMPLOYMENTS = [
    ({}, []),
    ({"start_date": date(2028, 1, 1)}, ["start_date"]),
    ({"operator__birth_date": date(2013, 1, 1)}, ["contract_date"]),
    ({"operator__birth_date": date(2012, 6, 1)}, ["has_parental_consent"]),
    ({"operator__birth_date": date(2012, 6, 1), "has_parental_consent": True}, []),
    ({"operator__birth_date": date(2011, 6, 1)}, []),
    ({"operator__identity_issued_on": date(2026, 12, 1)}, ["contract_date"]),
    ({"operator__identity_valid_until": date(2026, 11, 29)}, ["contract_date"]),
    (FIXED, []),
    ({**FIXED, "fixed_term_reason": ""}, ["fixed_term_reason"]),
    ({**FIXED, "end_date": None}, ["end_date"]),
    ({**FIXED, "end_date": None, "fixed_term_ground": "absent_employee"}, []),
    ({**FIXED, "end_date": date(2031, 11, 30)}, []),
    ({**FIXED, "end_date": date(2031, 12, 1)}, ["end_date"]),
    ({**FIXED, "probation_until": date(2027, 12, 1)}, ["probation_until"]),
    ({"fixed_term_reason": "причина"}, ["fixed_term_reason"]),
    ({"signatory__valid_until": date(2026, 11, 29)}, ["signatory"]),
    ({"signatory__valid_from": date(2026, 12, 1)}, ["signatory"]),
    ({"job_description__approved_on": date(2026, 12, 1)}, ["job_description"]),
    ({"job_description__superseded_on": date(2026, 11, 30)}, ["job_description"]),
    ({"job_description__superseded_on": date(2026, 12, 1)}, []),
    ({"remote": True}, []),
    ({"remote": True, "interaction_system": ""}, ["interaction_system"]),
    ({"remote": True, "alternation": "через день"}, ["alternation"]),
    ({"remote": True, "equipment": "employer"}, ["compensation_per_day"]),
    ({"remote_temporary": True}, []),
    ({"remote_temporary": True, "remote_from": date(2026, 11, 1)}, ["remote_from"]),
    ({"hybrid": True}, []),
    ({"remote_locality": "г. Пенза"}, ["remote_locality"]),
    ({"shifts": True}, []),
    ({"is_part_time": True}, ["weekly_hours"]),
    ({"is_part_time": True, "weekly_hours": Decimal(20), "shift_hours": Decimal(4)}, []),
    ({"shift_hours": Decimal(4)}, ["weekly_hours"]),
    ({"weekly_hours": Decimal(30)}, ["weekly_hours"]),
    ({"weekly_hours": Decimal(30), "shift_hours": Decimal(6), "is_part_time": True}, []),
    ({"weekly_hours": Decimal(30), "schedule": "sliding", "is_part_time": True}, []),
    ({"shift_end": None}, ["shift_end"]),
    ({"shift_start": None}, ["shift_start"]),
    ({"shift_start": None, "shift_end": None}, []),
    ({"shift_end": time(17)}, ["shift_end"]),
    ({"shift_start": time(14), "shift_end": time(23)}, ["has_night_work"]),
    ({"shift_start": time(20), "shift_end": time(8)}, ["has_night_work"]),
    ({"shift_start": time(20), "shift_end": time(8), "has_night_work": True}, []),
    ({"shift_start": time(13), "shift_end": time(22)}, []),
    ({"hourly_rate": Decimal("249.99")}, ["hourly_rate"]),
    ({"hourly_rate": Decimal("250")}, []),
    ({"hourly_rate": Decimal("330.01")}, ["hourly_rate"]),
    ({"holiday_reward_amount": Decimal(500)}, ["holiday_reward_amount"]),
]


@pytest.mark.parametrize(("values", "fields"), EMPLOYMENTS)
def test_it_judges_an_employment(values, fields):
    employment = factories.make_employment(**values)
    assert [problem.field for problem in employment_problems(employment)] == fields


def test_it_keeps_employers_apart():
    employment = factories.make_employment(
        site=factories.make_site(), signatory=factories.make_signatory()
    )
    problems = employment_problems(employment)
    assert [problem.field for problem in problems] == ["site", "signatory"]


def test_it_keeps_job_descriptions_to_their_position():
    other = factories.make_edition(position=factories.make_position(title="Диспетчер"))
    problems = employment_problems(factories.make_employment(job_description=other))
    assert [problem.field for problem in problems] == ["job_description"]


def test_it_says_what_to_do():
    problems = employment_problems(factories.make_employment(hourly_rate=Decimal(600)))
    assert str(problems[0]) == (
        "Ставка 600 ₽ в час вне границ уровня «оператор»: от 250 до 330 ₽. "
        "Исправьте ставку, выберите другой уровень или измените границы уровня."
    )
