"""What a single cell means: parsers from a `Cell` to the value of a model field.

A parser is called for a cell that is not empty and raises CellError with Russian sentences.
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from employees.importing.sheet import Cell
from hr_docs.russian.dates import MONTHS
from hr_docs.texts import one_line

Parser = Callable[[Cell], Any]

_WORDY_DATE = re.compile(rf"«?(\d{{1,2}})»? ({'|'.join(MONTHS)}) (\d{{4}})(?: ?г(?:\.|ода)?)?")
_SHORT_YEAR = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}(?: ?г\.?)?")
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*г\.?)?")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?::00)?")
_UNIT = re.compile(r"(?:(?:₽|р(?:уб(?:лей|ля|ль)?)?\.?)(?:(?:/|в)ч(?:ас)?\.?)?|%|ч\.?)$")
_KOPECKS_OR_RANGE = re.compile(r"\d+[-–—=]\d+")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)
_MINUTES_A_DAY = 24 * 60
_EXACT_DIGITS = 15
_LONGEST_PHONE = 32
_YES = frozenset({"да", "есть", "+", "1", "y", "yes", "true", "истина"})
_NOTHING = frozenset(
    {"-", "--", "---", "нет", "н/д", "нет данных", "б/о", "без отчества", "нет отчества"}
    | {"отсутствует", "не указано", "не указан", "не имеет", "не имеется"}
)
_NO = frozenset({"нет", "-", "—", "–", "0", "n", "no", "false", "ложь"})


class CellError(ValueError):
    """A cell that does not hold what its column needs."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason, remedy)
        self.reason = reason
        self.remedy = remedy


def folded(text: str) -> str:
    """Text as headings and choices are compared: lower case, ё as е, single spaces, one dash."""
    plain = text.lower().replace("ё", "е").replace("–", "-").replace("—", "-")
    return " ".join(plain.split())


def shown(cell: Cell) -> str:
    """A cell as its author sees it, near enough to find it again."""
    value = cell.value
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}" if value.time() != time() else f"{value:%d.%m.%Y}"
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, float):
        return f"{_decimal(value):f}".replace(".", ",")
    return "" if value is None else str(value)


def is_nothing(cell: Cell) -> bool:
    """Whether the author says in words or with a dash that there is nothing to write."""
    return isinstance(cell.value, str) and folded(cell.value).rstrip(".") in _NOTHING


def text(cell: Cell) -> str:
    """Words in one line; a number is taken as it is shown (with format 0000: «0001»)."""
    if isinstance(cell.value, str):
        return one_line(cell.value)
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return digits(0)(cell)
    raise CellError(
        "Здесь нужен текст, а в ячейке дата или время.", "Задайте ячейке формат «Текст»."
    )


def digits(width: int) -> Callable[[Cell], str]:
    """A number that is a name: the one zero that Excel drops of a full `width` is put back.

    Two and more are not: a number that short may as well lack other digits.
    """

    def parse(cell: Cell) -> str:
        if isinstance(cell.value, str):
            return one_line(cell.value)
        if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
            raise CellError("Здесь нужен номер.", "Задайте ячейке формат «Текст».")
        if not math.isfinite(cell.value) or cell.value != int(cell.value) or cell.value < 0:
            raise CellError("Здесь нужны только цифры.", "Задайте ячейке формат «Текст».")
        whole = str(int(cell.value))
        if len(whole) > _EXACT_DIGITS:
            raise CellError(
                "Excel хранит в числе только 15 цифр, последние цифры номера потеряны.",
                "Задайте столбцу формат «Текст» и внесите номер заново.",
            )
        zeros = len(cell.number_format) if set(cell.number_format) == {"0"} else 0
        return whole.zfill(max(width if len(whole) == width - 1 else 0, zeros))

    return parse


def phone(cell: Cell) -> str:
    """One number with its extension; its spelling is checked with the record."""
    number = digits(0)(cell)
    if len(number) > _LONGEST_PHONE:
        raise CellError(
            "Здесь больше одного номера или есть лишний текст.",
            "Оставьте один номер: +7 900 000-00-00.",
        )
    return number


