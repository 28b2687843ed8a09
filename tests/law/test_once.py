"""A reader is told of a mistake once, though every rule that it breaks has a finding."""

import datetime as dt
from decimal import Decimal

import pytest

from hr_docs.law import load_reference, told_once
from hr_docs.law.once import SAID_BY
from tests.law.contracts import ON

MOSCOW = {"start_date": ON, "region": "Москва"}


def rules(findings):
    return {finding.rule for finding in findings}


def hourly(rate):
    return {"type": "hourly", "rate_hour": rate}


@pytest.mark.parametrize(
    ("facts", "broken", "told"),
    [
        (
            {"pay": hourly(140), "contract": MOSCOW},
            {
                "TK133-MROT-HOUR",
                "TK133.1-REGION",
                "TK133-MROT-SHORT-MONTH",
                "TK133.1-SHORT-MONTH",
            },
            {"TK133.1-REGION"},
        ),
        (
            {"pay": hourly(150), "contract": {"start_date": ON}},
            {"TK133-MROT-HOUR", "TK133-MROT-SHORT-MONTH"},
            {"TK133-MROT-HOUR"},
        ),
        (
            {"pay": hourly(250), "contract": MOSCOW},
            {"TK133.1-SHORT-MONTH"},
            {"TK133.1-SHORT-MONTH"},
        ),
        (
            {"time": {"mode": "part_time"}, "leave": {"annual_days": 14}},
            {"TK93-PART", "TK115-LEAVE"},
            {"TK93-PART"},
        ),
        (
            {
                "employee": {"citizenship": "UZ"},
                "contract": {"term": "fixed", "fixed_reason": "patent_term"},
            },
            {"TK59-REASON-LIST", "TK327.1-FIXED"},
            {"TK327.1-FIXED"},
        ),
        (
            {"contract": {"date": dt.date(2026, 12, 14), "start_date": dt.date(2026, 12, 1)}},
            {"TK67-3DAYS", "TK61-DATE-ORDER"},
            {"TK67-3DAYS"},
        ),
    ],
)
def test_the_graver_finding_speaks_for_the_others(facts, broken, told, check):
    concerned = broken | set(SAID_BY)
    found = check(facts)
    assert rules(found) & concerned == broken
    assert rules(told_once(found)) & concerned == told


def test_a_regional_minimum_that_the_federal_one_has_outgrown_binds_nobody(fires):
    entered = load_reference().with_figure(
        amount=Decimal(20000), since=ON, region="Тверская область", source="акт", author="Ли А. Б."
    )
    facts = {"pay": hourly(100), "contract": {"start_date": ON, "region": "Тверская область"}}
    assert fires("TK133-MROT-HOUR", facts, reference=entered)
    assert not fires("TK133.1-REGION", facts, reference=entered)
