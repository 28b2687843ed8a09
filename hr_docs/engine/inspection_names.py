"""Names in the tags of a template against the vocabulary of facts."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Literal, NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from hr_docs.engine.faults import Fault
from hr_docs.engine.inspection_values import compared_words, comparisons, quoted_names
from hr_docs.engine.inspection_vocabulary import Vocabulary
from hr_docs.engine.templating.checks import misused_words, parse_alone
from hr_docs.engine.templating.names import JINJA_NAMES, SAME_ITEMS, Names, root_of
from hr_docs.engine.templating.paragraphs import Paragraph
from hr_docs.engine.templating.sandbox import TEXT_METHODS, MasterEnvironment
from hr_docs.engine.templating.tags import Tag, find_tags

_DOTTED = re.compile(r"(?<![\w.])[^\W\d]\w*(?:\.[^\W\d]\w*)+")
_WORD = re.compile(r"[^\W\d_]+")
_MAPPING_METHODS = frozenset({"items", "keys", "values", "get"})
# Filters that print what they are given, more or less.
_TEXT_FILTERS = frozenset(
    {"capitalize", "d", "default", "e", "escape", "lower", "replace", "string", "title", "trim",
     "truncate", "upper", "дата_в_кавычках", "дата_цифрами"}
)  # fmt: skip
_CLOSING = frozenset({"endfor", "endwith", "endmacro", "endcall"})
_MANY_ROUNDS = 1_000

Role = Literal["printed", "iterated", "read"]


class Use(NamedTuple):
    """A path that a tag reads, and what for."""

    path: str
    role: Role


class NameCheck:
    """Goes through the tags of one part in their order, keeping what loops and sets have named."""

    def __init__(self, vocabulary: Vocabulary | None) -> None:
        self._vocabulary = vocabulary
        self._names = Names(MasterEnvironment().globals)
        self._macros: list[str] = []

    def faults(self, tags: Iterable[Tag]) -> Iterator[Fault]:
        """What is wrong with the names of the tags, which come in the order of reading."""
        for tag in tags:
            if tag.keyword in _CLOSING:
                self._names.close_scope()
            if tag.keyword == "endmacro" and self._macros:
                self._macros.pop()
            torn = self._vocabulary.joined(tag.body) if self._vocabulary else ""
            if torn and tag.kind == "{{":
                message = f"{tag.shown} — вместо пробелов и тире в имени ставят «_»: «{torn}»"
                yield Fault("name-torn", "error", tag.place, message, tag.raw)
                continue
            if misused_words(tag):
                continue  # checks.py has said so
            try:
                tree = parse_alone(tag)
            except (TemplateSyntaxError, RecursionError):
                continue  # checks.py has said so
            yield from self._tag(tag, tree)

    def _tag(self, tag: Tag, tree: nodes.Template) -> Iterator[Fault]:
        statement = tree.body[0] if tree.body else None
        self._open(statement)
        uses = self._uses_faults(statement, compared_words(tree))
        for cause in [*uses, *self._value_faults(tree, statement), *self._call_faults(tree)]:
            yield Fault(cause[0], "error", tag.place, f"{tag.shown} — {cause[1]}", tag.raw)
        self._bind(statement)

    # What the tag names for those after it

    def _open(self, statement: nodes.Node | None) -> None:
        if isinstance(statement, nodes.Macro):
            self._macros.append(statement.name)
            self._names.bind(nodes.Name(statement.name, "store"))
            self._names.open_scope()
            for argument in statement.args:
                self._names.bind(argument)

    def _bind(self, statement: nodes.Node | None) -> None:
        match statement:
            case nodes.For():
                path = self._names.path_of_items(statement.iter)
                self._names.open_scope()
                self._names.bind(nodes.Name("loop", "store"))
                self._names.bind(statement.target, path)
            case nodes.With():
                self._names.open_scope()
                for target in statement.targets:
                    self._names.bind(target)
            case nodes.CallBlock():
                self._names.open_scope()
            case nodes.Assign():
                chain = self._names.chain(statement.node)
                self._names.bind(statement.target, chain.path if chain else None)
            case nodes.AssignBlock():
                self._names.bind(statement.target)

    # What the tag reads

    def _value_faults(
        self, tree: nodes.Template, statement: nodes.Node | None
    ) -> Iterator[tuple[str, str]]:
        if self._vocabulary is not None:
            yield from quoted_names(statement, self._vocabulary.names)
            yield from comparisons(tree, self._names, self._vocabulary.choices)

    def _uses_faults(
        self, statement: nodes.Node | None, compared: Collection[str]
    ) -> Iterator[tuple[str, str]]:
        for use in dict.fromkeys(self._uses(statement)):
            twin = self._vocabulary.look_alike(use.path) if self._vocabulary else ""
            mixed = _alien_letters(use.path, twin) if twin else _mixed_word(use.path)
            if mixed:
                yield "name-look-alike", mixed
            elif self._vocabulary is not None:
                yield from _against(self._vocabulary, use, self._names.own, compared)

    def _uses(self, statement: Any) -> Iterator[Use]:
        match statement:
            case None:
                return
            case nodes.Output():
                for printed in statement.nodes:
                    yield from self._of(printed, "printed")
            case nodes.For():
                yield from self._of(statement.iter, "iterated")
            case nodes.Macro() | nodes.AssignBlock():
                return
            case nodes.Assign() | nodes.If() | nodes.With() | nodes.CallBlock():
                for child in statement.iter_child_nodes(exclude=("target", "targets", "args")):
                    yield from self._of(child, "read")

    def _of(self, node: nodes.Node, role: Role) -> Iterator[Use]:
        chain = self._names.chain(node)
        if chain:
            if chain.path:
                yield Use(chain.path, role)
            return
        for part, part_role in _parts(node, role):
            yield from self._of(part, part_role)

    # What the tag calls

    def _call_faults(self, tree: nodes.Template) -> Iterator[tuple[str, str]]:
        for call in tree.find_all(nodes.Call):
            name = root_of(call.node)
            if isinstance(call.node, nodes.Name) and name == "range":
                yield from _range_faults(call)
            if name in self._macros and isinstance(call.node, nodes.Name):
                yield "macro-endless", f"макрос {name} вызывает сам себя"
            elif not self._may_be_called(call.node):
                yield "call", "вызывать функции в шаблоне нельзя: напишите имя без скобок"

    def _may_be_called(self, function: nodes.Node) -> bool:
        if isinstance(function, nodes.Getattr):
            known = function.attr in TEXT_METHODS | _MAPPING_METHODS
            return known or root_of(function) in JINJA_NAMES
        return isinstance(function, nodes.Name) and self._names.is_own(function.name)


def _parts(node: nodes.Node, role: Role) -> Iterator[tuple[nodes.Node, Role]]:
    """What an expression consists of, and what for, when the whole of it is for `role`."""
    match node:
        case nodes.Call(node=nodes.Getattr() as method):
            yield method.node, "read"
            yield from ((argument, "read") for argument in node.args)
        case nodes.Filter(node=nodes.Expr() as value):
            yield value, _through_filter(node.name, role)
            yield from ((argument, "read") for argument in node.args)
        case nodes.CondExpr():
            yield node.test, "read"
            yield from ((branch, role) for branch in (node.expr1, node.expr2) if branch is not None)
        case _:
            kept: Role = role if isinstance(node, (nodes.Concat, nodes.Or)) else "read"
            yield from ((child, kept) for child in node.iter_child_nodes())


def _through_filter(name: str, role: Role) -> Role:
    same = _TEXT_FILTERS if role == "printed" else SAME_ITEMS
    return role if name in same else "read"


def _range_faults(call: nodes.Call) -> Iterator[tuple[str, str]]:
    bounds = [node.value for node in call.args if isinstance(node, nodes.Const)]
    whole = bool(bounds) and all(isinstance(bound, int) for bound in bounds)
    if whole and 0 not in bounds[2:] and len(range(*bounds)) > _MANY_ROUNDS:
        yield "loop-huge", f"больше {_MANY_ROUNDS} повторов цикла"


def _alien_letters(path: str, twin: str) -> str:
    letters = dict.fromkeys(here for here, meant in zip(path, twin, strict=True) if here != meant)
    alphabet = "латинские" if next(iter(letters)).isascii() else "русские"
    return f"в имени «{path}» {alphabet} буквы: {', '.join(letters)}; нужно «{twin}»"


def _mixed_word(path: str) -> str:
    """Which letters of which word belong to the other alphabet; empty when none does."""
    for word in _WORD.findall(path):
        latin = [letter for letter in word if letter.isascii()]
        if not latin or len(latin) == len(word):
            continue
        if len(latin) * 2 <= len(word):
            return f"в имени «{word}» латинские буквы: {', '.join(latin)}; наберите их по-русски"
        others = [letter for letter in word if not letter.isascii()]
        return f"в имени «{word}» русские буквы: {', '.join(others)}; наберите их по-латински"
    return ""


def _against(
    vocabulary: Vocabulary, use: Use, own: Collection[str], compared: Collection[str]
) -> Iterator[tuple[str, str]]:
    kind = vocabulary.kind(use.path)
    if not kind:
        hint = vocabulary.hint_for(use.path, own, is_compared=use.path in compared)
        yield "name-unknown", f"такого поля нет: «{use.path}»{hint}"
    elif use.role == "printed" and kind == "list":
        yield "prints-list", f"«{use.path}» — список: печатайте его в цикле или через join"
    elif use.role == "printed" and kind == "group" and use.path.endswith("[]"):
        fields = ", ".join(vocabulary.items_of(f"{use.path}."))
        yield "prints-group", f"это группа полей, строка списка: напишите через точку {fields}"
    elif use.role == "printed" and kind == "group":
        yield "prints-group", f"«{use.path}» — группа полей: напишите через точку, какое печатать"
    elif use.role == "iterated" and kind != "list":
        yield "loop-no-list", f"«{use.path}» — не список, его не перебрать"


def bare_names(paragraph: Paragraph, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Names of facts that stand in the text without braces and would be printed as they are."""
    text = paragraph.text
    for tag in reversed(find_tags(paragraph)):
        text = text[: tag.span[0]] + " " * (tag.span[1] - tag.span[0]) + text[tag.span[1] :]
    if "{" in text or "}" in text:
        return  # told as a brace or as a tag that is not closed
    for name in dict.fromkeys(_DOTTED.findall(text)):
        if vocabulary.kind(name):
            message = f"имя поля «{name}» стоит без фигурных скобок: напишите {{{{ {name} }}}}"
            yield Fault("name-bare", "error", paragraph.place, message)
