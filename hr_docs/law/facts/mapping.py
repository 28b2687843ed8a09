"""Read facts from nested mappings by the types of their fields, refusing what does not fit."""

import datetime as dt
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from hr_docs.law.facts.papers import Evidence, Wording
from hr_docs.law.facts.terms import WorkClass

Facts = TypeVar("Facts")
Reader = Callable[[Any], object]


class FactsError(ValueError):
    """A fact that no rule knows, or a value of another type than the fact has.

    `name` is dotted (`pay.rate_hour`); `expected` says in Russian what would fit, and is empty for
    an unknown name; `nearest` is the known name most like it, or empty. The value itself is never
    repeated: it may be personal.
    """

    def __init__(self, name: str, expected: str = "", nearest: str = "") -> None:
        super().__init__(name, expected, nearest)
        self.name = name
        self.expected = expected
        self.nearest = nearest

    def __str__(self) -> str:
        if self.expected:
            return f"Факт {self.name}: нужно значение другого вида — {self.expected}."
        hint = f" Похожий известный факт — {self.nearest}." if self.nearest else ""
        return f"Факт {self.name} неизвестен: такого имени нет ни в одном правиле.{hint}"


class MisfitError(ValueError):
    """A value of the wrong type; its argument says what would fit."""


def read_object(root: type[Facts], mapping: object) -> Facts:
    """Build `root`, a dataclass of dataclasses, from mappings of their fields."""
    try:
        return cast("Facts", _read(root, mapping, ""))
    except FactsError as error:
        if error.expected:
            raise
        raise FactsError(error.name, nearest=_nearest(error.name, root)) from None


def _read(cls: type, mapping: object, prefix: str) -> Any:
    """Build one dataclass; `prefix` is the dotted name before its fields."""
    if not isinstance(mapping, Mapping):
        raise FactsError(prefix.rstrip(".") or "facts", "вложенные поля, а не одно значение")
    readers = _readers(cls, prefix)
    values = {}
    for name, value in mapping.items():
        reader = readers.get(name)
        if reader is None:
            raise FactsError(f"{prefix}{name}")
        if value is None:
            continue
        try:
            values[name] = reader(value)
        except MisfitError as misfit:
            raise FactsError(f"{prefix}{name}", str(misfit)) from None
    return cls(**values)


def read_text(value: object) -> str | None:
    """Text without blanks around it; blank text is unknown."""
    if not isinstance(value, str):
        raise MisfitError("текст")
    return value.strip() or None


def read_number(value: object) -> Decimal:
    """An exact number; a float stands for the decimal that it is printed as."""
    if type(value) not in (int, float, Decimal):
        raise MisfitError("число, не текст")
    number = Decimal(value if isinstance(value, int) else str(value))
    if not number.is_finite():
        raise MisfitError("конечное число")
    return number


def read_whole(value: object) -> int:
    """A whole number; 3.0 from a spreadsheet is 3."""
    number = read_number(value)
    if number != int(number):
        raise MisfitError("целое число")
    return int(number)


def read_flag(value: object) -> bool:
    """True or false, not 1 or «да»."""
    if not isinstance(value, bool):
        raise MisfitError("да или нет (true, false)")
    return value


def read_day(value: object) -> dt.date:
    """A date, or the text «2026-11-23» where the carrier (JSON) has no dates; never a moment."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise MisfitError("дата, которая есть в календаре") from None
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise MisfitError("дата вида 2026-11-23")


def read_evidence(value: object) -> Evidence | None:
    """The title of a paper, or whether there is one."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return read_text(value)
    raise MisfitError("название документа либо да или нет (true, false)")


def read_wording(value: object) -> str | None:
    """Text as printed; a bare number is its own text."""
    return read_text(value if isinstance(value, str) else str(read_number(value)))


def read_work_class(value: object) -> str | None:
    """«3.1» out of 3.1, «3,1», «класс 3.1» or «3.1 (вредные)»; other words as they are."""
    text = read_wording(value)
    found = re.match(r"(?:класс\s*)?([1-4](?:[.,][1-4])?)(?:[.,]0)?(?=$|\s|\()", text or "", re.I)
    return found[1].replace(",", ".") if found else text


def _list_of(item: Reader) -> Reader:
    def read_list(value: object) -> tuple[object, ...]:
        if not isinstance(value, list | tuple):
            raise MisfitError("список")
        return tuple(item(entry) for entry in value)

    return read_list


def _one_of(allowed: tuple[str, ...]) -> Reader:
    def read_choice(value: object) -> str | None:
        text = read_text(value)
        if text is not None and text not in allowed:
            raise MisfitError(f"одно из слов {', '.join(sorted(allowed))}")
        return text

    return read_choice


SCALARS: dict[object, Reader] = {
    str: read_text,
    Decimal: read_number,
    int: read_whole,
    bool: read_flag,
    dt.date: read_day,
    Evidence: read_evidence,
    Wording: read_wording,
    WorkClass: read_work_class,
}


@cache
def _readers(cls: type, prefix: str) -> dict[str, Reader]:
    """A reader for each field of `cls`, chosen by its annotation once."""
    return {name: _reader(hint, f"{prefix}{name}.") for name, hint in get_type_hints(cls).items()}


def _reader(hint: Any, prefix: str) -> Reader:
    kinds = [kind for kind in get_args(hint) or (hint,) if kind is not types.NoneType]
    kind = kinds[0] if len(kinds) == 1 else Evidence
    if isinstance(kind, type) and is_dataclass(kind):
        return lambda value: _read(kind, value, prefix)
    if get_origin(kind) is Literal:
        return _one_of(get_args(kind))
    if get_origin(kind) is tuple:
        return _list_of(SCALARS[get_args(kind)[0]])
    return SCALARS[kind]


def _nearest(name: str, root: type) -> str:
    """The known dotted name most like `name`: the same last word elsewhere, or close letters."""
    known = _names(root, "")
    last = name.rpartition(".")[2]
    same = [dotted for dotted in known if dotted.rpartition(".")[2] == last]
    return (same or get_close_matches(name, known, n=1) or [""])[0]


def _names(cls: type, prefix: str) -> list[str]:
    names = []
    for name, hint in get_type_hints(cls).items():
        names.append(f"{prefix}{name}")
        for kind in get_args(hint) or (hint,):
            if isinstance(kind, type) and is_dataclass(kind):
                names.extend(_names(kind, f"{prefix}{name}."))
    return names
