"""List numbering (ECMA-376 §17.9): definitions and the counters that make clause labels."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from hr_docs.engine.wordml.ooxml import (
    MC_NS,
    Element,
    attribute,
    child,
    children,
    integer,
    on_off,
    value,
)
from hr_docs.engine.wordml.properties import ParagraphProperties, RunProperties
from hr_docs.engine.wordml.reading.formatting import Formatting
from hr_docs.engine.wordml.reading.number_formats import formatted
from hr_docs.engine.wordml.reading.styles import Styles

_LEVEL_SIGN = re.compile(r"%([1-9])")
_LEGAL_KEEPS = frozenset({"none", "bullet"})


@dataclass(frozen=True, slots=True)
class Level:
    """One w:lvl (§17.9.6). `restart` is the 1-based level that restarts it, 0 never, None any."""

    index: int
    start: int
    number_format: str
    text: str
    restart: int | None
    is_legal: bool
    suffix: str
    alignment: str
    paragraph_style: str | None
    paragraph: ParagraphProperties
    run: RunProperties


@dataclass(frozen=True, slots=True)
class List:
    """A w:num resolved: its levels, and the counts with which it restarts some of them.

    Lists of the same `counters` (w:abstractNum) go on counting from each other.
    """

    identifier: str
    counters: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """Every list definition of the document by its numId."""

    def __init__(self, root: Element | None, styles: Styles, formatting: Formatting) -> None:
        self._styles, self._formatting = styles, formatting
        self._abstract = {
            attribute(one, "abstractNumId"): one for one in children(root, "abstractNum")
        }
        self._numbers = {attribute(one, "numId"): one for one in children(root, "num")}
        self._levels: dict[str | None, dict[int, Level]] = {}
        self._lists: dict[str, List | None] = {}

    def get(self, number: str | None) -> List | None:
        """The list with this numId; None for 0, for none and for an undefined one (§17.9.18)."""
        if number is None:
            return None
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def level_of_style(self, number: str | None, style: str | None) -> int | None:
        """Level that a paragraph style is linked to by w:pStyle (§17.9.23)."""
        found = self.get(number)
        for level in found.levels.values() if found else ():
            if style is not None and level.paragraph_style == style:
                return level.index
        return None

    def _read(self, number: str) -> List | None:
        element = self._numbers.get(number)
        if element is None:
            return None
        abstract = self._linked(value(element, "abstractNumId"))
        if abstract not in self._abstract:
            return None
        levels, restarts = dict(self._abstract_levels(abstract)), {}
        for override in children(element, "lvlOverride"):
            index = integer(attribute(override, "ilvl")) or 0
            own, start = child(override, "lvl"), integer(value(override, "startOverride"))
            if own is not None:
                levels[index] = self._level(own, index)
            if start is not None:
                restarts[index] = start
        return List(number, abstract or "", levels, restarts)

    def _linked(self, abstract: str | None) -> str | None:
        """Follow w:numStyleLink to the definition that a numbering style owns (§17.9.21)."""
        for _ in range(len(self._abstract)):
            link = value(self._abstract.get(abstract), "numStyleLink")
            style = self._styles.get(link)
            owner = self._numbers.get(style.paragraph.number) if style else None
            target = value(owner, "abstractNumId")
            if target is None or target == abstract:
                break
            abstract = target
        return abstract

    def _abstract_levels(self, abstract: str | None) -> dict[int, Level]:
        if abstract not in self._levels:
            found = {}
            for position, element in enumerate(children(self._abstract[abstract], "lvl")):
                index = integer(attribute(element, "ilvl"))
                index = position if index is None else index
                found[index] = self._level(element, index)
            self._levels[abstract] = found
        return self._levels[abstract]

    def _level(self, element: Element, index: int) -> Level:
        start = integer(value(element, "start"))
        return Level(
            index=index,
            start=0 if start is None else start,
            number_format=_number_format(element),
            text=value(element, "lvlText") or "",
            restart=integer(value(element, "lvlRestart")),
            is_legal=bool(on_off(element, "isLgl")),
            suffix=value(element, "suff") or "tab",
            alignment=value(element, "lvlJc") or "left",
            paragraph_style=value(element, "pStyle"),
            paragraph=self._formatting.paragraph(child(element, "pPr")),
            run=self._formatting.run(child(element, "rPr")),
        )


def _number_format(element: Element) -> str:
    """The format; inside mc:AlternateContent newer Words keep forms such as "001, 002, …"."""
    found = child(element, "numFmt")
    if found is None:
        found = element.find(f"{{{MC_NS}}}AlternateContent/{{{MC_NS}}}Choice/{{*}}numFmt")
    name = attribute(found, "val") or "decimal"
    if name == "custom":
        return (attribute(found, "format") or "decimal").partition(",")[0].strip()
    return name


@dataclass(slots=True)
class Counters:
    """Running numbers of one story of the document, in document order."""

    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    def next_label(self, numbers: List, index: int) -> str:
        """Count one paragraph of the list at this level, and write its label."""
        counts = self._counts.setdefault(numbers.counters, {})
        level = numbers.levels[index]
        self._count(numbers, level, counts)
        for deeper in [one for one in counts if one > index]:
            if _restarts(numbers.levels.get(deeper), index):
                del counts[deeper]
        return _label(numbers, level, counts)

    def _count(self, numbers: List, level: Level, counts: dict[int, int]) -> None:
        first_use = (numbers.identifier, level.index)
        if level.index in numbers.restarts and first_use not in self._restarted:
            self._restarted.add(first_use)
            counts[level.index] = numbers.restarts[level.index]
        elif level.index in counts:
            counts[level.index] += 1
        else:
            counts[level.index] = numbers.restarts.get(level.index, level.start)
        for higher in numbers.levels.keys() - counts.keys():
            if higher < level.index:
                counts[higher] = numbers.restarts.get(higher, numbers.levels[higher].start)


def _restarts(level: Level | None, used: int) -> bool:
    """Whether using level `used` starts `level` anew (w:lvlRestart, §17.9.10)."""
    if level is None or level.restart is None:
        return True
    return level.restart != 0 and used < level.restart


def _label(numbers: List, level: Level, counts: dict[int, int]) -> str:
    if level.number_format == "bullet":
        return level.text

    def written(sign: str) -> str:
        other = numbers.levels.get(int(sign) - 1)
        if other is None or other.index > level.index:
            return ""
        number_format = other.number_format
        if level.is_legal and number_format not in _LEGAL_KEEPS:
            number_format = "decimal"  # w:isLgl (§17.9.4)
        return formatted(counts.get(other.index, other.start), number_format)

    start, *pieces = _pieces(level.text)
    numbered = zip(pieces[::2], pieces[1::2], strict=True)
    return start + "".join(written(sign) + literal for sign, literal in numbered)


@lru_cache(maxsize=1024)
def _pieces(text: str) -> tuple[str, ...]:
    """A w:lvlText as literal text, the number of a level, literal text, and so on."""
    return tuple(_LEVEL_SIGN.split(text))
