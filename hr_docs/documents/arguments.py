"""Readers of command-line values; what they refuse, argparse reports with the option's name."""

import argparse
import re
from datetime import date
from pathlib import Path

FORMATS = ("docx", "pdf")
MAX_WORKERS = 64
LAST_PORT = 65_535
YEARS = range(2000, 2101)  # a typing mistake is no reason to date papers 9999

_RUSSIAN_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def day(text: str) -> date:
    """«01.12.2026» or «2026-12-01»."""
    russian = _RUSSIAN_DATE.fullmatch(text)
    try:
        year, month, month_day = russian.groups()[::-1] if russian else text.split("-")
        found = date(int(year), int(month), int(month_day))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"«{text}» — не дата: нужно 2026-12-01 или 01.12.2026"
        ) from None
    if found.year not in YEARS:
        raise argparse.ArgumentTypeError(f"«{text}» — проверьте год")
    return found


def year(text: str) -> int:
    """«2027»."""
    if not re.fullmatch(r"[0-9]{4}", text) or int(text) not in YEARS:
        raise argparse.ArgumentTypeError(f"«{text}» — не год: нужно, например, 2027")
    return int(text)


def day_count(text: str) -> int:
    """How many days to look ahead."""
    if not re.fullmatch(r"[0-9]{1,4}", text):
        raise argparse.ArgumentTypeError(f"«{text}» — ожидается число дней, не больше 9999")
    return int(text)


def formats(text: str) -> tuple[str, ...]:
    """«docx,pdf», in any order."""
    chosen = {part.strip() for part in text.split(",")}
    if not chosen <= set(FORMATS):
        raise argparse.ArgumentTypeError("ожидается docx, pdf или docx,pdf")
    return tuple(name for name in FORMATS if name in chosen)


def worker_count(text: str) -> int:
    """A number of processes."""
    if not re.fullmatch(r"[0-9]{1,2}", text) or not 1 <= int(text) <= MAX_WORKERS:
        raise argparse.ArgumentTypeError(f"ожидается число от 1 до {MAX_WORKERS}")
    return int(text)


def address(text: str) -> str:
    """«127.0.0.1:8000», «[::1]:8000»; «unix:/run/hr.sock» as gunicorn takes it."""
    port = re.fullmatch(r".*:([0-9]{1,5})", text)
    if text.startswith("unix:") or (port and 0 < int(port[1]) <= LAST_PORT):
        return text
    raise argparse.ArgumentTypeError(
        f"«{text}» — ожидается адрес и порт от 1 до {LAST_PORT}, например 127.0.0.1:8000"
    )


def path(text: str) -> Path:
    """A file or folder; an empty text (a shell variable without a value) is not «here»."""
    if not text.strip():
        raise argparse.ArgumentTypeError("путь пуст")
    return Path(text)
