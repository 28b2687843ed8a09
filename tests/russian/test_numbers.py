"""Numbers in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hr_docs.russian import OBLIQUE, number_in_words, plural


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "ноль"),
        (1, "один"),
        (11, "одиннадцать"),
        (21, "двадцать один"),
        (40, "сорок"),
        (119, "сто девятнадцать"),
        (1000, "одна тысяча"),
        (2002, "две тысячи два"),
        (5000, "пять тысяч"),
        (21_000, "двадцать одна тысяча"),
        (1_000_000, "один миллион"),
        (2_000_001, "два миллиона один"),
        (1_000_000_000, "один миллиард"),
        (11_000_000_000, "одиннадцать миллиардов"),
    ],
)
def test_a_number_in_words(n, words):
    assert number_in_words(n) == words


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("gent", "девятисот сорока одной тысячи двухсот пятидесяти двух"),
        ("datv", "девятистам сорока одной тысяче двумстам пятидесяти двум"),
        ("accs", "девятьсот сорок одну тысячу двести пятьдесят два"),
        ("ablt", "девятьюстами сорока одной тысячей двумястами пятьюдесятью двумя"),
        ("loct", "девятистах сорока одной тысяче двухстах пятидесяти двух"),
    ],
)
def test_a_number_declines_every_word(case, words):
    assert number_in_words(941_252, case=case) == words


@pytest.mark.parametrize(
    ("n", "options", "words"),
    [
        (21, {"gender": "f"}, "двадцать одна"),
        (2, {"gender": "f"}, "две"),
        (1, {"gender": "n"}, "одно"),
        (2, {"case": "accs"}, "два"),
        (2, {"case": "accs", "animate": True}, "двух"),
        (22, {"case": "accs", "animate": True}, "двадцать два"),
        (21, {"case": "accs", "animate": True}, "двадцать одного"),
        (1, {"case": "accs", "gender": "f"}, "одну"),
    ],
)
def test_a_number_agrees_with_its_noun(n, options, words):
    assert number_in_words(n, **options) == words


@given(st.integers(0, 999_999), st.sampled_from(OBLIQUE))
def test_every_case_has_as_many_words_as_the_nominative(n, case):
    assert number_in_words(n, case=case).count(" ") == number_in_words(n).count(" ")


@pytest.mark.parametrize("n", [2.0, "2", True, None])
def test_it_refuses_what_is_no_whole_number(n):
    with pytest.raises(TypeError, match="a whole number"):
        number_in_words(n)


@pytest.mark.parametrize("n", [-1, 10**12])
def test_it_refuses_a_number_out_of_range(n):
    with pytest.raises(ValueError, match="from 0 to"):
        number_in_words(n)


@pytest.mark.parametrize("case", ["g", "GENT", ""])
def test_it_refuses_an_unknown_case(case):
    with pytest.raises(ValueError, match="unknown case"):
        number_in_words(1, case=case)


@pytest.mark.parametrize(
    ("n", "form"),
    [(1, "час"), (2, "часа"), (4, "часа"), (5, "часов"), (11, "часов"), (14, "часов"),
     (21, "час"), (104, "часа"), (111, "часов"), (0, "часов")],
)  # fmt: skip
def test_plural_chooses_the_form(n, form):
    assert plural(n, "час", "часа", "часов") == form
