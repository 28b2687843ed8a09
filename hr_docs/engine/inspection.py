"""The template check: everything that is wrong with a Word template, in one run."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from hr_docs.engine.errors import Place, TemplateError
from hr_docs.engine.faults import Fault, in_order
from hr_docs.engine.inspection_blocks import block_faults
from hr_docs.engine.inspection_contents import (
    package_faults,
    story_faults,
    type_faults,
    unrendered_faults,
)
from hr_docs.engine.inspection_fields import buried_tags
from hr_docs.engine.inspection_hidden import hidden_faults
from hr_docs.engine.inspection_names import NameCheck, bare_names
from hr_docs.engine.inspection_values import Choices
from hr_docs.engine.inspection_vocabulary import Vocabulary
from hr_docs.engine.package import WordPackage
from hr_docs.engine.template import compile_part, read_part, rendered_names
from hr_docs.engine.templating.checks import ReadPart, spelling_faults, tag_faults
from hr_docs.engine.templating.tags import Tag, find_tags

_ANY: Choices = {}
# Faults of texts that compiling would only tell again, and worse.
_KEEP_FROM_COMPILING = frozenset(
    {"block-cells", "block-prefix", "tag-syntax", "tag-unknown", "filter-unknown"}
)


def inspect_template(
    source: bytes | Path, vocabulary: Collection[str] = (), choices: Choices = _ANY
) -> list[Fault]:
    """Every fault of a template, in reading order; none for a template that is fit for use.

    `vocabulary` are the dotted names of the facts, items of lists as `пункты[].текст`; without it
    names are not checked. `choices` are the values of facts that have few. A template without
    faults of severity "error" can be opened as a WordTemplate; what facts it is later given is
    another matter.
    """
    try:
        package = WordPackage.unpack(source)
    except TemplateError as error:
        return [Fault("file", "error", error.place or Place(), error.cause)]
    found = list(package_faults(package))
    try:
        names = rendered_names(package)
    except TemplateError:
        return found  # the links between the parts are broken, and that is among the faults
    found += type_faults(package)
    parts = list(_readable_parts(package, names))
    known = Vocabulary(vocabulary, choices) if vocabulary else None
    misspelt, in_texts = tag_faults(parts), list(_text_faults(package, parts, known))
    found += [*unrendered_faults(package, set(names)), *misspelt, *in_texts]
    found += [fault for part in parts for fault in hidden_faults(package, part)]
    unfit = {fault.place.part for fault in misspelt}
    unfit |= {fault.place.part for fault in in_texts if fault.code in _KEEP_FROM_COMPILING}
    found += _compiling_faults(package, [part for part in parts if part.name not in unfit])
    torn = {(fault.place, fault.tag) for fault in in_texts if fault.code == "name-torn"}
    found = [one for one in found if one.code != "tag-syntax" or (one.place, one.tag) not in torn]
    return in_order(found, (place for part in parts for place in part.places))


def _readable_parts(package: WordPackage, names: list[str]) -> Iterator[ReadPart]:
    for name in names:
        try:
            yield read_part(package, name)
        except TemplateError:
            continue  # package_faults names the broken part


def _text_faults(
    package: WordPackage, parts: Sequence[ReadPart], known: Vocabulary | None
) -> Iterator[Fault]:
    for part in parts:
        tags = [tag for paragraph in part.paragraphs for tag in find_tags(paragraph)]
        buried = {paragraph.place: buried_tags(paragraph) for paragraph in part.paragraphs}
        for tag in (tag for found in buried.values() for tag in found):
            yield from spelling_faults(tag)
        yield from NameCheck(known).faults(_with_buried(tags, buried))
        yield from block_faults(tags)
        yield from story_faults(package, part)
        if known is not None:
            yield from (fault for one in part.paragraphs for fault in bare_names(one, known))


def _with_buried(tags: Sequence[Tag], buried: Mapping[Place, list[Tag]]) -> Iterator[Tag]:
    """The tags in their order, those of field codes and attributes before their paragraph ends.

    Inside a loop, too: what a paragraph closes, it closes after them.
    """
    waiting = {place: found for place, found in buried.items() if found}
    for place, found in groupby(tags, key=attrgetter("place")):
        own = list(found)
        closing = (at for at, tag in enumerate(own) if tag.keyword.startswith("end"))
        at = next(closing, len(own))
        yield from [*own[:at], *waiting.pop(place, []), *own[at:]]
    for left in waiting.values():
        yield from left


def _compiling_faults(package: WordPackage, parts: Sequence[ReadPart]) -> Iterator[Fault]:
    """What only compiling shows: parts whose tags are well spelt and stand in the wrong place."""
    for part in parts:
        try:
            compile_part(package, part)
        except TemplateError as error:
            yield Fault("structure", "error", error.place or Place(part.name), error.cause)
