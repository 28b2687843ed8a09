"""Titles, departments and organisations in cases.

From left to right, the adjectives that agree with the head and the head itself decline; what
depends on the head, what stands in quotes, abbreviations, Latin letters and digits stay. A second
head after a dash, a comma, «и» or an opening bracket declines if it is one.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Literal

from hr_docs.russian.cases import Case, require_case
from hr_docs.russian.phrase_persons import EmbeddedPerson, is_name_at, person_at
from hr_docs.russian.phrase_words import (
    ORGANISATION_FORMS,
    Reading,
    adjective,
    is_abbreviation,
    is_oblique,
    is_skipped,
    noun,
)
from hr_docs.russian.spelling import tidy

_TOKEN = re.compile(r"\s+|«.*»|\"[^\"]*\"?|[“„][^“”]*[“”]?|[(),;/]|[^\s(),;/«\"“„]+|.", re.DOTALL)

Link = Literal["start", "apposition", "dash", "list"]
_LINKS: dict[str, Link] = {
    **dict.fromkeys(("–", "—", "-"), "dash"),
    **dict.fromkeys(("и", "или", ",", "/", "("), "list"),
    "ИП": "apposition",
}
_TRADERS = ("предприниматель", "самозанятый", "самозанятая")


@dataclass(frozen=True, slots=True)
class Group:
    """A head with its adjectives: the place and reading of each word; `end` is past the head."""

    words: tuple[tuple[int, Reading], ...]
    head: Reading
    end: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What declines in a phrase: its pieces with blanks, and a function for some of them."""

    pieces: tuple[str, ...]
    declining: dict[int, Callable[[Case], str]]
    doubt: str | None


def decline_phrase(phrase: str, case: Case) -> str:
    """A title, department or organisation in a case; what does not decline stays as written.

    ValueError for an unknown case.
    """
    require_case(case)
    plan = plan_of(tidy(phrase))
    if case == "nomn":
        return "".join(plan.pieces)
    return "".join(
        plan.declining[place](case) if place in plan.declining else piece
        for place, piece in enumerate(plan.pieces)
    )


@lru_cache(maxsize=4096)
def plan_of(phrase: str) -> Plan:
    """How a tidy phrase declines, found once for all its cases."""
    pieces = tuple(_TOKEN.findall(phrase))
    places = [place for place, piece in enumerate(pieces) if not piece.isspace()]
    walk = _Walk(tuple(pieces[place] for place in places), all_capitals=phrase.isupper())
    walk.run()
    declining = {places[index]: decline for index, decline in walk.declining.items()}
    return Plan(pieces, declining, walk.doubt())


