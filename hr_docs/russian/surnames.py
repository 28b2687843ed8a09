"""One word of a surname in cases: our rules where petrovich errs, petrovich for the rest.

Grammar: «Русская грамматика» (1980), §§ 1178–1181 and 1210–1211; Л. П. Калакуцкая, «Фамилии.
Имена. Отчества» (1994).
"""

import re

from hr_docs.russian import petrovich
from hr_docs.russian.cases import Gender
from hr_docs.russian.dictionary import Parse, forms, is_from_dictionary, parses
from hr_docs.russian.rules import (
    ADJECTIVE_HARD,
    ADJECTIVE_SOFT_FEMININE,
    FEMININE,
    FEMININE_SIBILANT,
    FROZEN,
    MASCULINE,
    MASCULINE_SIBILANT,
    MASCULINE_SOFT,
    Paradigm,
    first_match,
    rule,
)
from hr_docs.russian.spelling import VOWELS, syllables

_V = f"[{VOWELS}]"
_C = f"[^{VOWELS}]"

# Foreign -ин, -ов and first names: ablt Дарвином, Яковом, not -ым.
_NOT_RUSSIAN_IN = (
    "дарвин|чаплин|франклин|болдуин|болдвин|гудвин|кельвин|годвин|эдвин|мартин|робин|колин|кевин|"
    "марвин|мелвин|гершвин|ирвин|мервин|калвин|дастин|остин|джастин|константин|валентин|августин|вениамин|бенджамин|регин|"
    "бюлов|флотов|вирхов|яков|иов"
)

# Nouns that a man may be called by: ablt Болгарином, Тетеревом, like the noun.
_NOUNS_IN_IN = (
    "болгарин|грузин|татарин|мещанин|дворянин|крестьянин|боярин|барин|армянин|осетин|лезгин|"
    "литвин|мордвин|русин|турчин|молдаванин|мусульманин|басурманин|господин|гражданин|воин|"
    "властелин|исполин|арлекин|волжанин|горожанин|северянин|полянин|древлянин|славянин|павлин|"
    "дельфин|пингвин|мартын|мерин|мандарин|рубин|жасмин|каин|боров|тетерев|богослов|птицелов|"
    "рыболов|зверолов|крысолов|остров|покров"
)

# A woman named like the plant rather than the wife of a Калин; the others in -ина are adjectival.
_NOUNS_IN_INA = (
    "калина|малина|рябина|смородина|хворостина|щетина|старшина|дружина|скотина|щербина|бузина|"
    "дубина|осина|ялина|лещина|крушина"
)

_WORDS = (
    # Chinese and Korean Ма, Ся, Тя.
    rule(rf"^{_C}[ая]$", FROZEN, contested=True),
    rule(r"^(?:дюма|дега|петипа|золя|труайя)$", FROZEN),
    rule(r"^(?:тома|люка|ферма|гавальда)$", FROZEN, contested=True),
    # petrovich freezes these; unstressed -а and -я decline.
    rule(r"^(?:рева|кива|богода|шандра|гамарра)$", FEMININE, contested=True),
    rule(r"^скаля$", "-и -е -ю -ей -е", contested=True),
    rule(r"^лев$", "--ьва --ьву --ьва --ьвом --ьве", contested=True),
    rule(r"^злой$", "-го -му -го --ым -м"),
    rule(r"^(?:сергий|георгий|евгений|арсений|топчий|толчий|копачий)$", "-я -ю -я -ем -и"),
    rule(rf"^(?:{_NOT_RUSSIAN_IN}|{_NOUNS_IN_IN})$", MASCULINE, contested=True),
    rule(r"^(?:плач|ковач|хейфец)$", MASCULINE_SIBILANT, contested=True),
    rule(r"^журавель$", "---ля ---лю ---ля ---лём ---ле", contested=True),
    # Georgian, not adjectives: of Шенгелая, to Шенгелае, a man or a woman.
    rule(r"^(?:шенгелая|ткешелая|кешелая|ломая)$", "-и -е -ю -ей -е", contested=True),
)

