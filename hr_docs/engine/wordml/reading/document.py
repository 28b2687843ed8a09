"""A whole .docx → the model of content.py."""

from collections import Counter
from dataclasses import dataclass

from lxml import etree

from hr_docs.engine.errors import ConversionError, Place
from hr_docs.engine.wordml.content import Paragraph, Text
from hr_docs.engine.wordml.measuring import FontTable
from hr_docs.engine.wordml.ooxml import (
    V_NS,
    W_NS,
    Element,
    attribute,
    child,
    hex_color,
    measure,
    value,
    w,
)
from hr_docs.engine.wordml.parts import Package
from hr_docs.engine.wordml.reading.blocks import read_blocks
from hr_docs.engine.wordml.reading.formatting import LARGEST_FONT
from hr_docs.engine.wordml.reading.sections import read_sections
from hr_docs.engine.wordml.reading.story import ConversionWarning, Source, Story
from hr_docs.engine.wordml.sections import Document, Properties, Section

_LANGUAGE = "ru-RU"  # when the document names none
_TOO_LARGE = etree.XPath("boolean(//w:sz[@w:val > $limit])", namespaces={"w": W_NS})
_ENDLESS = "поле без конца показано как текст"
_ZONE = 18.0  # points, where a document does not say
_PATTERN = "узор или рисунок фона страниц не показан, только цвет"
_LEFT_IN = {
    "ins": "есть непринятые исправления: вставленный текст показан",
    "del": "есть непринятые исправления: удалённый текст не показан",
    "commentReference": "примечания не показаны",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, with what writing still needs: picture bytes, font choices, warnings."""

    document: Document
    package: Package
    fonts: FontTable
    warnings: list[ConversionWarning]


def read_document(docx: bytes) -> Reading:
    """Read a .docx; raise ConversionError when it is not one or is damaged."""
    package = Package(docx)
    root = package.xml(package.main)
    body = child(root, "body")
    if root is None or body is None:
        raise ConversionError("в документе нет текста (w:body)", Place(package.main))
    source, sections = _read(package, body)
    _warn_of_what_is_left_in(root, source)
    document = Document(
        sections=sections,
        endnotes=tuple(source.endnotes),
        properties=_properties(package, sections),
        even_and_odd=source.is_stated("evenAndOddHeaders"),
        expands_breaks=not source.is_set("doNotExpandShiftReturn"),
        mirrored=source.is_stated("mirrorMargins"),
        background=_background(root, source),
        hyphenation=_hyphenation(source),
    )
    return Reading(document, package, source.fonts, source.warnings)


def _read(package: Package, body: Element) -> tuple[Source, tuple[Section, ...]]:
    """The body, read once more where a field that never ends would hide the rest of it."""
    source = Source(package, read_blocks)
    story = Story(source, package.main, source.counters)
    sections = read_sections(body, source, story)
    if not story.fields:
        return source, sections
    for one in story.fields:
        one.mark.set(w("fldCharType"), "")
    source, sections = _read(package, body)
    source.warnings.append(ConversionWarning(package.main, None, _ENDLESS))
    return source, sections


def _warn_of_what_is_left_in(root: Element, source: Source) -> None:
    if _TOO_LARGE(root, limit=int(LARGEST_FONT * 2)):
        what = f"буквы больше {LARGEST_FONT:g} пт показаны мельче"
        source.warnings.append(ConversionWarning(source.package.main, None, what))
    for tag, what in _LEFT_IN.items():
        if next(root.iter(w(tag)), None) is not None:
            source.warnings.append(ConversionWarning(source.package.main, None, what))


def _hyphenation(source: Source) -> float | None:
    """Zone in which no word is hyphenated (§17.15.1.10, §17.15.1.53); None without hyphenation."""
    if not source.is_stated("autoHyphenation"):
        return None
    zone = None if source.settings is None else measure(value(source.settings, "hyphenationZone"))
    return _ZONE if zone is None else max(0.0, zone)


def _background(root: Element, source: Source) -> str | None:
    """Colour of the paper where it is to be shown (§17.2.1, §17.15.1.25)."""
    found = child(root, "background")
    if found is None or not source.is_stated("displayBackgroundShape"):
        return None
    if found.find(f".//{{{V_NS}}}fill") is not None:
        source.warnings.append(ConversionWarning(source.package.main, None, _PATTERN))
    return hex_color(attribute(found, "color"))


def _properties(package: Package, sections: tuple[Section, ...]) -> Properties:
    part = package.related("", "core-properties")
    root = package.xml(part)
    found = {
        etree.QName(one).localname: (one.text or "").strip()
        for one in (root if root is not None else ())
        if isinstance(one.tag, str)
    }
    return Properties(
        title=found.get("title", ""),
        author=found.get("creator", ""),
        subject=found.get("subject") or found.get("description", ""),
        keywords=found.get("keywords", ""),
        identifier=found.get("identifier", ""),
        created=found.get("created", ""),
        modified=found.get("modified", ""),
        language=found.get("language") or _commonest_language(sections) or _LANGUAGE,
    )


def _commonest_language(sections: tuple[Section, ...]) -> str | None:
    """Language (w:lang, §17.3.2.20) in which most letters of the body's paragraphs are set."""
    weights: Counter[str] = Counter()
    paragraphs = (
        block for section in sections for block in section.blocks if isinstance(block, Paragraph)
    )
    for paragraph in paragraphs:
        for one in paragraph.content:
            if isinstance(one, Text) and one.run.language:
                weights[one.run.language] += len(one.text)
    return weights.most_common(1)[0][0] if weights else None
