"""Declension rules: a pattern of a lower-case name, and what the five oblique cases add to it.

`endings` are in the notation of petrovich: for gent, datv, accs, ablt, loct in this order, a
hyphen for each letter that goes, then the letters that come; «.» leaves the word as it is.
"""

import re
from dataclasses import dataclass

from hr_docs.russian.cases import OBLIQUE, Case

FROZEN = ". . . . ."
MASCULINE = "а у а ом е"
MASCULINE_SIBILANT = "а у а ем е"
MASCULINE_SOFT = "-я -ю -я -ем -е"
ADJECTIVE_HARD = "--ого --ому --ого --ым --ом"
ADJECTIVE_SOFT_FEMININE = "--ей --ей --ую --ей --ей"
FEMININE = "-ы -е -у -ой -е"
FEMININE_SIBILANT = "-и -е -у -ей -е"


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The five oblique forms of one lower-case word.

    `contested` where the norm allows another way, so that the person has the last word.
    """

    forms: tuple[str, ...]
    contested: bool = False

    def form(self, case: Case) -> str:
        """The form of an oblique case."""
        return self.forms[OBLIQUE.index(case)]


@dataclass(frozen=True, slots=True)
class Rule:
    """How the names in which `pattern` is found decline."""

    pattern: re.Pattern[str]
    endings: str
    contested: bool = False

    def paradigm(self, word: str) -> Paradigm:
        """The forms of the lower-case `word`."""
        forms = tuple(_with_ending(word, ending) for ending in self.endings.split())
        return Paradigm(forms, self.contested)


def _with_ending(word: str, ending: str) -> str:
    if ending == ".":
        return word
    kept = len(word) - ending.count("-")
    return word[:kept] + ending.replace("-", "")


def rule(pattern: str, endings: str, *, contested: bool = False) -> Rule:
    """A rule from the text of a pattern."""
    return Rule(re.compile(pattern), endings, contested)


def first_match(rules: tuple[Rule, ...], word: str) -> Rule | None:
    """The first of `rules` whose pattern is found in `word`."""
    return next((each for each in rules if each.pattern.search(word)), None)
