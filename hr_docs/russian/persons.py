"""Names of persons in cases: the parts of a name, their words, and which words stay as they are."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hr_docs.russian.cases import Case, Gender, require_case, require_gender
from hr_docs.russian.first_names import decline_first_name
from hr_docs.russian.patronymics import decline_patronymic
from hr_docs.russian.petrovich import Part
from hr_docs.russian.rules import Paradigm
from hr_docs.russian.spelling import is_cyrillic, tidy, with_ending_of, word_set
from hr_docs.russian.surnames import decline_surname


@dataclass(frozen=True, slots=True)
class PersonName:
    """The three parts of a name in one case; a part that the person has not is empty."""

    surname: str
    name: str
    patronymic: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.surname, self.name, self.patronymic)))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a part of a name: its text, and whether it stays the same in every case."""

    text: str
    frozen: bool


# Words of a compound name that never decline in it: articles, titles, first parts.
_PARTICLES = word_set(
    "абд абдул абду абу аг ад ал аль ан ар ас аш ат бей бек бен бин бонч ван вар да дас де дель "
    "демут ден дер ди дон дос дю гаджи грум жан ибн кара кер кёр книппер корвин кызы ла ле лос мак "
    "мелик мирза нор нур оглы оглу призван сан сен сент тер тхи улы уулу угли фон хаджи хан "
    "тян шах шейх шолом эль эд эр эс эт эш белиц гасан дюссар дюмон зу цу"
)

# Ильдар оглы, Нурланулы: patronymics, and surnames like Мамед-заде, that stay whole.
_TURKIC = r"(?:оглы|оглу|углы|угли|ўғли|ўгли|улы|ұлы|уулу|кызы|қызы|кизи|қизи|гызы|зода|заде)$"
_STAYS_WHOLE: dict[Part, re.Pattern[str]] = {
    "surname": re.compile(rf"[\s-]{_TURKIC}"),
    "patronymic": re.compile(_TURKIC),
}

# A man's first name in front of a hyphen declines if it is one of these (Пётр-Павел, Петра-Павла);
# Абдул-, Магомед-, Жан-, Хан- do not.
_DOUBLED_NAMES = word_set(
    "александр алексей анатолий андрей антон аркадий арсений артём артемий богдан борис вадим "
    "валентин валерий василий виктор виталий владимир владислав всеволод вячеслав геннадий георгий "
    "герман глеб григорий даниил данила денис дмитрий евгений егор ефим иван игорь илья кирилл "
    "константин лев леонид лука макар максим марк матвей михаил никита николай олег павел пётр "
    "петр роман савва семён семен сергей станислав степан тимофей фёдор федор филипп юрий яков "
    "ярослав карл фридрих иоанн"
)

# «мл.», «ст.»
_ABBREVIATED = re.compile(r"\w{2,3}\.")

_WORD = re.compile(r"([^\W\d_]+(?:['’ʼ`][^\W\d_]+)*)")
_CACHE = 16_384


def decline_person(
    *, surname: str, name: str, patronymic: str, gender: Gender, case: Case
) -> PersonName:
    """A name in a case, spelled as it was given: ё, capitals, hyphens and inner spaces stay.

    Any part may be empty. Words that are not Cyrillic, initials and words that do not decline come
    back as they are; blanks around a part go. ValueError for an unknown gender or case.
    """
    require_gender(gender)
    require_case(case)
    parts: dict[Part, str] = {"surname": surname, "name": name, "patronymic": patronymic}
    declined = {part: _decline_part(text, part, gender, case) for part, text in parts.items()}
    return PersonName(declined["surname"], declined["name"], declined["patronymic"])


@lru_cache(maxsize=_CACHE)
def _decline_part(text: str, part: Part, gender: Gender, case: Case) -> str:
    text = tidy(text)
    if case == "nomn":
        return text
    pieces = _WORD.split(text)
    for place, word in zip(range(1, len(pieces), 2), words(text, part, gender), strict=True):
        if not word.frozen:
            form = paradigm(word.text.lower(), part, gender).form(case)
            pieces[place] = with_ending_of(form, word.text)
    return "".join(pieces)


def words(text: str, part: Part, gender: Gender) -> list[Word]:
    """The words of a tidy part of a name, in order, each marked as frozen or not."""
    pieces = _WORD.split(text)
    stays_whole = _STAYS_WHOLE.get(part)
    if stays_whole and stays_whole.search(text.lower()):
        return [Word(word, frozen=True) for word in pieces[1::2]]
    hyphenated_man = part == "name" and gender == "m"
    return [
        Word(word, _stays(word.lower(), after, hyphenated_man))
        for word, after in zip(pieces[1::2], pieces[2::2], strict=True)
    ]


def _stays(word: str, after: str, hyphenated_man: bool) -> bool:
    """Whether a lower-case word stays, given what stands between it and the next one."""
    if len(word) == 1 or not is_cyrillic(word) or _ABBREVIATED.match(f"{word}{after}"):
        return True
    if after and word in _PARTICLES:  # фон Брауна, but Ага-Хана
        return True
    return hyphenated_man and after == "-" and word not in _DOUBLED_NAMES


@lru_cache(maxsize=_CACHE)
def paradigm(word: str, part: Part, gender: Gender) -> Paradigm:
    """The five forms of one lower-case Cyrillic word of a name."""
    if part == "surname":
        return decline_surname(word, gender)
    if part == "name":
        return decline_first_name(word, gender)
    return decline_patronymic(word, gender)
