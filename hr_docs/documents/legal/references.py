"""References to clauses: «пункт 5.3 договора» must lead to a clause that exists."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hr_docs.law.text import plain

_NUMBERS = r"\d{1,2}(?:\.\d{1,3})*(?:\s*(?:,|и|или|-)\s*\d{1,2}(?:\.\d{1,3})*)*"
_REFERENCE = re.compile(
    rf"\b(?P<what>(?:под)?пункт\w*|пп?\.|раздел\w*) ?(?P<numbers>{_NUMBERS})(?P<rest>.*)"
)
_OTHER_PAPER = re.compile(r" ?(?:№|от \d|об? |на |с |между |заключ|коллектив|оказан|подряд|аренд)")
_LAW = re.compile(
    r"стать|\bст\.|част[ьию]|\bч\.|кодекс|закон|фз\b|\bтк\b|постановл|приказ|правил|положени|"
    r"порядк|перечн|регламент|соглашени|приложени"
)
_ADJECTIVES = r"(?:(?:настоящ|трудов|должностн|данн)\w+ )*"
_SHORTEST = 6  # letters of a noun that names a paper
_ENDING = 3  # letters at most by which its cases differ: инструк-ция, инструк-циями


@dataclass(frozen=True, slots=True)
class Dangling:
    """A reference to a clause that the paper does not have."""

    quote: str
    number: str
    paper: str


def dangling_references(
    line: str, paper: str, clauses: Mapping[str, frozenset[str]]
) -> Iterator[Dangling]:
    """References of one line of `paper` to clauses that do not exist.

    `clauses` are the numbers of each paper of the pack by its title. What refers to a law, to
    another document, or to a document that cannot be told is left alone.
    """
    words = plain(line)
    for found in _each_reference(words):
        target = _target(found["rest"], paper, clauses, words)
        for number in re.findall(r"\d+(?:\.\d+)*", found["numbers"]) if target else ():
            if number not in clauses[target]:
                yield Dangling(f"{found['what']} {found['numbers']}", number, target)


def _each_reference(words: str) -> "Iterator[re.Match[str]]":
    """Every reference with all that stands after it."""
    found = _REFERENCE.search(words)
    while found:
        yield found
        found = _REFERENCE.search(words, found.start("rest"))


def _target(rest: str, paper: str, clauses: Mapping[str, frozenset[str]], words: str) -> str:
    """The title of the paper that is meant; empty when it is none of the pack."""
    if re.match(r" настоящ\w+", rest):
        return paper
    named = re.match(rf" {_ADJECTIVES}(?P<noun>[а-я]+)", rest)
    if named:
        return "" if _OTHER_PAPER.match(rest, named.end()) else _titled(named["noun"], clauses)
    is_alone = not rest or rest.startswith((".", ",", ";", ")"))
    return paper if is_alone and not _LAW.search(words) else ""


def _titled(noun: str, clauses: Mapping[str, frozenset[str]]) -> str:
    """The paper whose title has the noun, in whatever case it stands."""
    for title in clauses:
        for word in plain(title).split():
            stem = word[: max(_SHORTEST, len(word) - _ENDING)]
            if len(stem) >= _SHORTEST and noun.startswith(stem):
                return title
    return ""
