r"""References to numbered paragraphs (REF fields with \n, \r or \w, ECMA-376 17.16.5.50).

Word writes the number into the file when the reference is typed and looks at it again only when
fields are updated. In a filled template clauses come and go with their conditions, so the numbers
are written anew.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from hr_docs.engine.clause_numbers import Lists, Place, labels_of
from hr_docs.engine.errors import Place as WordPlace
from hr_docs.engine.errors import TemplateError
from hr_docs.engine.safety import parse_xml
from hr_docs.engine.templating.paragraphs import P, T, W, read_paragraphs

_REFERENCE = re.compile(r"\s*REF\s+(\S+)\s.*\\([nrw])\b", re.IGNORECASE | re.DOTALL)
_SIGN = re.compile(rb"(?i)REF\s[^<]*\\[nrw]")
_SIMPLE, _CODE, _CHARACTER = f"{{{W}}}fldSimple", f"{{{W}}}instrText", f"{{{W}}}fldChar"
_KIND, _INSTRUCTION, _VAL = f"{{{W}}}fldCharType", f"{{{W}}}instr", f"{{{W}}}val"
_BOOKMARK, _NAME = f"{{{W}}}bookmarkStart", f"{{{W}}}name"
_STYLE, _NUMBER = f"{{{W}}}pPr/{{{W}}}pStyle", f"{{{W}}}pPr/{{{W}}}numPr/{{{W}}}numId"
_LEVEL = f"{{{W}}}pPr/{{{W}}}numPr/{{{W}}}ilvl"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LOST = (
    "перекрёстная ссылка ведёт на пункт, которого в этом документе нет: поставьте её под то же "
    "условие, что и пункт"
)


@dataclass(slots=True)
class _Reference:
    """A field: its code as far as it was read, and the texts that show its result."""

    code: str = ""
    shows: bool = False
    result: list[etree._Element] = field(default_factory=list)

    @property
    def bookmark(self) -> str:
        """What it refers to; empty for a field that shows no number of a paragraph."""
        found = _REFERENCE.match(self.code)
        return found[1] if found else ""

    @property
    def is_short(self) -> bool:
        """Whether it shows the paragraph's own number without those above it."""
        found = _REFERENCE.match(self.code)
        return found is not None and found[2].lower() == "n"

    def read(self, element: etree._Element) -> None:
        """Go on with what stands in the field: its code, what ends it, its result."""
        if element.tag == _CHARACTER:
            self.shows = True
        elif element.tag == _CODE and not self.shows:
            self.code += element.text or ""
        elif element.tag == T and self.shows:
            self.result.append(element)


def has_references(xml: bytes) -> bool:
    """Whether a part may refer to numbered paragraphs."""
    return bool(_SIGN.search(xml))


def with_numbers(xml: bytes, part: str, lists: Lists) -> bytes:
    """The part with the numbers that its references have now.

    What is referred to without being numbered keeps what is shown. Raises TemplateError for a
    reference to a paragraph that is not there.
    """
    root = parse_xml(xml, part)
    numbers = _numbers(root, lists)
    for reference in [one for one in _references(root) if one.bookmark and one.result]:
        if reference.bookmark not in numbers:
            raise TemplateError(_LOST, _place(root, part, reference.result[0]))
        own, whole = numbers[reference.bookmark]
        number = own if reference.is_short else whole
        for text in reference.result if number else ():
            text.text = number if text is reference.result[0] else ""
    return (_DECLARATION + etree.tostring(root, encoding="unicode")).encode()


def _numbers(root: etree._Element, lists: Lists) -> dict[str, tuple[str, str]]:
    """By bookmark the number of its paragraph: its own, and with those above it."""
    paragraphs = list(root.iter(P))
    labels = labels_of(lists, tuple(map(_place_of, paragraphs)))
    whole = _whole(lists, paragraphs, labels)
    by_paragraph = {
        paragraph: (own.removesuffix("."), full.removesuffix("."))
        for paragraph, own, full in zip(paragraphs, labels, whole, strict=True)
    }
    numbers: dict[str, tuple[str, str]] = {}
    for bookmark in root.iter(_BOOKMARK):
        paragraph = next(bookmark.iterancestors(P), None)
        paragraph = next(bookmark.itersiblings(P), None) if paragraph is None else paragraph
        if paragraph is not None:
            numbers.setdefault(bookmark.get(_NAME, ""), by_paragraph[paragraph])
    return numbers


def _whole(
    lists: Lists, paragraphs: list[etree._Element], labels: tuple[str, ...]
) -> Iterator[str]:
    """Each number with those above it in its list, where it does not tell them itself: «1.а)»."""
    above: dict[tuple[str, int], str] = {}
    for paragraph, label in zip(paragraphs, labels, strict=True):
        found, number = lists.level_of(_place_of(paragraph)), label
        if found:
            counters, index = found[0].counters, found[1].index
            parent = above.get((counters, index - 1), "")
            number = label if label.startswith(parent) else parent + label
            above[counters, index] = number
        yield number


def _place_of(paragraph: etree._Element) -> Place:
    level = _value(paragraph, _LEVEL)
    number = int(level) if level is not None and level.isdigit() else None
    return _value(paragraph, _STYLE), _value(paragraph, _NUMBER), number


def _value(paragraph: etree._Element, path: str) -> str | None:
    found = paragraph.find(path)
    return found.get(_VAL) if found is not None else None


def _references(root: etree._Element) -> Iterator[_Reference]:
    for simple in root.iter(_SIMPLE):
        yield _Reference(simple.get(_INSTRUCTION, ""), True, list(simple.iter(T)))
    open_ones: list[_Reference] = []
    for element in root.iter(_CODE, _CHARACTER, T):
        kind = element.get(_KIND) if element.tag == _CHARACTER else None
        if kind == "begin":
            open_ones.append(_Reference())
        elif open_ones and kind == "end":
            yield open_ones.pop()
        elif open_ones:
            open_ones[-1].read(element)


def _place(root: etree._Element, part: str, text: etree._Element) -> WordPlace:
    """The paragraph, without its number: it counts those of the filled document."""
    around = next(text.iterancestors(P), None)
    found = (one.place for one in read_paragraphs(root, part) if one.element is around)
    return replace(next(found, WordPlace(part)), paragraph=None)
