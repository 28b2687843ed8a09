"""Stretches of a paragraph between page and column breaks (ECMA-376 §17.3.3.1), and their lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

from hr_docs.engine.wordml.content import (
    Bookmark,
    Break,
    Inline,
    LinkEnd,
    LinkStart,
    Picture,
    Shape,
    TextBox,
    Unsupported,
    WordArt,
)

Drawn = Picture | TextBox | Shape | WordArt | Unsupported
_FIRST_LINE = 10.0  # points: what begins lower has lines of its paragraph above it


@dataclass(slots=True)
class Segment:
    """A stretch of a paragraph between page or column breaks; `kind` of the break before it."""

    kind: str
    content: list[Inline]

    @property
    def is_empty(self) -> bool:
        return all(isinstance(one, Bookmark) for one in self.content)


def segments(content: Sequence[Inline]) -> list[Segment]:
    """Cut at page and column breaks."""
    found = [Segment("", [])]
    for one in content:
        if isinstance(one, Break) and one.kind != "line":
            found.append(Segment(one.kind, []))
        else:
            found[-1].content.append(one)
    return found


def is_in_line(one: Inline) -> bool:
    """Whether something makes a line by itself; what floats or only marks a place does not."""
    if isinstance(one, Drawn):
        return one.anchor is None
    return not isinstance(one, (Bookmark, LinkStart, LinkEnd))


def stands_from_top(one: Inline) -> TypeGuard[Drawn]:
    """Whether a drawing is placed from its paragraph's top, wherever its anchor is in the text."""
    if not isinstance(one, Drawn) or one.anchor is None:
        return False
    return one.anchor.wrap != "topAndBottom" or one.anchor.y < _FIRST_LINE
