"""Local acts: the list, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from employees.forms.reference import LocalActForm
from employees.models import LocalAct
from employees.models.limit import visible
from employees.tables import LocalActTable
from hr_docs.access.gate import allowed
from hr_docs.pages.records import record_page, records_page

LIST = "employees:local_acts"


@allowed("employees.view_localact")
def local_acts(request: HttpRequest) -> HttpResponse:
    """The local acts of the employers."""
    return records_page(
        request,
        LocalActTable(visible(LocalAct.objects.select_related("employer"), request.user)),
        add_at="employees:local_act_add",
        advice=gettext(
            "There are no local acts yet. The contract lists those that were read before signing."
        ),
    )


@allowed("employees.view_localact", to_change="employees.change_localact")
def local_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a local act."""
    instance = get_object_or_404(visible(LocalAct.objects.all(), request.user), pk=pk)
    return record_page(
        request,
        LocalActForm(request.POST or None, instance=instance, user=request.user),
        listed_at=LIST,
    )


@allowed("employees.add_localact")
def local_act_add(request: HttpRequest) -> HttpResponse:
    """Add a local act."""
    return record_page(
        request, LocalActForm(request.POST or None, user=request.user), listed_at=LIST
    )
