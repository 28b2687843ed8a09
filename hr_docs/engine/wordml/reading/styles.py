"""The style hierarchy (ECMA-376 §17.7): document defaults, basedOn chains, default styles."""

from functools import cached_property

from hr_docs.engine.wordml.ooxml import Element, attribute, child, children, is_on, value, w
from hr_docs.engine.wordml.properties import (
    EMPTY_PARAGRAPH,
    EMPTY_RUN,
    ParagraphProperties,
    RunProperties,
    run_over,
)
from hr_docs.engine.wordml.reading.formatting import Formatting

_LONGEST_CHAIN = 30  # a basedOn loop ends here
# What a document without any w:docDefaults looks like (§17.7.5.1): Times New Roman, 10 pt.
_FACTORY_RUN = RunProperties(font="Times New Roman", ascii_font="Times New Roman", size=10.0)


class Style:
    """One w:style with what it sets itself, without its ancestors; read when it is used."""

    def __init__(self, element: Element, formatting: Formatting) -> None:
        self.element = element
        self.identifier = attribute(element, "styleId") or ""
        self.kind = attribute(element, "type") or "paragraph"
        self._formatting = formatting

    @cached_property
    def based_on(self) -> str | None:
        return value(self.element, "basedOn")

    @cached_property
    def paragraph(self) -> ParagraphProperties:
        if self.kind == "character":
            return EMPTY_PARAGRAPH
        return self._formatting.paragraph(child(self.element, "pPr"))

    @cached_property
    def run(self) -> RunProperties:
        return self._formatting.run(child(self.element, "rPr"))


class Styles:
    """Every style of the document, and chains of them from the root to the named one.

    `may_hide` says that some style hides what is set in it.
    """

    def __init__(self, root: Element | None, formatting: Formatting) -> None:
        self._styles: dict[str, Style] = {}
        self._default: dict[str, str] = {}
        self._chains: dict[str | None, tuple[Style, ...]] = {}
        self._runs: dict[str | None, RunProperties] = {}
        self.may_hide = root is not None and next(root.iter(w("vanish")), None) is not None
        defaults = child(root, "docDefaults")
        self.run_defaults = run_over(
            formatting.run(_inner(defaults, "rPrDefault", "rPr")), _FACTORY_RUN
        )
        self.paragraph_defaults = formatting.paragraph(_inner(defaults, "pPrDefault", "pPr"))
        for element in children(root, "style"):
            self._add(element, formatting)

    def default(self, kind: str) -> str | None:
        """Identifier of the default style of "paragraph", "character" or "table"."""
        return self._default.get(kind)

    def get(self, identifier: str | None) -> Style | None:
        """Style by its identifier."""
        return None if identifier is None else self._styles.get(identifier)

    def chain(self, identifier: str | None) -> tuple[Style, ...]:
        """The style with its ancestors, the root first; empty for an unknown identifier."""
        if identifier not in self._chains:
            found: list[Style] = []
            style = self.get(identifier)
            while style is not None and len(found) < _LONGEST_CHAIN:
                found.append(style)
                style = self.get(style.based_on)
            self._chains[identifier] = tuple(reversed(found))
        return self._chains[identifier]

    def run(self, identifier: str | None) -> RunProperties:
        """Character formatting of a style and its ancestors, without document defaults."""
        if identifier not in self._runs:
            found = EMPTY_RUN
            for style in self.chain(identifier):
                found = run_over(style.run, found)
            self._runs[identifier] = found
        return self._runs[identifier]

    def _add(self, element: Element, formatting: Formatting) -> None:
        style = Style(element, formatting)
        self._styles[style.identifier] = style
        if is_on(attribute(element, "default")):
            self._default.setdefault(style.kind, style.identifier)


def _inner(element: Element | None, *tags: str) -> Element | None:
    return None if element is None else element.find("/".join(w(tag) for tag in tags))
