"""Declined forms in the spelling of the word they come from: its capitals and its е or ё."""

import re
import unicodedata

VOWELS = "аеёиоуыэюя"
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff][\u0400-\u04ff'’ʼ`]*")


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.split())


def tidy(text: str) -> str:
    """`text` without outer blanks and with й, ё as one character each (a Mac types them as two)."""
    if not isinstance(text, str):
        raise TypeError(f"a text is expected, not {type(text).__name__}")
    return unicodedata.normalize("NFC", text).strip()


def is_cyrillic(word: str) -> bool:
    """Whether `word` has only Cyrillic letters (apostrophes allowed: О'Коннор)."""
    return _CYRILLIC_WORD.fullmatch(word) is not None


def syllables(word: str) -> int:
    """How many vowels a lower-case word has."""
    return sum(letter in VOWELS for letter in word)


def with_ending_of(form: str, word: str) -> str:
    """`word` turned into its lower-case declined `form`, respelling nothing the two share.

    A dictionary knows «королёвым»; a passport that says «Королев» gets «Королевым». A change of ё
    into е inside the stem is grammar (Пётр, Петра) and is made.
    """
    shared = 0
    for ours, theirs in zip(word.lower(), form, strict=False):
        if ours != theirs and (ours, theirs) != ("е", "ё"):
            break
        shared += 1
    capitals = len(word) > 1 and word.isupper()
    ending = "".join(
        letter.upper() if capitals or word[place : place + 1].isupper() else letter
        for place, letter in enumerate(form[shared:], start=shared)
    )
    return word[:shared] + ending
