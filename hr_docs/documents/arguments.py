"""Readers of command-line values; what they refuse, argparse reports with the option's name."""

import argparse
import re
from datetime import date

FORMATS = ("docx", "pdf")
MAX_WORKERS = 64

_RUSSIAN_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def day(text: str) -> date:
    """«01.12.2026» or «2026-12-01»."""
    russian = _RUSSIAN_DATE.fullmatch(text)
    try:
        if russian:
            return date(int(russian[3]), int(russian[2]), int(russian[1]))
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"«{text}» — не дата: нужно 2026-12-01 или 01.12.2026"
        ) from None


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
