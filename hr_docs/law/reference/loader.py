"""Read the YAML files of figures, and refuse a broken entry by file and name."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import yaml

from hr_docs.law.reference.calendar import Calendar, CalendarYear
from hr_docs.law.reference.figures import (
    LIMIT_NAMES,
    MINIMUM_WAGE,
    REQUIRED_LIMITS,
    Confidence,
    Figure,
    Source,
    Statement,
    turning_days,
)

CONFIDENCES = get_args(Confidence)
SOURCE_KINDS = ("act", "authority", "press", "own")
STATEMENT_GROUPS = ("terms", "fines", "classifiers", "recheck")


class ReferenceDataError(ValueError):
    """An entry of a reference file that cannot be used: which file, which entry, what is wrong."""

    def __init__(self, file: str, entry: str, problem: str) -> None:
        super().__init__(file, entry, problem)
        self.file = file
        self.entry = entry
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.file}, {self.entry}: {self.problem}"


class Entry:
    """One mapping of a file, taken apart field by field; `done` refuses what nobody asked for."""

    def __init__(self, file: str, name: str, raw: object) -> None:
        self.file = file
        self.name = name
        if not isinstance(raw, dict):
            raise self.error("нужны поля в фигурных скобках или с отступом")
        self.raw: dict[str, Any] = dict(raw)

    def error(self, problem: str) -> ReferenceDataError:
        """The error to raise about this entry."""
        return ReferenceDataError(self.file, self.name, problem)

    def take(self, field: str, kind: type, default: Any = ...) -> Any:
        """The value of a field, of exactly that type; without a default it must be there."""
        value = self.raw.pop(field, default)
        if value is ...:
            raise self.error(f"нет поля {field}")
        if value is not default and type(value) is not kind:
            raise self.error(f"поле {field}: нужен тип {kind.__name__}, дано {value!r}")
        return value

    def take_number(self, field: str) -> Decimal:
        """A positive number, exactly as it is printed."""
        value = self.raw.pop(field, None)
        if value is None:
            raise self.error(f"нет поля {field}")
        if type(value) not in (int, float) or not value > 0:
            raise self.error(f"поле {field}: нужно число больше нуля, дано {value!r}")
        return Decimal(str(value))

    def take_choice(self, field: str, allowed: tuple[str, ...]) -> Any:
        """A text out of a closed list."""
        value = self.take(field, str)
        if value not in allowed:
            raise self.error(f"поле {field}: одно из {', '.join(allowed)}, дано {value!r}")
        return value

    def take_days(self, field: str) -> frozenset[dt.date]:
        """A list of dates, which may be left out."""
        days = self.take(field, list, [])
        if any(type(day) is not dt.date for day in days):
            raise self.error(f"поле {field}: нужны даты вида 2026-11-23")
        return frozenset(days)

    def origin(self, sources: Mapping[str, Source]) -> dict[str, Any]:
        """Basis, source, confidence, note and the dates, which all entries share."""
        since, until = self.take("from", dt.date, None), self.take("to", dt.date, None)
        if since and until and until < since:
            raise self.error("дата to раньше даты from")
        source = tuple(self.take("source", list))
        for key in source:
            if key not in sources:
                raise self.error(f"поле source: {key!r} нет в sources.yaml")
        return {
            "since": since,
            "until": until,
            "basis": self.take("basis", str),
            "source": source,
            "confidence": self.take_choice("confidence", CONFIDENCES),
            "note": self.take("note", str, ""),
        }

    def done(self) -> None:
        """Refuse fields that nothing took."""
        if self.raw:
            raise self.error(f"лишние поля: {', '.join(map(str, self.raw))}")


Read = Callable[[str], dict[Any, Any]]


def reader_of(folder: Path) -> Read:
    """A function that reads a YAML file of the folder, which must hold named entries."""

    def read(file: str) -> dict[Any, Any]:
        try:
            content = yaml.safe_load((folder / file).read_text(encoding="utf-8"))
        except yaml.YAMLError as error:
            place = getattr(error, "problem_mark", None)
            line = f"строка {place.line + 1}" if place else "весь файл"
            raise ReferenceDataError(file, line, "это не YAML") from error
        if not isinstance(content, dict):
            raise ReferenceDataError(file, "весь файл", "нужны именованные записи")
        return content

    return read


def read_sources(read: Read) -> dict[str, Source]:
    """`sources.yaml`: where rules and figures were seen."""
    sources = {}
    for key, raw in read("sources.yaml").items():
        entry = Entry("sources.yaml", str(key), raw)
        sources[key] = Source(
            key=key,
            kind=entry.take_choice("kind", SOURCE_KINDS),
            address=entry.take("address", str),
            seen=entry.take("seen", str),
        )
        entry.done()
    return sources


def read_minimum_wage(read: Read, sources: Mapping[str, Source]) -> list[Figure]:
    """`minimum_wage.yaml`: federal figures, then those of regions."""
    file = "minimum_wage.yaml"
    content = read(file)
    figures = []
    for group in ("federal", "regional"):
        for number, raw in enumerate(content.get(group) or [], 1):
            entry = Entry(file, f"{group}, запись {number}", raw)
            figures.append(_wage(entry, group == "regional", sources))
    _refuse_overlaps(file, figures)
    return figures


def _wage(entry: Entry, regional: bool, sources: Mapping[str, Source]) -> Figure:
    figure = Figure(
        name=MINIMUM_WAGE,
        amount=entry.take_number("amount"),
        unit="рублей в месяц",
        region=entry.take("region", str) if regional else None,
        includes_coefficient=entry.take("includes_coefficient", bool, False),
        **entry.origin(sources),
    )
    entry.done()
    return figure


def _refuse_overlaps(file: str, figures: list[Figure]) -> None:
    """Two figures of one name and region may not hold on one day."""
    seen: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in figures:
        for other in seen.setdefault((figure.name, figure.region), []):
            if _overlap(figure, other):
                place = f"{figure.region or figure.name} с {figure.since}"
                raise ReferenceDataError(
                    file, place, f"срок пересекается с записью с {other.since}"
                )
        seen[figure.name, figure.region].append(figure)


def _overlap(one: Figure, other: Figure) -> bool:
    first = max(one.since or dt.date.min, other.since or dt.date.min)
    return one.holds(first) and other.holds(first)


def read_limits(read: Read, sources: Mapping[str, Source]) -> list[Figure]:
    """`limits.yaml`: every limit that rules compare with, and no other."""
    file = "limits.yaml"
    content = read(file)
    for name in content:
        if name not in LIMIT_NAMES:
            raise ReferenceDataError(file, str(name), "такого предела не знает ни одно правило")
    for name in sorted(LIMIT_NAMES - set(content)):
        raise ReferenceDataError(file, name, "нет записи об этом пределе")
    figures = []
    for name, raw in content.items():
        for part in raw if isinstance(raw, list) else [raw]:
            entry = Entry(file, name, part)
            unit, amount = entry.take("unit", str), entry.take_number("value")
            origin = entry.origin(sources)
            figures.append(Figure(name=name, amount=amount, unit=unit, **origin))
            entry.done()
    _refuse_overlaps(file, figures)
    _refuse_gaps(file, figures)
    return figures


def _refuse_gaps(file: str, figures: list[Figure]) -> None:
    """A limit that rules rely on at any time must hold on every day."""
    for name in REQUIRED_LIMITS:
        history = [figure for figure in figures if figure.name == name]
        for day in (dt.date.min, *turning_days(history)):
            if not any(figure.holds(day) for figure in history):
                raise ReferenceDataError(file, name, f"нет значения на {day}")


def read_statements(read: Read, sources: Mapping[str, Source]) -> list[Statement]:
    """`statements.yaml`: terms, fines, classifiers, and what to check again."""
    file = "statements.yaml"
    content = read(file)
    return [
        _statement(Entry(file, f"{group}.{name}", raw), sources)
        for group in STATEMENT_GROUPS
        for name, raw in (content.get(group) or {}).items()
    ]


def _statement(entry: Entry, sources: Mapping[str, Source]) -> Statement:
    group, _, name = entry.name.partition(".")
    fine = group == "fines"
    statement = Statement(
        group=group,  # type: ignore[arg-type]  # one of STATEMENT_GROUPS
        name=name,
        low=entry.take_number("min") if fine else None,
        high=entry.take_number("max") if fine else None,
        text=entry.take("text", str, "") if fine else entry.take("text", str),
        **entry.origin(sources),
    )
    entry.done()
    return statement


def read_calendar(read: Read, sources: Mapping[str, Source]) -> Calendar:
    """`calendar.yaml`: holidays and the known years, whose days must add up to the totals."""
    file = "calendar.yaml"
    content = read(file)
    holidays = frozenset(_month_day(file, text) for text in content.get("holidays") or [])
    years = {}
    for year, raw in (content.get("years") or {}).items():
        years[year] = _calendar_year(Entry(file, f"год {year}", raw), year, holidays, sources)
    return Calendar(years=years, holidays=holidays)


def _month_day(file: str, text: object) -> tuple[int, int]:
    try:
        day = dt.date.fromisoformat(f"2024-{text}")
    except ValueError:
        raise ReferenceDataError(file, "holidays", f"нужны дни вида 01-31, дано {text!r}") from None
    return day.month, day.day


def _calendar_year(
    entry: Entry, year: object, holidays: frozenset[tuple[int, int]], sources: Mapping[str, Source]
) -> CalendarYear:
    if type(year) is not int:
        raise entry.error("год пишется числом")
    origin = entry.origin(sources)
    calendar_year = CalendarYear(
        year=year,
        basis=origin["basis"],
        source=origin["source"],
        confidence=origin["confidence"],
        norm_40=entry.take_number("norm_40"),
        working_days=entry.take("working_days", int, None),
        days_off=entry.take_days("days_off"),
        working_saturdays=entry.take_days("working_saturdays"),
        short_days=entry.take_days("short_days"),
        holidays=holidays,
    )
    entry.done()
    for problem in faults_of(calendar_year):
        raise entry.error(problem)
    return calendar_year


def faults_of(year: CalendarYear) -> Iterator[str]:
    """What in a year contradicts its own totals, in Russian."""
    if year.working_days is None:
        return
    days = sum(year.days_by_month)
    if days != year.working_days:
        yield f"дней получается {days}, а не working_days {year.working_days}"
    if year.year_norm() != year.norm_40:
        yield f"часов получается {year.year_norm()}, а не norm_40 {year.norm_40}"
