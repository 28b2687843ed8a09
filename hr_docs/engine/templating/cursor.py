"""A place in the XML of a part, as its start and end tags go by."""

from dataclasses import dataclass, replace
from typing import NamedTuple


class Frame(NamedTuple):
    """An open element; runs and paragraphs with their properties as XML."""

    name: str
    properties: str = ""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the XML: the open elements and, inside a start tag, what of it has been read."""

    frames: tuple[Frame, ...] = ()
    half: str = ""

    @property
    def names(self) -> list[str]:
        return [frame.name for frame in self.frames]

    @property
    def top(self) -> str:
        return self.frames[-1].name if self.frames else ""

    def same_place(self, other: "Cursor") -> bool:
        """Whether the same elements are open, whatever their properties."""
        return self.names == other.names and bool(self.half) == bool(other.half)

    def properties(self, name: str) -> str:
        """Properties of the nearest open element of this name."""
        return next((frame.properties for frame in reversed(self.frames) if frame.name == name), "")

    def opened(self, name: str) -> "Cursor":
        """One element further in."""
        return replace(self, frames=(*self.frames, Frame(name)))

    def closed(self) -> "Cursor":
        """One element further out."""
        return replace(self, frames=self.frames[:-1])

    def with_properties(self, xml: str) -> "Cursor":
        """The innermost element has these properties."""
        return replace(self, frames=(*self.frames[:-1], Frame(self.top, xml)))
