"""The numbers that Word prints before paragraphs, told from styles and lists alone (§17.9.18)."""

from functools import lru_cache
from typing import Self

from hr_docs.engine.wordml.ooxml import Element
from hr_docs.engine.wordml.parts import parsed
from hr_docs.engine.wordml.reading.formatting import Formatting
from hr_docs.engine.wordml.reading.numbering import Counters, Level, List, Numbering
from hr_docs.engine.wordml.reading.styles import Styles

Place = tuple[str | None, str | None, int | None]
"""The style of a paragraph, its own list and its own level: they decide about its number."""


class Lists:
    """Which list and level a paragraph counts in, by its style and w:numPr."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        formatting = Formatting.of_theme(None)
        self._styles = Styles(styles, formatting)
        self._numbering = Numbering(numbering, self._styles, formatting)
        self._found: dict[Place, tuple[List, Level] | None] = {}

    @classmethod
    def of_parts(cls, styles: bytes | None, numbering: bytes | None) -> Self:
        """From the XML of the two parts, where there are such; raises ConversionError."""
        return cls(
            parsed(styles, "word/styles.xml") if styles else None,
            parsed(numbering, "word/numbering.xml") if numbering else None,
        )

    def level_of(self, place: Place) -> tuple[List, Level] | None:
        """None for a paragraph without a number."""
        if place not in self._found:
            self._found[place] = self._level_of(*place)
        return self._found[place]

    def _level_of(
        self, style: str | None, number: str | None, level: int | None
    ) -> tuple[List, Level] | None:
        style = style if self._styles.get(style) else self._styles.default("paragraph")
        inherited_number, inherited_level = None, None
        for one in self._styles.chain(style):
            inherited_number = one.paragraph.number or inherited_number
            inherited_level = (
                inherited_level if one.paragraph.level is None else one.paragraph.level
            )
        numbers = self._numbering.get(number or inherited_number)
        if numbers is None:
            return None
        if level is None and number in (None, inherited_number):
            level = self._numbering.level_of_style(numbers.identifier, style)
            level = inherited_level if level is None else level
        found = numbers.levels.get(level or 0)
        return (numbers, found) if found else None


@lru_cache(maxsize=64)  # papers of one master differ in a handful of branches
def labels_of(lists: Lists, places: tuple[Place, ...]) -> tuple[str, ...]:
    """The number that Word prints before each of the paragraphs of a part; empty for none."""
    counters, labels = Counters(), []
    for place in places:
        found = lists.level_of(place)
        labels.append(counters.next_label(found[0], found[1].index).strip() if found else "")
    return tuple(labels)
