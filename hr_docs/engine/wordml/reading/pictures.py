"""Pictures of the package: which bytes are shown, in which format (ECMA-376 §20.2, §15.2.14)."""

import io

from PIL import Image

from hr_docs.engine.wordml.content import Anchor, Picture, Unsupported
from hr_docs.engine.wordml.ooxml import R_NS, SVG_NS, Element, integer
from hr_docs.engine.wordml.reading.story import Story

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\x00\x00\x00", "EMF"),
)
_PER_MILLE_PERCENT = 100_000
_MOST_PIXELS = 80_000_000
_WEBP = slice(8, 12)


def picture(
    story: Story,
    blip: Element | None,
    *,
    size: tuple[float, float],
    anchor: Anchor | None,
    description: str = "",
    crop: Element | None = None,
    rotation: float = 0.0,
) -> Picture | Unsupported:
    """The picture of an a:blip; its SVG where Word kept one, a frame where nothing can be shown."""
    embed = blip.get(f"{{{R_NS}}}embed") if blip is not None else None
    linked = blip is not None and embed is None and blip.get(f"{{{R_NS}}}link") is not None
    part = _part(story, embed)
    vector = _part(story, _svg(blip))
    chosen = vector or part
    if chosen is None:
        what = "внешний рисунок" if linked else "рисунок, которого нет в файле"
        story.warn(what)
        return Unsupported(what, *size, anchor)
    content = story.source.package.read(chosen) or b""
    media_type = media_type_of(content, chosen)
    what = _fault(content, media_type)
    if what:
        story.warn(what)
        return Unsupported(what, *size, anchor)
    return Picture(chosen, media_type, *size, description, anchor, _crop(crop), rotation)


def media_type_of(content: bytes, part: str) -> str:
    """Media type by the first bytes; for what cannot be shown, the name of its format."""
    for signature, media_type in _SIGNATURES:
        if content.startswith(signature):
            return media_type
    if content[:4] == b"RIFF" and content[_WEBP] == b"WEBP":
        return "image/webp"
    if b"<svg" in content[:4096]:
        return "image/svg+xml"
    return (part.rpartition(".")[2] or "неизвестный").upper()


def _fault(content: bytes, media_type: str) -> str:
    """Why a picture cannot be shown; empty when it can."""
    if not media_type.startswith("image/"):
        return f"рисунок в формате {media_type}"
    if media_type == "image/svg+xml":
        return ""
    try:
        with Image.open(io.BytesIO(content)) as opened:
            width, height = opened.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return "повреждённый рисунок"
    return "" if width * height <= _MOST_PIXELS else "слишком большой рисунок"


def _svg(blip: Element | None) -> str | None:
    found = blip.find(f".//{{{SVG_NS}}}svgBlip") if blip is not None else None
    return found.get(f"{{{R_NS}}}embed") if found is not None else None


def _part(story: Story, identifier: str | None) -> str | None:
    relationship = story.relationship(identifier) if identifier else None
    if relationship is None or relationship.external:
        return None
    return relationship.target if relationship.target in story.source.package else None


def _crop(rectangle: Element | None) -> tuple[float, float, float, float]:
    """Shares cut off at the top, right, bottom and left (a:srcRect, §20.1.8.55)."""
    if rectangle is None:
        return 0.0, 0.0, 0.0, 0.0
    top, right, bottom, left = (
        min(max((integer(rectangle.get(side)) or 0) / _PER_MILLE_PERCENT, 0.0), 0.9)
        for side in ("t", "r", "b", "l")
    )
    return top, right, bottom, left
