"""Titles, departments and organisations in cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hr_docs.russian import OBLIQUE, decline_phrase, propose_phrase
from tests.russian.tables import HERE, rows

TABLE = rows(HERE / "phrases.tsv")
TITLES = st.sampled_from([row["nomn"] for row in TABLE])


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["nomn"])
def test_a_phrase_declines_in_all_cases(row):
    declined = {case: decline_phrase(row["nomn"], case) for case in OBLIQUE}
    assert declined == {case: row[case] for case in OBLIQUE}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["nomn"])
def test_a_doubtful_head_is_flagged(row):
    assert propose_phrase(row["nomn"]).flagged == (row["flagged"] == "yes")


@pytest.mark.parametrize(
    ("phrase", "genitive"),
    [
        ("", ""),
        ("  оператор  ", "оператора"),
        ("старший\u00a0оператор", "старшего\u00a0оператора"),
        ("контролер", "контролера"),
        ("Старший Оператор", "Старшего Оператора"),
        ("оператор (1-я линия)", "оператора (1-я линия)"),
        ("оператор, 2 смена", "оператора, 2 смена"),
        ("начальник -", "начальника -"),
        ("старший (", "старшего ("),
        ("старший (по смене)", "старшего (по смене)"),
        ("старший (смены) оператор", "старшего (смены) оператор"),
        ("вторая (смена", "второй (смена"),
        ("отдел (экспертиза) качества", "отдела (экспертиза) качества"),
        ("ООО «Ромашка» и партнёр", "ООО «Ромашка» и партнёр"),
        ("младший и старший", "младшего и старшего"),
    ],
)
def test_a_phrase_keeps_its_blanks_case_and_marks(phrase, genitive):
    assert decline_phrase(phrase, "gent") == genitive


@given(TITLES)
def test_the_nominative_is_the_phrase_itself(phrase):
    assert decline_phrase(phrase, "nomn") == phrase


@given(st.text(max_size=40), st.sampled_from(OBLIQUE))
def test_any_text_declines_without_an_error(phrase, case):
    assert isinstance(decline_phrase(phrase, case), str)


def test_a_phrase_without_a_nominative_is_flagged():
    proposal = propose_phrase("оператора связи")
    assert proposal.forms["datv"] == "оператора связи"
    assert proposal.doubts == ("нет слова в именительном падеже",)


@pytest.mark.parametrize("case", ["prep", "GENT", ""])
def test_it_refuses_an_unknown_case(case):
    with pytest.raises(ValueError, match="unknown case"):
        decline_phrase("оператор", case)


def test_it_refuses_what_is_no_text():
    with pytest.raises(TypeError, match="a text is expected, not NoneType"):
        decline_phrase(None, "gent")  # type: ignore[arg-type]  # the mistake is the matter
