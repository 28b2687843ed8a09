"""Comparisons of which either side may be unknown, ages and terms, identity numbers.

A comparison with an unknown (None) is false: a rule does not fire on what nobody told it.
"""

import calendar
import datetime as dt
import re
from decimal import Decimal

Number = Decimal | int


def below(value: Number | None, limit: Number | None) -> bool:
    """Whether both are known and `value` is less."""
    return value is not None and limit is not None and value < limit


def above(value: Number | None, limit: Number | None) -> bool:
    """Whether both are known and `value` is more."""
    return value is not None and limit is not None and value > limit


def earlier(day: dt.date | None, other: dt.date | None) -> bool:
    """Whether both are known and `day` comes first."""
    return day is not None and other is not None and day < other


def later(day: dt.date | None, other: dt.date | None) -> bool:
    """Whether both are known and `day` comes second."""
    return day is not None and other is not None and day > other


def differ(one: object, other: object) -> bool:
    """Whether both are known and not the same; case and spacing of words do not matter."""
    if one is None or other is None:
        return False
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold().split() != other.casefold().split()
    return one != other


def age(birth: dt.date | None, on: dt.date | None) -> int | None:
    """Full years on a day; who is born on 29 February grows older on 1 March in short years."""
    if birth is None or on is None:
        return None
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of a shorter month."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(years, month + 1)[1]
    return dt.date(years, month + 1, min(day.day, last))


def months_after(day: dt.date | None, months: int) -> dt.date | None:
    """`add_months` of a day that may be unknown."""
    return None if day is None else add_months(day, months)


def term_end(start: dt.date | None, months: int) -> dt.date | None:
    """The last day of a term of months that starts on `start` (ст. 14 ТК РФ).

    01.12 and three months end on 28.02; so do 30.11 and three months, as there is no 30.02.
    """
    if start is None:
        return None
    end = add_months(start, months)
    return end - dt.timedelta(days=1) if end.day == start.day else end


def inn_is_valid(number: str, length: int) -> bool:
    """Whether a taxpayer number has its length (10: organisation, 12: person) and control digits.

    Weights: приказ ФНС от 29.06.2012 № ММВ-7-6/435@.
    """
    if len(number) != length or not re.fullmatch(r"[0-9]+", number) or not int(number):
        return False
    digits = [int(digit) for digit in number]
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    return all(
        sum(w * d for w, d in zip(weights[-place:], digits, strict=False)) % 11 % 10
        == digits[place]
        for place in ((9,) if length == 10 else (10, 11))
    )


def snils_is_valid(number: str) -> bool:
    """Whether a СНИЛС has eleven digits and its control sum; numbers to 001-001-998 have none."""
    digits = re.sub(r"[\s-]", "", number)
    if not re.fullmatch(r"[0-9]{11}", digits) or not int(digits):
        return False
    if int(digits[:9]) <= 1001998:
        return True
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(9, 0, -1), strict=False))
    return total % 101 % 100 == int(digits[9:])
