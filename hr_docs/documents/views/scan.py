"""Scans of a signed paper: adding one, showing it, withdrawing a wrong one."""

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from employees.models.limit import visible
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import ScanError
from hr_docs.documents.models import Document, Scan
from hr_docs.documents.models.scan import ScanQuerySet
from hr_docs.documents.scans import add_scan, most_bytes, read_scan, withdraw_scan
from hr_docs.documents.scans.forms import WithdrawForm
from hr_docs.pages.downloads import file_answer, framed_by_us
from hr_docs.pages.uploads import limited_upload
from hr_docs.pages.users import signed_in


@allowed("documents.sign_document")
@require_POST
@limited_upload(most_bytes)
def scan_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep the uploaded file beside the document."""
    document = get_object_or_404(Document.objects.visible_to(request.user).with_names(), pk=pk)
    file = request.FILES.get("file")
    try:
        if not isinstance(file, UploadedFile):
            raise ScanError("Выберите файл скана.")
        scan = add_scan(document=document, file=file, uploaded_by=signed_in(request))
    except ScanError as error:
        messages.error(request, str(error))
        return redirect("documents:document", pk)
    record(request, Action.UPLOADED, document, {"scan": scan.pk, "sha256": scan.sha256})
    messages.success(request, gettext("The scan is kept beside the document."))
    return redirect(reverse("documents:document", args=[pk], query={"scan": scan.pk}))


@allowed("documents.read_files")
@framed_by_us
def scan_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file, to be shown; in a frame of our own pages only."""
    scan = get_object_or_404(_scans(request), pk=pk)
    try:
        content = read_scan(scan)
    except ScanError as error:
        context = {"document": scan.document, "error": error}
        return render(request, "documents/no_file.html", context, status=409)
    record(request, Action.DOWNLOADED, scan.document, {"scan": scan.pk})
    name = f"{scan.document.master.title} {scan.document.number}.{scan.kind}".replace("/", "-")
    return file_answer(content, name, is_download=False)


@allowed("documents.sign_document")
def scan_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then withdraw a wrong scan; it is kept."""
    scan = get_object_or_404(_scans(request), pk=pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            with transaction.atomic():
                withdraw_scan(scan=scan, reason=reason, withdrawn_by=signed_in(request))
                details = {"scan": scan.pk, "withdrawn": reason}
                record(request, Action.STATUS, scan.document, details)
        except ScanError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, gettext("The scan is withdrawn."))
            return redirect("documents:document", scan.document_id)
    return render(request, "documents/scan_withdraw.html", {"scan": scan, "form": form})


def _scans(request: HttpRequest) -> ScanQuerySet:
    scans = Scan.objects.select_related("document__master", "document__employment__operator")
    return visible(scans, request.user, employer="document__employer")
