"""How many contracts the law check gets through in a second of one core."""

from collections.abc import Callable
from datetime import date
from time import process_time

from bench import REPETITIONS, Row, row
from hr_docs.law import ContractFacts, check_contract
from tests.law.contracts import remote

ON = date(2026, 11, 23)
TARGET = 2_000.0
CONTRACTS, TEXTS = 1_000, 50
CLAUSE = (
    "{number}. Работник обязуется лично выполнять определённую настоящим Договором трудовую "
    "функцию, соблюдать правила внутреннего трудового распорядка, требования по охране труда и "
    "обеспечению безопасности труда. Заработная плата выплачивается 25-го числа текущего месяца "
    "и 10-го числа следующего; штрафы, неустойки и иные денежные взыскания не применяются."
)


def rows() -> list[Row]:
    """A complete contract of a remote operator: its facts, the same read anew, and its text."""
    mapping = {name: facts for name, facts in remote().items() if name != "text"}
    facts = ContractFacts.from_mapping(mapping)
    text = "\n".join(CLAUSE.format(number=f"{number}.1") for number in range(1, 51))
    whole = ContractFacts.from_mapping({**mapping, "text": text})
    return [
        _row("contracts checked by their facts", lambda: check_contract(facts, ON), CONTRACTS),
        _row(
            "contracts read from a mapping and checked",
            lambda: check_contract(ContractFacts.from_mapping(mapping), ON),
            CONTRACTS,
        ),
        _row(
            f"contracts checked with a text of {len(text)} letters",
            lambda: check_contract(whole, ON),
            TEXTS,
            target=None,
        ),
    ]


def _row(
    measure: str, work: Callable[[], object], times: int, *, target: float | None = TARGET
) -> Row:
    """Contracts in a second of processor time, at least `target`."""
    rates = [_rate(work, times) for _ in range(REPETITIONS)]
    return row(measure, rates, "1/s", target=target, against="one core")


def _rate(work: Callable[[], object], times: int) -> float:
    work()
    start = process_time()
    for _ in range(times):
        work()
    return times / (process_time() - start)
