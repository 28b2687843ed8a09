"""Fields (ECMA-376 §17.16): which results are kept, which are computed, which become links."""

import re
from collections.abc import Container
from dataclasses import dataclass
from itertools import pairwise

from hr_docs.engine.wordml.content import Inline, LinkStart, PageNumber, Text
from hr_docs.engine.wordml.ooxml import Element, attribute, child, children, integer, on_off
from hr_docs.engine.wordml.properties import RunProperties
from hr_docs.engine.wordml.symbols import symbol

COMPUTED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_WORDS = re.compile(r'"([^"]*)"|(\S+)')
# General formatting switch \* (§17.16.4.3.1) → list format of the same looks.
_SWITCHES = {
    "roman": "lowerRoman", "ROMAN": "upperRoman", "Roman": "upperRoman",
    "alphabetic": "lowerLetter", "ALPHABETIC": "upperLetter", "ArabicDash": "numberInDash",
}  # fmt: skip
_FOLLOWED = ("http://", "https://", "mailto:", "tel:", "ftp://")
CHECKED, UNCHECKED = "☒", "☐"


@dataclass(slots=True)
class OpenField:
    """A complex field between its begin and end; `replaced` hides the stored result."""

    mark: Element
    run: RunProperties
    form: Element | None = None
    code: str = ""
    in_result: bool = False
    replaced: bool = False
    reference: PageNumber | None = None
    is_link: bool = False

    @property
    def is_visible(self) -> bool:
        return self.in_result and not self.replaced


def words(code: str) -> list[str]:
    """Field name, arguments and switches, without quotation marks."""
    return [quoted or plain for quoted, plain in _WORDS.findall(code)]


def computed(code: str, run: RunProperties) -> Inline | None:
    """What replaces a field that is worked out anew; None keeps the stored result."""
    parts = words(code)
    name = parts[0].upper() if parts else ""
    if name in COMPUTED:
        return PageNumber(name, _number_format(parts), run)
    if name == "SYMBOL" and len(parts) > 1:
        return _symbol(parts, run)
    return None


def page_reference(code: str, run: RunProperties, bookmarks: Container[str]) -> PageNumber | None:
    r"""What a PAGEREF (§17.16.5.45) to one of these bookmarks shows; `\p` asks for words."""
    parts = words(code)
    if len(parts) < 2 or parts[0].upper() != "PAGEREF" or "\\p" in parts:
        return None
    if parts[1] not in bookmarks:
        return None
    return PageNumber("PAGEREF", _number_format(parts) or "decimal", run, bookmark=parts[1])


def link(code: str) -> LinkStart | None:
    r"""Target of a HYPERLINK field (§17.16.5.25); `\l` names a bookmark."""
    parts = words(code)
    if not parts or parts[0].upper() != "HYPERLINK":
        return None
    target, anchor, position = "", "", 1
    while position < len(parts):
        if parts[position] == "\\l" and position + 1 < len(parts):
            anchor, position = parts[position + 1], position + 2
        elif parts[position].startswith("\\"):
            position += 2 if parts[position] in {"\\o", "\\t"} else 1
        else:
            target, position = target or parts[position], position + 1
    found = address(target, anchor) if target else f"#{anchor}" if anchor else None
    return LinkStart(found) if found else None


def address(target: str, anchor: str | None) -> str | None:
    """Address of a hyperlink; None for one that a PDF should not follow (files, scripts)."""
    if not target.lower().startswith(_FOLLOWED):
        return None
    return f"{target}#{anchor}" if anchor else target


def without_result(field: OpenField) -> Inline | None:
    """What a field shows that stores no result: form fields, page references, buttons."""
    parts = words(field.code)
    name = parts[0].upper() if parts else ""
    if name == "FORMCHECKBOX":
        return Text(CHECKED if _is_checked(child(field.form, "checkBox")) else UNCHECKED, field.run)
    if name == "FORMDROPDOWN":
        return Text(_chosen(child(field.form, "ddList")), field.run)
    if name == "MACROBUTTON":
        return Text(" ".join(parts[2:]), field.run)
    return None


def equation(code: str) -> str:
    """What an EQ field (§17.16.5.20) sets; empty for any other. Word stores no result of it."""
    name, _, formula = code.strip().partition(" ")
    return formula.strip() if name.upper() == "EQ" else ""


def _number_format(parts: list[str]) -> str:
    for switch, argument in pairwise(parts):
        if switch == "\\*" and argument in _SWITCHES:
            return _SWITCHES[argument]
    return ""


def _symbol(parts: list[str], run: RunProperties) -> Inline | None:
    text = parts[1].lower()
    try:
        code = int(text, 16) if text.startswith("0x") else int(text)
    except ValueError:
        return None
    font = next((b for a, b in pairwise(parts) if a == "\\f"), None)
    if not 0 < code < 0x10000 or 0xD800 <= code < 0xE000:
        return None
    return Text(symbol(code, font) or "•", run)


def _is_checked(box: Element | None) -> bool:
    state = on_off(box, "checked") if box is not None else None
    return bool(on_off(box, "default") if state is None and box is not None else state)


def _chosen(choices: Element | None) -> str:
    result = child(choices, "result")
    position = integer(attribute(result, "val")) or 0
    entries = [attribute(one, "val") or "" for one in children(choices, "listEntry")]
    return entries[position] if 0 <= position < len(entries) else ""
