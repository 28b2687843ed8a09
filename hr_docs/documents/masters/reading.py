"""What the check before an issue would say of a filled template, told when it is uploaded."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from hr_docs.documents.legal.consistency import Contradiction, FilledPaper, contradictions
from hr_docs.documents.legal.promises import EVERY_PROMISE, Promise, promises_in
from hr_docs.documents.legal.word_text import WordText
from hr_docs.engine.errors import Place
from hr_docs.engine.faults import Fault
from hr_docs.law import ContractFacts, Severity, check_contract

_EXAMPLES_DATED = date(2026, 11, 23)  # the day of the invented people's contracts
_SHOWN = 60
_NAMED = {
    Promise.SOCIAL_INSURANCE: "социальное страхование",
    Promise.INDEXATION: "индексация заработной платы",
    Promise.TOP_UP: "доплата до минимальной заработной платы",
    Promise.DISTRICT_COEFFICIENT: "районный коэффициент",
    Promise.NIGHT_PAY: "оплата работы в ночное время",
    Promise.HOLIDAY_REWARD: "вознаграждение за нерабочие праздничные дни",
    Promise.HARMFUL_CONDITIONS: "вредные условия труда",
    Promise.SECONDARY_JOB: "работа по совместительству",
    Promise.REMOTE_WORK: "дистанционная работа",
    Promise.ACQUAINTANCE: "ознакомление с локальными актами",
}


def objections(docx: bytes, title: str, facts: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:
    """What a document says against the law, against its own facts, and of clauses it has not.

    Each after what it says apart from its place: clauses have other numbers for other people.
    """
    text = WordText.read(docx)
    for found in contradictions([FilledPaper(title, facts, text)]):
        yield found.typed or found.problem, _contradiction(found)
    for finding in check_contract(ContractFacts(text=text.printed), _EXAMPLES_DATED):
        stops = " Такой документ проверка остановит." if finding.severity is Severity.ERROR else ""
        message = f"{finding.message} [{finding.rule}, {finding.basis}]{stops}"
        yield message, Fault("law", "warning", Place(text=_beginning(finding.quote)), message)


def broken_promises(template: bytes) -> Iterator[Fault]:
    """What the law demands of some contracts and none of the clauses of this template speaks of."""
    said = promises_in(WordText.read(template).printed)
    lost = [_NAMED[promise] for promise in Promise if promise in EVERY_PROMISE - said]
    if lost:
        message = (
            f"ни в одном пункте нет слов о том, что закон требует сказать хотя бы некоторым: "
            f"{', '.join(lost)}. Без них проверка остановит таких работников."
        )
        yield Fault("promise", "warning", Place(), message)


def _contradiction(found: Contradiction) -> Fault:
    """Words that are no placeholder may be right for the only employer: that is only said."""
    where = f"пункт {found.clause}: " if found.clause else ""
    place = Place(text=_beginning(found.line))
    if not found.typed:
        return Fault("contradiction", "error", place, f"{where}{found.problem}")
    message = (
        f"{where}{found.typed} — набрано в шаблоне, а не берётся из данных: тем, у кого "
        "они другие, документ не выпустят. Поставьте метку."
    )
    return Fault("typed-data", "warning", place, message)


def _beginning(quote: str) -> str:
    return quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1].rstrip() + "…"
