"""The minimum wages and norm hours that an hourly rate has to meet when a job starts."""

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Self

from hr_docs.law.reference import Figure, Reference

KOPECK = Decimal("0.01")
MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class WageFloor:
    """The figures on the first working day; None where unknown.

    `year_hours` and `shortest` (month, hours) are for the week of a full norm for full pay.
    """

    federal: Figure | None = None
    regional: Figure | None = None
    year_hours: Decimal | None = None
    shortest: tuple[int, Decimal] | None = None

    @classmethod
    def of(
        cls, reference: Reference, start: dt.date | None, *, region: str | None, week: Decimal
    ) -> Self:
        """The floor on a day, with a region's minimum where the region is given."""
        if start is None:
            return cls()
        year = reference.calendar.year(start.year)
        return cls(
            federal=reference.minimum_wage(start),
            regional=reference.minimum_wage(start, region) if region else None,
            year_hours=year.year_norm(week) if year else None,
            shortest=year.shortest_month(week) if year else None,
        )

    def missed_on_average(self, rate: Decimal | None, figure: Figure | None) -> bool:
        """Whether the rate gives less than the minimum for the year's average month."""
        if rate is None or figure is None or self.year_hours is None:
            return False
        return rate * self.year_hours < figure.amount * MONTHS

    def missed_in_shortest(self, rate: Decimal | None, figure: Figure | None) -> bool:
        """Whether the rate gives less than the minimum in the year's shortest month."""
        if rate is None or figure is None or self.shortest is None:
            return False
        return rate * self.shortest[1] < figure.amount

    def average_rate(self, figure: Figure | None) -> Decimal | None:
        """The lowest rate that reaches the minimum on the year's average."""
        if figure is None or self.year_hours is None:
            return None
        return rounded_up(figure.amount * MONTHS / self.year_hours)

    def strict_rate(self, figure: Figure | None) -> Decimal | None:
        """The lowest rate that reaches the minimum in the shortest month too."""
        if figure is None or self.shortest is None:
            return None
        return rounded_up(figure.amount / self.shortest[1])


def rounded_up(amount: Decimal) -> Decimal:
    """To the next kopeck: a rate that is rounded down would be below the law."""
    return amount.quantize(KOPECK, ROUND_CEILING)
