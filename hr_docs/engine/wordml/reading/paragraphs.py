"""Paragraphs with their effective formatting and list labels (ECMA-376 §17.3.1, §17.7.2)."""

from dataclasses import replace

from hr_docs.engine.wordml.content import Label, Paragraph
from hr_docs.engine.wordml.ooxml import Element, child
from hr_docs.engine.wordml.properties import (
    EMPTY_PARAGRAPH,
    ParagraphProperties,
    RunProperties,
    paragraph_over,
    run_over,
)
from hr_docs.engine.wordml.reading.inlines import InlineReader
from hr_docs.engine.wordml.reading.number_formats import is_known
from hr_docs.engine.wordml.reading.numbering import Level, List
from hr_docs.engine.wordml.reading.story import Effective, Story, Stylebook, TableFormatting
from hr_docs.engine.wordml.symbols import SIGN_FAMILY, is_symbol_font, readable

_HEADING_LEVELS = 6


def read_paragraph(elements: list[Element], story: Story, table: TableFormatting) -> Paragraph:
    """One paragraph from the w:p that ends it and those before it whose marks are deleted."""
    source, element = story.source, elements[-1]
    own = child(element, "pPr")
    book = source.book
    found = effective(book, book.formatting.paragraph(own), table)
    reader = InlineReader(story, found.run)
    for one in elements[:-1]:
        # A style that hides a paragraph hides its words, wherever they have gone.
        style = effective(book, book.formatting.paragraph(child(one, "pPr")), table).run
        before = InlineReader(story, style if style.hidden else found.run)
        before.read(one)
        reader.content.extend(before.content)
    reader.read(element)
    mark = reader.run_properties(child(own, "rPr"))
    heading = found.properties.outline
    return Paragraph(
        properties=found.properties,
        mark=mark,
        label=_label(story, found, mark),
        content=tuple(reader.content),
        default_tab=source.default_tab,
        heading=heading + 1 if heading is not None and 0 <= heading < _HEADING_LEVELS else None,
    )


def effective(book: Stylebook, direct: ParagraphProperties, table: TableFormatting) -> Effective:
    """Lay direct formatting over list, style, table style and document defaults."""
    key = (direct, table)
    found = book.effective.get(key)
    if found is None:
        found = book.effective[key] = _resolve(book, direct, table)
    return found


def _resolve(book: Stylebook, direct: ParagraphProperties, table: TableFormatting) -> Effective:
    styles = book.styles
    style = direct.style if styles.get(direct.style) else styles.default("paragraph")
    chain = styles.chain(style)
    inherited = EMPTY_PARAGRAPH
    for one in chain:
        inherited = paragraph_over(one.paragraph, inherited)
    numbers, level = _list_level(book, direct, inherited, style)
    setter = max((i for i, one in enumerate(chain) if _numbers_itself(one.paragraph)), default=-1)
    indents = level.paragraph if level else EMPTY_PARAGRAPH
    properties = paragraph_over(table.paragraph, styles.paragraph_defaults)
    run = run_over(table.run, styles.run_defaults)
    is_direct = direct.number is not None
    for position, one in enumerate(chain):
        if position == setter and not is_direct:
            properties = paragraph_over(indents, properties)
        properties = paragraph_over(one.paragraph, properties)
        run = run_over(one.run, run)
    if is_direct or setter < 0:
        properties = paragraph_over(indents, properties)
    properties = replace(paragraph_over(direct, properties), style=style)
    return Effective(properties, run, numbers, level)


def _numbers_itself(properties: ParagraphProperties) -> bool:
    return properties.number is not None or properties.level is not None


def _list_level(
    book: Stylebook,
    direct: ParagraphProperties,
    inherited: ParagraphProperties,
    style: str | None,
) -> tuple[List | None, Level | None]:
    """The list and level a paragraph counts in: its own w:numPr, else its style's (§17.9.18)."""
    number = direct.number if direct.number is not None else inherited.number
    numbers = book.numbering.get(number)
    if numbers is None:
        return None, None
    if direct.level is not None:
        index = direct.level
    elif direct.number is not None and direct.number != inherited.number:
        index = 0
    else:
        linked = book.numbering.level_of_style(number, style)
        index = linked if linked is not None else inherited.level or 0
    level = numbers.levels.get(index)
    return (numbers, level) if level else (None, None)


def _label(story: Story, found: Effective, mark: RunProperties) -> Label | None:
    if found.numbers is None or found.level is None:
        return None
    level = found.level
    text = story.counters.next_label(found.numbers, level.index)
    run = run_over(level.run, mark)
    if not is_known(level.number_format):
        story.warn(f"нумерация вида «{level.number_format}» показана цифрами")
    if level.number_format == "bullet" or is_symbol_font(run.font):
        text = readable(text, run.font)
        if is_symbol_font(run.font):
            run = replace(run, font=SIGN_FAMILY, ascii_font=SIGN_FAMILY)
    return Label(text, run, level.suffix, level.alignment)
