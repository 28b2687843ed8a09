"""Numbers of documents: without gaps or repeats per employer, kind and year."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
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
    """The next number of one kind; see `take_numbers`."""
    return take_numbers(employer=employer, masters=[master], dated=dated)[master.kind]


def take_numbers(
    *, employer: Employer, masters: Sequence[WordMaster], dated: date
) -> dict[str, RegisterNumber]:
    """Raise the counters and return the next number of each kind, in as many queries as for one.

    Must run in the transaction that inserts the documents: the counters' rows stay locked until
    then, so a document that fails gives its number back.
    """
    counters = NumberCounter.objects.filter(employer=employer, master__in=masters, year=dated.year)
    missing = {m.pk for m in masters} - set(counters.values_list("master_id", flat=True))
    for pk in sorted(missing):  # one at a time: another process may be making the same
        NumberCounter.objects.get_or_create(employer=employer, master_id=pk, year=dated.year)
    # In one order everywhere, so that two packs never wait for each other.
    last = dict(counters.select_for_update().order_by("pk").values_list("master_id", "last"))
    counters.update(last=F("last") + 1)
    masks = dict(
        NumberMask.objects.filter(employer=employer, master__in=masters).values_list(
            "master_id", "mask"
        )
    )
    return {
        master.kind: _numbered(masks.get(master.pk, master.number_mask), last[master.pk] + 1, dated)
        for master in masters
    }


def _numbered(mask: str, sequence: int, dated: date) -> RegisterNumber:
    return RegisterNumber(dated.year, sequence, format_number(mask, sequence, dated.year))


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
