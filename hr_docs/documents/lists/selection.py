"""The people that somebody picked out of the list of operators."""

from typing import Any
from uuid import UUID

from django.http import QueryDict

from employees.models import Employment
from employees.models.employment import EmploymentQuerySet
from employees.models.limit import Visitor
from hr_docs.documents.lists.filters import CheckedEmploymentFilter
from hr_docs.documents.models import Document
from hr_docs.documents.models.document import DocumentQuerySet

SELECTED_BY = ("chosen", "everything", "query", "document", "run")  # says who or what is meant
_MAX_DIGITS = 18  # of an id in the database


def chosen_employments(data: QueryDict, *, user: Visitor) -> EmploymentQuerySet:
    """The employments that a form names, of those the user may see, without their order.

    Either `chosen` holds their ids (what is no id is nobody's), or `everything` is there and
    `query` holds the list's own address part: then all that its filters find, on every page.
    """
    rows = Employment.objects.visible_to(user)
    if "everything" not in data:
        return rows.filter(pk__in=[int(each) for each in data.getlist("chosen") if is_id(each)])
    address = QueryDict(data.get("query", ""))
    filters = CheckedEmploymentFilter(address, rows, user=user)
    found: Any = filters.qs
    return rows.filter(pk__in=found.order_by().values("pk"))


def documents_of(data: QueryDict, *, user: Visitor) -> DocumentQuerySet:
    """The documents that a form or an address names, of those the user may see.

    `document` holds their ids, whatever became of them; `run` a run's, which gives those of its
    papers that are in force; else they are the documents in force of `chosen_employments`.
    """
    rows = Document.objects.visible_to(user)
    if "document" in data:
        return rows.filter(
            pk__in=[UUID(each) for each in data.getlist("document") if _is_uuid(each)]
        )
    if "run" in data:
        run = str(data["run"])
        return rows.current().filter(run_items__run=int(run)) if is_id(run) else rows.none()
    chosen = chosen_employments(data, user=user).order_by()
    return rows.current().filter(employment__in=chosen.values("pk"))


def selection_in(data: QueryDict) -> list[tuple[str, str]]:
    """What says who is meant, as names and values for the next form."""
    return [(name, value) for name in SELECTED_BY for value in data.getlist(name)]


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def is_id(text: str) -> bool:
    """Whether the text can be an id of the database."""
    return text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS
