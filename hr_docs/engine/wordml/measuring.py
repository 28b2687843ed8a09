"""Widths and line heights of text in points, from the advances of the fonts themselves."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from hr_docs.engine.wordml import fonts
from hr_docs.engine.wordml.properties import RunProperties

SUPERSCRIPT_SCALE = 0.65
SMALL_CAPS_SCALE = 0.8
_SINGLE_LINE = 240.0
_ASCII = re.compile(r"[\x00-\x7f«»–—“”„…№\xa0]+")
_PIECE = re.compile(r"[ \u200b]+|[^ \u200b]+")
DEFAULT_SIZE = 10.0
_TIGHTEST = 0.25  # of their size: letters any closer could not be told apart
_CLOSEST, _CLOSER = 0.85, 0.95  # how close letters of their own size, and smaller ones, may stand


class FontTable:
    """Families of one document: class by name (w:fontTable, §17.8.3.10), and unknown ones met."""

    def __init__(self, classes: dict[str, str]) -> None:
        self._classes = classes
        self.unknown: dict[str, str] = {}

    def family(self, name: str | None) -> fonts.Family:
        """Stand-in for a family; an inexact one is noted in `unknown` with what stands in."""
        choice = fonts.choose(name, self._classes.get((name or "").lower()))
        if not choice.is_exact and name and name not in self.unknown:
            self.unknown[name] = choice.family.name
        return choice.family


def face_of(run: RunProperties, family: fonts.Family) -> fonts.Face:
    """Face of a run in the family chosen for it."""
    return fonts.face(family, bold=bool(run.bold), italic=bool(run.italic))


def font_size(run: RunProperties) -> float:
    """Size as set: smaller for raised and lowered letters (w:vertAlign, §17.3.2.42)."""
    size = run.size or DEFAULT_SIZE
    return size * SUPERSCRIPT_SCALE if run.vertical in {"superscript", "subscript"} else size


def scripts(text: str, run: RunProperties, table: FontTable) -> Iterator[tuple[str, fonts.Family]]:
    """`text` cut into stretches of one family: Latin may be set in another than Cyrillic."""
    family = table.family(run.font)
    latin = family if run.ascii_font == run.font else table.family(run.ascii_font)
    if family is latin:
        yield text, family
        return
    if text.isascii():
        yield text, latin
        return
    start = 0
    for match in _ASCII.finditer(text):
        if not any(letter.isalnum() for letter in match[0]):
            continue
        if match.start() > start:
            yield text[start : match.start()], family
        yield match[0], latin
        start = match.end()
    if start < len(text):
        yield text[start:], family


def text_width(text: str, run: RunProperties, table: FontTable) -> float:
    """Width of a text on one line."""
    if run.caps:
        text = text.upper()
    size = font_size(run)
    width = sum(
        _em_width(stretch, family, bool(run.bold), bool(run.italic)) * size
        if not run.small_caps
        else _small_caps_width(stretch, face_of(run, family)) * size
        for stretch, family in scripts(text, run, table)
    )
    return width * (run.scale or 1.0) + len(text) * (run.spacing or 0.0)


def squeezed(text: str, run: RunProperties, table: FontTable) -> RunProperties:
    """The run with letters as wide together as w:w asks (§17.3.2.43), for which CSS has no word.

    The letters move closer or apart; where they would cover each other they are smaller too.
    """
    scale, plain = run.scale or 1.0, replace(run, scale=None)
    smaller = 1.0 if scale >= _CLOSEST else scale / _CLOSER
    natural = text_width(text, plain, table) - len(text) * (run.spacing or 0.0)
    closer = natural * (scale - smaller) / max(1, len(text))
    return replace(
        plain,
        size=round((run.size or DEFAULT_SIZE) * smaller, 2),
        spacing=round((run.spacing or 0.0) + closer, 3),
    )


def fitted(text: str, run: RunProperties, table: FontTable) -> RunProperties:
    """The run with its letters spread or moved together to the width of w:fitText (§17.3.2.14)."""
    plain = replace(run, spacing=None, fit=None)
    if not text or run.fit is None:
        return plain
    spacing = (run.fit - text_width(text, plain, table)) / len(text)
    return replace(plain, spacing=round(max(spacing, -_TIGHTEST * font_size(run)), 3))


@lru_cache(maxsize=8192)
def _em_width(text: str, family: fonts.Family, bold: bool, italic: bool) -> float:
    found = fonts.face(family, bold=bold, italic=italic)
    if found.covers(text):
        return found.width(text)
    others = [fonts.face(one, bold=bold, italic=italic) for one in fonts.fallbacks(family)]
    return sum(
        next((one for one in (found, *others) if letter in one.advances), found).width(letter)
        for letter in text
    )


def _small_caps_width(text: str, face: fonts.Face) -> float:
    return sum(
        face.width(letter.upper()) * (SMALL_CAPS_SCALE if letter.islower() else 1.0)
        for letter in text
    )


def line_height(rule: str | None, line: float | None, size: float, family: fonts.Family) -> float:
    """Height of a line of this font under w:spacing's line and lineRule (§17.3.1.33)."""
    natural = fonts.face(family, bold=False, italic=False).natural_height * size
    if line is None or line <= 0:
        return natural
    if rule == "exact":
        return line / 20
    if rule == "atLeast":
        return max(line / 20, natural)
    return natural * line / _SINGLE_LINE


class Cursor:
    """Where the pen stands while a paragraph is broken into lines, greedily as Word does."""

    def __init__(self, start: float, left: float, available: float) -> None:
        """The first line begins at `start`, later ones at `left`; all end at `available`."""
        self.x = start
        self.lines = 1
        self._left = left
        self._available = available

    def advance(self, width: float) -> None:
        """Move on over something that cannot be broken."""
        if self.x + width > self._available + 0.5 and self.x > self._left:
            self.break_line()
        self.x += width

    def feed(self, pieces: Iterable[tuple[str, float]]) -> None:
        """Move on over words and the spaces between them; spaces never break a line."""
        for text, width in pieces:
            if text.isspace():
                self.x += width
            else:
                self.advance(width)

    def break_line(self) -> None:
        """Go to the beginning of the next line."""
        self.x = self._left
        self.lines += 1


def pieces(text: str, run: RunProperties, table: FontTable) -> list[tuple[str, float]]:
    """Words and spaces of a text with their widths."""
    return [(one, text_width(one, run, table)) for one in _PIECE.findall(text)]
