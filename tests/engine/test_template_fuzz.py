"""Damaged files: an engine error or a document, never anything else, and never for long."""

import random
import re
from collections.abc import Callable
from contextlib import suppress
from time import perf_counter

import pytest

from hr_docs.engine.errors import EngineError
from hr_docs.engine.inspection import inspect_template
from hr_docs.engine.template import WordTemplate
from tests.engine.every_tag import FACTS, every_tag
from tests.engine.word import parts, with_part, zipped

_STORIES = re.compile(
    r"word/(document|header\d|footer\d|footnotes)\.xml|docProps/core\.xml|.*\.rels"
)
_SPLICES = (
    "{{",
    "}}",
    "{%",
    "%}",
    "{% if x %}",
    "{%p endif %}",
    "{%tr for",
    "<",
    "&",
    "\0",
    "«",
    "}",
)


def dropped(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text))
    return text[:start] + text[start + rng.randrange(1, 40) :]


def doubled(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text))
    piece = text[start : start + rng.randrange(1, 200)]
    return text[:start] + piece + text[start:]


def spliced(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text))
    return text[:start] + rng.choice(_SPLICES) + text[start:]


def _elements(text: str, rng: random.Random) -> tuple[list[str], int, int]:
    pieces = re.split(r"(?=<w:(?:p|r|tr|tc|tbl)[ >])", text)
    return pieces, rng.randrange(len(pieces)), rng.randrange(len(pieces))


def without_an_element(text: str, rng: random.Random) -> str:
    pieces, at, _ = _elements(text, rng)
    return "".join(pieces[:at] + pieces[at + 1 :])


def with_elements_swapped(text: str, rng: random.Random) -> str:
    pieces, one, other = _elements(text, rng)
    pieces[one], pieces[other] = pieces[other], pieces[one]
    return "".join(pieces)


def with_a_tag_moved(text: str, rng: random.Random) -> str:
    tags = re.findall(r"\{[{%].*?[}%]\}", text)
    return text.replace(rng.choice(tags), rng.choice(tags), 1) if tags else text


CHANGES: list[Callable[[str, random.Random], str]] = [
    dropped, doubled, spliced, without_an_element, with_elements_swapped, with_a_tag_moved,
]  # fmt: skip


def damaged_part(file: bytes, rng: random.Random) -> bytes:
    files = parts(file)
    name = rng.choice([name for name in files if _STORIES.fullmatch(name)])
    text = files[name].decode()
    for _ in range(rng.randrange(1, 4)):
        text = rng.choice(CHANGES)(text, rng) or " "
    return with_part(file, name, text.encode())


def damaged_zip(file: bytes, rng: random.Random) -> bytes:
    content = bytearray(file)
    for _ in range(rng.randrange(1, 20)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    return bytes(content[: rng.choice([len(content), rng.randrange(len(content))])])


def without_a_part(file: bytes, rng: random.Random) -> bytes:
    files = parts(file)
    del files[rng.choice(list(files))]
    return zipped(files)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_gives_an_engine_error_or_a_document(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 — the same damage every time is the point
    damage = rng.choice([damaged_part, damaged_part, damaged_part, damaged_zip, without_a_part])
    file = damage(every_tag(), rng)
    start = perf_counter()
    facts = FACTS | {"номер": "1", "оформлено": "а", "абзацы": "б"}
    with suppress(EngineError):
        WordTemplate(WordTemplate(file).render(facts))
    inspect_template(file)
    assert perf_counter() - start < 10
