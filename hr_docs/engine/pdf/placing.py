"""What Word moves on a finished page, and CSS has no word for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes

from hr_docs.engine.wordml import KEPT, MIRRORED

_LEAST = 0.5  # pixels: less is not seen


def lower_pages(document: Any, shares: Mapping[str, float]) -> None:
    """Move the text of pages of these names down by a share of their room (w:vAlign, §17.6.23)."""
    for position, page in enumerate(document.pages):
        box = page._page_box
        share = shares.get(box.page_type.name)
        free = _free(box) if share is not None else 0.0
        if share is not None and free > _LEAST:
            _lower(box, free * share)
            document.pages[position] = Page(box)  # with its links and anchors where they are now


def mirror(document: Any) -> None:
    """Move what stands by the paper's edge to where that is on left pages, whose margins differ."""
    for position, page in enumerate(document.pages):
        paper = page._page_box
        if paper.page_type.side != "left":
            continue
        moved = [one for one in _boxes(paper) if _is_by_edge(one)]
        for box in moved:
            box.translate(float(box.element.get(MIRRORED)) / 0.75, 0)
        if moved:
            document.pages[position] = Page(paper)


def keep_on_paper(document: Any) -> None:
    """Move boxes that reach below the paper up, as Word does with what it places by a paragraph."""
    for position, page in enumerate(document.pages):
        paper = page._page_box
        moved = [one for one in _boxes(paper) if _is_kept(one) and _raise(one, paper)]
        if moved:
            document.pages[position] = Page(paper)


def loses_words(document: Any) -> bool:
    """Whether the last page cuts off a box beside the text: what it goes on with is forgotten."""
    root = root_of(document.pages[0]._page_box).element
    wanted = {id(one): _length(one.itertext()) for one in root.iter() if one.get(KEPT) is not None}
    for page in document.pages:
        for box in all_boxes(page._page_box):
            if _is_marked(box):
                texts = (one.text for one in all_boxes(box) if isinstance(one, boxes.TextBox))
                wanted[id(box.element)] -= _length(texts)
    return any(left > 0 for left in wanted.values())


def _lower(page: Any, distance: float) -> None:
    root = root_of(page)
    root.translate(0, distance)
    for box in _boxes(root):
        if box.style["position"] == "absolute" and box.style["top"] != "auto":
            box.translate(0, -distance)  # stands where the page wants it


def _raise(box: Any, paper: Any) -> bool:
    fixed = box.element.get(KEPT)
    height = float(fixed) / 0.75 if fixed else box.margin_height()
    over = box.position_y + height - paper.margin_height()
    distance = min(over, box.border_box_y())
    if distance <= _LEAST:
        return False
    box.translate(0, -distance)
    return True


def _free(page: Any) -> float:
    """Room below the last thing on a page, down to its footnotes or its margin."""
    notes = (one for one in page.children if isinstance(one, boxes.FootnoteAreaBox))
    foot: float = page.content_box_y() + page.height
    foot = min((one.position_y for one in notes if one.children), default=foot)
    return foot - max(_bottoms(root_of(page)), default=foot)


def root_of(page: Any) -> Any:
    """Box of the document's root on a page."""
    return next(one for one in page.children if one.element_tag == "html")


def _bottoms(box: Any) -> Iterator[float]:
    """Lower edges of lines, tables and pictures; blocks around them may end with the page."""
    for child in getattr(box, "children", ()):
        if child.style["position"] == "absolute":
            continue
        if isinstance(child, (boxes.LineBox, boxes.TableBox, boxes.ReplacedBox)):
            yield child.position_y + child.margin_height()
        else:
            yield from _bottoms(child)


def _boxes(box: Any) -> Iterator[Any]:
    """Boxes inside, not those inside what is placed by itself."""
    for child in _children(box):
        yield child
        if child.style["position"] != "absolute":
            yield from _boxes(child)


def all_boxes(box: Any) -> Iterator[Any]:
    """Every box inside, in order."""
    for child in _children(box):
        yield child
        yield from all_boxes(child)


def _children(box: Any) -> Iterator[Any]:
    """Boxes directly inside; what is placed by itself is held by something of another kind."""
    return (getattr(child, "_box", child) for child in getattr(box, "children", ()))


def _length(texts: Iterable[str]) -> int:
    """Letters besides spaces, which lines may begin and end without."""
    return sum(len("".join(text.split())) for text in texts)


def _is_marked(box: Any) -> bool:
    is_block = isinstance(box, boxes.BlockLevelBox) and not isinstance(box, boxes.TableBox)
    return is_block and box.element is not None and box.element.get(KEPT) is not None


def _is_by_edge(box: Any) -> bool:
    is_marked = box.element is not None and box.element.get(MIRRORED) is not None
    return is_marked and box.style["position"] == "absolute"


def _is_kept(box: Any) -> bool:
    return _is_marked(box) and box.style["position"] == "absolute"
