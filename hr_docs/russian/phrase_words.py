"""One word of a title, department or organisation: whether and how it can decline."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from hr_docs.russian.cases import Case
from hr_docs.russian.dictionary import Parse, form, is_from_dictionary, is_known, parses
from hr_docs.russian.rules import MASCULINE, MASCULINE_SIBILANT, Rule
from hr_docs.russian.spelling import is_cyrillic, with_ending_of, word_set

Inflect = Callable[[Case, bool], str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A word taken as a nominative noun or adjective.

    `gender` is pymorphy's, None in the plural. `inflect` takes a case and whether the head noun is
    animate, which decides the accusative (вижу оператора, вижу отдел). `known` is False where the
    dictionary guesses.
    """

    kind: Literal["noun", "adjective"]
    gender: str | None
    animate: bool
    known: bool
    inflect: Inflect

    def agrees_with(self, head: "Reading") -> bool:
        """Whether this adjective can stand before that head (or after it: лицо, ответственное)."""
        return self.gender == head.gender or (bool(self.gender) and head.gender == "ms-f")


# Abbreviated legal forms: what follows them is a name.
ORGANISATION_FORMS = word_set(
    "ООО ОАО ЗАО ПАО АО НАО ОсОО ОСОО ТОО АНО АНОО НКО НОУ ЧОУ ЧОО ЧОП ИП КФХ ТСЖ СНТ ГСК СПК "
    "ФГУП ГУП МУП ФГБУ ФГКУ ФКУ ФГАУ ГБУ ГКУ ГАУ МБУ МКУ МАУ ФГБОУ ФГАОУ ГБОУ МБОУ МАОУ "
    "ГБУЗ"
)
# Abbreviations and short words before the head that it does not depend on: ИТ специалист.
_SKIPPED = word_set("ИТ ИБ ИКТ ВИП ЭДО ПО врио врид вриод")

# First parts of hyphenated words that are nouns for persons and yet never decline there.
_FROZEN_FIRST = word_set(
    "шеф генерал премьер вице экс босс топ обер лид тим сеньор джуниор мидл скрам клиент гость "
    "бот робот партнёр партнер яндекс бренд"
)
# First parts that are no persons and decline all the same: школы-студии, магазина-склада.
_DECLINING_FIRST = word_set(
    "школа студия магазин склад салон музей клуб цех отдел группа участок машина"
)
# Persons whom the dictionary has as things only.
_PERSONS = word_set("модератор медиатор тимлид лид сейлз эйчар ментор фасилитатор")
# Words that the dictionary would decline and usage does not.
_INDECLINABLE = word_set("хостес сейлз ресепшн ресепшен")

_ABBREVIATED = re.compile(r"([А-ЯЁа-яё-]+)(-[А-ЯЁ]{2,})")
_ORDINAL = re.compile(r"([0-9]+-)(й|ый|ий|ой|я|ая|е|ое)")
_ORDINAL_FORMS: dict[str, tuple[str, tuple[str, str, str, str, str]]] = {
    "й": ("masc", ("го", "му", "й", "м", "м")),
    "я": ("femn", ("й", "й", "ю", "й", "й")),
    "е": ("neut", ("го", "му", "е", "м", "м")),
}


def is_abbreviation(token: str, *, all_capitals: bool) -> bool:
    """Whether `token` is one, in a phrase that may be written in capitals throughout."""
    if token in ORGANISATION_FORMS:
        return True
    return len(token) > 1 and token.isupper() and not (all_capitals and is_known(token))


def is_skipped(token: str) -> bool:
    """Whether the head may still follow: Latin words, numbers, «ст.», «временно»."""
    if token in _SKIPPED or token.lower() in _SKIPPED or token.endswith("."):
        return True
    if not re.search(r"[а-яё]", token, re.IGNORECASE):
        return not re.search(r"[«\"“„,/()–—]", token)
    return all(parse.tag.POS in ("ADVB", "ADJS") for parse in parses(token.lower()))


def is_oblique(token: str, following: str = "") -> bool:
    """Whether two words agree in an oblique case: «второй линии», though «второй» may be a man."""
    adjectives = [parse.tag for parse in parses(token.lower()) if parse.tag.POS == "ADJF"]
    nouns = [parse.tag for parse in parses(following.lower()) if parse.tag.POS == "NOUN"]
    return any(
        (one.case, one.number) == (other.case, other.number)
        and one.gender in (None, other.gender)
        and one.case != "nomn"
        for one in adjectives
        for other in nouns
    )


