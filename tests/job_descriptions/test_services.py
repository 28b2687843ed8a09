"""Positions, tiers and editions: saving, approving, superseding."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from job_descriptions.models import ExperienceTier, JobDescriptionEdition, Position
from job_descriptions.services import (
    adopt_standard_edition,
    approve_edition,
    save_position,
    save_tier,
)
from tests.factories import SECTIONS, make_position, make_tier

pytestmark = pytest.mark.django_db

FIRST, SECOND = date(2026, 1, 12), date(2026, 6, 1)


def approve(position, tier, *, on=FIRST, number="ДИ-1", sections=SECTIONS):
    return approve_edition(
        position=position,
        tier=tier,
        number=number,
        approved_on=on,
        approved_by_position="Генеральный директор",
        approved_by_name="М. С. Орлова",
        sections=sections,
    )


def refusal(call, *args, **arguments):
    with pytest.raises(ValidationError) as caught:
        call(*args, **arguments)
    return caught.value.message_dict


def test_it_declines_title_and_department():
    position = save_position(position=Position(title=" старший  оператор", department="отдел"))
    assert position.title == "старший оператор"
    assert position.title_forms["ablt"]["value"] == "старшим оператором"
    assert position.department_forms["loct"]["value"] == "отделе"


def test_it_declines_a_new_title_and_keeps_the_department():
    position = save_position(position=Position(title="оператор", department="отдел"))
    position.title = "диспетчер"
    save_position(position=position, department_edits={"gent": "отдела продаж"})
    assert position.title_forms["gent"]["value"] == "диспетчера"
    assert position.department_forms["gent"]["origin"] == "edited"


def test_it_refuses_the_same_position_twice():
    make_position(title="оператор", department="отдел")
    assert refusal(save_position, position=Position(title="оператор", department="отдел"))


def test_it_refuses_a_range_upside_down():
    tier = make_tier()
    tier.rate_max = Decimal(1)
    assert list(refusal(save_tier, tier=tier)) == ["rate_max"]


def test_it_saves_a_tier():
    tier = make_tier()
    tier.rate_max = None
    assert save_tier(tier=tier).allows(Decimal(10_000))


def test_a_new_edition_supersedes_the_one_before():
    position, tier = make_position(), make_tier()
    first = approve(position, tier)
    second = approve(position, tier, on=SECOND)
    first.refresh_from_db()
    assert (first.edition, second.edition) == (1, 2)
    assert first.superseded_on == SECOND
    assert list(JobDescriptionEdition.objects.in_force(SECOND)) == [second]
    assert list(JobDescriptionEdition.objects.in_force(date(2026, 5, 31))) == [first]


def test_a_superseded_text_stays_as_it_was_approved():
    position, tier = make_position(), make_tier()
    first = approve(position, tier)
    approve(position, tier, on=SECOND, sections={**SECTIONS, "duties": ["Иное."]})
    first.refresh_from_db()
    assert first.sections == SECTIONS


def test_an_edition_cannot_be_older_than_the_one_it_replaces():
    position, tier = make_position(), make_tier()
    approve(position, tier, on=SECOND)
    assert list(refusal(approve, position, tier, on=FIRST)) == ["approved_on"]


def test_a_number_belongs_to_one_job_description():
    approve(make_position(), make_tier())
    other = make_position(title="диспетчер")
    assert list(refusal(approve, other, make_tier())) == ["number"]


@pytest.mark.parametrize(
    "sections",
    [{}, {**SECTIONS, "duties": []}, {**SECTIONS, "duties": ["  "]}, {**SECTIONS, "salary": ["х"]}],
)
def test_it_refuses_a_text_that_is_not_whole(sections):
    assert list(refusal(approve, make_position(), make_tier(), sections=sections)) == ["sections"]


def test_nothing_is_superseded_by_a_refused_text():
    position, tier = make_position(), make_tier()
    first = approve(position, tier)
    refusal(approve, position, tier, on=SECOND, sections={})
    first.refresh_from_db()
    assert first.superseded_on is None


@pytest.mark.parametrize("code", ["trainee", "operator", "senior", "mentor"])
def test_it_adopts_the_standard_text(code):
    edition = adopt_standard_edition(
        position=make_position(),
        tier=ExperienceTier.objects.get(code=code),
        number="ДИ-1",
        approved_on=FIRST,
        approved_by_position="Генеральный директор",
        approved_by_name="М. С. Орлова",
    )
    assert "руководитель Работника — руководитель смены." in " ".join(edition.sections["general"])


def test_it_has_no_standard_text_for_a_tier_of_ones_own():
    tier = make_tier(code="guru", rank=9, title="гуру")
    errors = refusal(
        adopt_standard_edition,
        position=make_position(),
        tier=tier,
        number="ДИ-9",
        approved_on=FIRST,
        approved_by_position="Генеральный директор",
        approved_by_name="М. С. Орлова",
    )
    assert "нет типового текста" in errors["tier"][0]
