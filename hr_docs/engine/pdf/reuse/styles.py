"""Computed styles kept from one document to the next.

WeasyPrint parses a document's sheet, matches every element against it and computes some eighty
properties of each style it finds, though two contracts hardly differ in what they declare. Here a
style is known by its parent, its tag, the declarations of its classes, and the two attributes that
WeasyPrint turns into declarations. That no selector asks for more than a tag or a class is the
converter's promise.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
from weasyprint import CSS
from weasyprint.css import (
    ComputedStyle,
    InitialStyle,
    StyleFor,
    declaration_precedence,
    find_style_attributes,
    preprocess_declarations,
)
from weasyprint.css.properties import ZERO_PIXELS

Key = tuple[object, ...]
Rule = tuple[str | None, str, Any, Any]  # pseudo-element, origin, specificity, declarations
Cascade = dict[str | None, dict[str, tuple[Any, Any]]]
Styles = dict[str | None, Any]  # of an element or page (None) and of its pseudo-elements
_NO_LAYER = 0
_SIDES = ("top", "right", "bottom", "left")


class StyleMemory:
    """Styles by everything they are computed from; all forgotten when there are too many."""

    def __init__(self, limit: int) -> None:
        self.page_sizes: dict[str, Any] = {"box": None, "area": None}
        self._limit = limit
        self._kept: dict[Key, Styles] = {}

    def __getitem__(self, key: Key) -> Styles | None:
        return self._kept.get(key)

    def __setitem__(self, key: Key, styles: Styles) -> None:
        if len(self._kept) >= self._limit:
            self._kept.clear()
        self._kept[key] = styles


class ReusedStyles(StyleFor):  # type: ignore[misc]  # WeasyPrint is untyped
    """The styles of one document, most of them those of documents before it."""

    memory: StyleMemory

    def __init__(
        self, html: Any, sheets: Any, _hints: bool, font_config: Any, target_collector: Any
    ) -> None:
        self._cascaded_styles: dict[Any, Any] = {}  # filled for pages, later
        self._computed_styles: dict[Any, Any] = {}
        self._sheets, self.font_config = sheets, font_config
        self.initial_page_sizes = self.memory.page_sizes
        self._base, self._classes = html.base, html.source.rules.classes
        self._ranks = {name: rank for rank, name in enumerate(self._classes)}
        self._root: Any = None
        known: dict[Key, Styles] = {}
        for element, parent in _family(html.etree_element):
            above = None if parent is None else self._computed_styles[parent, None]
            get = element.get
            key = (id(above), element.tag, get("class"), get("id"), get("lang"))
            styles = known.get(key)
            if styles is None:
                styles = known[key] = self._styles(element, above)
            for pseudo, style in styles.items():
                self._computed_styles[element, pseudo] = style
            if anchor := styles[None]["anchor"]:
                target_collector.collect_anchor(anchor)

    def __call__(self, element: Any, pseudo_type: str | None = None) -> Any:
        """The style of an element or a page; None for a pseudo-element that has no rules."""
        return self._computed_styles.get((element, pseudo_type))

    def set_page_styles(self, page_type: Any) -> None:
        """Set the styles of a page and of its margin boxes."""
        rules = [
            (pseudo, origin, specificity, declarations)
            for sheet, origin, _ in self._sheets
            for _, selectors, declarations in sheet.page_rules
            for specificity, pseudo, selector in selectors
            if self._page_type_match(selector, page_type)
        ]
        key = (id(self._root), *(id(declarations) for *_, declarations in rules))
        styles = self.memory[key]
        if styles is None:
            styles = self.memory[key] = self._computed(self._root, _cascade(rules))
            styles[None].rules = rules  # known by their ids, so they must live as long
        for pseudo, style in styles.items():
            self._computed_styles[page_type, pseudo] = style

    def _styles(self, element: Any, above: Any) -> Styles:
        """Styles of an element whose parent has the style `above`."""
        names = (element.get("class") or "").split()
        base = " ".join(name for name in names if name not in self._ranks)
        own = sorted((name for name in names if name in self._ranks), key=self._ranks.__getitem__)
        blocks = tuple(self._classes[name] for name in own)
        key = (id(above), element.tag, base, blocks, element.get("id"), element.get("lang"))
        styles = self.memory[key]
        if styles is None:
            like = Element(element.tag, {**element.attrib, "class": base})
            cascade = _cascade(_rules_of(like, self._base, blocks))
            styles = self.memory[key] = self._computed(above, cascade)
            for style in styles.values():
                _drop_what_tables_ignore(style)
        if above is None:
            self._root = styles[None]
        return styles

    def _computed(self, above: Any, cascade: Cascade) -> Styles:
        root = InitialStyle(self.font_config) if above is None else self._root
        end = (None, self.font_config, self.initial_page_sizes)
        own = ComputedStyle(above, cascade.pop(None), None, root, *end)
        root = own if above is None else root
        pseudo = {
            name: ComputedStyle(own, what, name, root, *end) for name, what in cascade.items()
        }
        return {None: own, **pseudo}


def set_page_type_computed_styles(page_type: Any, _html: Any, style_for: ReusedStyles) -> None:
    """Set the styles of one page, as WeasyPrint's function of this name does."""
    style_for.set_page_styles(page_type)


def _family(root: Any) -> Iterator[tuple[Any, Any]]:
    """Every element with its parent, in the order of the tree."""
    waiting = [(root, None)]
    while waiting:
        element, parent = waiting.pop()
        yield element, parent
        waiting.extend((child, element) for child in reversed(element))


def _rules_of(element: Any, base: Any, blocks: tuple[str, ...]) -> Iterator[Rule]:
    """Declarations for an element: of its attributes, of the base sheet, of its classes."""
    for specificity, _, declarations, url in find_style_attributes(element, False, None):
        yield None, "author", specificity, preprocess_declarations(url, declarations)
    wrapper = cssselect2.ElementWrapper.from_html_root(element, content_language=None)
    for specificity, _, pseudo, (declarations, _) in base.matcher.match(wrapper):
        yield pseudo, "user agent", specificity, declarations
    for block in blocks:
        yield from _parsed(block)


def _cascade(rules: Iterable[Rule]) -> Cascade:
    """The declarations that win, as StyleFor finds them."""
    cascade: Cascade = {None: {}}
    for pseudo, origin, specificity, declarations in rules:
        style = cascade.setdefault(pseudo, {})
        for name, values, is_important in declarations:
            weight = (declaration_precedence(origin, is_important), _NO_LAYER, specificity)
            if name not in style or style[name][1] <= weight:
                style[name] = values, weight
    return cascade


def _drop_what_tables_ignore(style: Any) -> None:
    """What StyleFor does each time that it is asked for a style."""
    display = style["display"]
    if "table" in display and style["border_collapse"] == "collapse":
        style.update((f"padding_{side}", ZERO_PIXELS) for side in _SIDES)
    if len(display) == 1 and display[0].startswith("table-") and display[0] != "table-caption":
        style.update((f"margin_{side}", ZERO_PIXELS) for side in _SIDES)


@lru_cache(maxsize=2048)
def _parsed(block: str) -> list[Rule]:
    """The rules of what follows the name of a class."""
    entries = CSS(string=f".x{block}").matcher.class_selectors.get("x", [])
    return [
        (pseudo, "user", specificity, found) for _, specificity, _, pseudo, (found, _) in entries
    ]
