"""How many contracts the law check gets through in a second, on one core."""

from collections.abc import Callable
from datetime import date

from bench import REPETITIONS, Row, seconds
from hr_docs.law import ContractFacts, check_contract
from tests.law.contracts import remote

ON = date(2026, 11, 23)
TARGET = 2_000
CONTRACTS = 1_000
TEXTS = 50
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
        _row("contracts checked, facts", lambda: check_contract(facts, ON), CONTRACTS, TARGET),
        _row(
            "contracts read and checked, facts",
            lambda: check_contract(ContractFacts.from_mapping(mapping), ON),
            CONTRACTS,
            TARGET,
        ),
        _row(
            f"contracts checked with text, {len(text) // 1000} thousand letters",
            lambda: check_contract(whole, ON),
            TEXTS,
            None,
        ),
    ]


def _row(measure: str, work: Callable[[], object], times: int, target: int | None) -> Row:
    work()
    rates = [1 / seconds(work, times) for _ in range(REPETITIONS)]
    return Row.of(measure, rates, unit="1/s", target=target, against="one core")
