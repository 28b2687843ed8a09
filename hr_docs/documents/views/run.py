"""One run: how far it is, who got no papers and why, what came of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django_htmx.http import HTMX_STOP_POLLING

from hr_docs.access.gate import allowed
from hr_docs.documents.models import Run
from hr_docs.documents.runs.progress import Progress
from hr_docs.documents.runs.reaping import reap

SHOWN_TROUBLE = 200  # people on one page


@allowed("documents.view_document")
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole page; it says the same whoever looks, and closing it changes nothing."""
    shown = get_object_or_404(Run.objects.visible_to(request.user).with_people(), pk=pk)
    reap()
    return render(request, "documents/run.html", _context(shown))


@allowed("documents.view_document")
def run_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The part that is asked for every two seconds, with the other parts where they changed."""
    shown = get_object_or_404(Run.objects.visible_to(request.user).with_people(), pk=pk)
    reap()
    context = _context(shown)
    progress: Progress = context["progress"]
    context |= {
        "is_news": request.GET.get("said") != str(progress.milestone) or progress.is_over,
        "is_trouble_new": request.GET.get("trouble") != str(progress.counts.trouble)
        or progress.is_over,
    }
    status = HTMX_STOP_POLLING if progress.is_over else 200
    return render(request, "documents/run_progress.html", context, status=status)


def _context(run: Run) -> dict[str, Any]:
    return {
        "run": run,
        "progress": Progress.of(run),
        "trouble": run.items.in_trouble()[:SHOWN_TROUBLE],
    }
