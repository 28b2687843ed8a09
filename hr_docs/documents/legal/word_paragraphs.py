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

from hr_docs.engine.wordml.ooxml import MC_NS, W_NS, Element, attribute, w
from hr_docs.engine.wordml.parts import Package, parsed

Place = tuple[str | None, str | None, int | None]
"""The style of a paragraph, its own list and its own level: they decide about its number."""

_PARAGRAPH, _TEXT, _RUN, _FALLBACK = w("p"), w("t"), w("r"), f"{{{MC_NS}}}Fallback"
_STYLE, _LEVEL, _LIST = w("pStyle"), w("ilvl"), w("numId")
_SIGNS = {w("tab"): "\t", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_READ = (_PARAGRAPH, _TEXT, _STYLE, _LEVEL, _LIST, *_SIGNS, _FALLBACK)

_ROOT = re.compile(rb'\s*<\?xml version="1.0" encoding="UTF-8"[^>]*\?>\s*(<(w:[A-Za-z]+)\b[^<>]*>)')
_NAMESPACE = b'xmlns:w="%s"' % W_NS.encode()
_START = re.compile(rb"(?=<w:p[\s/>])")
_END = b"</w:p>"
_NOT_PLAIN = re.compile(rb"<!|<\?|xmlns(?::w)?=|purl\.oclc\.org|:Fallback[ />]")


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
    plain = _plain_form(content)
    if plain is None:
        return tuple(_read(parsed(content, part)))
    root, name, skeleton, paragraphs = plain
    _is_well_formed(skeleton, part)
    return tuple(_remembered(root, name, paragraph, part) for paragraph in paragraphs)


def _plain_form(content: bytes) -> tuple[bytes, bytes, bytes, list[bytes]] | None:
    """The root's tag and name, the part without its paragraphs, the paragraphs; None for others.

    In plain form `w` means WordprocessingML everywhere, no paragraph stands in another, and what
    looks like a tag is one.
    """
    root = _ROOT.match(content)
    if root is None or _NAMESPACE not in root[1] or content.count(W_NS.encode()) != 1:
        return None
    if _NOT_PLAIN.search(content, root.end()):
        return None
    between, *pieces = _START.split(content)
    skeleton, paragraphs = [between], []
    for piece in pieces:
        end = piece.find(b">") + 1
        if piece[end - 2 : end] != b"/>":
            if piece.count(_END) != 1:
                return None
            end = piece.find(_END) + len(_END)
        paragraphs.append(piece[:end])
        skeleton.append(piece[end:])
    return root[1], root[2], b"".join(skeleton), paragraphs


@lru_cache(maxsize=64)
def _is_well_formed(skeleton: bytes, part: str) -> bool:
    """True, or ConversionError."""
    parsed(skeleton, part)
    return True


@lru_cache(maxsize=2048)
def _remembered(root: bytes, name: bytes, paragraph: bytes, part: str) -> WordParagraph:
    (found,) = _read(parsed(b"%s%s</%s>" % (root, paragraph, name), part))
    return found


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
