"""The paragraphs of one part of a Word file: their text, and what decides about their numbers.

Parsing a part takes longer than filling it, and a run reads a thousand papers that differ in some
dozens of paragraphs. A part in plain form is cut into its paragraphs, and each of them, as well as
what is left without them, is parsed once for all papers in which it has the same bytes. Whatever is
not in plain form is parsed whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from hr_docs.engine.clause_numbers import Place
from hr_docs.engine.errors import ConversionError
from hr_docs.engine.wordml.ooxml import MC_NS, W_NS, Element, attribute, w
from hr_docs.engine.wordml.parts import Package, parsed

_PARAGRAPH, _TEXT, _RUN, _FALLBACK = w("p"), w("t"), w("r"), f"{{{MC_NS}}}Fallback"
_STYLE, _LEVEL, _LIST = w("pStyle"), w("ilvl"), w("numId")
_SIGNS = {w("tab"): "\t", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_READ = (_PARAGRAPH, _TEXT, _STYLE, _LEVEL, _LIST, *_SIGNS, _FALLBACK)

_ROOT = re.compile(rb'\s*<\?xml version="1.0" encoding="UTF-8"[^>]*\?>\s*(<(w:[A-Za-z]+)\b[^<>]*>)')
_NAMESPACE = b'xmlns:w="%s"' % W_NS.encode()
_START = re.compile(rb"<w:p[\s/>]")
_END = b"</w:p>"
_NOT_PLAIN = (b"<!", b"<?", b"xmlns=", b"xmlns:w=", W_NS.encode(), b"purl.oclc.org", b":Fallback")


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """No-break spaces of `text` are plain ones, and there are none at its ends."""

    place: Place
    text: str


def paragraphs_of(package: Package, part: str) -> tuple[WordParagraph, ...]:
    """Every paragraph in order; one inside a box comes when the box is reached."""
    content = package.read(part)
    if content is None:
        return ()
    found = _read_in_pieces(content, part)
    return tuple(_read(parsed(content, part))) if found is None else found


def _read_in_pieces(content: bytes, part: str) -> tuple[WordParagraph, ...] | None:
    """None for a part that is not in plain form."""
    root = _ROOT.match(content)
    if root is None or root[1].count(_NAMESPACE) != 1 or root[1].count(W_NS.encode()) != 1:
        return None
    frame = (root[1], b"</%s>" % root[2], part)
    skeleton, pieces = _cut(content[root.end() :])
    try:
        read = tuple(found for piece in pieces if (found := _remembered(frame, piece)) is not None)
        whole = len(read) == len(pieces) and _is_plain_and_well_formed(frame, skeleton)
    except ConversionError:  # cut where nothing ends, or not XML at all
        return None
    return read if whole else None


_Frame = tuple[bytes, bytes, str]  # the tags of a part's root, the part's name


def _cut(content: bytes) -> tuple[bytes, list[bytes]]:
    """What stands between the paragraphs, and the paragraphs, as far as one can tell.

    Where one stands in another, or what looks like a tag is none, a piece is not plain.
    """
    between, paragraphs, position = [], [], 0
    starts = [found.start() for found in _START.finditer(content)]
    for start, following in zip(starts, [*starts[1:], len(content)], strict=True):
        between.append(content[position:start])
        position = content.find(b">", start) + 1
        if content[position - 2 : position] != b"/>":
            position = content.find(_END, start, following) + len(_END)
        if not start < position <= following:  # it ends within or after the next one
            position = following
        paragraphs.append(content[start:position])
    return b"".join([*between, content[position:]]), paragraphs


@lru_cache(maxsize=64)
def _is_plain_and_well_formed(frame: _Frame, skeleton: bytes) -> bool:
    """Raises ConversionError for what is not well-formed."""
    parsed(frame[0] + skeleton, frame[2])
    return _is_plain(skeleton)


@lru_cache(maxsize=2048)
def _remembered(frame: _Frame, paragraph: bytes) -> WordParagraph | None:
    """What a paragraph says; None where that cannot be told without the others."""
    if not _is_plain(paragraph) or paragraph.count(_END) > 1:
        return None
    if not paragraph.endswith((_END, b"/>")):
        return None
    start, end, part = frame
    found = list(_read(parsed(start + paragraph + end, part)))
    return found[0] if len(found) == 1 else None


def _is_plain(piece: bytes) -> bool:
    return not any(sign in piece for sign in _NOT_PLAIN)


@dataclass(slots=True)
class _Reading:
    """A paragraph while its elements pass by."""

    style: str | None = None
    number: str | None = None
    level: int | None = None
    parts: list[str] = field(default_factory=list)

    def read(self, element: Element) -> None:
        tag = element.tag
        if tag == _TEXT:
            self.parts.append(element.text or "")
        elif tag == _STYLE:
            self.style = self.style or attribute(element, "val")
        elif tag == _LIST:
            self.number = self.number or attribute(element, "val")
        elif tag == _LEVEL:
            text = attribute(element, "val") or ""
            self.level = int(text) if self.level is None and text.isdigit() else self.level
        elif _is_in_run(element):  # not a tab stop of the paragraph's properties
            self.parts.append(_SIGNS[tag])

    def finished(self) -> WordParagraph:
        text = "".join(self.parts).replace("\N{NO-BREAK SPACE}", " ").strip()
        return WordParagraph((self.style, self.number, self.level), text)


def _is_in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == _RUN


def _read(root: Element) -> Iterator[WordParagraph]:
    reading: _Reading | None = None
    skipped: set[Element] = set()
    for element in root.iter(*_READ):
        if element in skipped:
            continue
        if element.tag == _PARAGRAPH:
            if reading is not None:
                yield reading.finished()
            reading = _Reading()
        elif element.tag == _FALLBACK:  # says once more what the choice before it said
            skipped.update(element.iter(*_READ))
        elif reading is not None:
            reading.read(element)
    if reading is not None:
        yield reading.finished()
