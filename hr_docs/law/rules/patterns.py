"""Pieces of the patterns that read a document: sentences come in lower case, е for ё."""

import re


def gap(most: int) -> str:
    """Between two words: up to `most` others, shortest first."""
    return rf"(?:\W+\w+){{0,{most}}}?\W+"


def near(one: str, other: str, most: int) -> str:
    """Two words in either order with at most so many others between."""
    return rf"(?:{one}{gap(most)}{other}|{other}{gap(most)}{one})"


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern of alternatives, each of which begins at a word's beginning."""
    return re.compile("|".join(rf"\b(?:{alternative})" for alternative in alternatives))


WORKER = r"(?:работни[кц]|сотрудни[кц]|оператор|стажер)\w*"
EMPLOYER = r"работодател\w*"
WAGE = r"(?:заработн\w+\W+плат|зарплат|заработ[ок]|оплат\w+\W+труда|вознагражден)\w*"
SUM = (
    r"(?:[0-9][0-9 ]*(?:[.,][0-9]+)?\W*(?:\(\w+(?:\W\w+){0,3}\)\W*)?"
    r"(?:руб|₽|р\b|коп|тыс|%|процент)\w*|"
    r"(?:сто|двест|трист|пятьсот|тысяч)\w*\W+(?:руб)?\w*)"
)
"""An amount of money or a share, in digits or in the words that clauses use."""
NUMBER_WORDS = {
    "один": 1,
    "одна": 1,
    "одного": 1,
    "два": 2,
    "две": 2,
    "двух": 2,
    "три": 3,
    "трех": 3,
    "четыре": 4,
    "четырех": 4,
    "пять": 5,
    "пяти": 5,
    "шесть": 6,
    "шести": 6,
    "семь": 7,
    "семи": 7,
    "восемь": 8,
    "девять": 9,
    "десять": 10,
    "двенадцать": 12,
    "двенадцати": 12,
    "четырнадцать": 14,
    "четырнадцати": 14,
    "пятнадцать": 15,
    "шестнадцать": 16,
    "восемнадцать": 18,
    "двадцать": 20,
    "двадцати": 20,
    "двадцать один": 21,
    "двадцать два": 22,
    "двадцать три": 23,
    "двадцать четыре": 24,
    "двадцать пять": 25,
    "двадцать шесть": 26,
    "двадцать семь": 27,
    "двадцать восемь": 28,
    "тридцать": 30,
    "тридцати": 30,
}
NUMBER = r"(?:[0-9]{1,4}|" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r")\b"
"""A number in digits or, where contracts write it so, in words."""


def number_of(text: str) -> int:
    """What `NUMBER` matched."""
    return int(text) if text.isdigit() else NUMBER_WORDS[text]
