"""The tags of a template as they stand in the text of paragraphs.

Word splits a tag over several runs and "corrects" what is typed: no-break spaces, «guillemets» for
quotation marks, invisible characters. Tags are found in the text of the whole paragraph, cleaned,
and marked with their number, so that they are known again after docxtpl has moved them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import combining, normalize

from hr_docs.engine.errors import Place
from hr_docs.engine.templating.paragraphs import Paragraph

_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = re.compile(r"\{[{%#]")
_PREFIX = re.compile(r"(tr|tc|p|r) ")
_FIRST_WORD = re.compile(r"\w+")
# {% if(x) %} is right, and read by nobody else as the tag that it is.
_GLUED = re.compile(r"\{%[-+]?(?:(?:tr|tc|p|r) )?\s*\w+(?=\()")
_END_RAW = re.compile(r"\{%-?\s*endraw\s*-?%\}")
# An opening quotation mark of any kind → the marks that may close it.
_QUOTES = {"'": "'", '"': '"', "«": "»", "„": "“”", "“": "”", "”": "”", "‘": "’", "’": "’"}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SHOWN = 100
# docxtpl finds these two by their exact spelling: a mark would hide them.
_UNMARKED = frozenset({"vm", "hm"})
# Marks are private characters of planes 15 and 16: no tag holds one, XML allows them.
FIRST_MARK, LAST_MARK = 0xF0000, 0x10FFF0
MARKS = re.compile(f"[{chr(FIRST_MARK)}-{chr(LAST_MARK)}]")


@dataclass(frozen=True, slots=True)
class Tag:
    """A closed tag: `raw` with its braces; `prefix` "p", "tr", "tc", "r" or ""; `body` between.

    `span` is its place in the text of the paragraph.
    """

    raw: str
    kind: str
    prefix: str
    body: str
    place: Place
    span: tuple[int, int]

    @property
    def shown(self) -> str:
        """The tag as a message names it."""
        return shown(self.raw)

    @property
    def keyword(self) -> str:
        """First word of a statement ("if", "endfor", "set"), empty for other kinds of tag."""
        word = _FIRST_WORD.match(self.body) if self.kind == "{%" else None
        return word.group() if word else ""


def shown(raw: str) -> str:
    """As much of a tag as a message can bear."""
    return raw if len(raw) <= _SHOWN else raw[: _SHOWN - 1] + "…"


def find_tags(paragraph: Paragraph) -> list[Tag]:
    """The closed tags of a paragraph in their order; a {% raw %} section holds none."""
    text = paragraph.text
    tags: list[Tag] = []
    opening = _OPENING.search(text)
    while opening:
        end = _end_of_tag(text, opening.end(), _CLOSING[opening.group()])
        if end is None:
            opening = _OPENING.search(text, opening.end())
            continue
        tag = _tag(text[opening.start() : end], paragraph.place, opening.start())
        tags.append(tag)
        opening = _OPENING.search(text, _end_of_raw(text, end) if tag.body == "raw" else end)
    return tags


def _tag(raw: str, place: Place, start: int) -> Tag:
    inner = raw[2:-2]
    found = _PREFIX.match(inner)
    prefix = found.group(1) if found else ""
    body = inner[len(prefix) :].strip()
    body = body.removeprefix("-").removeprefix("+").removesuffix("-").removesuffix("+").strip()
    return Tag(raw, raw[:2], prefix, body, place, (start, start + len(raw)))


def _end_of_tag(text: str, start: int, closing: str) -> int | None:
    """Where the tag ends; None when another tag or the end of the text comes first.

    A closing mark inside a string in quotation marks does not count, as in Jinja itself.
    """
    awaited = ""
    for at in range(start, len(text)):
        here = text[at]
        if awaited:
            awaited = "" if here in awaited else awaited
        elif text.startswith(closing, at):
            return at + 2
        elif closing != "#}" and _OPENING.match(text, at):
            return None
        elif closing != "#}":
            awaited = _QUOTES.get(here, "")
    end = text.find(closing, start) if awaited else -1
    return end + 2 if end >= 0 else None


def _end_of_raw(text: str, start: int) -> int:
    end = _END_RAW.search(text, start)
    return end.end() if end else len(text)


def clean_tags(paragraphs: Iterable[Paragraph]) -> None:
    """Undo inside tags, in place, what Word's autocorrection does to them."""
    for paragraph in paragraphs:
        text = paragraph.text
        if "{" not in text:
            continue
        characters = list(text)
        for tag in find_tags(paragraph):
            _clean(characters, *tag.span)
            glued = _GLUED.match(tag.raw)
            if glued:
                characters[tag.span[0] + glued.end()] = " ("
        if characters != list(text):
            paragraph.write(characters)


def _clean(characters: list[str], start: int, end: int) -> None:
    awaited = ""
    for at in range(start, end):
        here = characters[at]
        if awaited and here in awaited:
            characters[at] = "'" if here in "'’" else '"'
            awaited = ""
        elif awaited:
            continue
        elif here in _QUOTES:
            awaited = _QUOTES[here]
            characters[at] = "'" if here in "'‘’" else '"'
        elif here in _INVISIBLE:
            characters[at] = ""
        elif combining(here):
            # A Mac may write й as и with a mark above it.
            characters[at - 1] = normalize("NFC", characters[at - 1] + here)
            characters[at] = ""
        elif here.isspace():
            characters[at] = " "


def mark_tags(paragraphs: Iterable[Paragraph]) -> list[Tag]:
    """Put a mark before the end of each tag, in place; tag N of the answer has mark N."""
    marked: list[Tag] = []
    for paragraph in paragraphs:
        tags = [tag for tag in find_tags(paragraph) if _can_be_marked(tag)]
        if not tags:
            continue
        characters = list(paragraph.text)
        for tag in tags:
            end = tag.span[1] - 2
            end -= characters[end - 1] in "-+"
            characters[end] = chr(FIRST_MARK + len(marked)) + characters[end]
            marked.append(tag)
        paragraph.write(characters)
    return marked


def _can_be_marked(tag: Tag) -> bool:
    return tag.kind != "{#" and tag.keyword not in _UNMARKED
