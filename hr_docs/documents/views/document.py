"""One document: its pages beside its facts, and beside the scan of what was signed."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hr_docs.access.gate import allowed
from hr_docs.documents.models import Document, Scan
from hr_docs.documents.models.signing import standing_marks


@allowed("documents.view_document")
def document(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the PDF, the facts of the register, what became of it; `?scan=` chooses one."""
    rows = Document.objects.visible_to(request.user).with_history()
    shown = get_object_or_404(rows.prefetch_related(standing_marks()), pk=pk)
    scans = list(shown.scans.with_people())
    may_read = request.user.has_perm("documents.read_files")
    context = {
        "document": shown,
        "undone": shown.marks.with_people().filter(undone_at__isnull=False),
        "scans": scans,
        "shown_scan": _chosen(scans, request.GET.get("scan", "")) if may_read else None,
        "scan_limit": settings.SCAN_MAX_MEGABYTES,
    }
    return render(request, "documents/document.html", context)


def _chosen(scans: list[Scan], asked: str) -> Scan | None:
    """The scan that the address asks for, else the newest that stands."""
    by_id = {str(scan.pk): scan for scan in scans}
    standing = (scan for scan in scans if scan.withdrawn_at is None)
    return by_id.get(asked) or next(standing, None)
