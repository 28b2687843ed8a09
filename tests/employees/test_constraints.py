"""What the database itself refuses, whoever writes to it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests import factories
from tests.factories import (
    make_acquaintance,
    make_edition,
    make_employer,
    make_employment,
    make_local_act,
    make_operator,
    make_signatory,
    make_site,
    make_tier,
)

pytestmark = pytest.mark.django_db

CHECKS = [
    ("employer_inn_length", make_employer, {"inn": "123456789012"}),
    ("employer_ogrn_length", make_employer, {"ogrn": "12345"}),
    ("employer_kpp_by_kind", make_employer, {"kpp": ""}),
    ("employer_pay_days_in_month", make_employer, {"advance_day": 32}),
    ("employer_secrecy_order_whole", make_employer, {"secrecy_order_number": ""}),
    ("signatory_authority_dated", make_signatory, {"authority": "order"}),
    (
        "signatory_validity_ordered",
        make_signatory,
        {"valid_from": date(2026, 2, 1), "valid_until": date(2026, 1, 1)},
    ),
    ("site_coefficient_from_one", make_site, {"district_coefficient": Decimal("0.9")}),
    ("site_class_has_card", make_site, {"conditions_card_number": ""}),
    ("operator_named", make_operator, {"surname": ""}),
    ("operator_gender", make_operator, {"gender": "x", "name_forms": {}}),
    ("operator_snils_format", make_operator, {"snils": "11223344595"}),
    ("operator_inn_format", make_operator, {"inn": "1"}),
    ("employment_term_whole", make_employment, {"term": "fixed"}),
    ("employment_term_whole", make_employment, {"end_date": date(2027, 1, 1)}),
    ("employment_probation_after_start", make_employment, {"probation_until": date(2026, 1, 1)}),
    ("employment_remote_has_locality", make_employment, {"work_mode": "remote"}),
    (
        "employment_temporary_remote_dated",
        make_employment,
        {"remote_temporary": True, "remote_until": None},
    ),
    ("employment_hybrid_has_rule", make_employment, {"hybrid": True, "alternation": ""}),
    (
        "employment_own_equipment_compensated",
        make_employment,
        {"remote": True, "compensation_per_day": None},
    ),
    ("employment_accounting_period", make_employment, {"has_summed_accounting": True}),
    ("employment_rate_positive", make_employment, {"hourly_rate": Decimal(0)}),
    ("employment_weekly_hours", make_employment, {"weekly_hours": Decimal(41)}),
    ("employment_shift_hours", make_employment, {"shift_hours": Decimal(0)}),
    ("employment_holiday_reward_amount", make_employment, {"holiday_reward": "amount"}),
    (
        "employment_ends_after_start",
        make_employment,
        {"fixed_term": True, "end_date": date(2026, 11, 1)},
    ),
    ("acquaintance_of_one_thing", make_acquaintance, {"job_description": None}),
    ("tier_rate_min_positive", make_tier, {"code": "new", "rank": 9, "rate_min": Decimal(0)}),
    ("tier_rate_range_ordered", make_tier, {"code": "new", "rank": 9, "rate_max": Decimal(1)}),
    ("position_named", factories.make_position, {"title": "", "title_forms": {}}),
    ("edition_superseded_after_approval", make_edition, {"superseded_on": date(2025, 1, 1)}),
]


@pytest.mark.parametrize(("name", "make", "values"), CHECKS)
def test_it_refuses_nonsense(name, make, values):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make(**{"title": "особый"} | values if make is make_tier else values)


UNIQUE = [
    (make_operator, {"personnel_number": "77"}),
    (make_operator, {"snils": "112-233-445 95"}),
    (make_operator, {"inn": "500100732259"}),
    (make_operator, {"identity_series": "4518", "identity_number": "000777"}),
    (make_employer, {"inn": "7707083893"}),
    (make_employer, {"ogrn": "1027700132195"}),
]


@pytest.mark.parametrize(("make", "values"), UNIQUE)
def test_it_refuses_the_same_twice(make, values):
    make(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**values)


def test_it_refuses_a_second_main_job_with_one_employer():
    first = make_employment()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_employment(operator=first.operator, employer=first.employer)


def test_it_allows_a_job_after_an_ended_one():
    first = make_employment(status="ended")
    make_employment(operator=first.operator, employer=first.employer)


def test_it_refuses_two_default_signatories():
    first = make_signatory(is_default=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_signatory(employer=first.employer, is_default=True)


def test_it_refuses_two_sites_and_two_acts_of_one_name():
    site, act = make_site(), make_local_act()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_site(employer=site.employer, name=site.name)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_local_act(employer=act.employer, title=act.title)


def test_it_refuses_two_editions_in_force():
    first = make_edition()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_edition(position=first.position, tier=first.tier, edition=2)


def test_operators_without_snils_do_not_collide():
    make_operator(snils="", inn="")
    make_operator(snils="", inn="")
