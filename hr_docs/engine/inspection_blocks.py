"""Blocks whose tags stand in different paragraphs or cells."""

from collections.abc import Iterator, Sequence

from hr_docs.engine.faults import Fault
from hr_docs.engine.templating.tags import Tag


def block_faults(tags: Sequence[Tag]) -> Iterator[Fault]:
    """What docxtpl-lint leaves out: cells, paragraphs without {%p %}, and what is in between."""
    opened: list[Tag] = []
    for tag in tags:
        if tag.keyword in {"if", "for"}:
            opened.append(tag)
        elif tag.keyword in {"elif", "else"} and opened:
            yield from _branch_faults(opened[-1], tag)
        elif tag.keyword in {"endif", "endfor"} and opened:
            start = opened.pop()
            if start.keyword == tag.keyword.removeprefix("end"):
                yield from _pair_faults(start, tag)


def _branch_faults(start: Tag, branch: Tag) -> Iterator[Fault]:
    if start.prefix != branch.prefix:
        message = (
            f"{branch.shown} стоит внутри {start.shown}, но приставки у них разные: "
            f"пишите {{%{start.prefix or ' '}{' ' if start.prefix else ''}{branch.body} %}}"
        )
        yield Fault("block-prefix", "error", branch.place, message, branch.raw)
    elif start.prefix not in {"tr", "tc"} and start.place.cell != branch.place.cell:
        message = (
            f"{branch.shown} стоит не в той ячейке, что {start.shown}: поставьте оба тега в одну"
        )
        yield Fault("block-cells", "error", branch.place, message, branch.raw)


def _pair_faults(start: Tag, end: Tag) -> Iterator[Fault]:
    if start.prefix in {"tr", "tc"} or start.prefix != end.prefix:
        return  # docxtpl-lint knows these
    if start.place.cell != end.place.cell:
        message = f"{end.shown} закрывает {start.shown} в другой ячейке: поставьте оба тега в одну"
        yield Fault("block-cells", "error", end.place, message, end.raw)
    elif not start.prefix and start.place != end.place and not _are_drawn_together(start, end):
        message = (
            f"{end.shown} закрывает {start.shown} в другом абзаце: "
            "если нужны целые абзацы, пишите {%p … %} отдельным абзацем"
        )
        yield Fault("block-paragraphs", "warning", end.place, message, end.raw)


def _are_drawn_together(start: Tag, end: Tag) -> bool:
    """A dash makes docxtpl join the paragraphs on the side of the tag where it stands."""
    return start.raw.endswith("-%}") or end.raw.startswith("{%-")
