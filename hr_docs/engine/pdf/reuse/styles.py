"""Computed styles kept from one document to the next.

WeasyPrint parses a document's sheet, matches every element against it and computes some eighty
properties of each style it finds, though two contracts hardly differ in what they declare. Here a
style is known by its parent, its tag, the declarations of its classes, and the two attributes that
WeasyPrint turns into declarations. That no selector asks for more than a tag or a class is the
converter's promise.
"""

from collections.abc import Iterator
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

Key = tuple[object, ...]
Cascade = dict[str | None, dict[str, tuple[Any, Any]]]
Styles = dict[str | None, Any]  # of an element (None) and of its pseudo-elements
_NO_LAYER = float("inf")


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

    def _styles(self, element: Any, above: Any) -> Styles:
        """Styles of an element whose parent has the style `above`."""
        names = (element.get("class") or "").split()
        base = " ".join(name for name in names if name not in self._ranks)
        own = sorted((name for name in names if name in self._ranks), key=self._ranks.__getitem__)
        rules = tuple(self._classes[name] for name in own)
        key = (id(above), element.tag, base, rules, element.get("id"), element.get("lang"))
        styles = self.memory[key]
        if styles is None:
            like = Element(element.tag, {**element.attrib, "class": base})
            styles = self.memory[key] = self._computed(above, _cascade(like, self._base, rules))
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


def _family(root: Any) -> Iterator[tuple[Any, Any]]:
    """Every element with its parent, in the order of the tree."""
    waiting = [(root, None)]
    while waiting:
        element, parent = waiting.pop()
        yield element, parent
        waiting.extend((child, element) for child in reversed(element))


def _cascade(element: Any, base: Any, rules: tuple[str, ...]) -> Cascade:
    """Declarations that win for an element and its pseudo-elements (StyleFor.__init__'s way)."""
    cascade: Cascade = {None: {}}
    for specificity, _, declarations, url in find_style_attributes(element, False, None):
        found = preprocess_declarations(url, declarations)
        _declare(cascade, None, found, ("author", specificity))
    wrapper = cssselect2.ElementWrapper.from_html_root(element, content_language=None)
    for specificity, _, pseudo, (declarations, _) in base.matcher.match(wrapper):
        _declare(cascade, pseudo, declarations, ("user agent", specificity))
    for rule in rules:
        for specificity, pseudo, declarations in _parsed(rule):
            _declare(cascade, pseudo, declarations, ("user", specificity))
    return cascade


def _declare(
    cascade: Cascade, pseudo: str | None, declarations: Any, source: tuple[str, Any]
) -> None:
    style = cascade.setdefault(pseudo, {})
    origin, specificity = source
    for name, values, is_important in declarations:
        weight = (declaration_precedence(origin, is_important), _NO_LAYER, specificity)
        if name not in style or style[name][1] <= weight:
            style[name] = values, weight


@lru_cache(maxsize=2048)
def _parsed(rule: str) -> list[tuple[Any, str | None, Any]]:
    """Specificity, pseudo-element and declarations of what follows the name of a class."""
    entries = CSS(string=f".x{rule}").matcher.class_selectors.get("x", [])
    return [(specificity, pseudo, declared) for _, specificity, _, pseudo, (declared, _) in entries]