@lru_cache(maxsize=4096)
def noun(token: str) -> Reading | None:
    """`token` as a nominative noun; of several readings a person rather than a thing."""
    if (abbreviated := _ABBREVIATED.fullmatch(token)) and not token.isupper():
        return _before_abbreviation(*abbreviated.groups())
    *_, last = token.lower().split("-")
    if last in _INDECLINABLE:
        return Reading("noun", "masc", True, True, lambda _case, _animate: token)
    candidates = [parse for parse in parses(last) if _is_nominative(parse, "NOUN")]
    if not is_cyrillic(last):
        return None
    if not candidates:
        return _unheard_of(token)
    parse = min(candidates, key=_rank)
    animate = "anim" in parse.tag or last in _PERSONS
    return Reading(
        kind="noun",
        gender=_gender(parse),
        animate=animate,
        known=is_from_dictionary(parse) or last in _PERSONS,
        inflect=lambda case, _animate: _inflect_noun(token, parse, case, animate),
    )


@lru_cache(maxsize=4096)
def adjective(token: str) -> Reading | None:
    """`token` as a nominative adjective, participle or ordinal («старший», «1-я»)."""
    if ordinal := _ORDINAL.fullmatch(token):
        return _ordinal(*ordinal.groups())
    *_, last = token.lower().split("-")
    candidates = [parse for parse in parses(last) if _is_nominative(parse, "ADJF", "PRTF")]
    if not candidates or not is_cyrillic(last):
        return None
    parse = min(candidates, key=_rank)
    written = token[-len(last) :]
    lead = token[: -len(last)]
    gender = _gender(parse)
    return Reading(
        kind="adjective",
        gender=gender,
        animate=gender != "neut",
        known=is_from_dictionary(parse),
        inflect=lambda case, animate: (
            lead + with_ending_of(_adjective_form(parse, case, animate), written)
        ),
    )


def _before_abbreviation(word: str, abbreviation: str) -> Reading | None:
    """«контролёр-ОТК»: the word before the abbreviation declines."""
    reading = noun(word)
    if reading is None:
        return None
    return replace(
        reading, inflect=lambda case, animate: reading.inflect(case, animate) + abbreviation
    )


def _unheard_of(token: str) -> Reading | None:
    """A new word in a consonant that the dictionary takes for no noun (коуч): a man's title."""
    if is_known(token) or not re.search(r"[бвгджзклмнпрстфхцчшщ]$", token, re.IGNORECASE):
        return None
    endings = MASCULINE_SIBILANT if token[-1].lower() in "жцчшщ" else MASCULINE
    paradigm = Rule(re.compile(""), endings).paradigm(token.lower())
    return Reading(
        kind="noun",
        gender="masc",
        animate=True,
        known=False,
        inflect=lambda case, _animate: with_ending_of(paradigm.form(case), token),
    )


def _is_nominative(parse: Parse, *kinds: str) -> bool:
    tag = parse.tag
    is_name = any(grammeme in tag for grammeme in ("Surn", "Name", "Patr", "Abbr"))
    return tag.POS in kinds and tag.case == "nomn" and not is_name


def _gender(parse: Parse) -> str | None:
    # pymorphy's own values refuse to be compared with any other text.
    if parse.tag.number == "plur":
        return None
    return "ms-f" if "ms-f" in parse.tag else str(parse.tag.gender)


def _rank(parse: Parse) -> tuple[bool, bool, bool]:
    return (not is_from_dictionary(parse), parse.tag.number == "plur", "anim" not in parse.tag)


def _inflect_noun(token: str, parse: Parse, case: Case, animate: bool) -> str:
    parts = token.split("-")
    parts[-1] = with_ending_of(_noun_form(parse, case, animate), parts[-1])
    for place, part in enumerate(parts[:-1]):
        if first := _first_part(part.lower(), parse.tag.number):
            is_animate = "anim" in first.tag
            parts[place] = with_ending_of(_noun_form(first, case, is_animate), part)
    return "-".join(parts)


def _first_part(part: str, number: str) -> Parse | None:
    """The reading in which the first part of a hyphenated noun declines: a person, as a rule."""
    if part in _FROZEN_FIRST or not is_cyrillic(part):
        return None
    return next(
        (
            parse
            for parse in parses(part)
            if _is_nominative(parse, "NOUN")
            and is_from_dictionary(parse)
            and parse.tag.number == number
            and ("anim" in parse.tag or part in _DECLINING_FIRST)
        ),
        None,
    )


def _noun_form(parse: Parse, case: Case, animate: bool) -> str:
    if case == "accs" and animate and "anim" not in parse.tag:
        return form(parse, "gent")
    return form(parse, case)


def _adjective_form(parse: Parse, case: Case, animate: bool) -> str:
    if case != "accs" or parse.tag.gender == "femn":
        return form(parse, case)
    if animate and parse.tag.gender != "neut":
        return form(parse, "gent")
    return str(parse.word)


def _ordinal(number: str, ending: str) -> Reading:
    gender, (genitive, dative, accusative, instrumental, locative) = _ORDINAL_FORMS[ending[-1]]

    def inflect(case: Case, animate: bool) -> str:
        accusative_here = genitive if animate and gender == "masc" else accusative
        endings = {
            "gent": genitive,
            "datv": dative,
            "accs": accusative_here,
            "ablt": instrumental,
            "loct": locative,
        }
        return number + endings[case]

    return Reading("adjective", gender, True, True, inflect)
