"""Word files broken at random, the same way for the same seed."""

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

Parts = dict[str, bytes]

_NONSENSE = (
    "", "0", "-1", "1", "65535", "-2147483648", "99999999999999999999", "1e308", "NaN", "auto",
    "50%", "ffffff", "true", "нет", " ", "\u202e", "rId1", "x" * 5000,
)  # fmt: skip
_DEEP = 300


def mutated(docx: bytes, seed: int) -> bytes:
    """The file with one to six accidents; most of the results are still Word files."""
    random = Random(seed)  # noqa: S311 — nothing secret
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for _ in range(random.randint(1, 6)):
        _accident(parts, random)
    packed = _packed(parts)
    return _scratched(packed, random) if random.random() < 0.05 else packed


def _accident(parts: Parts, random: Random) -> None:
    texts = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    if not texts:
        return
    weights = [12 if name == "word/document.xml" else 1 for name in texts]
    (name,) = random.choices(texts, weights)
    fate = random.random()
    if fate < 0.03:
        del parts[name]
    elif fate < 0.08:
        parts[name] = _scratched(parts[name], random)
    else:
        _change_tree(parts, name, random)


def _change_tree(parts: Parts, name: str, random: Random) -> None:
    try:
        root = etree.fromstring(parts[name])
    except etree.XMLSyntaxError:  # broken by an accident before
        return
    elements = [one for one in root.iter(etree.Element) if one is not root]
    if elements:
        for _ in range(random.randint(1, 4)):
            random.choice(_CHANGES)(random.choice(elements), root, random)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _drop(element: etree._Element, _root: etree._Element, _random: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _repeat(element: etree._Element, _root: etree._Element, random: Random) -> None:
    for _ in range(random.choice((1, 1, 2, 40))):
        element.addnext(deepcopy(element))


def _swap(element: etree._Element, _root: etree._Element, _random: Random) -> None:
    following = element.getnext()
    if following is not None:
        element.addprevious(following)


def _move(element: etree._Element, root: etree._Element, random: Random) -> None:
    elsewhere = random.choice(list(root.iter(etree.Element)))
    elsewhere.append(deepcopy(element))


def _hollow(element: etree._Element, _root: etree._Element, _random: Random) -> None:
    for child in list(element):
        element.remove(child)


def _spoil_value(element: etree._Element, _root: etree._Element, random: Random) -> None:
    if element.attrib:
        element.set(random.choice(sorted(element.attrib)), random.choice(_NONSENSE))


def _lose_value(element: etree._Element, _root: etree._Element, random: Random) -> None:
    if element.attrib:
        del element.attrib[random.choice(sorted(element.attrib))]


def _spoil_text(element: etree._Element, _root: etree._Element, random: Random) -> None:
    element.text = random.choice((*_NONSENSE, "{{ работник }}", "{% for x in y %}", "PAGE", "IF"))


def _bury(element: etree._Element, _root: etree._Element, random: Random) -> None:
    """Put the element into itself, again and again."""
    inner = element
    for _ in range(random.choice((2, 10, _DEEP))):
        shell = etree.SubElement(inner, element.tag)
        shell.attrib.update(element.attrib)
        inner = shell


_Change = Callable[[etree._Element, etree._Element, Random], None]
_CHANGES: tuple[_Change, ...] = (
    _drop, _repeat, _swap, _move, _hollow, _spoil_value, _spoil_value, _lose_value, _spoil_text,
    _bury,
)  # fmt: skip


def _scratched(content: bytes, random: Random) -> bytes:
    """Some bytes overwritten, or the end cut off."""
    if len(content) < 2 or random.random() < 0.3:
        return content[: random.randint(0, len(content))]
    scratched = bytearray(content)
    for _ in range(random.randint(1, 8)):
        scratched[random.randrange(len(scratched))] = random.randrange(256)
    return bytes(scratched)


def _packed(parts: Parts) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()
