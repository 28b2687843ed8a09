"""Sites: the list, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from employees.forms.reference import SiteForm
from employees.models import Site
from employees.models.limit import visible
from employees.tables import SiteTable
from hr_docs.access.gate import allowed
from hr_docs.pages.records import record_page, records_page

LIST = "employees:sites"


@allowed("employees.view_site")
def sites(request: HttpRequest) -> HttpResponse:
    """The workplaces."""
    return records_page(
        request,
        SiteTable(visible(Site.objects.select_related("employer"), request.user)),
        add_at="employees:site_add",
        advice=gettext("There are no sites yet. A contract names the place of work."),
    )


@allowed("employees.view_site", to_change="employees.change_site")
def site(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a site."""
    instance = get_object_or_404(visible(Site.objects.all(), request.user), pk=pk)
    return record_page(
        request,
        SiteForm(request.POST or None, instance=instance, user=request.user),
        listed_at=LIST,
    )


@allowed("employees.add_site")
def site_add(request: HttpRequest) -> HttpResponse:
    """Add a site."""
    return record_page(request, SiteForm(request.POST or None, user=request.user), listed_at=LIST)
