"""Job descriptions: the list of editions, the text of one, the next one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext

from hr_docs.access.gate import allowed
from hr_docs.pages.records import record_page, records_page
from job_descriptions.forms import EditionForm
from job_descriptions.models import JobDescriptionEdition
from job_descriptions.tables import EditionTable

LIST = "job_descriptions:editions"


@allowed("job_descriptions.view_jobdescriptionedition")
def editions(request: HttpRequest) -> HttpResponse:
    """Every edition, the superseded ones included."""
    return records_page(
        request,
        EditionTable(JobDescriptionEdition.objects.select_related("position", "tier")),
        add_at="job_descriptions:edition_add",
        advice=gettext(
            "There are no job descriptions yet. Approve one for each position and tier: "
            "an operator reads it before signing the contract."
        ),
    )


@allowed("job_descriptions.view_jobdescriptionedition")
def edition(request: HttpRequest, pk: int) -> HttpResponse:
    """The approved text; it is never edited, only superseded."""
    shown = get_object_or_404(
        JobDescriptionEdition.objects.select_related("position", "tier"), pk=pk
    )
    texts = [(label, shown.sections[code]) for code, label in shown.Section.choices]
    context = {"edition": shown, "sections": texts}
    return render(request, "job_descriptions/edition.html", context)


@allowed("job_descriptions.add_jobdescriptionedition")
def edition_add(request: HttpRequest) -> HttpResponse:
    """Approve a text for a position and a tier."""
    form = EditionForm(request.POST or None)
    return record_page(request, form, listed_at=LIST)


@allowed("job_descriptions.add_jobdescriptionedition")
def edition_next(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve the edition that supersedes this one, starting from its text."""
    previous = get_object_or_404(JobDescriptionEdition, pk=pk)
    form = EditionForm(request.POST or None, initial=EditionForm.following(previous))
    return record_page(request, form, listed_at=LIST)
