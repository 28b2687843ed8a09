"""One word of a patronymic in cases."""

from hr_docs.russian import petrovich
from hr_docs.russian.cases import Gender
from hr_docs.russian.rules import MASCULINE, MASCULINE_SIBILANT, Paradigm, first_match, rule

# Stressed -ичо́м is for these; Ники́тичем, Ани́кичем, colloquial Ива́нычем.
_MALE = (
    rule(r"^(?:ильич|кузьмич|козьмич|лукич|фомич|фокич)$", MASCULINE),
    rule(r"[иы]ч$", MASCULINE_SIBILANT),
)


def decline_patronymic(word: str, gender: Gender) -> Paradigm:
    """The forms of one lower-case word of a patronymic."""
    found = first_match(_MALE, word) if gender == "m" else None
    return found.paradigm(word) if found else petrovich.paradigm(word, "patronymic", gender)
