"""Font families of Word and the free fonts that stand in for them, from explicit files.

The stand-ins have the same advance widths as the originals, so lines break where Word breaks
them. Nothing is left to what a machine's font configuration happens to choose.
"""

import logging
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from hr_docs.engine.errors import ConversionError

_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
)
_UNKNOWN_ADVANCE = 0.5

# Carlito's creation date is odd, which fontTools reports for every process that reads it.
logging.getLogger("fontTools").setLevel(logging.ERROR)


@dataclass(frozen=True, eq=False, slots=True)
class Family:
    """A family of four faces: its name, the Debian package it comes in, and its files' stem.

    There is one of each, equal only to itself, so quickly hashed.
    """

    name: str
    package: str
    stem: str
    oblique: str = "Italic"

    @property
    def css_name(self) -> str:
        """Name that only our own @font-face rules define."""
        return f"{self.stem}Pinned"


SERIF = Family("Liberation Serif", "fonts-liberation", "LiberationSerif")
SANS = Family("Liberation Sans", "fonts-liberation", "LiberationSans")
MONO = Family("Liberation Mono", "fonts-liberation", "LiberationMono")
CARLITO = Family("Carlito", "fonts-crosextra-carlito", "Carlito")
CALADEA = Family("Caladea", "fonts-crosextra-caladea", "Caladea")
REQUIRED = (SERIF, SANS, MONO, CARLITO, CALADEA)
# Better than the required ones where they are installed: a narrow face, and signs (☐, ✓, ➢).
NARROW = Family("Liberation Sans Narrow", "fonts-liberation", "LiberationSansNarrow")
SIGNS = Family("DejaVu Sans", "fonts-dejavu-core", "DejaVuSans", "Oblique")

