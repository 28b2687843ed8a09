"""Faults in the tags of a template: what docxtpl-lint knows, and each tag's own spelling.

Both look at the tags after Word's autocorrection has been undone.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import takewhile

import docxtpl_lint
from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from hr_docs.engine.errors import Place
from hr_docs.engine.faults import Fault, in_order
from hr_docs.engine.templating.paragraphs import P, Paragraph, T
from hr_docs.engine.templating.sandbox import MasterEnvironment
from hr_docs.engine.templating.slips import (
    glued_prefix,
    hint_for,
    statement_in_braces,
    value_in_statement,
    words_after,
)
from hr_docs.engine.templating.tags import Tag, find_tags, shown
from hr_docs.engine.templating.wording import LINT, in_russian, unknown_keyword

_PAIRED = {"if": "if", "for": "for", "macro": "macro", "call": "call", "with": "with"}
_CELL_TAGS = frozenset({"cellbg", "colspan", "vm", "hm"})
_ALONE = frozenset({"else", "endset", "raw", "endraw", *(f"end{word}" for word in _PAIRED)})
_KNOWN = frozenset({*_PAIRED, *_CELL_TAGS, *_ALONE, "elif", "set", "print"})
_NO_TAGS = "autoescape block break continue debug do extends filter from import include trans"
_UNSUPPORTED = frozenset(_NO_TAGS.split())
_PREFIXES = frozenset({"p", "tr", "tc", "r"})
# A private name in a text, as a format pattern could read it: '{0.__class__}'.
_PRIVATE = re.compile(r"__[^\W_]+__")


@dataclass(frozen=True, slots=True)
class ReadPart:
    """A part of the package with its paragraphs."""

    name: str
    root: etree._Element
    paragraphs: list[Paragraph]

    @property
    def places(self) -> list[Place]:
        return [paragraph.place for paragraph in self.paragraphs]


def tag_faults(parts: Sequence[ReadPart]) -> list[Fault]:
    """Every fault in the tags of these parts, in reading order."""
    spelling = [fault for part in parts for fault in _spelling_faults(part)]
    found = [*spelling, *_lint_faults(parts, misspelt=bool(spelling))]
    return in_order(found, (place for part in parts for place in part.places))


def _spelling_faults(part: ReadPart) -> Iterator[Fault]:
    for paragraph in part.paragraphs:
        for tag in find_tags(paragraph):
            yield from spelling_faults(tag)


def spelling_faults(tag: Tag) -> Iterator[Fault]:
    """What is wrong with a tag by itself, whatever the facts and the other tags are."""
    if tag.kind == "{#":
        return
    unknown = _unknown_keyword(tag)
    if unknown:
        yield _fault("tag-unknown", tag, unknown)
        return
    misused = misused_words(tag)
    if misused:
        yield _fault("tag-syntax", tag, misused)
        return
    try:
        tree = parse_alone(tag)
    except TemplateSyntaxError as error:
        causes = filter(None, [in_russian(error.message or ""), hint_for(tag.body)])
        yield _fault("tag-syntax", tag, "; ".join(causes))
        return
    except RecursionError:
        yield _fault("tag-syntax", tag, "тег слишком сложный")
        return
    yield from _unknown_names(tag, tree)
    yield from _private_names(tag, tree)


def misused_words(tag: Tag) -> str:
    """Why words of statements stand wrong in a tag; empty when they do not."""
    if tag.kind == "{{":
        return statement_in_braces(tag.body)
    return words_after(tag.keyword, tag.body[len(tag.keyword) :])


def _unknown_keyword(tag: Tag) -> str:
    """Why the first word of a statement is wrong; empty when it is not."""
    word = tag.keyword
    if tag.kind == "{{" or word in _KNOWN or (not tag.prefix and word in _PREFIXES):
        return ""
    if word.removeprefix("end") in _UNSUPPORTED:
        return f"тег «{word}» в шаблонах документов не поддерживается"
    meant = value_in_statement(tag.body) or glued_prefix(word, _KNOWN)
    if meant:
        return meant
    near = get_close_matches(word.lower(), sorted({*_KNOWN, *_PREFIXES}), 1)
    if word.lower() == "end":
        near = ["".join(tag.body.lower().split()[:2])]
    if word.lower() in {"elseif", "elsif", "else_if"}:
        near = ["elif"]
    return unknown_keyword(word, tag.body, near[0] if near else "")


def parse_alone(tag: Tag) -> nodes.Template:
    """The syntax tree of a tag by itself, closed if it opens a block."""
    return _environment().parse(_alone(tag))


def _alone(tag: Tag) -> str:
    word, rest = tag.keyword, tag.body[len(tag.keyword) :]
    if tag.kind == "{{":
        return "{{" + tag.body + "\n}}"
    if word in _CELL_TAGS:
        return "{{" + rest + "\n}}" if word in {"cellbg", "colspan"} else ""
    if word == "elif":
        return "{% if" + rest + "\n%}{% endif %}"
    if word == "set" and "=" not in rest:
        return "{% set" + rest + "\n%}{% endset %}"
    if word in _ALONE or word in _PREFIXES:
        return ""
    return "{%" + tag.body + "\n%}" + (f"{{% end{word} %}}" if word in _PAIRED else "")


def _unknown_names(tag: Tag, tree: nodes.Template) -> Iterator[Fault]:
    environment = _environment()
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        is_filter = isinstance(node, nodes.Filter)
        known = environment.filters if is_filter else environment.tests
        if node.name not in known:
            what = "такого фильтра нет" if is_filter else "такой проверки нет"
            hint = _filter_hint(node.name, sorted(known))
            yield _fault("filter-unknown", tag, f"{what}: {node.name}{hint}")


def _filter_hint(name: str, known: Sequence[str]) -> str:
    if name.startswith(("date", "strftime", "дат")):
        return "; дату цифрами печатает |дата_цифрами, день в кавычках — |дата_в_кавычках"
    near = get_close_matches(name, known, 1)
    return f", может быть, {near[0]}?" if near else ""


def _private_names(tag: Tag, tree: nodes.Template) -> Iterator[Fault]:
    names = [node.attr for node in tree.find_all(nodes.Getattr)]
    names += [_constant(node.arg) for node in tree.find_all(nodes.Getitem)]
    texts = [_constant(node) for node in tree.find_all(nodes.Const)]
    names += [found for text in texts for found in _PRIVATE.findall(text)]
    for name in dict.fromkeys(names):
        if name.startswith("_"):
            yield _fault("name-private", tag, f"обращаться к служебному имени «{name}» нельзя")


def _constant(node: nodes.Node) -> str:
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""


def _fault(code: str, tag: Tag, message: str) -> Fault:
    return Fault(code, "error", tag.place, f"{tag.shown} — {message}", tag.raw)


@cache
def _environment() -> MasterEnvironment:
    return MasterEnvironment()


def _lint_faults(parts: Sequence[ReadPart], *, misspelt: bool) -> Iterator[Fault]:
    """What docxtpl-lint finds; its one syntax error adds nothing to tags known to be misspelt."""
    by_label = dict(_labelled(parts))
    try:
        report = docxtpl_lint.lint(_lint_package(by_label), filters=_environment().filters)
    except RecursionError:
        if not misspelt:
            yield Fault("tag-syntax", "error", Place(parts[0].name), "теги вложены слишком глубоко")
        return
    for issue in report.issues:
        rule = LINT.get(issue.rule)
        part = by_label[issue.location.part]
        number = issue.location.paragraph
        paragraph = part.paragraphs[number - 1] if number else None
        place = paragraph.place if paragraph else Place(part.name)
        if rule is None or (issue.rule == "DTL103" and misspelt):
            continue
        code, message = rule
        tag = _within(paragraph, issue.snippet) if issue.rule == "DTL001" else issue.snippet
        yield Fault(code, "error", place, message(shown(tag), issue.params), tag)


def _within(paragraph: Paragraph | None, snippet: str) -> str:
    """As much of a tag without an end as its own paragraph holds."""
    if paragraph is None or snippet in paragraph.text:
        return snippet
    rest = paragraph.text[paragraph.text.rfind(snippet[:2]) :]
    same = takewhile(lambda pair: pair[0] == pair[1], zip(rest, snippet, strict=False))
    return "".join(here for here, _ in same) or snippet


def _labelled(parts: Sequence[ReadPart]) -> Iterator[tuple[str, ReadPart]]:
    """Parts by the labels that docxtpl-lint gives them: it knows parts by their usual names."""
    for number, part in enumerate(parts):
        yield (f"header{number}" if number else "body"), part


def _lint_package(by_label: dict[str, ReadPart]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for label, part in by_label.items():
            name = "document" if label == "body" else label
            # A template's author must not switch checks off with docxtpl-lint's comments.
            xml = etree.tostring(_with_paragraphs(part)).replace(b"docxtpl-lint:", b"docxtpl_lint:")
            archive.writestr(f"word/{name}.xml", xml)
    return file.getvalue()


def _with_paragraphs(part: ReadPart) -> etree._Element:
    """The part as it is, or, when its texts stand in no paragraphs, each text in one."""
    if all(paragraph.element.tag == P for paragraph in part.paragraphs):
        return part.root
    root = etree.Element(part.root.tag)
    for paragraph in part.paragraphs:
        etree.SubElement(etree.SubElement(root, P), T).text = paragraph.text
    return root
