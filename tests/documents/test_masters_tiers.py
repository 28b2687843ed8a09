"""The job descriptions that ship: a tier is not told to turn to itself, or to what it may not have.

What stands here is read by an operator of any schedule and any employer, so that no tier speaks of
shifts only, or of a secrecy regime that the employer may not have.
"""

import pytest

from hr_docs.documents.context import example_facts
from job_descriptions.standard import TIER_CODES, standard_sections
from tests.documents.master_papers import DESCRIPTION, changed, paper

SENIOR = "Со старшим оператором смены"
NAMES = {
    "general": "общие_положения",
    "qualification": "требования",
    "duties": "обязанности",
    "indicators": "показатели",
    "rights": "права",
    "liability": "ответственность",
    "interaction": "взаимодействие",
    "revision": "пересмотр",
}


def description(tier):
    texts = standard_sections(tier_code=tier, position="Оператор", tier=tier)
    changes = {
        f"инструкция.{NAMES[section]}": [{"текст": text} for text in paragraphs]
        for section, paragraphs in texts.items()
    }
    return paper(DESCRIPTION, changed(example_facts(), changes))


@pytest.mark.parametrize(
    ("tier", "turns_to_senior"),
    [("trainee", True), ("operator", True), ("senior", False), ("mentor", False)],
)
def test_only_the_lower_tiers_turn_to_a_senior_operator(tier, turns_to_senior):
    assert (SENIOR in description(tier)) is turns_to_senior


@pytest.mark.parametrize("tier", TIER_CODES)
@pytest.mark.parametrize("words", ["коммерческой тайн", "вне смены", "до начала смены"])
def test_a_tier_does_not_speak_of_what_an_employer_may_lack(tier, words):
    assert words not in description(tier)


def test_a_senior_operator_replaces_the_head_only_by_consent_and_for_pay():
    assert "только со своего письменного согласия и с доплатой" in description("senior")


def test_the_acquaintance_sheet_asks_for_the_copy_in_a_column_of_its_own():
    sheet = description("operator").split("Лист ознакомления")[1]
    assert "и получил экземпляр" not in sheet
    assert "Экземпляр получен" in sheet
