"""What a document of a shipped kind must say, looked for in the filled text.

Kinds that were added as data are not known here: whatever they say is right.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hr_docs.documents.legal.word_text import WordText
from hr_docs.law.text import plain

_TITLE_LINES = 10  # a stamp of approval stands before the title
_PLACE_TO_SIGN = re.compile(
    r"_{5,}|^\W*(?:личная )?подпис[ьи]\b.{0,40}$|^\W*расписка\b", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that must be printed: the value of one of the `facts`, or the `words`.

    A need with `only_if` counts where this fact is true.
    """

    what: str
    facts: tuple[str, ...] = ()
    words: "re.Pattern[str] | None" = None
    only_if: str = ""

    def is_met(self, text: str, facts: Mapping[str, Any]) -> bool:
        """`text` is in the form of `plain`, line by line."""
        if self.only_if and not any(_values(facts, self.only_if)):
            return True
        if self.words is not None and self.words.search(text):
            return True
        values = [value for name in self.facts for value in _values(facts, name)]
        return any(plain(str(value)).removesuffix(" г.") in text for value in values if value)


def _need(what: str, *facts: str, only_if: str = "") -> Need:
    return Need(what, facts, only_if=only_if)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the title of a kind is known, what it needs, and by which law."""

    called: str
    title: "re.Pattern[str]"
    needs: tuple[Need, ...]
    basis: str = ""


_NAME = _need("имя работника", "работник.фио", "работник.фамилия")
_TITLE_OF_JOB = _need("должность", "должность.название", "инструкция.должность")
_SIGNATURES = Need("места для подписей", ("работник.фио.подпись",), _PLACE_TO_SIGN)

_KINDS = {
    "employment_contract": _Kind(
        "Трудовой договор",
        re.compile(r".*\bтрудовой (?:договор|контракт)\b"),
        (
            _need("номер договора", "договор.номер"),
            _need("дата договора", "договор.дата"),
            _NAME,
            _need("документ работника", "работник.документ.номер"),
            _need("наименование работодателя", "работодатель.наименование"),
            _need("ИНН работодателя", "работодатель.инн"),
            _TITLE_OF_JOB,
            _need(
                "место работы",
                "место.адрес",
                "место.название",
                only_if="договор.стационарное_место",
            ),
            _need("дата начала работы", "договор.дата_начала"),
            _need("ставка", "договор.ставка"),
            _SIGNATURES,
        ),
        " (ст. 57, 67 ТК РФ)",
    ),
    "job_description": _Kind(
        "Должностная инструкция",
        re.compile(r".*\bдолжностная инструкция\b"),
        (
            _TITLE_OF_JOB,
            _need("номер инструкции", "инструкция.номер"),
            _need("дата инструкции", "инструкция.дата"),
            _need("кто утвердил", "инструкция.утвердил"),
            _need("обязанности", "инструкция.обязанности"),
            _NAME,
            _SIGNATURES,
        ),
    ),
    "confidentiality_undertaking": _Kind(
        "Обязательство о неразглашении",
        re.compile(r".*\b(?:о неразглашении|о конфиденциальности)\b"),
        (
            _need("номер документа", "документ.номер"),
            _need("дата документа", "документ.дата", "договор.дата"),
            _NAME,
            _need("наименование работодателя", "работодатель.наименование"),
            _SIGNATURES,
        ),
    ),
}


def other_kind(docx: bytes, kind: str) -> str:
    """What the title says that this is, when it is plainly another of the shipped kinds."""
    if kind not in _KINDS:
        return ""
    lines = [plain(line.text) for line in WordText.read(docx).lines[:_TITLE_LINES]]
    if any(_KINDS[kind].title.match(line) for line in lines):
        return ""
    others = (other for name, other in _KINDS.items() if name != kind)
    return next((o.called for o in others if any(map(o.title.match, lines))), "")


def lacking(docx: bytes, kind: str, facts: Mapping[str, Any]) -> list[str]:
    """What a filled document of this kind should say and does not."""
    known = _KINDS.get(kind)
    if known is None:
        return []
    text = "\n".join(plain(line.text) for line in WordText.read(docx).lines)
    return [need.what for need in known.needs if not need.is_met(text, facts)]


def basis_of(kind: str) -> str:
    """The articles that demand it, in brackets; empty where no law does."""
    return _KINDS[kind].basis if kind in _KINDS else ""


def called(kind: str) -> str:
    """What a shipped kind is called in references to its clauses."""
    return _KINDS[kind].called if kind in _KINDS else "Документ"


def _values(facts: Mapping[str, Any], name: str) -> Iterator[Any]:
    """The values of a fact, a group of facts or a list."""
    found: Any = facts
    for step in name.split("."):
        found = found.get(step, "") if isinstance(found, Mapping) else ""
    yield from _leaves(found)


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if not isinstance(value, list):
        yield value
        return
    for item in value:
        yield from _leaves(item)
