"""From a text in a filled document back to the paragraph of the template that it comes from.

Every paragraph of a copy of the template gets its own revision number (w:rsidR, ECMA-376 part 1,
17.3.1.22), which rendering keeps: loops repeat it, conditions drop it.
"""

import re
from collections.abc import Collection, Mapping
from operator import itemgetter

from lxml import etree

from hr_docs.engine.errors import Place
from hr_docs.engine.package import WordPackage
from hr_docs.engine.template import WordTemplate, read_part, rendered_names
from hr_docs.engine.templating.paragraphs import P, Paragraph, W

_REVISION = f"{{{W}}}rsidR"
_SURE = 3  # letters of a paragraph that a longer text may begin with
_BLANK = re.compile(r"[\s\u2010\u00ad]+|…$")  # layout breaks lines, and hyphenates


def places_of(
    template: bytes, facts: Mapping[str, object], texts: Collection[str]
) -> dict[str, Place]:
    """Where in the template these pieces of the filled document come from, as far as found."""
    package = WordPackage.open(template)
    places: dict[str, Place] = {}
    marked: dict[str, bytes] = {}
    for name in rendered_names(package):
        part = read_part(package, name)
        for paragraph in part.paragraphs:
            if paragraph.element.tag == P:
                number = f"{len(places) + 1:08X}"
                paragraph.element.set(_REVISION, number)
                places[number] = paragraph.place
        marked[name] = etree.tostring(part.root, xml_declaration=True, encoding="UTF-8")
    filled = WordPackage.open(WordTemplate(package.write(marked)).render(facts))
    parts = [read_part(filled, name) for name in rendered_names(filled)]
    paragraphs = [one for part in parts for one in part.paragraphs if one.element.tag == P]
    found = {text: _revision_of(text, paragraphs) for text in texts}
    return {text: places[number] for text, number in found.items() if number in places}


def _revision_of(text: str, paragraphs: Collection[Paragraph]) -> str:
    """The number of the paragraph that begins with the text, else of one that holds it."""
    sought = _BLANK.sub("", text)
    ranked = [(_likeness(sought, _BLANK.sub("", one.text)), one) for one in paragraphs]
    rank, best = max(ranked, key=itemgetter(0), default=(0, None))
    return best.element.get(_REVISION, "") if best is not None and rank else ""


def _likeness(sought: str, words: str) -> int:
    if words.startswith(sought):
        return 3
    if len(words) > _SURE and sought.startswith(words):
        return 2  # a frame of several paragraphs begins with this one
    return int(sought in words)
