"""Names of folders and files that a person finds and every file system takes."""

import hashlib
import re

from employees.models import Employment
from hr_docs.documents.models import Document


def folder_name(employment: Employment) -> str:
    """«0001_Иванова_АП»: readable, sortable, safe on every file system, nobody else's.

    Later employments of the same operator are «…_2», «…_3»: the employment comes from
    `Employment.objects.with_earlier()`.
    """
    operator = employment.operator
    initials = "".join(part[0] for part in (operator.name, operator.patronymic) if part)
    parts = [_number_in_name(operator.personnel_number), operator.surname, initials]
    earlier: int = employment.earlier  # type: ignore[attr-defined]
    return _safe("_".join(filter(None, parts))) + (f"_{earlier + 1}" if earlier else "")


def file_stem(document: Document) -> str:
    """«01_Должностная_инструкция», numbered in the order of signing."""
    return _safe(f"{document.master.signing_order:02}_{document.master.title}")


def _number_in_name(number: str) -> str:
    """The personnel number; «А/1» and «А 1» would be one name, so what is lost becomes a hash."""
    safe = _safe(number)
    return safe if safe == number else f"{safe}-{hashlib.sha256(number.encode()).hexdigest()[:6]}"


def _safe(name: str) -> str:
    return re.sub(r"[^\w.-]+", "_", name).strip("._")[:100]
