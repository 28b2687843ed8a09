"""Values in the tags of a template: compared with what a field never says, or typed as a name."""

from collections.abc import Collection, Iterator, Mapping

from jinja2 import nodes

from hr_docs.engine.templating.names import Names
from hr_docs.engine.templating.printing import spaced

Choices = Mapping[str, Collection[str]]
"""Facts with few values, by path: these values; none for a fact that is yes or no."""


def quoted_names(statement: nodes.Node | None, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Names of facts in quotation marks: they would be printed as they are."""
    for printed in statement.nodes if isinstance(statement, nodes.Output) else ():
        if isinstance(printed, nodes.Const) and str(printed.value).strip() in known:
            name = str(printed.value).strip()
            yield (
                "name-quoted",
                f"имя поля стоит в кавычках и напечатается само: пишите {{{{ {name} }}}}",
            )


def compared_words(tree: nodes.Template) -> frozenset[str]:
    """Single names in comparisons: they may be texts that lack their quotation marks."""
    sides = (side for compare in tree.find_all(nodes.Compare) for side in _sides(compare))
    return frozenset(side.name for side in sides if isinstance(side, nodes.Name))


def comparisons(tree: nodes.Template, names: Names, choices: Choices) -> Iterator[tuple[str, str]]:
    """Comparisons that are always false, so that a clause would silently be lost."""
    for compare in tree.find_all(nodes.Compare):
        sides = _sides(compare)
        for side in sides:
            chain = names.chain(side)
            path = chain.path if chain else None
            if path and path in choices:
                values = [text for other in sides if other is not side for text in _texts(other)]
                yield from _never(path, values, choices[path], _inside(compare, side))


def _never(
    path: str, texts: Collection[str], choices: Collection[str], inside: bool
) -> Iterator[tuple[str, str]]:
    if texts and not choices:
        message = f"«{path}» — это «да» или «нет»: пишите if {path} или if not {path}"
        yield "compare-yes-no", message
        return
    for text in texts:
        known = any(text in one if inside else text == one for one in choices)
        if text and not known:
            message = f"«{path}» никогда не бывает «{text}»: бывает {', '.join(choices)}"
            yield "compare-never", message


def _sides(compare: nodes.Compare) -> list[nodes.Node]:
    return [compare.expr, *(operand.expr for operand in compare.ops)]


def _inside(compare: nodes.Compare, side: nodes.Node) -> bool:
    """Whether texts are looked for inside the value: 'паспорт' in работник.документ.вид."""
    return any(one.expr is side and one.op in {"in", "notin"} for one in compare.ops)


def _texts(node: nodes.Node) -> list[str]:
    """The text of a constant, or those of a list of constants."""
    items = node.items if isinstance(node, (nodes.List, nodes.Tuple)) else [node]
    values = (item.value for item in items if isinstance(item, nodes.Const))
    return [str(spaced(value)) for value in values if isinstance(value, str)]
