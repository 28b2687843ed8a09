"""The job descriptions that ship with the product."""

import itertools
import re

import pytest

from job_descriptions.models import ExperienceTier, JobDescriptionEdition
from job_descriptions.standard import TIER_CODES, standard_sections


def text_of(tier_code, **words):
    words = {"position": "Оператор контакт-центра", "tier": "оператор", **words}
    return standard_sections(tier_code=tier_code, **words)


@pytest.mark.parametrize("tier_code", TIER_CODES)
def test_it_has_all_eight_sections(tier_code):
    sections = text_of(tier_code)
    assert list(sections) == JobDescriptionEdition.Section.values
    assert all(len(paragraphs) >= 4 for paragraphs in sections.values())


@pytest.mark.parametrize("tier_code", TIER_CODES)
def test_it_can_be_printed_as_it_is(tier_code):
    for paragraphs in text_of(tier_code).values():
        for paragraph in paragraphs:
            assert re.search(r"[.]$", paragraph)
            assert not re.search(r"[{}$\[\]]|\s\s|\n", paragraph)


@pytest.mark.parametrize("tier_code", TIER_CODES)
def test_no_paragraph_stands_twice(tier_code):
    paragraphs = [each for section in text_of(tier_code).values() for each in section]
    assert len(paragraphs) == len(set(paragraphs))


@pytest.mark.parametrize("tier_code", TIER_CODES)
def test_it_threatens_with_no_fines(tier_code):
    liability = " ".join(text_of(tier_code)["liability"])
    assert "Денежные штрафы к Работнику не применяются" in liability


def test_a_senior_operator_has_the_duties_of_an_operator_first():
    operator, senior = text_of("operator")["duties"], text_of("senior")["duties"]
    assert senior[: len(operator)] == operator
    assert len(senior) > len(operator)


def test_it_names_position_tier_and_superior():
    general = text_of("mentor", tier="оператор-наставник", superior="директор по сервису")
    assert (
        "«Оператор контакт-центра», уровень опыта — «оператор-наставник»" in general["general"][0]
    )
    assert any("руководитель Работника — директор по сервису." in p for p in general["general"])


def test_a_tier_of_ones_own_has_no_standard_text():
    with pytest.raises(KeyError):
        text_of("guru")


@pytest.mark.django_db
def test_the_four_tiers_are_seeded_in_order():
    tiers = list(ExperienceTier.objects.all())
    assert [tier.code for tier in tiers] == list(TIER_CODES)
    assert [tier.rank for tier in tiers] == [1, 2, 3, 4]
    assert all(low.rate_min < high.rate_min for low, high in itertools.pairwise(tiers))


@pytest.mark.django_db
def test_no_rate_lies_under_the_minimum_wage_in_its_shortest_month():
    lowest = ExperienceTier.objects.earliest("rank").rate_min
    assert lowest * 120 >= 27_093  # January 2026, ст. 133 ТК РФ
