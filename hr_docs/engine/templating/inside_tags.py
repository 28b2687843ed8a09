"""What Word puts between the runs of a tag: compiling a tag leaves nothing of it."""

from collections.abc import Iterator

from lxml import etree

from hr_docs.engine.templating.paragraphs import Paragraph, W
from hr_docs.engine.templating.tags import Tag, find_tags

_BOOKMARK = f"{{{W}}}bookmarkStart"
_OBJECTS = {
    f"{{{W}}}{name}": words
    for name, words in (
        ("footnoteReference", "сноска"),
        ("endnoteReference", "концевая сноска"),
        ("drawing", "картинка или надпись"),
        ("pict", "картинка или надпись"),
        ("object", "встроенный объект"),
        ("sym", "знак, вставленный как символ"),
    )
}


def free_bookmarks(paragraph: Paragraph) -> None:
    """Put bookmarks that stand inside a tag before it, where they are kept."""
    for tag in find_tags(paragraph):
        first, *rest = _texts(paragraph, tag)
        run = first.getparent()
        if run is not None:
            between = _between(paragraph, first, rest)
            for bookmark in [one for one in between if one.tag == _BOOKMARK]:
                run.addprevious(bookmark)


def lost_objects(paragraph: Paragraph) -> Iterator[tuple[Tag, str]]:
    """Tags with something inside that would be lost, and what it is in Word's terms."""
    for tag in find_tags(paragraph):
        first, *rest = _texts(paragraph, tag)
        found = (_OBJECTS.get(one.tag) for one in _between(paragraph, first, rest))
        yield from ((tag, words) for words in dict.fromkeys(filter(None, found)))


def _texts(paragraph: Paragraph, tag: Tag) -> list[etree._Element]:
    """The texts over which the tag goes."""
    start, texts = 0, []
    for text in paragraph.runs:
        end = start + len(text.text or "")
        if start < tag.span[1] and end > tag.span[0]:
            texts.append(text)
        start = end
    return texts


def _between(
    paragraph: Paragraph, first: etree._Element, rest: list[etree._Element]
) -> list[etree._Element]:
    """The elements from the first of the texts to the last, in document order."""
    if not rest:
        return []
    elements = list(paragraph.element.iter())
    return elements[elements.index(first) : elements.index(rest[-1])]
