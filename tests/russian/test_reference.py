"""The reference tables beside the checkout: how many rows come out right."""

import re

import pytest

from hr_docs.russian import decline_person, decline_phrase
from tests.russian.tables import rows

pytestmark = pytest.mark.shared


def declined(row):
    parts = {part: row[part] for part in ("surname", "name", "patronymic")}
    return decline_person(**parts, gender=row["gender"], case=row["case"])


def test_every_tricky_name_declines_as_expected(shared):
    wrong = [
        row
        for row in rows(shared / "russian" / "tricky_names.tsv")
        if str(declined(row)).split()
        != f"{row['expected_surname']} {row['expected_name']} {row['expected_patronymic']}".split()
    ]
    assert wrong == []


def test_every_variant_is_one_of_the_accepted(shared):
    for row in rows(shared / "russian" / "tricky_variants.tsv"):
        name = declined(row)
        assert name.surname in (row["expected_surname"], row["also_accepted_surname"])
        assert name.name in (row["expected_name"], row["also_accepted_name"])


@pytest.mark.parametrize("case", ["gent", "datv", "ablt"])
def test_every_title_declines_as_expected(shared, case):
    table = rows(shared / "russian" / "titles.tsv")
    wrong = [row for row in table if decline_phrase(row["nominative"], case) != row[case]]
    assert wrong == []


FEMININE = {
    "управляющая": "управляющую",
    "телефонистка": "телефонистку",
    "служба контроля качества": "службу контроля качества",
    "группа обработки входящих обращений": "группу обработки входящих обращений",
}
THINGS = re.compile(
    r"(?:отдел|департамент|(?:контакт-|call-)?центр|.*общество|ООО)\b", re.IGNORECASE
)


def test_the_accusative_of_titles_follows_animacy(shared):
    for row in rows(shared / "russian" / "titles.tsv"):
        title = row["nominative"]
        expected = title if THINGS.match(title) else FEMININE.get(title, row["gent"])
        assert decline_phrase(title, "accs") == expected
