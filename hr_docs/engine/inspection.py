"""The template check: everything that is wrong with a Word template, in one run."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from hr_docs.engine.errors import Place, TemplateError
from hr_docs.engine.faults import Fault, in_order
from hr_docs.engine.inspection_contents import package_faults, story_faults, unrendered_faults
from hr_docs.engine.inspection_hidden import hidden_faults
from hr_docs.engine.inspection_names import NameCheck, Vocabulary
from hr_docs.engine.package import WordPackage
from hr_docs.engine.template import compile_part, read_part, rendered_names
from hr_docs.engine.templating.checks import ReadPart, tag_faults
from hr_docs.engine.templating.tags import Tag, find_tags


def inspect_template(source: bytes | Path, vocabulary: Collection[str] = ()) -> list[Fault]:
    """Every fault of a template, in reading order; none for a template that is fit for use.

    `vocabulary` are the dotted names of the facts, items of lists as `пункты[].текст`; without it
    names are not checked. A template without faults of severity "error" can be opened as a
    WordTemplate; what facts it is later given is another matter.
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
    parts = list(_readable_parts(package, names))
    misspelt = tag_faults(parts)
    found += [*unrendered_faults(package, set(names)), *misspelt, *_text_faults(parts, vocabulary)]
    found += [fault for part in parts for fault in hidden_faults(package, part)]
    unfit = {fault.place.part for fault in misspelt}
    found += _compiling_faults(package, [part for part in parts if part.name not in unfit])
    return in_order(found, (place for part in parts for place in part.places))


def _readable_parts(package: WordPackage, names: list[str]) -> Iterator[ReadPart]:
    for name in names:
        try:
            yield read_part(package, name)
        except TemplateError:
            continue  # package_faults names the broken part


def _text_faults(parts: Sequence[ReadPart], vocabulary: Collection[str]) -> Iterator[Fault]:
    known = Vocabulary(vocabulary) if vocabulary else None
    for part in parts:
        tags = [tag for paragraph in part.paragraphs for tag in find_tags(paragraph)]
        yield from NameCheck(known).faults(tags)
        yield from _block_faults(tags)
        yield from story_faults(part)


def _block_faults(tags: Sequence[Tag]) -> Iterator[Fault]:
    """Blocks that begin and end in different cells, or in different paragraphs without {%p %}."""
    opened: list[Tag] = []
    for tag in tags:
        if tag.keyword in {"if", "for"}:
            opened.append(tag)
        elif tag.keyword in {"endif", "endfor"} and opened:
            start = opened.pop()
            if start.keyword == tag.keyword.removeprefix("end"):
                yield from _pair_faults(start, tag)


def _pair_faults(start: Tag, end: Tag) -> Iterator[Fault]:
    if start.prefix in {"tr", "tc"} or start.prefix != end.prefix:
        return  # docxtpl-lint knows these
    if start.place.cell != end.place.cell:
        message = f"{end.raw} закрывает {start.raw} в другой ячейке: поставьте оба тега в одну"
        yield Fault("block-cells", "error", end.place, message)
    elif not start.prefix and start.place != end.place:
        message = (
            f"{end.raw} закрывает {start.raw} в другом абзаце: "
            "если нужны целые абзацы, пишите {%p … %} отдельным абзацем"
        )
        yield Fault("block-paragraphs", "warning", end.place, message)


def _compiling_faults(package: WordPackage, parts: Sequence[ReadPart]) -> Iterator[Fault]:
    """What only compiling shows: parts whose tags are well spelt and stand in the wrong place."""
    for part in parts:
        try:
            compile_part(package, part)
        except TemplateError as error:
            yield Fault("structure", "error", error.place or Place(part.name), error.cause)
