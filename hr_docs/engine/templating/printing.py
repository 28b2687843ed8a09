"""Values on their way into the document: what is a gap, what cannot be printed, what becomes XML.

A master prints through the filters of `Printer`, which strictness.py puts around every expression.
Their names cannot be typed in a template.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto
from itertools import islice
from math import isfinite

from jinja2.exceptions import SecurityError
from jinja2.utils import pass_context
from lxml import etree
from markupsafe import Markup, escape

from hr_docs.engine.errors import DataError, Missing, Place, Unprintable
from hr_docs.engine.templating.sandbox import Absent, Allowance, Noted, check_size, is_blank

SHOW, FILLED, KNOWN, EACH, SIZED = "=show", "=filled", "=known", "=each", "=sized"
SPACED = "=spaced"
_ROUND_COSTS = 100
_MAX_ROUNDS = 200_000
# \a \t \n \v \f \r mean something in a text; the others cannot stand in XML (XML 1.0, 2.2).
_CONTROL = re.compile(r"[\x00-\x1f\ufffe\uffff\ud800-\udfff]")
_FORBIDDEN = re.compile(r"[\x00-\x06\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NO_BREAK = re.compile(r"[\u00a0\u202f\u2007]")
_NEW_TEXT = '<w:t xml:space="preserve">'


class Position(Enum):
    """Where in the XML a value is printed."""

    TEXT = auto()  # in w:t
    PLAIN = auto()  # in another element that holds text
    ATTRIBUTE = auto()
    RUN = auto()  # between runs: {{r … }}
    PARAGRAPH = auto()  # between paragraphs: {{p … }}
    MARKUP = auto()  # between rows or cells: {{tr … }}, {{tc … }}


@dataclass(slots=True)
class Site:
    """One reading of a value in the template.

    `names` are the dotted names that it reads; `deliberate` tells that the author says himself what
    stands for an empty value. `run` and `paragraph` are the properties (w:rPr, w:pPr) that new runs
    and paragraphs take over; `in_paragraph` tells that the run stands straight in its paragraph.
    """

    names: tuple[str, ...]
    place: Place | None
    deliberate: bool = False
    position: Position = Position.TEXT
    run: str = ""
    paragraph: str = ""
    in_paragraph: bool = True


@dataclass(slots=True)
class Gaps:
    """What one rendering found missing or unprintable, each once, in the order of reading."""

    missing: dict[Missing, None] = field(default_factory=dict)
    unprintable: dict[Unprintable, None] = field(default_factory=dict)
    # Empty values that the template looked at without printing them.
    blank: dict[Missing, None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.missing or self.unprintable)

    def error(self) -> DataError:
        """All of them at once."""
        return DataError(tuple(self.missing), tuple(self.unprintable))


class Recording(Allowance):
    """A Jinja context with the gaps of its rendering."""

    gaps: Gaps


class Printer:
    """The filters around every expression of one template; `sites` are what they refer to."""

    def __init__(self, resolve_listing: Callable[[str], str]) -> None:
        self.sites: list[Site] = []
        self._resolve_listing = resolve_listing

    def filters(self) -> dict[str, Callable[..., object]]:
        """What the rewritten template calls, by the names that it calls them by."""
        return {
            SHOW: self.show,
            FILLED: self.filled,
            KNOWN: self.known,
            EACH: self.each,
            SIZED: self.sized,
            SPACED: spaced,
        }

    @pass_context
    def show(self, context: Recording, value: object, number: int) -> str:
        """Print a value as its position needs it."""
        if type(value) is str and not _CONTROL.search(value) and not is_blank(value):
            site = self.sites[number]
            if site.position is Position.TEXT:
                context.spend(len(value))
                return escape(value)
        return self._show(context, value, self.sites[number])

    @pass_context
    def filled(self, context: Recording, value: object, number: int) -> object:
        """A value that will be printed as a part of something: empty is a gap."""
        if not is_blank(value):
            return value
        return self._note_missing(context, value, self.sites[number])

    @pass_context
    def known(self, context: Recording, value: object, number: int) -> object:
        """A value that is only looked at: undefined is a gap, empty is not."""
        site = self.sites[number]
        if isinstance(value, Absent):
            return self._note_missing(context, value, site)
        if is_blank(value):
            context.gaps.blank.update((Missing(name, site.place), None) for name in site.names)
        return value

    @pass_context
    def each(self, context: Recording, value: object, number: int, repeated: int) -> object:
        """What a loop goes through; `repeated` characters of the template come with each round."""
        if is_blank(value):
            return ()
        if not isinstance(value, Iterable) or isinstance(value, (str, bytes, set, frozenset)):
            self._note_unprintable(context, self.sites[number], "это не список, его не перебрать")
            return ()
        items = value if isinstance(value, Mapping) else list(islice(value, _MAX_ROUNDS))
        if len(items) == _MAX_ROUNDS:
            raise SecurityError(f"в цикле больше {_MAX_ROUNDS} повторов")
        context.spend(len(items) * (_ROUND_COSTS + repeated))
        return items

    @pass_context
    def sized(self, _: Recording, value: object) -> object:
        """A joined text; raises SecurityError for one that is too long."""
        check_size(value)
        return value

    def _show(self, context: Recording, value: object, site: Site) -> str:
        if is_blank(value):
            if not site.deliberate and not isinstance(value, Markup):
                self._note_missing(context, value, site)
            return Markup()
        if hasattr(value, "__html__"):
            return self._markup(context, str(value.__html__()), site)
        text = self._text(context, value, site)
        context.spend(len(text))
        return Markup(_AT[site.position](str(escape(text)), site))  # noqa: S704 — escaped just here

    def _text(self, context: Recording, value: object, site: Site) -> str:
        reason = _unprintable(value)
        if site.position is Position.MARKUP:
            reason = "между строками и ячейками таблицы текст не печатается: напишите {{ … }}"
        if reason:
            self._note_unprintable(context, site, reason)
            return ""
        text = format(value, "f") if isinstance(value, Decimal) else str(value)
        found = _FORBIDDEN.search(text)
        if found:
            code = f"U+{ord(found.group()):04X}"
            reason = f"в значении стоит управляющий символ {code}, в файле Word такого не бывает"
            self._note_unprintable(context, site, reason)
            return ""
        return _lines(text)

    def _markup(self, context: Recording, xml: str, site: Site) -> str:
        """A value that brings its own WordprocessingML: docxtpl's RichText, the text of a macro."""
        context.spend(len(xml))
        if not _CONTROL.search(xml) and "<" not in xml and "&" not in xml:
            return Markup(xml)  # noqa: S704 — nothing in it to escape
        if not _is_sound(xml):
            self._note_unprintable(context, site, "разметка в значении нарушена")
            return Markup()
        if site.position is Position.RUN:
            wrapped = self._resolve_listing(f"<w:p>{site.paragraph}{xml}</w:p>")
            xml = wrapped[len(f"<w:p>{site.paragraph}") : -len("</w:p>")]
        elif site.position is Position.PARAGRAPH:
            xml = self._resolve_listing(xml)
        elif site.position is Position.TEXT:
            xml = in_text(_lines(xml), site)
        return Markup(xml)  # noqa: S704 — sound XML by the check above

    def _note_missing(self, context: Recording, value: object, site: Site) -> Noted:
        if not isinstance(value, Noted):
            context.gaps.missing.update((Missing(name, site.place), None) for name in site.names)
        return Noted()

    def _note_unprintable(self, context: Recording, site: Site, reason: str) -> None:
        name = ", ".join(site.names)
        context.gaps.unprintable[Unprintable(name, reason, site.place)] = None


