"""Sites: the list, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from employees.forms.reference import SiteForm
from employees.models import Site
from employees.tables import SiteTable
from hr_docs.pages.records import record_page, records_page

LIST = "employees:sites"


def sites(request: HttpRequest) -> HttpResponse:
    """The workplaces."""
    return records_page(
        request,
        SiteTable(Site.objects.select_related("employer")),
        add_at="employees:site_add",
        advice=gettext("There are no sites yet. A contract names the place of work."),
    )


def site(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a site."""
    instance = get_object_or_404(Site, pk=pk)
    return record_page(request, SiteForm(request.POST or None, instance=instance), listed_at=LIST)


def site_add(request: HttpRequest) -> HttpResponse:
    """Add a site."""
    return record_page(request, SiteForm(request.POST or None), listed_at=LIST)
