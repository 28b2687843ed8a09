"""Footnotes and endnotes (ECMA-376 §17.11): numbered in the order in which they are called."""

from hr_docs.engine.wordml.content import Note
from hr_docs.engine.wordml.ooxml import Element, attribute, child, children, integer, value, w
from hr_docs.engine.wordml.properties import EMPTY_RUN
from hr_docs.engine.wordml.reading.number_formats import formatted
from hr_docs.engine.wordml.reading.numbering import Counters
from hr_docs.engine.wordml.reading.story import Story

_ANEW = frozenset({"eachPage", "eachSect"})
_DEFAULT_FORMAT = {"footnote": "decimal", "endnote": "lowerRoman"}


def note_of(story: Story, kind: str, identifier: str, *, custom_mark: bool) -> Note | None:
    """The note with this id, numbered; None when it is undefined or calls itself."""
    source, key = story.source, (kind, identifier)
    if key not in source.notes:
        source.notes[key] = None
        source.notes[key] = _read(story, kind, identifier, custom_mark=custom_mark)
        found = source.notes[key]
        if found is not None and kind == "endnote":
            source.endnotes.append(found)
    return source.notes[key]


def _read(story: Story, kind: str, identifier: str, *, custom_mark: bool) -> Note | None:
    source = story.source
    part = source.package.related(source.package.main, f"{kind}s")
    root = source.package.xml(part)
    element = next((e for e in children(root, kind) if attribute(e, "id") == identifier), None)
    if element is None or part is None:
        return None
    label = "" if custom_mark else _next_label(story, kind)
    counters = source.note_counters.setdefault(kind, Counters())
    inner = Story(source, part, counters, note_label=label, depth=story.depth + 1)
    return Note(kind, label, source.read_blocks(element, inner), EMPTY_RUN)


def _next_label(story: Story, kind: str) -> str:
    source = story.source
    settings = child(source.settings, f"{kind}Pr")
    start = integer(value(settings, "numStart")) if settings is not None else None
    count = source.note_counts.get(kind, (1 if start is None else start) - 1) + 1
    source.note_counts[kind] = count
    if _setting(story, settings, kind, "numRestart") in _ANEW:
        story.warn("сноски пронумерованы подряд, а не заново")
    number_format = _setting(story, settings, kind, "numFmt") or _DEFAULT_FORMAT[kind]
    return formatted(count, number_format)


def _setting(story: Story, settings: Element | None, kind: str, tag: str) -> str | None:
    """What the last section says of notes, else the document."""
    body = child(story.source.package.xml(story.source.package.main), "body")
    section = body.find(f"{w('sectPr')}/{w(kind + 'Pr')}") if body is not None else None
    for element in (section, settings):
        found = value(element, tag) if element is not None else None
        if found:
            return found
    return None
