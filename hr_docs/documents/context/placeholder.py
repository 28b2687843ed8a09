"""What a placeholder is, and how declarations become nested facts, a vocabulary and examples."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any

from hr_docs.engine.authoring import typeset

Fact = str | bool | int | list[dict[str, str]]
"""A fact as a master sees it and as the snapshot keeps it: JSON without null and without floats."""

Read = Callable[[Any], Any]
"""Takes what facts are read from (`PackSource`, `DocumentMark`, an item of a list)."""


class Kind(StrEnum):
    """What a placeholder holds."""

    TEXT = "текст"
    NUMBER = "число"
    YES_NO = "да/нет"
    LIST = "список"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder of the vocabulary: the only place where it is named, explained and read.

    A value that does not exist for a person is "" (no, an empty list), never a missing key. Texts
    get the no-break spaces that paper wants; the records keep what was typed. `items` are the
    placeholders of one item of a list, named from the item on. `values` are all that a text can
    say, where these are few; an empty one is not among them.
    """

    name: str
    kind: Kind
    example: Fact
    meaning: str
    read: Read
    items: tuple["Placeholder", ...] = ()
    values: tuple[str, ...] = ()

    def value(self, source: object) -> Fact:
        """The fact read from `source`; None becomes ""."""
        found = self.read(source)
        if self.kind is Kind.LIST:
            return [{item.name: str(item.value(each)) for item in self.items} for each in found]
        if self.kind is Kind.YES_NO:
            return bool(found)
        if self.kind is Kind.NUMBER:
            return "" if found is None else int(found)
        return "" if found is None else typeset(str(found).strip())


def text(name: str, example: str, meaning: str, read: str | Read) -> Placeholder:
    """A text; `read` may be the path of an attribute of the employment («operator.phone»)."""
    return Placeholder(name, Kind.TEXT, example, meaning, _reader(read))


def choice(
    name: str, example: str, meaning: str, read: str | Read, *, values: Iterable[str]
) -> Placeholder:
    """A text out of a few; a condition that asks for another one is a mistake."""
    every = tuple(dict.fromkeys(filter(None, values)))
    return Placeholder(name, Kind.TEXT, example, meaning, _reader(read), values=every)


def number(name: str, example: int, meaning: str, read: str | Read) -> Placeholder:
    """A whole number."""
    return Placeholder(name, Kind.NUMBER, example, meaning, _reader(read))


def yes_no(name: str, example: bool, meaning: str, read: str | Read) -> Placeholder:
    """A condition."""
    return Placeholder(name, Kind.YES_NO, example, meaning, _reader(read))


def listing(
    name: str, meaning: str, read: Callable[[Any], Iterable[object]], *items: Placeholder
) -> Placeholder:
    """A list for `{%p for … in … %}`; its example has the examples of its items."""
    example = [{item.name: str(item.example) for item in items}]
    return Placeholder(name, Kind.LIST, example, meaning, read, items)


def _reader(read: str | Read) -> Read:
    return attrgetter(f"employment.{read}") if isinstance(read, str) else read


def nested(flat: Mapping[str, Fact]) -> dict[str, Any]:
    """«работник.фио.кратко»: x → {"работник": {"фио": {"кратко": x}}}."""
    facts: dict[str, Any] = {}
    for name, value in flat.items():
        *groups, leaf = name.split(".")
        place = facts
        for group in groups:
            place = place.setdefault(group, {})
        place[leaf] = value
    return facts


def read_facts(placeholders: Iterable[Placeholder], source: object) -> dict[str, Any]:
    """The nested facts of `source`."""
    return nested({each.name: each.value(source) for each in placeholders})
