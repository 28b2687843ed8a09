"""Russian for documents: names, titles and organisations in cases; money, numbers, dates in words.

Pure: no Django, no clock, no locale. Dictionaries load once for a process, when first needed.
"""

from hr_docs.russian.cases import OBLIQUE, Case, Gender
from hr_docs.russian.dates import date_in_quotes, date_in_words
from hr_docs.russian.genders import evident_gender, guess_gender, is_patronymic
from hr_docs.russian.initials import initials, initials_first
from hr_docs.russian.money import money_in_words
from hr_docs.russian.numbers import number_in_words, plural
from hr_docs.russian.persons import PersonName, decline_person
from hr_docs.russian.phrases import decline_phrase
from hr_docs.russian.proposals import Proposal, propose_person, propose_phrase
from hr_docs.russian.quantities import counted, quantity, quantity_in_words

__all__ = [
    "OBLIQUE",
    "Case",
    "Gender",
    "PersonName",
    "Proposal",
    "counted",
    "date_in_quotes",
    "date_in_words",
    "decline_person",
    "decline_phrase",
    "evident_gender",
    "guess_gender",
    "initials",
    "initials_first",
    "is_patronymic",
    "money_in_words",
    "number_in_words",
    "plural",
    "propose_person",
    "propose_phrase",
    "quantity",
    "quantity_in_words",
]
