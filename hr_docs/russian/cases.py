"""Grammatical cases and genders, under the names that pymorphy (OpenCorpora) gives them."""

from typing import Literal, get_args

Case = Literal["nomn", "gent", "datv", "accs", "ablt", "loct"]
Gender = Literal["m", "f"]

OBLIQUE: tuple[Case, ...] = ("gent", "datv", "accs", "ablt", "loct")


def require_case(case: str) -> None:
    """Raise ValueError unless `case` is one of the six names."""
    if case not in get_args(Case):
        raise ValueError(f"unknown case {case!r}, expected one of {', '.join(get_args(Case))}")


def require_gender(gender: str) -> None:
    """Raise ValueError unless `gender` is 'm' or 'f'."""
    if gender not in get_args(Gender):
        raise ValueError(f"unknown gender {gender!r}, expected 'm' or 'f'")
