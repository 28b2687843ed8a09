"""The logical structure of a tagged PDF (ISO 32000-1 §14.7), without an element for every line.

WeasyPrint wraps each line of a paragraph in a Span of its own. Content may belong to the paragraph
itself (§14.7.4.2), which halves the objects of a contract.
"""

from typing import Any

import pydyf

_OWN = frozenset({"Type", "S", "K", "Pg", "P"})


def merge_lines(pdf: Any) -> None:
    """Let the paragraphs of a tagged pydyf.PDF hold their lines themselves."""
    merged: dict[bytes, bytes] = {}
    for one in pdf.objects:
        if not _is_line(one):
            continue
        parent = _at(pdf, one["P"])
        if parent.get("Pg") == one["Pg"]:
            kids = parent["K"]
            kids[kids.index(one.reference)] = one["K"][0]
            merged[one.reference] = parent.reference
            one.free = "f"
    for belongings in _parent_tree(pdf):
        if isinstance(belongings, list):
            belongings[:] = (merged.get(element, element) for element in belongings)


def _is_line(one: Any) -> bool:
    return (
        isinstance(one, pydyf.Dictionary)
        and one.get("S") == "/Span"
        and one.keys() == _OWN
        and len(one["K"]) == 1
        and isinstance(one["K"][0], int)
    )


def _parent_tree(pdf: Any) -> list[Any]:
    """Which element each piece of marked content belongs to, page after page (§14.7.4.4)."""
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    tree: list[Any] = _at(pdf, root["ParentTree"])["Nums"]
    return tree


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.removesuffix(b" 0 R"))]
