"""The names that a template reads, as it writes them and as paths from the facts.

Loop variables are resolved to their list: in `{% for пункт in инструкция.пункты %}` the name
`пункт.текст` has the path `инструкция.пункты[].текст`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from jinja2 import nodes

# Names that Jinja itself gives a value inside loops, macros and calls.
JINJA_NAMES = frozenset({"loop", "caller", "varargs", "kwargs", "self", "super"})
# Filters whose answer has the same items as the list that they are given.
SAME_ITEMS = frozenset(
    {"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
)


class Chain(NamedTuple):
    """A name with its attributes; `path` is None when it does not come from the facts."""

    name: str
    path: str | None


class Names:
    """The names in scope while a syntax tree is walked, and the paths met on the way."""

    def __init__(self, builtin: Mapping[str, object]) -> None:
        self.paths: set[str] = set()
        self._builtin = frozenset(builtin) | JINJA_NAMES
        self._scopes: list[dict[str, str | None]] = [{}]

    def note(self, chain: Chain) -> None:
        """A fact is read."""
        if chain.path:
            self.paths.add(chain.path)

    def note_items(self, chain: Chain) -> None:
        """A list of the facts is gone through."""
        if chain.path:
            self.paths.add(f"{chain.path}[]")

    def bind(self, target: nodes.Node, path: str | None = None) -> None:
        """A template's own name from here on; `path` when it stands for something in the facts."""
        names = list(_targets(target))
        alone = isinstance(target, nodes.Name)
        self._scopes[-1].update(dict.fromkeys(names, path if alone else None))

    @contextmanager
    def scope(self) -> Iterator[None]:
        """Names bound inside are forgotten afterwards."""
        self.open_scope()
        yield
        self.close_scope()

    def open_scope(self) -> None:
        """Names bound from here on are forgotten with `close_scope`."""
        self._scopes.append({})

    def close_scope(self) -> None:
        """Leave the innermost scope; the outermost stays."""
        if len(self._scopes) > 1:
            self._scopes.pop()

    @property
    def own(self) -> frozenset[str]:
        """What the template has given a name up to here."""
        return frozenset().union(*self._scopes)

    def is_own(self, name: str) -> bool:
        """Whether the template or Jinja has given the name its meaning."""
        return name in self._builtin or any(name in scope for scope in self._scopes)

    def chain(self, node: nodes.Node) -> Chain | None:
        """The node as a chain of names, if it is one."""
        if isinstance(node, nodes.Name):
            return Chain(node.name, self._path(node.name)) if node.ctx == "load" else None
        if not isinstance(node, (nodes.Getattr, nodes.Getitem)):
            return None
        above = self.chain(node.node)
        if above is None:
            return None
        written, step = _step(node)
        return Chain(above.name + written, above.path and above.path + step)

    def chains(self, node: nodes.Node) -> Iterator[Chain]:
        """The longest chains in an expression, from left to right."""
        chain = self.chain(node)
        if chain:
            yield chain
        elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
            method = self.chain(node.node)
            yield from [Chain(method.name, None)] if method else self.chains(node.node.node)
            for argument in node.args:
                yield from self.chains(argument)
        else:
            for child in node.iter_child_nodes():
                yield from self.chains(child)

    def path_of_items(self, node: nodes.Node) -> str | None:
        """The path of the items that a loop over this expression goes through."""
        while isinstance(node, nodes.Filter) and node.name in SAME_ITEMS and node.node is not None:
            node = node.node
        chain = self.chain(node)
        return f"{chain.path}[]" if chain and chain.path else None

    def _path(self, name: str) -> str | None:
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        return None if name in self._builtin else name


def root_of(node: nodes.Node) -> str:
    """The first name of a chain."""
    while isinstance(node, (nodes.Getattr, nodes.Getitem)):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""


def _step(node: nodes.Getattr | nodes.Getitem) -> tuple[str, str]:
    """The last step of a chain as written, and as a step of a path."""
    if isinstance(node, nodes.Getattr):
        return f".{node.attr}", f".{node.attr}"
    if not isinstance(node.arg, nodes.Const):
        return "[…]", "[]"
    key = node.arg.value
    return (f".{key}", f".{key}") if isinstance(key, str) else (f"[{key}]", "[]")


def _targets(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Name):
        yield node.name
    for name in node.find_all(nodes.Name):
        yield name.name
