"""A dozen people whose contracts are against the law, each by one fault that has a name."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from employees.models import Employment
from tests.factories import make_employment

Maker = Callable[[], Employment]

PATENT = {
    "operator__citizenship": "UZ",
    "operator__identity_document": "foreign_passport",
    "operator__identity_series": "",
    "operator__foreign_status": "temporary_stay",
    "operator__permit": "patent",
    "operator__permit_series": "58",
    "operator__permit_number": "2600001",
    "operator__permit_issued_by": "УМВД России по Пензенской области",
    "operator__permit_issued_on": date(2026, 10, 1),
    "operator__permit_valid_until": date(2027, 9, 30),
    "operator__permit_region": "Пензенская область",
    "operator__insurance_policy": "№ 77 от 01.10.2026",
}

FAULTY: dict[str, Maker] = {
    "TK133-MROT-HOUR": lambda: make_employment(
        hourly_rate=Decimal("120.00"), has_minimum_wage_top_up=False
    ),
    "TK70-MAX3": lambda: make_employment(probation_until=date(2027, 3, 31)),
    "TK70-LT2M": lambda: make_employment(
        term="fixed",
        end_date=date(2027, 1, 15),
        fixed_term_ground="temporary_work",
        fixed_term_reason="временными работами",
        probation_until=date(2026, 12, 10),
    ),
    "TK136-15": lambda: make_employment(employer__advance_day=5, employer__final_day=20),
    "TK115-LEAVE": lambda: make_employment(leave_days=24),
    "TK154-NIGHT": lambda: make_employment(has_night_work=True, night_percent=10),
    "TK108-BREAK": lambda: make_employment(break_minutes=15),
    "TK282-SECONDARY": lambda: make_employment(kind="secondary", weekly_hours=Decimal("30.0")),
    "TK312.1-TEMP6": lambda: make_employment(remote_temporary=True, remote_until=date(2027, 8, 31)),
    "FZ115-PATENT-REGION": lambda: make_employment(
        **PATENT | {"operator__permit_region": "Самарская область"}
    ),
    "FZ115-PERMIT-EXPIRED": lambda: make_employment(
        **PATENT | {"operator__permit_valid_until": date(2026, 11, 1)}
    ),
    "DATA-GENDER": lambda: make_employment(operator__patronymic="Вагиф оглы"),
    "TK320-NORTH36": lambda: make_employment(
        site__north="equated", site__district_coefficient=Decimal("1.20"), extra_leave_days=16
    ),
}
"""The rule that objects → how to make the person."""
