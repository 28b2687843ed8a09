"""Experience tiers: the list, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from hr_docs.access.gate import allowed
from hr_docs.pages.records import record_page, records_page
from job_descriptions.forms import TierForm
from job_descriptions.models import ExperienceTier
from job_descriptions.tables import TierTable

LIST = "job_descriptions:tiers"


@allowed("job_descriptions.view_experiencetier")
def tiers(request: HttpRequest) -> HttpResponse:
    """The tiers from the lowest to the highest."""
    return records_page(
        request,
        TierTable(ExperienceTier.objects.all()),
        add_at="job_descriptions:tier_add",
        advice=gettext("There are no tiers yet. A tier sets the range of hourly rates."),
    )


@allowed("job_descriptions.view_experiencetier", to_change="job_descriptions.change_experiencetier")
def tier(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a tier."""
    instance = get_object_or_404(ExperienceTier, pk=pk)
    return record_page(request, TierForm(request.POST or None, instance=instance), listed_at=LIST)


@allowed("job_descriptions.add_experiencetier")
def tier_add(request: HttpRequest) -> HttpResponse:
    """Add a tier."""
    return record_page(request, TierForm(request.POST or None), listed_at=LIST)
