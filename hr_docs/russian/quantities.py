"""Counted things: the number, the number in words, and the unit in the form that it governs."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from hr_docs.russian.cases import Case, require_case
from hr_docs.russian.dictionary import Parse, form, is_from_dictionary, parses
from hr_docs.russian.numbers import (
    NumeralGender,
    governs_genitive,
    grouped,
    number_in_words,
    plural,
)
from hr_docs.russian.spelling import with_ending_of

# Beside a number «год» and «человек» borrow plural forms; the dictionary has годов and людей.
_COUNTED_PLURAL: dict[str, dict[Case, str]] = {
    "год": {"gent": "лет"},
    "человек": {
        "gent": "человек", "datv": "человекам", "ablt": "человеками", "loct": "человеках",
    },
}  # fmt: skip
_GENDERS: dict[str, NumeralGender] = {"masc": "m", "femn": "f", "neut": "n", "ms-f": "m"}


@dataclass(frozen=True, slots=True)
class Unit:
    """«календарный день отпуска»: adjectives, the noun that is counted, and what follows it."""

    adjectives: tuple[tuple[str, Parse], ...]
    noun: tuple[str, Parse]
    tail: tuple[str, ...]

    @property
    def gender(self) -> str:
        """The gender of the noun, as pymorphy calls it."""
        return str(self.noun[1].tag.gender)

    @property
    def animate(self) -> bool:
        """Whether persons are counted."""
        return "anim" in self.noun[1].tag

    @property
    def adjectival(self) -> bool:
        """Whether the noun declines like an adjective: рабочий, столовая."""
        return self.noun[1].normal_form.endswith(("ый", "ий", "ая")) and form(
            self.noun[1], "gent"
        ).endswith(("ого", "его", "ой", "ей"))


def quantity(n: int | Decimal, unit: str, *, case: Case = "nomn") -> str:
    """«3 месяца», «2 рабочих дня», «0,5 ставки»: figures and the unit (a nominative singular).

    A fraction governs the genitive singular whatever the case. ValueError for a negative number
    or a unit that is no countable noun, TypeError for a float.
    """
    whole = _whole(n)
    return f"{_figures(n)} {counted(unit, whole, case=case)}"


def quantity_in_words(n: int | Decimal, unit: str, *, case: Case = "nomn") -> str:
    """«3 (три) месяца», gent «3 (трёх) месяцев»; a fraction has no words: «0,5 ставки»."""
    whole = _whole(n)
    if whole is None:
        return quantity(n, unit, case=case)
    parsed = _parsed(unit)
    words = number_in_words(
        whole, case=case, gender=_GENDERS[parsed.gender], animate=parsed.animate
    )
    return f"{_figures(n)} ({words}) {counted(unit, whole, case=case)}"


@lru_cache(maxsize=1024)
def counted(unit: str, n: int | None, *, case: Case = "nomn") -> str:
    """The unit alone, as it stands beside the whole number `n`; None stands for a fraction."""
    require_case(case)
    parsed = _parsed(unit)
    adjective_slot, noun_slot = _government(n, case, parsed)
    adjectives = [
        with_ending_of(_adjective_form(parse, adjective_slot, parsed), word)
        for word, parse in parsed.adjectives
    ]
    word, noun = parsed.noun
    return " ".join([*adjectives, with_ending_of(_noun_form(noun, noun_slot), word), *parsed.tail])


Slot = tuple[Case, Literal["sing", "plur"]]


def _government(n: int | None, case: Case, unit: Unit) -> tuple[Slot, Slot]:
    """The case and number of the adjectives and of the noun («Русская грамматика», § 1365 ff.)."""
    if n is None:
        return ("gent", "sing"), ("gent", "sing")
    if governs_genitive(n):
        return ("gent", "plur"), ("gent", "plur")
    amount = plural(n, "one", "few", "many")
    if amount == "one":
        return (case, "sing"), (case, "sing")
    if case not in ("nomn", "accs"):
        return (case, "plur"), (case, "plur")
    two_to_four_persons = case == "accs" and unit.animate and n < 5
    if amount == "many" or two_to_four_persons:
        return ("gent", "plur"), ("gent", "plur")
    # две рабочие смены, but два рабочих дня; nouns of adjectival form follow: два рабочих
    like_adjective: Slot = ("nomn" if unit.gender == "femn" else "gent", "plur")
    return like_adjective, like_adjective if unit.adjectival else ("gent", "sing")


def _noun_form(noun: Parse, slot: Slot) -> str:
    case, number = slot
    borrowed = _COUNTED_PLURAL.get(noun.word, {}) if number == "plur" else {}
    return borrowed.get(case) or form(noun, case, number)


def _adjective_form(adjective: Parse, slot: Slot, unit: Unit) -> str:
    case, number = slot
    if number == "plur":
        return form(adjective, case, number)
    if case == "accs" and unit.gender != "femn":
        case = "gent" if unit.animate else "nomn"
    return form(adjective, case, number)


@lru_cache(maxsize=1024)
def _parsed(unit: str) -> Unit:
    words = unit.split()
    adjectives: list[tuple[str, Parse]] = []
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        adjective, noun = _reading(word, "ADJF"), _reading(word, "NOUN")
        if adjective and (_reading(after, "ADJF") or _reading(after, "NOUN")):
            adjectives.append((word, adjective))  # «рабочий» of «рабочий день»
        elif noun:
            return Unit(tuple(adjectives), (word, noun), tuple(words[place + 1 :]))
        else:
            break
    raise ValueError(f"«{unit}» is not a countable noun in the nominative singular")


def _reading(word: str, kind: str) -> Parse | None:
    return next(
        (
            parse
            for parse in parses(word.lower())
            if is_from_dictionary(parse) and {kind, "nomn", "sing"} in parse.tag
        ),
        None,
    )


def _whole(n: int | Decimal) -> int | None:
    """`n` as a whole number, None for a fraction."""
    if not isinstance(n, int | Decimal) or isinstance(n, bool):
        raise TypeError(f"a quantity is an int or a Decimal, not {type(n).__name__}")
    if isinstance(n, Decimal) and not n.is_finite():
        raise ValueError("a quantity must be finite")
    if n < 0:
        raise ValueError("a quantity must not be negative")
    return int(n) if n == int(n) else None


def _figures(n: int | Decimal) -> str:
    whole, _, fraction = f"{Decimal(n):f}".partition(".")
    fraction = fraction.rstrip("0")
    return grouped(int(whole)) + (f",{fraction}" if fraction else "")