_MALE_ENDINGS = (
    # Черных and Долгих stay; Фрейндлих and words of one syllable (Мних, Жмых) decline.
    rule(r"[^гкхжчшщнь]их$", MASCULINE),
    rule(rf"^{_C}*[иы]х$", MASCULINE, contested=True),
    # Of one syllable: Korean and Chinese Цой, Чой, Шин, Цин.
    rule(rf"^{_C}*[ио]й$", MASCULINE_SOFT),
    rule(rf"^{_C}*[иы]н$", MASCULINE),
    rule(r"[хжшщч]ой$", "-го -му -го --им -м"),
    rule(r"[юэяё]й$", MASCULINE_SOFT),
    rule(
        r"(?:волч|медвеж|бож|лис|враж|заяч|казач|птич|девич|трет)ий$",
        "--ьего --ьему --ьего --ьим --ьем",
    ),
    rule(r"цый$", "--его --ему --его --ым --ем"),
    rule(r"гий$", ADJECTIVE_HARD.replace("--ым", "--им")),
    # -ым is for Russian -ов, -ев, -ин, -ын only: Юном, Теном, Семёном, Ковалив.
    rule(r"(?:[^оеё]в|[^иы]н)$", MASCULINE),
    # The vowel of -ец goes, unless consonants would pile up: Кравца, but Мудреца.
    rule(rf"^{_C}*ец$", MASCULINE_SIBILANT),
    rule(rf"{_V}ец$", "--йца --йцу --йца --йцем --йце", contested=True),
    rule(rf"^{_C}*{_V}лец$", "--ьца --ьцу --ьца --ьцом --ьце", contested=True),
    rule(rf"{_V}лец$", "--ьца --ьцу --ьца --ьцем --ьце", contested=True),
    rule(rf"^{_C}*{_V}{_C}ец$", "--ца --цу --ца --цом --це", contested=True),
    rule(rf"{_V}{_C}ец$", "--ца --цу --ца --цем --це", contested=True),
    rule(r"ец$", MASCULINE, contested=True),
    rule(r"ач$", MASCULINE),
    rule(r"ж$", MASCULINE_SIBILANT),
    rule(r"бек$", MASCULINE),
    rule(rf"{_V}.*[еёо]к$", MASCULINE, contested=True),
)

_FEMALE_ENDINGS = (
    rule(r"^(?:чужая|большая)$", "--ой --ой --ую --ой --ой"),
    rule(r"[шщц]ая$", ADJECTIVE_SOFT_FEMININE),
    rule(r"(?:волч|медвеж|бож|лис|враж|заяч|казач|птич|девич|трет)ья$", "-ей -ей -ю -ей -ей"),
    # Adjectival -ой is for -ова, -ева, -ина, -ына only: Сметаны, Сосны; one-syllable Шин, Шина.
    rule(r"[^иы]на$", FEMININE),
    rule(rf"^{_C}*[иы]на$", FEMININE, contested=True),
    rule(rf"^(?:{_NOUNS_IN_INA})$", FEMININE, contested=True),
    rule(r"^(?:голова|корова|подкова|основа|обнова|вдова|сова|ева)$", FEMININE, contested=True),
)

_ENDINGS_IN_A = (
    # Tajik Расулзода: official texts leave it.
    rule(r"зода$", FROZEN, contested=True),
    rule(r"[нд]жа$", FEMININE_SIBILANT.replace("-ей", "-ой"), contested=True),
    rule(r"[жчшщ]а$", FEMININE_SIBILANT),
)

# Where a common noun of the same sound tells what no ending tells: whether a vowel is fleeting
# (Воробей, Орёл, Заяц) and whether the ending is stressed (Ткачом, but Бабичем).
_ASKS_DICTIONARY = re.compile(r"(?:[еёо][бгдзклмпрстхцй]ь?|[еёо]нь|[жчшщц]а?)$")


def decline_surname(word: str, gender: Gender) -> Paradigm:
    """The forms of one lower-case word of a surname. A woman's -й, -ь or consonant stays."""
    if gender == "f" and word[-1] not in VOWELS:
        return Paradigm((word,) * 5)
    chosen = _by_word(word, gender) or _like_common_noun(word) or _by_ending(word, gender)
    return chosen or petrovich.paradigm(word, "surname", gender)


def _by_word(word: str, gender: Gender) -> Paradigm | None:
    found = first_match(_WORDS, word)
    # Of a woman only those in a vowel: the others stay.
    applies = found and (gender == "m" or word[-1] in VOWELS)
    return found.paradigm(word) if found and applies else None


def _by_ending(word: str, gender: Gender) -> Paradigm | None:
    found = first_match(
        (*(_MALE_ENDINGS if gender == "m" else _FEMALE_ENDINGS), *_ENDINGS_IN_A), word
    )
    return found.paradigm(word) if found else None


def _like_common_noun(word: str) -> Paradigm | None:
    if not _ASKS_DICTIONARY.search(word):
        return None
    for parse in filter(_is_common_noun, parses(word)):
        if not word.endswith("а") and "masc" not in parse.tag:
            continue  # «сень» says nothing of a man called Сень
        genitive, dative, accusative, instrumental, locative = forms(parse)
        animate = accusative if word.endswith("а") else genitive
        loses_vowel = not genitive.startswith(word.rstrip("аьй"))
        if loses_vowel and syllables(word) == 1 and word[-1] not in "жчшщ":
            continue  # Сон, Рот, Лоб: bearers keep Сона, Рота, Лоба
        return Paradigm((genitive, dative, animate, instrumental, locative), loses_vowel)
    return None


def _is_common_noun(parse: Parse) -> bool:
    is_name = any(name in parse.tag for name in ("Surn", "Name", "Patr", "Fixd"))
    return is_from_dictionary(parse) and {"NOUN", "sing", "nomn"} in parse.tag and not is_name
