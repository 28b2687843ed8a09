"""Names in cases: the table beside this file, and what holds for any name at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hr_docs.russian import OBLIQUE, PersonName, decline_person
from tests.russian.tables import HERE, rows

CYRILLIC_WORDS = st.text("абвгдежзийклмнопрстуфхцчшщьыэюя", min_size=2, max_size=12)
GENDERS = st.sampled_from(["m", "f"])
CASES = st.sampled_from(OBLIQUE)
PARTS = st.sampled_from(["surname", "name", "patronymic"])


def decline_part(text, part, gender, case):
    parts = {"surname": "", "name": "", "patronymic": ""} | {part: text}
    return getattr(decline_person(**parts, gender=gender, case=case), part)


@pytest.mark.parametrize(
    "row", rows(HERE / "names.tsv"), ids=lambda row: f"{row['part']} {row['gender']} {row['nomn']}"
)
def test_a_name_declines_in_all_cases(row):
    declined = {
        case: decline_part(row["nomn"], row["part"], row["gender"], case) for case in OBLIQUE
    }
    assert declined == {case: row[case] for case in OBLIQUE}


def test_the_three_parts_decline_together():
    name = decline_person(
        surname="Мельник", name="Любовь", patronymic="Ильинична", gender="f", case="ablt"
    )
    assert name == PersonName("Мельник", "Любовью", "Ильиничной")
    assert str(name) == "Мельник Любовью Ильиничной"


def test_the_nominative_is_the_name_itself():
    name = decline_person(surname=" Ли ", name="Лев", patronymic="", gender="m", case="nomn")
    assert name == PersonName("Ли", "Лев", "")


@pytest.mark.parametrize(
    ("given_name", "dative"),
    [
        (" Иванов ", "Иванову"),
        ("ИВАНОВ", "ИВАНОВУ"),
        ("Королев", "Королеву"),
        ("Королёв", "Королёву"),
        ("Костер", "Костру"),
        ("Иванов (Петров)", "Иванову (Петрову)"),
        ("ван дер Ваальс", "ван дер Ваальсу"),
        ("МакДональд", "МакДональду"),
        ("Smith", "Smith"),
        ("Cмирнов", "Cмирнов"),  # the first letter is Latin
        ("Йозефов".replace("Й", "И\u0306"), "Йозефову"),
        ("", ""),
    ],
)
def test_a_surname_keeps_its_spelling(given_name, dative):
    assert decline_part(given_name, "surname", "m", "datv") == dative


@given(CYRILLIC_WORDS, PARTS, GENDERS, CASES)
def test_capitals_change_nothing_but_capitals(word, part, gender, case):
    capitals = decline_part(word.upper(), part, gender, case)
    assert capitals.lower() == decline_part(word, part, gender, case)
    assert capitals.isupper()


@given(CYRILLIC_WORDS, CYRILLIC_WORDS, PARTS, GENDERS, CASES)
def test_hyphens_and_spaces_stay_where_they_are(first, second, part, gender, case):
    hyphened = decline_part(f"{first}-{second}", part, gender, case)
    spaced = decline_part(f"{first}  {second}", part, gender, case)
    assert hyphened.count("-") == 1
    assert spaced.count(" ") == 2


@given(CYRILLIC_WORDS, PARTS, GENDERS, CASES)
def test_a_stem_without_yo_never_gets_one(word, part, gender, case):
    stem = decline_part(word, part, gender, case)[: len(word) - 2]
    assert "ё" not in stem


@given(st.text("abcdefghijklmnopqrstuvwxyz' -0123456789.", max_size=15), PARTS, GENDERS, CASES)
def test_what_is_not_cyrillic_comes_back_as_it_is(text, part, gender, case):
    assert decline_part(text, part, gender, case) == text.strip()


def test_it_refuses_an_unknown_case():
    with pytest.raises(ValueError, match="unknown case 'genitive'"):
        decline_part("Иванов", "surname", "m", "genitive")


def test_it_refuses_an_unknown_gender():
    with pytest.raises(ValueError, match="unknown gender None"):
        decline_part("Иванов", "surname", None, "gent")
