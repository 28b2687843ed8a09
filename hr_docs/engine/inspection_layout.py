"""What the PDF of a template will not show as Word does, each with its place in the template."""

from collections.abc import Iterator

from lxml import etree

from hr_docs.engine.errors import ConversionError, Place, TemplateError
from hr_docs.engine.faults import Fault
from hr_docs.engine.package import WordPackage
from hr_docs.engine.template import read_part
from hr_docs.engine.templating.checks import ReadPart
from hr_docs.engine.templating.paragraphs import P, W
from hr_docs.engine.wordml import ConversionWarning, conversion_report

_FONTS = f"{{{W}}}rFonts"
_STYLE = f"{{{W}}}style"
_NAMED_ELSEWHERE = "word/styles.xml"


def conversion_faults(template: bytes) -> list[Fault]:
    """Warnings of the converter about the template itself, whatever its conditions leave out.

    A text that is read here still has its tags: letters that values bring are not in it.
    """
    try:
        warnings = conversion_report(template)
    except ConversionError as error:
        return [Fault("pdf", "error", error.place or Place(), f"PDF не получается: {error.cause}")]
    places = _Places(WordPackage.unpack(template))
    return [warning_fault(warning, places.of(warning)) for warning in warnings]


def warning_fault(warning: ConversionWarning, place: Place) -> Fault:
    """A warning of the converter as the author of the template is told of it."""
    code = "font" if warning.font else "pdf"
    return Fault(code, "warning", place, f"В PDF будет иначе, чем в Word: {warning.what}.")


class _Places:
    """Finds what a warning is about; parts are read once."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._parts: dict[str, ReadPart | None] = {}

    def of(self, warning: ConversionWarning) -> Place:
        if warning.font:
            return self._of_font(warning)
        part = self._part(warning.part)
        if part is None or warning.paragraph is None:
            return Place()
        counted = [one.place for one in part.paragraphs if _counts(one.element)]
        return counted[min(warning.paragraph, len(counted)) - 1] if counted else Place(part.name)

    def _of_font(self, warning: ConversionWarning) -> Place:
        """The first paragraph set in the font; else the style that asks for it."""
        part = self._part(warning.part)
        for paragraph in part.paragraphs if part else ():
            if any(_is_in(fonts, warning.font) for fonts in paragraph.element.iter(_FONTS)):
                return paragraph.place
        return next(self._styles_with(warning.font), Place())

    def _styles_with(self, font: str) -> Iterator[Place]:
        styles = self._part(_NAMED_ELSEWHERE)
        for style in styles.root.iter(_STYLE) if styles else ():
            if any(_is_in(fonts, font) for fonts in style.iter(_FONTS)):
                name = style.find(f"{{{W}}}name")
                words = name.get(f"{{{W}}}val", "") if name is not None else ""
                yield Place(_NAMED_ELSEWHERE, text=words)

    def _part(self, name: str) -> ReadPart | None:
        if name not in self._parts:
            try:
                self._parts[name] = read_part(self._package, name)
            except (TemplateError, KeyError):
                self._parts[name] = None
        return self._parts[name]


def _counts(paragraph: etree._Element) -> bool:
    """The converter counts paragraphs in tables, and not those of text boxes."""
    return next(paragraph.iterancestors(P), None) is None


def _is_in(fonts: etree._Element, name: str) -> bool:
    return name in {fonts.get(f"{{{W}}}{script}") for script in ("ascii", "hAnsi", "cs")}
