"""Stretches of a paragraph between page and column breaks (ECMA-376 §17.3.3.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from hr_docs.engine.wordml.content import Bookmark, Break, Inline


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
