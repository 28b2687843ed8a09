"""Names with initials, parted by no-break spaces so that a line never ends inside them."""

from hr_docs.russian.persons import PersonName
from hr_docs.russian.spelling import word_set

_SPACE = "\N{NO-BREAK SPACE}"
_KEPT_WHOLE = word_set("оглы оглу угли улы уулу кызы кизи гызы")


def initials(person: PersonName) -> str:
    """«Иванова А. П.»; Анна-Мария is «А.-М.», «Ильдар оглы» is «И. оглы»."""
    return _SPACE.join(filter(None, (person.surname, *_letters(person))))


def initials_first(person: PersonName) -> str:
    """«А. П. Иванова», as beside a signature."""
    return _SPACE.join(filter(None, (*_letters(person), person.surname)))


def _letters(person: PersonName) -> list[str]:
    words = f"{person.name} {person.patronymic}".split()
    return [_initial(word) for word in words]


def _initial(word: str) -> str:
    if word.lower() in _KEPT_WHOLE:
        return word
    head, _, last = word.rpartition("-")
    if head and last.lower() in _KEPT_WHOLE:
        return f"{_initial(head)}-{last}"
    return "-".join(f"{part[0]}." for part in word.split("-") if part)
