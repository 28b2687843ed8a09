"""Strict reading: every expression of a template is put through the filters of printing.py.

Works on Jinja's syntax tree, once for each template, and knows every value by the name that the
template gives it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from hr_docs.engine.errors import TemplateError
from hr_docs.engine.templating.names import JINJA_NAMES, SAME_ITEMS, Chain, Names, root_of
from hr_docs.engine.templating.printing import (
    EACH,
    FILLED,
    KNOWN,
    SHOW,
    SIZED,
    SPACED,
    Site,
    spaced,
)
from hr_docs.engine.templating.tags import Tag

# Jinja annotates some of its expressions as plain nodes.
Expression = Any
_DEFAULTS = frozenset({"default", "d"})


@dataclass(slots=True)
class Rewriter:
    """Rewrites one syntax tree in place; `sites` and the paths of `names` grow."""

    names: Names
    sites: list[Site]
    tag_at: Callable[[int], Tag | None]

    def rewrite(self, body: Sequence[nodes.Node]) -> None:
        """The statements of a template or of a block, in their order."""
        for statement in body:
            self._statement(statement)

    # Statements

    def _statement(self, node: nodes.Node) -> None:
        match node:
            case nodes.Output():
                node.nodes = [self._output(child) for child in node.nodes]
            case nodes.If():
                self._if(node)
            case nodes.For():
                self._for(node)
            case nodes.Assign():
                self._assign(node)
            case nodes.AssignBlock(filter=None):
                self.rewrite(node.body)
                self.names.bind(node.target)
            case nodes.Macro() | nodes.CallBlock():
                self._callable(node)
            case nodes.With():
                self._with(node)
            case _:
                raise self._unsupported(node)

    def _if(self, node: nodes.If) -> None:
        node.test = self._read(node.test)
        for body in (node.body, node.elif_, node.else_):
            self.rewrite(body)

    def _for(self, node: nodes.For) -> None:
        path = self.names.path_of_items(node.iter)
        number = self._site(node.iter, list(self.names.chains(node.iter)))
        repeated = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
        node.iter = _filter(self._gone_through(node.iter), EACH, number, repeated)
        with self.names.scope():
            self.names.bind(nodes.Name("loop", "store"))
            self.names.bind(node.target, path)
            if node.test is not None:
                node.test = self._read(node.test)
            self.rewrite(node.body)
        self.rewrite(node.else_)

    def _assign(self, node: nodes.Assign) -> None:
        chain = self.names.chain(node.node)
        node.node = self._read(node.node)
        self.names.bind(node.target, chain.path if chain else None)

    def _callable(self, node: nodes.Macro | nodes.CallBlock) -> None:
        if isinstance(node, nodes.Macro):
            self.names.bind(nodes.Name(node.name, "store"))
        else:
            self._inside(node.call)
        node.defaults = [self._read(value) for value in node.defaults]
        with self.names.scope():
            for argument in node.args:
                self.names.bind(argument)
            self.rewrite(node.body)

    def _with(self, node: nodes.With) -> None:
        chains = [self.names.chain(value) for value in node.values]
        node.values = [self._read(value) for value in node.values]
        with self.names.scope():
            for target, chain in zip(node.targets, chains, strict=True):
                self.names.bind(target, chain.path if chain else None)
            self.rewrite(node.body)

    # Printed expressions

    def _output(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            return node
        chain = self.names.chain(node)
        chains = list(self.names.chains(node))
        number = self._site(node, chains, deliberate=_is_deliberate(node))
        if chain is None:
            return _filter(self._printed(node), SHOW, number)
        self.names.note(chain)
        self._inside(node)
        return _filter(node, SHOW, number)

    def _printed(self, node: Expression) -> Expression:
        """An expression whose text goes into the document: an empty part of it is a gap."""
        chain = self.names.chain(node)
        if chain:
            return self._through(node, FILLED, [chain])
        match node:
            case nodes.Filter(node=nodes.Expr() as value) if node.name not in _DEFAULTS:
                node.node = self._printed(value)
                self._arguments(node)
            case nodes.Concat():
                node.nodes = [self._printed(part) for part in node.nodes]
                return _filter(node, SIZED)
            case nodes.Add():
                node.left, node.right = self._printed(node.left), self._printed(node.right)
            case nodes.Or():
                self._either(node)
            case nodes.CondExpr():
                node.test, node.expr1 = self._read(node.test), self._printed(node.expr1)
                node.expr2 = self._printed(node.expr2) if node.expr2 is not None else None
            case nodes.Call(node=nodes.Getattr() as method):
                method.node = self._printed(method.node)
                self._arguments(node)
            case _:
                return self._read(node)
        return node

    def _either(self, node: nodes.Or) -> None:
        """`x or y`: when both are empty, both are missing."""
        chains = list(self.names.chains(node))
        node.left = self._read(node.left)
        if self.names.chain(node.right):
            node.right = self._through(node.right, FILLED, chains)
        else:
            node.right = self._printed(node.right)

    # Expressions that are looked at, compared or gone through

    def _read(self, node: Expression) -> nodes.Expr:
        chain = self.names.chain(node)
        if chain:
            return self._through(node, KNOWN, [chain])
        self._inside(node)
        return _filter(node, SIZED) if isinstance(node, nodes.Concat) else node

    def _gone_through(self, node: Expression) -> Expression:
        chain = self.names.chain(node)
        if chain:
            self.names.note_items(chain)
            return self._through(node, KNOWN, [Chain(chain.name, None)])
        if isinstance(node, nodes.Filter) and node.name in SAME_ITEMS and node.node is not None:
            node.node = self._gone_through(node.node)
            self._arguments(node)
            return node
        return self._read(node)

    def _through(self, node: nodes.Expr, filter_name: str, chains: list[Chain]) -> nodes.Expr:
        for chain in chains:
            self.names.note(chain)
        self._inside(node)
        if filter_name == KNOWN and root_of(node) in JINJA_NAMES:
            return node
        return _filter(node, filter_name, self._site(node, chains))

    def _inside(self, node: nodes.Node) -> None:
        """Rewrite what an expression consists of, not the expression itself."""
        match node:
            case nodes.Const(value=str()):
                # docxtpl gives back every entity inside tags but this one.
                node.value = node.value.replace("&amp;", "&")
            case nodes.Getattr() if self.names.chain(node):
                self._inside(node.node)
            case nodes.Getitem() if self.names.chain(node):
                self._inside(node.node)
                node.arg = self._read(node.arg)
            case nodes.Compare():
                self._compared(node)
            case nodes.Call(node=nodes.Getattr() as method):
                method.node = self._read(method.node)
                self._arguments(node)
            case nodes.Filter(node=nodes.Expr() as value) if node.name in _DEFAULTS:
                self._defaulted(value, node)
                self._arguments(node)
            case _:
                self._children(node)

    def _compared(self, node: nodes.Compare) -> None:
        """Facts have no-break spaces where paper wants them, conditions plain ones."""
        node.expr = _spaced(self._read(node.expr))
        for operand in node.ops:
            operand.expr = _spaced(self._read(operand.expr))

    def _defaulted(self, value: nodes.Expr, node: nodes.Filter) -> None:
        """What `default` is put to may be undefined: that is what it is for."""
        chain = self.names.chain(value)
        if chain:
            self.names.note(chain)
            self._inside(value)
        else:
            node.node = self._read(value)

    def _arguments(self, node: nodes.Filter | nodes.Call) -> None:
        node.args = [self._read(argument) for argument in node.args]
        for keyword in node.kwargs:
            self._children(keyword)
        node.dyn_args = self._read(node.dyn_args) if node.dyn_args is not None else None
        node.dyn_kwargs = self._read(node.dyn_kwargs) if node.dyn_kwargs is not None else None

    def _children(self, node: nodes.Node) -> None:
        for name, value in node.iter_fields():
            if isinstance(value, list):
                setattr(node, name, [self._child(item) for item in value])
            else:
                setattr(node, name, self._child(value))

    def _child(self, item: object) -> object:
        if isinstance(item, nodes.Expr):
            return self._read(item)
        if isinstance(item, nodes.Node):
            self._children(item)
        return item

    # Places

    def _site(self, node: Expression, chains: list[Chain], *, deliberate: bool = False) -> int:
        tag = self.tag_at(node.lineno)
        names = tuple(dict.fromkeys(chain.name for chain in chains))
        fallback = (tag.raw,) if tag else ("{{ … }}",)
        self.sites.append(Site(names or fallback, tag.place if tag else None, deliberate))
        return len(self.sites) - 1

    def _unsupported(self, node: nodes.Node) -> TemplateError:
        tag = self.tag_at(node.lineno)
        cause = "такой тег в шаблонах документов не поддерживается"
        return TemplateError(f"{tag.shown} — {cause}" if tag else cause, tag.place if tag else None)


def _filter(node: nodes.Expr, name: str, *arguments: int) -> nodes.Filter:
    constants = [nodes.Const(argument) for argument in arguments]
    return nodes.Filter(node, name, constants, [], None, None, lineno=node.lineno)


def _spaced(node: nodes.Expr) -> nodes.Expr:
    """With plain spaces: what is typed in the template at once, a value when it is compared."""
    if isinstance(node, nodes.Const):
        node.value = spaced(node.value)
        return node
    return _filter(node, SPACED)


def _is_deliberate(node: nodes.Node | None) -> bool:
    """Whether the expression itself says what stands for an empty value."""
    match node:
        case nodes.Const() | nodes.CondExpr():
            return True
        case nodes.Or():
            return _is_deliberate(node.right)
        case nodes.Filter() if node.name in _DEFAULTS:
            return not node.args or _is_deliberate(node.args[0])
        case nodes.Filter():
            return _is_deliberate(node.node)
        case nodes.Concat():
            return all(map(_is_deliberate, node.nodes))
        case _:
            return False