def spaced(value: object) -> object:
    """A text to be compared: whether a space may break is the look of it, not what it says."""
    if isinstance(value, str):
        return _NO_BREAK.sub(" ", value)
    return [spaced(item) for item in value] if isinstance(value, (list, tuple)) else value


def _unprintable(value: object) -> str:
    """Why a value cannot be printed; empty when it can."""
    if isinstance(value, bool):
        return "это «да» или «нет»: его можно проверять в условии, но не печатать"
    if isinstance(value, str):
        return ""
    if isinstance(value, (int, float, Decimal)):
        return "" if isfinite(value) else "это не число"
    if isinstance(value, Mapping):
        return "это группа полей: напишите через точку, какое поле печатать"
    if isinstance(value, Iterable):
        return "это список: печатайте его в цикле или через join"
    return f"значение вида {type(value).__name__} не печатается: нужен готовый текст"


def _lines(text: str) -> str:
    """One sign for a line break, however the system it comes from writes it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")


def in_text(text: str, site: Site) -> str:
    """Breaks, tabs and new paragraphs inside w:t, as docxtpl's listings write them."""
    new_run = f"</w:t></w:r><w:r>{site.run}"
    text = text.replace("\t", f"{new_run}<w:tab/></w:r><w:r>{site.run}{_NEW_TEXT}")
    text = text.replace("\n", f"</w:t><w:br/>{_NEW_TEXT}")
    if not site.in_paragraph:
        # A link or a field must not be torn into two paragraphs: break the line instead.
        text = text.replace("\a", f"</w:t><w:br/>{_NEW_TEXT}")
        return text.replace("\f", f'</w:t><w:br w:type="page"/>{_NEW_TEXT}')
    new_paragraph = f"<w:p>{site.paragraph}<w:r>{site.run}{_NEW_TEXT}"
    text = text.replace("\a", f"</w:t></w:r></w:p>{new_paragraph}")
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    return text.replace("\f", f"</w:t></w:r></w:p>{page}{new_paragraph}")


def _plain(text: str, _: Site) -> str:
    return re.sub(r"[\a\t\n\f]", " ", text)


def _as_run(text: str, site: Site) -> str:
    return f"<w:r>{_NEW_TEXT}{in_text(text, site)}</w:t></w:r>"


def _as_paragraph(text: str, site: Site) -> str:
    return f"<w:p>{_as_run(text, site)}</w:p>"


_AT: dict[Position, Callable[[str, Site], str]] = {
    Position.TEXT: in_text,
    Position.PLAIN: _plain,
    Position.ATTRIBUTE: _plain,
    Position.RUN: _as_run,
    Position.PARAGRAPH: _as_paragraph,
}

_SOUND = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
_PREFIX = re.compile(r"</?([\w.-]+):|\s([\w.-]+):[\w.-]+=")


def _is_sound(xml: str) -> bool:
    """Whether the fragment is well-formed by itself, whatever its prefixes are bound to."""
    prefixes = {a or b for a, b in _PREFIX.findall(xml)} - {"xml", "xmlns"}
    declared = " ".join(f'xmlns:{prefix}="urn:{prefix}"' for prefix in sorted(prefixes))
    try:
        etree.fromstring(f"<x {declared}>{xml}</x>", _SOUND)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True
