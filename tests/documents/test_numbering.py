"""Numbers: the mask, and the counter behind it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from hr_docs.documents.issuing.numbering import format_number, take_number, validate_mask
from hr_docs.documents.models import NumberMask, WordMaster
from tests.factories import make_employer

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("mask", "text"),
    [
        ("{n:03}/{yyyy}-ТД", "015/2026-ТД"),
        ("{n}-{yy}", "15-26"),
        ("ТД-{yyyy}-{n:06}", "ТД-2026-000015"),
        ("{n:01}/{yyyy}", "15/2026"),
    ],
)
def test_it_fills_the_mask(mask, text):
    assert format_number(mask, 15, 2026) == text


@pytest.mark.parametrize(
    "mask", ["ТД", "{n}", "{yyyy}", "{n}/{year}", "{n}/{yyyy", "{n!r}/{yyyy}", "{n:3}/{yyyy}"]
)
def test_it_refuses_a_mask_that_repeats_numbers_or_has_unknown_fields(mask):
    with pytest.raises(ValidationError):
        validate_mask(mask)


@pytest.fixture
def contract(db):
    return WordMaster.objects.get(kind="employment_contract")


def test_it_counts_per_employer_kind_and_year(contract):
    employer, other = make_employer(), make_employer()
    undertaking = WordMaster.objects.get(kind="confidentiality_undertaking")

    def take(employer, master, day):
        return take_number(employer=employer, master=master, dated=day).text

    assert [take(employer, contract, DAY) for _ in range(2)] == ["001/2026-ТД", "002/2026-ТД"]
    assert take(other, contract, DAY) == "001/2026-ТД"
    assert take(employer, undertaking, DAY) == "001/2026-НР"
    assert take(employer, contract, date(2027, 1, 11)) == "001/2027-ТД"


def test_it_uses_the_employers_own_mask(contract):
    employer = make_employer()
    NumberMask.objects.create(employer=employer, master=contract, mask="ТД-{yyyy}/{n:04}")
    assert take_number(employer=employer, master=contract, dated=DAY).text == "ТД-2026/0001"


def test_it_gives_a_number_back_when_the_transaction_fails(contract):
    employer = make_employer()
    with pytest.raises(RuntimeError), transaction.atomic():
        take_number(employer=employer, master=contract, dated=DAY)
        raise RuntimeError
    assert take_number(employer=employer, master=contract, dated=DAY).sequence == 1
