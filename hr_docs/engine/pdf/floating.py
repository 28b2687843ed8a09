"""What stands at a height of its page with text around it, which CSS only knows from its paragraph.

The first layout tells which paragraph is at that height; the object is moved there, and the
document laid out once more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element, tostring

from hr_docs.engine.pdf.placing import all_boxes, root_of
from hr_docs.engine.wordml import FROM_TOP, Html

_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_PIXELS = 1 / 0.75  # in a point
_NEARLY = 2.0  # pixels


@dataclass(slots=True)
class _Move:
    """An object, the paragraph it is to stand in, how far below its top, and how high that is.

    `corner` is its place on the page where no text is beside it.
    """

    element: Element
    target: Element
    below: float
    height: float
    corner: tuple[float, float] | None = None


def settled(html: Html, document: Any) -> Html:
    """The same document with such objects in the paragraphs that they stand beside."""
    root = root_of(document.pages[0]._page_box).element
    parents = {child: parent for parent in root.iter() for child in parent}
    classes = dict(html.rules.classes)
    for number, move in enumerate(list(_moves(document))):
        name = f"y{number}"
        classes[name] = _rules(move, parents)
        move.element.set("class", f"{move.element.get('class', '')} {name}".strip())
    markup = tostring(root, encoding="unicode")
    return replace(html, markup=markup, rules=replace(html.rules, classes=classes))


def _rules(move: _Move, parents: dict[Element, Element]) -> str:
    if move.corner is None:
        return f"{{margin-top:{_moved(move, parents) / _PIXELS:.2f}pt}}"
    left, top = (one / _PIXELS for one in move.corner)
    return f"{{float:none;margin:0;position:absolute;left:{left:.2f}pt;top:{top:.2f}pt}}"


def _moves(document: Any) -> Iterator[_Move]:
    begun: set[Element] = set()
    for page in document.pages:
        box = page._page_box
        root = root_of(box)
        blocks = [one for one in _paragraphs(root) if one.element not in begun]
        for one in all_boxes(root):
            if not _is_placed(one) or one.element in begun:
                continue
            begun.add(one.element)  # boxes inside it are of the same element
            move = _move(one, box, blocks)
            if move is not None:
                yield move
        begun.update(one.element for one in blocks)


def _move(one: Any, page: Any, blocks: list[Any]) -> _Move | None:
    from_top = float(one.element.get(FROM_TOP)) * _PIXELS
    height = page.content_box_y() + from_top
    above = [block for block in blocks if block.position_y <= height + _NEARLY]
    found = above[-1] if above else next(iter(blocks), None)
    if found is None:
        return None
    below, tall = height - found.border_box_y(), found.border_height()
    if found is not blocks[0]:
        below = max(0.0, below)
    if found is blocks[-1] and below >= tall:
        corner = one.border_box_x() - page.content_box_x(), from_top
        return _Move(one.element, found.element, below, tall, corner)
    return _Move(one.element, found.element, min(below, tall), tall)


def _is_placed(box: Any) -> bool:
    return box.element is not None and box.element.get(FROM_TOP) is not None


def _paragraphs(box: Any) -> Iterator[Any]:
    """Paragraphs of the text itself, not those in tables and boxes."""
    for child in getattr(box, "children", ()):
        if child.element_tag in _PARAGRAPHS:
            yield child
        elif child.element_tag != "table" and child.is_in_normal_flow():
            yield from _paragraphs(child)


def _moved(move: _Move, parents: dict[Element, Element]) -> float:
    """Put the object into its paragraph, or before or after it; how far below it now begins."""
    _take_out(move.element, parents[move.element])
    around, place = parents[move.target], list(parents[move.target]).index(move.target)
    if "block" in (move.element.get(FROM_TOP + "-as") or ""):
        around.insert(place + (move.below > move.height / 2), move.element)
        return 0.0
    if move.element.tag == "table":
        around.insert(place, move.element)
    else:
        move.element.tail, move.target.text = move.target.text, None
        move.target.insert(0, move.element)
    return move.below


def _take_out(element: Element, parent: Element) -> None:
    """Remove an element, not the text after it."""
    place = list(parent).index(element)
    if element.tail and place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)
