"""The pymorphy3 dictionary: loaded once for a process, when it is first asked.

It rewrites ё, so it never writes a person's name. Names take from it one thing only, the pattern
of the common noun that a surname is (Воробей like «воробей»), and a second opinion.
"""

from functools import cache, lru_cache
from typing import Any

import pymorphy3

from hr_docs.russian.cases import OBLIQUE, Case

# A parse of pymorphy3, which is not typed: .word, .tag, .score, .inflect(), .methods_stack.
Parse = Any


@cache
def analyzer() -> Any:
    """The one analyzer of this process; loading takes about 0.15 s."""
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=8192)
def parses(word: str) -> tuple[Parse, ...]:
    """Every reading of `word`, the likeliest first; readings of unknown words are guesses."""
    return tuple(analyzer().parse(word))


def is_known(word: str) -> bool:
    """Whether the dictionary has this very word (е may stand for ё)."""
    return bool(analyzer().word_is_known(word.lower()))


def is_from_dictionary(parse: Parse) -> bool:
    """Whether a reading comes from the dictionary rather than from a guess by the ending."""
    return len(parse.methods_stack) == 1 and type(parse.methods_stack[0][0]).__name__ == (
        "DictionaryAnalyzer"
    )


@lru_cache(maxsize=8192)
def forms(parse: Parse, *grammemes: str) -> tuple[str, ...]:
    """The five oblique forms of a reading; a form that does not exist is the word itself."""
    return tuple(_inflected(parse, {case, *grammemes}) for case in OBLIQUE)


def form(parse: Parse, case: Case, *grammemes: str) -> str:
    """One form of a reading; one that does not exist is the word itself."""
    return _inflected(parse, {case, *grammemes})


def _inflected(parse: Parse, grammemes: set[str]) -> str:
    if "Supr" in parse.tag:
        return _inflected_superlative(parse, grammemes)
    inflected = parse.inflect(grammemes)
    return str(inflected.word if inflected else parse.word)


def _inflected_superlative(parse: Parse, grammemes: set[str]) -> str:
    # pymorphy makes «наихороших» of «лучшие»; the form that begins alike is the right one.
    wanted = grammemes | {each for each in (parse.tag.gender, parse.tag.number) if each}
    candidates = (str(each.word) for each in parse.lexeme if wanted | {"Supr"} in each.tag)
    return next(word for word in candidates if word[:3] == parse.word[:3])