def day(cell: Cell) -> date:
    """An Excel date, «15.03.2026» or «2026-03-15»."""
    value = cell.value
    found = value.date() if isinstance(value, datetime) else value
    if isinstance(found, str):
        found = _day_from_text(found.strip())
    if not isinstance(found, date):
        raise CellError(
            "Здесь нужна дата.", "Введите её как 15.03.2026 или задайте ячейке формат «Дата»."
        )
    if not _EARLIEST <= found <= _LATEST:
        raise CellError(f"Дата {found:%d.%m.}{found.year:04} неправдоподобна.", "Проверьте год.")
    return found


def _day_from_text(value: str) -> date:
    plain = folded(value)
    if match := _DATE.fullmatch(plain):
        day_, month, year = match.groups()
    elif match := _ISO_DATE.fullmatch(value):
        year, month, day_ = match.groups()
    elif match := _WORDY_DATE.fullmatch(plain):
        day_, month, year = match[1], str(MONTHS.index(match[2]) + 1), match[3]
    else:
        raise CellError(_why_no_day(plain), "Введите её цифрами как 15.03.2026.")
    try:
        return date(int(year), int(month), int(day_))
    except ValueError as error:
        raise CellError("Такого дня нет в календаре.", "Проверьте день и месяц.") from error


def _why_no_day(plain: str) -> str:
    """What keeps a text from being one certain day: nothing is guessed."""
    if _SHORT_YEAR.fullmatch(plain):
        return "Год даты записан двумя цифрами."
    if _SLASHED.fullmatch(plain):
        return "По дате с косой чертой не понять, где день, а где месяц."
    return "Дата не разобрана."


def clock(cell: Cell) -> time:
    """«09:00», an Excel time, or an Excel number between 0 and 1 (a part of a day)."""
    value = cell.value
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, timedelta):
        value = value / timedelta(days=1)
    if isinstance(value, float) and 0 <= value < 1:
        minutes = round(value * _MINUTES_A_DAY) % _MINUTES_A_DAY
        return time(minutes // 60, minutes % 60)
    if isinstance(value, str) and (match := _TIME.fullmatch(value.strip())):
        return time(int(match[1]), int(match[2]))
    raise CellError("Время не разобрано.", "Введите его как 09:00.")


def decimal(cell: Cell) -> Decimal:
    """«230,50», «1 230.50 ₽», or a number; a percentage format gives percents, not their part."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        number = _decimal(value)
        return number * 100 if cell.number_format.endswith("%") else number
    if isinstance(value, str):
        plain = _UNIT.sub("", re.sub(r"\s", "", value.lower()))
        if _NUMBER.fullmatch(plain):
            return Decimal(plain.replace(",", "."))
        if _KOPECKS_OR_RANGE.fullmatch(plain):
            raise CellError(
                "Не понять, что после чёрточки: копейки или другое число.",
                "Оставьте одно число, копейки отделите запятой: 230,50.",
            )
    raise _not_a_number()


def whole(cell: Cell) -> int:
    """A number without a fraction."""
    number = decimal(cell)
    if number != number.to_integral_value():
        raise CellError("Здесь нужно целое число.", "Уберите дробную часть.")
    if number < 0:
        raise CellError("Число меньше нуля.", "Укажите ноль или больше.")
    return int(number)


def flag(cell: Cell) -> bool:
    """«да» or «нет»."""
    if isinstance(cell.value, bool):
        return cell.value
    word = folded(shown(cell))
    if word in _YES or word in _NO:
        return word in _YES
    raise CellError("Здесь нужно «да» или «нет».", "Напишите да или нет.")


def choice(names: Mapping[str, str]) -> Parser:
    """One of the names (as `folded` makes them) → its code."""
    allowed = {folded(name): code for name, code in names.items()}
    remedy = f"Напишите одно из: {', '.join(main_names(names))}."

    def parse(cell: Cell) -> str:
        try:
            return allowed[folded(shown(cell)).rstrip(".")]
        except KeyError:
            raise CellError("Такого значения нет.", remedy) from None

    return parse


def main_names(names: Mapping[str, str]) -> list[str]:
    """The first name of each code."""
    first = {code: name for name, code in reversed(list(names.items()))}
    return [first[code] for code in dict.fromkeys(names.values())]


def _decimal(value: float) -> Decimal:
    """The number as Excel shows it: 15 significant digits, without binary noise."""
    return Decimal(f"{value:.{_EXACT_DIGITS}g}")


def _not_a_number() -> CellError:
    return CellError("Здесь нужно число.", "Введите его цифрами, например 230,50.")
