"""Groups of drawn objects (ECMA-376 §20.4.2.39, part 4 §19.1.2.7): where their members stand."""

from dataclasses import dataclass, replace

from hr_docs.engine.wordml.content import Anchor, Inline, Shape

Size = tuple[float, float]
_DEEPEST = 5
_IN_LINE = Anchor(horizontal="character", vertical="line")


@dataclass(frozen=True, slots=True)
class Group:
    """A group on its page: the outermost one's `anchor` and `size`, and its own scale in that.

    `corner` is where the group begins within the outermost one; `origin` are the coordinates of
    that corner in the group's own units, `scale` points to such a unit. Lengths are in points.
    """

    anchor: Anchor
    size: Size
    corner: Size = (0.0, 0.0)
    origin: Size = (0.0, 0.0)
    scale: Size = (1.0, 1.0)
    depth: int = 0

    @classmethod
    def outermost(cls, anchor: Anchor | None, size: Size) -> "Group":
        """A group that stands in the text by itself; without an anchor in the line."""
        return cls(replace(anchor or _IN_LINE, wrap="none", extent=size), size)

    def scaled(self, corner: Size, size: Size, origin: Size, units: Size) -> "Group":
        """This group, or one inside it, with `units` of its own to its size."""
        across = size[0] / units[0] if units[0] else 1.0
        down = size[1] / units[1] if units[1] else 1.0
        return replace(
            self, corner=corner, origin=origin, scale=(across, down), depth=self.depth + 1
        )

    @property
    def is_too_deep(self) -> bool:
        """Whether groups nest beyond what any real document does."""
        return self.depth > _DEEPEST

    def point(self, x: float, y: float) -> Size:
        """A place in the group's units, from the corner of the outermost group."""
        return (
            self.corner[0] + (x - self.origin[0]) * self.scale[0],
            self.corner[1] + (y - self.origin[1]) * self.scale[1],
        )

    def lengths(self, width: float, height: float) -> Size:
        """A size in the group's units."""
        return width * self.scale[0], height * self.scale[1]

    def member(self, corner: Size) -> Anchor:
        """Anchor of a member whose corner is at this `point`."""
        anchor = self.anchor
        return replace(anchor, x=anchor.x + corner[0], y=anchor.y + corner[1])


def room(anchor: Anchor | None, size: Size) -> list[Inline]:
    """What keeps the text out of a group that stands in the line or has text around it."""
    takes_none = not all(size) or (anchor is not None and anchor.wrap == "none")
    return [] if takes_none else [Shape(*size, anchor, None, None, is_line=False)]
