"""The people that somebody picked out of the list of operators."""

from typing import Any

from django.http import QueryDict

from employees.models import Employment
from employees.models.employment import EmploymentQuerySet
from employees.models.limit import Visitor
from hr_docs.documents.filters import CheckedEmploymentFilter
from hr_docs.documents.legal.checking import Law

MAX_DIGITS = 18  # of an id in the database


def chosen_employments(data: QueryDict, *, user: Visitor) -> EmploymentQuerySet:
    """The employments that a form names, of those the user may see, without their order.

    Either `chosen` holds their ids (what is no id is nobody's), or `everything` is there and
    `query` holds the list's own address part: then all that its filters find, on every page.
    """
    rows = Employment.objects.visible_to(user)
    if "everything" not in data:
        return rows.filter(pk__in=[int(each) for each in data.getlist("chosen") if _is_id(each)])
    filters = CheckedEmploymentFilter(
        QueryDict(data.get("query", "")), rows, law=Law.in_force(), user=user
    )
    found: Any = filters.qs
    return rows.filter(pk__in=found.order_by().values("pk"))


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS
