"""The clauses of a template version with the conditions around them, and the law behind each.

What ships has a source with annotations. A file that HR edited has none: its clauses are read from
the file itself, and those that were left as they were keep the annotations of what ships.
"""

import hashlib
import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings

from hr_docs.documents.legal.word_text import WordText
from hr_docs.documents.masters.versions import shipped_file
from hr_docs.documents.models import MasterVersion
from hr_docs.engine.authoring import Clause, Condition, MasterSource, clauses_of, parse_source
from hr_docs.engine.authoring.source import Notes, Paragraph, Tag
from hr_docs.engine.templating.printing import spaced
from hr_docs.engine.templating.sandbox import MasterEnvironment

_TAG = re.compile(r"\{%(?:p|tr) *(?P<name>\w+).*%\}")
_MARKS = re.compile(r"\*\*|\\[tnk]|~")  # inline marks of a source
_WITHOUT_NOTES = Notes()
_ENVIRONMENT = MasterEnvironment()


def clauses_of_version(version: MasterVersion) -> tuple[Clause, ...]:
    """The clauses of one version, read once for each file; empty for tags that do not pair."""
    return _clauses_of_file(version.sha256, version.master.kind)


@lru_cache(maxsize=32)
def _clauses_of_file(sha256: str, kind: str) -> tuple[Clause, ...]:
    shipped = _shipped_clauses(kind)
    if sha256 == _shipped_sha256(kind):
        return shipped
    version = MasterVersion.objects.filter(sha256=sha256).earliest("pk")
    known = {_identity(clause): clause for clause in shipped}
    own = _clauses_in(WordText.read(bytes(version.content)))
    return tuple(known.get(_identity(clause), clause) for clause in own)


def _shipped_sha256(kind: str) -> str:
    file = shipped_file(kind)
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _shipped_clauses(kind: str) -> tuple[Clause, ...]:
    source = settings.WORD_MASTERS_DIR / f"{kind}.txt"
    if not source.is_file():
        return ()
    return clauses_of(parse_source(source.read_text(encoding="utf-8")))


def _identity(clause: Clause) -> tuple[str, ...]:
    expressions = (" ".join(condition.expression.split()) for condition in clause.conditions)
    return (tidy(clause.text), *expressions)


def _clauses_in(text: WordText) -> tuple[Clause, ...]:
    blocks = tuple(
        Tag(line.text, _WITHOUT_NOTES, number)
        if _TAG.fullmatch(line.text)
        else Paragraph("", line.text, _WITHOUT_NOTES, number)
        for number, line in enumerate(text.lines, start=1)
    )
    return clauses_of(MasterSource("", "", "", "", "", blocks)) if _pair(blocks) else ()


def _pair(blocks: tuple[Tag | Paragraph, ...]) -> bool:
    """Whether every tag that is closed was opened before."""
    depth = 0
    for block in blocks:
        name = _TAG.fullmatch(block.text)
        if isinstance(block, Tag) and name:
            depth += name["name"] in {"if", "for"}
            depth -= name["name"] in {"endif", "endfor"}
        if depth < 0 or (name and depth == 0 and name["name"] in {"elif", "else"}):
            return False
    return depth == 0


def tidy(text: str) -> str:
    """Without inline marks, with single plain spaces."""
    return " ".join(_MARKS.sub(" ", text).replace("\N{NO-BREAK SPACE}", " ").split())


def printed(clause: Clause, facts: Mapping[str, Any]) -> str:
    """What the clause prints for these facts, tidied. Raises Jinja's errors."""
    rendered = _template(clause.text).render(facts)
    return tidy(html.unescape(rendered))


def holds(condition: Condition, facts: Mapping[str, Any]) -> bool:
    """Whether the condition holds for these facts, as the template reads it; Jinja's errors."""
    return bool(_expression(condition.expression)(**_with_plain_spaces(facts)))


def _with_plain_spaces(facts: Mapping[str, Any]) -> dict[str, Any]:
    """As a template compares them: whether a space may break makes no difference."""
    return {
        name: _with_plain_spaces(value) if isinstance(value, Mapping) else spaced(value)
        for name, value in facts.items()
    }


def is_loop(condition: Condition) -> bool:
    """Whether this is a repetition («пункт in инструкция.права») rather than a condition."""
    return re.fullmatch(r"\w+ in [\w.]+", condition.expression) is not None


@lru_cache(maxsize=1024)
def _template(text: str) -> Any:
    return _ENVIRONMENT.from_string(text)


@lru_cache(maxsize=512)
def _expression(text: str) -> Any:
    return _ENVIRONMENT.compile_expression(text)


def facts_named(expression: str) -> Iterator[str]:
    """Dotted names in an expression, each once."""
    yield from dict.fromkeys(re.findall(r"[а-яё_]+(?:\.[а-яё_]+)+", expression))
