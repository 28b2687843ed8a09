"""A template without the tags that are known to be wrong, to learn what else is wrong with it."""

import re
from collections.abc import Collection

from lxml import etree

from hr_docs.engine.errors import EngineError
from hr_docs.engine.faults import Fault
from hr_docs.engine.package import WordPackage
from hr_docs.engine.template import WordTemplate, read_part, rendered_names
from hr_docs.engine.templating.paragraphs import Paragraph
from hr_docs.engine.templating.tags import Tag, find_tags

# Faults of an expression: the tag may go without changing the blocks around it.
_OF_EXPRESSIONS = frozenset(
    {"name-unknown", "name-look-alike", "name-torn", "name-private", "name-out-of-loop", "call",
     "prints-group", "prints-list", "filter-unknown", "tag-syntax", "loop-no-list", "loop-huge"}
)  # fmt: skip
_LOOP = re.compile(r"for\s+(.+?)\s+in\s.*", re.DOTALL)


def mended(template: bytes, faults: Collection[Fault]) -> WordTemplate | None:
    """What can be rendered of a template with these faults; None when its blocks are broken.

    Wrong conditions are never true, wrong lists are empty.
    """
    wrong = {(one.place, one.tag) for one in faults if one.tag and one.code in _OF_EXPRESSIONS}
    try:
        package = WordPackage.open(template)
        changed: dict[str, bytes] = {}
        for name in rendered_names(package):
            part = read_part(package, name)
            for paragraph in part.paragraphs:
                _mend(paragraph, wrong)
            changed[name] = etree.tostring(part.root, xml_declaration=True, encoding="UTF-8")
        return WordTemplate(package.write(changed))
    except EngineError:
        return None


def _mend(paragraph: Paragraph, wrong: Collection[tuple[object, str]]) -> None:
    tags = [tag for tag in find_tags(paragraph) if (tag.place, tag.raw) in wrong]
    text = list(paragraph.text)
    for tag in tags:
        start, end = tag.span
        text[start:end] = [_harmless(tag), *[""] * (end - start - 1)]
    if tags:
        paragraph.write(text)


def _harmless(tag: Tag) -> str:
    if tag.kind == "{{":
        return ""
    loop = _LOOP.fullmatch(tag.body)
    body = f"for {loop.group(1)} in []" if loop else f"{tag.keyword} 0"
    prefix = f"{tag.prefix} " if tag.prefix else " "
    return f"{{%{prefix}{body} %}}" if loop or tag.keyword in {"if", "elif"} else ""
