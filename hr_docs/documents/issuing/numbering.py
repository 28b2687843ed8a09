"""Numbers of documents: without gaps or repeats per employer, kind and year."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Self

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from employees.models import Employer
from employees.services.checking import check
from hr_docs.documents.models import Document, NumberCounter, NumberMask, WordMaster

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


@dataclass(frozen=True, slots=True)
class MaskInUse:
    """How an employer numbers a kind: `own` is None where the template's own mask serves."""

    employer: Employer
    master: WordMaster
    own: NumberMask | None
    upcoming: str

    @property
    def mask(self) -> str:
        """The mask that the next number is written by."""
        return self.own.mask if self.own else self.master.number_mask


def masks_in_use(employers: Iterable[Employer], on: date) -> list[MaskInUse]:
    """Every employer with every kind, and the next number of the year; three queries."""
    masters = list(WordMaster.objects.all())
    own = {(mask.employer_id, mask.master_id): mask for mask in NumberMask.objects.all()}
    last = {
        (counter.employer_id, counter.master_id): counter.last
        for counter in NumberCounter.objects.filter(year=on.year)
    }
    return [
        MaskInUse(employer, master, mask, format_number(text, last.get(key, 0) + 1, on.year))
        for employer in employers
        for master in masters
        for key in [(employer.pk, master.pk)]
        for mask in [own.get(key)]
        for text in [mask.mask if mask else master.number_mask]
    ]


def upcoming_number(*, employer: Employer, master: WordMaster, mask: str, on: date) -> str:
    """The number that the next document would get by this mask. Raises ValidationError."""
    validate_mask(mask)
    counter = NumberCounter.objects.filter(employer=employer, master=master, year=on.year).first()
    return format_number(mask, (counter.last if counter else 0) + 1, on.year)


@transaction.atomic
def save_mask(*, mask: NumberMask, on: date) -> NumberMask:
    """Validate and save a mask; one whose next number is given already is refused.

    Raises ValidationError with messages by field. Numbers that were given are not changed.
    """
    check(mask)
    try:
        number = upcoming_number(employer=mask.employer, master=mask.master, mask=mask.mask, on=on)
    except ValidationError as error:
        raise ValidationError({"mask": error.messages}) from error
    given = Document.objects.filter(employer=mask.employer, master=mask.master, number=number)
    if given.exists():
        raise ValidationError(
            {
                "mask": _("The next number would be %(number)s: it is given already.")
                % {"number": number}
            }
        )
    mask.save()
    return mask


def take_number(*, employer: Employer, master: WordMaster, dated: date) -> RegisterNumber:
    """The next number of one kind, with its counter raised; see `Counters`."""
    counters = Counters.locked([(employer, dated.year)], [master])
    number = counters.following(employer, [master], dated)[master.kind]
    counters.take(employer, [master], dated.year)
    counters.save()
    return number


_Key = tuple[int, int, int]  # employer, master, year


class Counters:
    """The counters of the numbers that are given in a transaction, locked until its end.

    It must be the transaction that inserts the documents: one that fails gives its numbers back.
    Nobody waits for a counter while he holds another one that a second process waits for, since
    all of them are locked at once, in one order everywhere.
    """

    def __init__(self, last: dict[_Key, int], masks: dict[tuple[int, int], str]) -> None:
        self._last, self._masks = last, masks
        self._taken = Counter[_Key]()

    @classmethod
    def locked(
        cls, registers: Iterable[tuple[Employer, int]], masters: Iterable[WordMaster]
    ) -> Self:
        """Those of employers and years, for every kind; as many queries as for one."""
        kinds = {master.pk for master in masters}
        years = {(employer.pk, year) for employer, year in registers}
        wanted = {(employer, kind, year) for employer, year in years for kind in kinds}
        counters = NumberCounter.objects.filter(
            employer__in={employer for employer, _ in years},
            master__in=kinds,
            year__in={year for _, year in years},
        )
        known = set(counters.values_list("employer_id", "master_id", "year"))
        for employer, kind, year in sorted(wanted - known):  # another process may be making it
            NumberCounter.objects.get_or_create(employer_id=employer, master_id=kind, year=year)
        rows = counters.select_for_update().order_by("pk")
        masks = NumberMask.objects.filter(employer__in={employer for employer, _ in years})
        return cls(
            {(row.employer_id, row.master_id, row.year): row.last for row in rows},
            {(mask.employer_id, mask.master_id): mask.mask for mask in masks},
        )

    def following(
        self, employer: Employer, masters: Sequence[WordMaster], dated: date
    ) -> dict[str, RegisterNumber]:
        """The next number of each kind, which stays the next one until it is taken."""
        return {
            master.kind: RegisterNumber(
                dated.year, sequence, format_number(mask, sequence, dated.year)
            )
            for master in masters
            for key in [(employer.pk, master.pk, dated.year)]
            for sequence in [self._last[key] + 1]
            for mask in [self._masks.get(key[:2], master.number_mask)]
        }

    def take(self, employer: Employer, masters: Sequence[WordMaster], year: int) -> None:
        """The next numbers are given now, and others follow."""
        for master in masters:
            key = (employer.pk, master.pk, year)
            self._last[key] += 1
            self._taken[key] += 1

    def save(self) -> None:
        """Enter in the database what was taken."""
        by_count: defaultdict[int, list[_Key]] = defaultdict(list)
        for key, count in self._taken.items():
            by_count[count].append(key)
        for count, keys in by_count.items():
            chosen = reduce(or_, (Q(employer=key[0], master=key[1], year=key[2]) for key in keys))
            NumberCounter.objects.filter(chosen).update(last=F("last") + count)
        self._taken.clear()


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
