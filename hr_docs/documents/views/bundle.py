"""One bundle: its progress, its file, making it once more."""

from uuid import UUID

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HTMX_STOP_POLLING

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.bundles import repeat_bundle
from hr_docs.documents.bundles.ordering import requeue_stuck
from hr_docs.documents.models import Bundle
from hr_docs.pages.downloads import framed_by_us

FILES = {
    Bundle.Kind.PRINT: ("application/pdf", Action.PRINTED, "Печать {}.pdf"),
    Bundle.Kind.ZIP: ("application/zip", Action.DOWNLOADED, "Документы {}.zip"),
}


@allowed("documents.read_files")
def bundle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far it is; when it is ready, the file."""
    requeue_stuck()
    context = {"bundle": _bundle(request, pk), "days": settings.BUNDLE_DAYS}
    return render(request, "documents/bundle.html", context)


@allowed("documents.read_files")
def bundle_progress(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The part of the page that changes; after the end nobody asks again."""
    requeue_stuck()
    shown = _bundle(request, pk)
    status = 200 if shown.is_unfinished else HTMX_STOP_POLLING
    context = {"bundle": shown, "days": settings.BUNDLE_DAYS}
    return render(request, "documents/bundle_state.html", context, status=status)


@allowed("documents.read_files")
@framed_by_us
def bundle_file(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The whole file, streamed; a PDF may stand in a frame of our own pages."""
    shown = _bundle(request, pk)
    if shown.status != Bundle.Status.DONE:
        raise Http404
    content_type, action, name = FILES[Bundle.Kind(shown.kind)]
    record(request, action, shown, {"documents": shown.total})
    return FileResponse(
        default_storage.open(shown.file),
        as_attachment=shown.kind == Bundle.Kind.ZIP or "download" in request.GET,
        filename=name.format(f"{timezone.localdate(shown.created_at):%d.%m.%Y}"),
        content_type=content_type,
    )


@allowed("documents.read_files")
@require_POST
def bundle_repeat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make it once more."""
    shown = _bundle(request, pk)
    repeat_bundle(bundle=shown)
    record(request, Action.EXPORTED, shown, {"documents": shown.total})
    return redirect("documents:bundle", pk)


def _bundle(request: HttpRequest, pk: UUID) -> Bundle:
    found = get_object_or_404(Bundle.objects.defer("documents"), pk=pk)
    if not found.is_open_to(request.user):
        raise Http404
    return found