_STAND_INS = {
    "times new roman": SERIF, "times": SERIF, "times new roman cyr": SERIF, "tinos": SERIF,
    "liberation serif": SERIF, "arial": SANS, "arial cyr": SANS, "helvetica": SANS,
    "arimo": SANS, "liberation sans": SANS, "courier new": MONO, "courier": MONO,
    "courier new cyr": MONO, "cousine": MONO, "liberation mono": MONO, "calibri": CARLITO,
    "calibri light": CARLITO, "carlito": CARLITO, "cambria": CALADEA, "caladea": CALADEA,
    "cambria math": CALADEA,
    # Of the same widths: of Russian systems and offices, of Ghostscript, as PDF files name them.
    "pt astra serif": SERIF, "xo thames": SERIF, "nimbus roman": SERIF,
    "nimbus roman no9 l": SERIF, "timesnewromanpsmt": SERIF, "timesnewromanps": SERIF,
    "timesnewroman": SERIF, "xo oriel": SANS, "nimbus sans": SANS, "nimbus sans l": SANS,
    "arialmt": SANS, "xo courser": MONO, "nimbus mono": MONO, "nimbus mono l": MONO,
    "couriernewpsmt": MONO, "couriernew": MONO, "xo caliburn": CARLITO,
}  # fmt: skip
# w:family of the font table (§17.8.3.9), and words in a family's name, that tell its nearest.
_NEAREST_BY_CLASS = {"roman": SERIF, "swiss": SANS, "modern": MONO}
_NEAREST_BY_NAME = (
    ("mono", MONO), ("consol", MONO), ("courier", MONO), ("typewriter", MONO), ("sans", SANS),
    ("serif", SERIF), ("arial", SANS), ("helvet", SANS), ("verdana", SANS), ("tahoma", SANS),
    ("segoe", SANS), ("roboto", SANS), ("trebuchet", SANS), ("gothic", SANS), ("aptos", SANS),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """The family used for one of Word's; `is_exact` when lines break as with the original."""

    family: Family
    is_exact: bool


@lru_cache(maxsize=512)
def choose(name: str | None, font_class: str | None = None) -> Choice:
    """Stand-in for a family of Word.

    An unknown family becomes Liberation Mono, Sans or Serif: by a word in its name ("Mono",
    "Sans"…), then by its class in the document's font table, then Serif.
    """
    key = (name or "").strip().lower()
    if key in _STAND_INS:
        return Choice(_STAND_INS[key], is_exact=True)
    if key == "arial narrow" and path_of(NARROW, bold=False, italic=False):
        return Choice(NARROW, is_exact=True)
    for word, family in _NEAREST_BY_NAME:
        if word in key:
            return Choice(family, is_exact=False)
    return Choice(_NEAREST_BY_CLASS.get(font_class or "", SERIF), is_exact=False)


@lru_cache(maxsize=1)
def _files() -> dict[str, Path]:
    """Every font file of the machine by its name; the first in order of path wins."""
    found: dict[str, Path] = {}
    for folder in _FOLDERS:
        for path in sorted(folder.rglob("*.[to]tf")) if folder.is_dir() else ():
            found.setdefault(path.name, path)
    return found


def path_of(family: Family, *, bold: bool, italic: bool) -> Path | None:
    """File of one face; None when it is not installed."""
    style = ("Bold" if bold else "") + (family.oblique if italic else "")
    plain = ("", "-Regular") if not style else (f"-{style}",)
    for suffix in plain:
        path = _files().get(f"{family.stem}{suffix}.ttf")
        if path is not None:
            return path
    return None


def missing_fonts() -> list[str]:
    """Debian packages of required families of which a face is not installed; empty when all are."""
    return sorted(
        {
            family.package
            for family in REQUIRED
            for bold in (False, True)
            for italic in (False, True)
            if path_of(family, bold=bold, italic=italic) is None
        }
    )


class Face:
    """Measures of one font file, in ems."""

    def __init__(self, family: Family, path: Path) -> None:
        font = TTFont(path, lazy=True)
        units = font["head"].unitsPerEm
        header, widths = font["hhea"], font["hmtx"].metrics
        self.family = family
        self.path = path
        self.natural_height: float = (header.ascent - header.descent + header.lineGap) / units
        self.ascent: float = header.ascent / units
        self.advances: dict[str, float] = {
            chr(code): widths[glyph][0] / units for code, glyph in font.getBestCmap().items()
        }
        font.close()

    def width(self, text: str) -> float:
        """Sum of the advances, without kerning; signs from elsewhere count half an em."""
        advances = self.advances
        return sum(advances.get(letter, _UNKNOWN_ADVANCE) for letter in text)

    def covers(self, text: str) -> bool:
        """Whether the face has a glyph for every letter."""
        return all(letter in self.advances for letter in text)


@lru_cache(maxsize=64)
def outlines(path: Path, text: str) -> tuple[str, tuple[float, float, float, float]]:
    """A text as an SVG path, its y upwards, and the box that holds it; both in the font's units."""
    font = TTFont(path, lazy=True)
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    drawn, bounds, x = SVGPathPen(glyphs), BoundsPen(glyphs), 0.0
    for letter in text:
        glyph = glyphs[names.get(ord(letter), ".notdef")]
        for pen in (drawn, bounds):
            glyph.draw(TransformPen(pen, (1, 0, 0, 1, x, 0)))
        x += glyph.width
    font.close()
    return drawn.getCommands(), bounds.bounds or (0.0, 0.0, max(x, 1.0), 1.0)


@lru_cache(maxsize=64)
def face(family: Family, *, bold: bool, italic: bool) -> Face:
    """Measures of a face; raise ConversionError naming the package when it is not installed."""
    path = path_of(family, bold=bold, italic=italic)
    if path is None:
        raise ConversionError(
            f"не установлен шрифт {family.name}: установите пакет {family.package}"
        )
    return Face(family, path)


@lru_cache(maxsize=64)
def fallbacks(family: Family) -> tuple[Family, ...]:
    """Families tried, in this order, for letters that `family` lacks (Caladea: Cyrillic)."""
    serifs = (SERIF,) if family is not SERIF else ()
    signs = (SIGNS,) if path_of(SIGNS, bold=False, italic=False) else ()
    return (*serifs, *signs)
