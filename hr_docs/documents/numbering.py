"""Numbers of documents: without gaps or repeats per employer, kind and year."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext as _

from employees.models import Employer
from hr_docs.documents.models import NumberCounter, NumberMask, WordMaster

_FIELD = re.compile(r"\{(n(?::0([1-9]))?|yyyy|yy)\}")


@dataclass(frozen=True, slots=True)
class RegisterNumber:
    """A number as it stands in the register: the running number of the year, and its text."""

    year: int
    sequence: int
    text: str


def validate_mask(mask: str) -> None:
    """Refuse a mask that would repeat a number or that has a field nobody knows.

    Fields: `{n}`, `{n:03}` (running number, padded), `{yyyy}`, `{yy}`. Numbers start anew each
    year, so both the running number and the year must be in the mask.
    """
    rest = _FIELD.sub("", mask)
    if "{" in rest or "}" in rest:
        raise ValidationError(_("Only {n}, {n:03}, {yyyy} and {yy} may stand in braces."))
    names = {match[1].partition(":")[0] for match in _FIELD.finditer(mask)}
    if "n" not in names or not names & {"yyyy", "yy"}:
        raise ValidationError(_("The mask needs a running number {n} and a year {yyyy} or {yy}."))


def format_number(mask: str, sequence: int, year: int) -> str:
    """«{n:03}/{yyyy}-ТД», 15, 2026 → «015/2026-ТД»."""

    def field(match: re.Match[str]) -> str:
        if match[1].startswith("n"):
            return str(sequence).zfill(int(match[2] or 1))
        return f"{year:04}" if match[1] == "yyyy" else f"{year % 100:02}"

    return _FIELD.sub(field, mask)


def take_number(*, employer: Employer, master: WordMaster, dated: date) -> RegisterNumber:
    """Raise the counter and return the next number.

    Must run in the transaction that inserts the document: the counter's row stays locked until
    then, so a document that fails gives its number back.
    """
    counter, _created = NumberCounter.objects.get_or_create(
        employer=employer, master=master, year=dated.year
    )
    NumberCounter.objects.filter(pk=counter.pk).update(last=F("last") + 1)
    counter.refresh_from_db(fields=["last"])
    mask = _mask(employer, master)
    return RegisterNumber(dated.year, counter.last, format_number(mask, counter.last, dated.year))


def following_numbers(
    *, employer: Employer, master: WordMaster, year: int, count: int
) -> tuple[str, str]:
    """The first and the last of the next `count` numbers, while nobody else takes any."""
    counter = NumberCounter.objects.filter(employer=employer, master=master, year=year).first()
    last, mask = counter.last if counter else 0, _mask(employer, master)
    return format_number(mask, last + 1, year), format_number(mask, last + count, year)


def _mask(employer: Employer, master: WordMaster) -> str:
    own = NumberMask.objects.filter(employer=employer, master=master).first()
    return own.mask if own else master.number_mask