class _Walk:
    """One walk over the words of a phrase, from left to right, that finds those that decline."""

    def __init__(self, tokens: Sequence[str], *, all_capitals: bool) -> None:
        self.tokens = tokens
        self.all_capitals = all_capitals
        self.declining: dict[int, Callable[[Case], str]] = {}
        self.main: Reading | None = None
        self.trader = False
        self.has_unclear_person = False

    def run(self) -> None:
        """Walk from head to head."""
        place = 0
        link: Link | None = "start"
        while place < len(self.tokens):
            if person := self._person(place):
                self._take_person(place, person)
                place, link = place + len(person.words), None
            elif group := self._linked_group(place, link):
                self._take_group(group)
                place, link = group.end, "apposition"
            else:
                self.trader = self.tokens[place] == "ИП"
                place, link = place + 1, _LINKS.get(self.tokens[place])

    def doubt(self) -> str | None:
        """What makes the outcome doubtful, in Russian."""
        if self.has_unclear_person:
            return "не ясен пол человека, его имя не просклонено"
        if self.main:
            return None if self.main.known else "главного слова нет в словаре"
        first = self.tokens[0] if self.tokens else ""
        frozen_by_rule = not first.isalpha() or self._is_abbreviation(first) or is_skipped(first)
        return None if frozen_by_rule else "нет слова в именительном падеже"

    def _person(self, place: int) -> EmbeddedPerson | None:
        beside_person = self.main is not None and self.main.animate
        if not beside_person and "ИП" not in self.tokens[:place]:
            return None
        found = person_at(self.tokens, place, trader=self.trader)
        if found is None and is_name_at(self.tokens, place, trader=self.trader):
            self.has_unclear_person = True
        return found

    def _take_person(self, start: int, person: EmbeddedPerson) -> None:
        for offset in range(len(person.words)):
            self.declining[start + offset] = partial(_word_of, person, offset)
        self.trader = False

    def _take_group(self, group: Group) -> None:
        for place, reading in group.words:
            self.declining[place] = partial(_inflected, reading, group.head.animate)
        self.main = self.main or group.head
        self.trader = self.tokens[group.end - 1].lower() in _TRADERS

    def _linked_group(self, place: int, link: Link | None) -> Group | None:
        """The group that begins here, if after `link` it is a head of its own."""
        group = self._group(place) if link else None
        if not group or not self._number_fits(group):
            return None
        if link in ("start", "dash"):
            return group
        if not self.main:
            return group if link == "apposition" and self._is_apposition(group) else None
        if group.head.kind == "adjective":
            stands_alone = link == "list" and not is_oblique(*self.tokens[group.end - 1 :][:2])
            return group if stands_alone and group.head.agrees_with(self.main) else None
        if not self.main.animate:
            return None
        fits = _is_known_person(group) if link == "list" else self._is_apposition(group)
        return group if fits else None

    def _is_apposition(self, group: Group) -> bool:
        # «менеджер консультант», «ИП глава КФХ», but no surname: «директор Коваль А. П.»
        is_common = self.all_capitals or self.tokens[group.end - 1][0].islower()
        return _is_known_person(group) and len(group.words) == 1 and is_common

    def _number_fits(self, group: Group) -> bool:
        # «директора» is also a plural nominative; «врио директора», «зам. директора» mean another.
        is_plural = group.head.gender is None
        main_is_plural = self.main is not None and self.main.gender is None
        return not is_plural or main_is_plural or group.words[0][0] == 0

    def _group(self, place: int) -> Group | None:
        """Adjectives and the noun they agree with; or one adjective in place of a noun."""
        while place < len(self.tokens) and self._is_skipped(place):
            place += 1
        if place == len(self.tokens) or self._is_abbreviation(self.tokens[place]):
            return None
        modifier, head = adjective(self.tokens[place]), noun(self.tokens[place])
        is_trader = self.tokens[place].lower() in _TRADERS  # самозанятый Бек Артур Янович
        named = is_trader and is_name_at(self.tokens, place + 1, trader=True)
        rest = self._after_modifier(place + 1) if modifier and not named else None
        if modifier and rest and modifier.agrees_with(rest.head):
            return Group(((place, modifier), *rest.words), rest.head, rest.end)
        chosen = head or modifier
        return Group(((place, chosen),), chosen, place + 1) if chosen else None

    def _after_modifier(self, place: int) -> Group | None:
        if self.tokens[place : place + 3 : 2] == ("(", ")"):
            return self._after_brackets(place)
        if self.tokens[place : place + 1] in (("и",), (",",)):
            group = self._group(place + 1)
            return group if group and len(group.words) > 1 else None
        return self._group(place)

    def _after_brackets(self, place: int) -> Group | None:
        """«крестьянское (фермерское) хозяйство»: the adjective in brackets, and what follows."""
        bracketed, rest = adjective(self.tokens[place + 1]), self._group(place + 3)
        if not bracketed or not rest:
            return None
        return Group(((place + 1, bracketed), *rest.words), rest.head, rest.end)

    def _is_skipped(self, place: int) -> bool:
        token = self.tokens[place]
        return token not in ORGANISATION_FORMS and is_skipped(token)

    def _is_abbreviation(self, token: str) -> bool:
        return is_abbreviation(token, all_capitals=self.all_capitals)


def _is_known_person(group: Group) -> bool:
    return group.head.animate and group.head.known


def _word_of(person: EmbeddedPerson, offset: int, case: Case) -> str:
    return person.decline(case)[offset]


def _inflected(reading: Reading, animate: bool, case: Case) -> str:
    return reading.inflect(case, animate)
