"""One word of a first name in cases: our rules where petrovich errs, petrovich for the rest.

Grammar: «Русская грамматика» (1980), §§ 1178–1181; А. В. Суперанская, «Словарь русских личных
имён» (2003); for Turkic and Arabic names the practice of passports.
"""

from hr_docs.russian import petrovich
from hr_docs.russian.cases import Gender
from hr_docs.russian.rules import (
    FEMININE,
    FEMININE_SIBILANT,
    FROZEN,
    MASCULINE,
    MASCULINE_SIBILANT,
    Paradigm,
    first_match,
    rule,
)

_V = "[аеёиоуыэюя]"
_C = "[^аеёиоуыэюя]"
_THIRD_DECLENSION = "-и -и . ю -и"

_MALE = (
    rule(rf"^{_C}[ая]$", FROZEN, contested=True),
    rule(rf"{_V}а$", FROZEN),
    rule(r"^(?:данило|гаврило|михайло|самойло|кирило|ермило|гурьяло)$", FEMININE, contested=True),
    rule(r"^(?:петро|павло|дмитро)$", "-а -у -а -ом -е", contested=True),
    rule(r"^(?:марко|левко|данко|сашко|юрко|янко)$", FROZEN, contested=True),
    rule(r"ия$", "-и -и -ю -ей -и"),
    rule(r"ца$", "-ы -е -у -ей -е"),
    rule(r"ц$", MASCULINE_SIBILANT),
    # Ирек, Ермек, Джек keep their vowel; the diminutives that lose it are in no passport.
    rule(r"ек$", MASCULINE),
)

# Stressed -и́я of Tatar, Bashkir and Arabic names: to Алие, not to Алии.
_STRESSED_IYA = (
    "алия|алфия|альфия|асия|бадрия|бания|вафия|галия|гайния|гайшия|гульсия|гульфия|гульния|"
    "закия|залия|зульфия|зулфия|илсия|ильсия|ильфия|кадрия|кафия|мавлия|магфия|мадия|минзия|"
    "муршидия|назия|нафия|нурия|рабия|разия|рамзия|рания|рафия|рашия|рукия|сагдия|сания|сария|"
    "сафия|суфия|сурия|тазкия|фавзия|фаузия|фания|фарзия|флюрия|хадия|хазия|хания|шамсия|шафия|"
    "эльфия|ясмия"
)

_FEMALE = (
    # Chinese and Vietnamese На, Ха, Нга.
    rule(rf"^(?:{_C}[ая]|нга|тха)$", FROZEN, contested=True),
    rule(rf"^(?:{_STRESSED_IYA})$", "-и -е -ю -ёй -е", contested=True),
    rule(r"^.?ия$", "-и -е -ю -ей -е", contested=True),
    rule(rf"{_V}а$", FROZEN, contested=True),
    rule(r"[жчщ]а$", FEMININE_SIBILANT),
    rule(r"^(?:нинель|рахиль|рашель|агидель)$", _THIRD_DECLENSION),
    rule(r"^(?:жизель|ассоль|адель|этель|иезавель)$", _THIRD_DECLENSION, contested=True),
    # Айгуль, Гузель, Асель, Мишель, Линь: passports and press leave them, grammars differ.
    rule(r"[лн]ь$", FROZEN, contested=True),
)


def decline_first_name(word: str, gender: Gender) -> Paradigm:
    """The forms of one lower-case word of a first name."""
    found = first_match(_MALE if gender == "m" else _FEMALE, word)
    return found.paradigm(word) if found else petrovich.paradigm(word, "name", gender)
