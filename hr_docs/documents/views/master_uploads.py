"""An uploaded Word file on its way to becoming the current version of a master."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import MasterError
from hr_docs.documents.masters.diff import compare_texts
from hr_docs.documents.masters.forms import AcceptForm, MasterUploadForm, PersonForm
from hr_docs.documents.masters.preview import first_to_fill
from hr_docs.documents.masters.uploads import accept_upload, discard_upload, take_upload
from hr_docs.documents.masters.versions import newest_version
from hr_docs.documents.models import MasterUpload, WordMaster
from hr_docs.engine.archive import MAX_PACKED
from hr_docs.pages.uploads import limited_upload
from hr_docs.pages.users import signed_in


@allowed("documents.add_masterversion")
@require_POST
@limited_upload(lambda: MAX_PACKED)
def upload(request: HttpRequest, kind: str) -> HttpResponse:
    """Check a Word file: one with errors is refused with the whole report, and not kept."""
    master = get_object_or_404(WordMaster, kind=kind)
    form = MasterUploadForm(request.POST, request.FILES)
    context = {"master": master, "form": form}
    if not form.is_valid():
        return render(request, "documents/master_refused.html", context, status=422)
    file, note = form.cleaned_data["file"], form.cleaned_data["note"]
    try:
        taken = take_upload(
            master=master, content=file.read(), uploaded_by=signed_in(request), note=note
        )
    except MasterError as error:
        context |= {"error": error, "faults": getattr(error, "faults", ())}
        record(request, Action.UPLOADED, master, {"file": file.name, "refused": True})
        return render(request, "documents/master_refused.html", context, status=422)
    record(request, Action.UPLOADED, master, {"file": file.name, "sha256": taken.sha256})
    return redirect("documents:master_upload", taken.pk)


@allowed("documents.add_masterversion")
def uploaded(request: HttpRequest, pk: int) -> HttpResponse:
    """The report of the check, the changes of the text, the pages of an invented person."""
    waiting = get_object_or_404(MasterUpload.objects.select_related("master", "uploaded_by"), pk=pk)
    current = newest_version(waiting.master)
    person = PersonForm(request.GET or {"person": first_to_fill(bytes(waiting.content))})
    changes = compare_texts(bytes(current.content), bytes(waiting.content)) if current else []
    context = {
        "upload": waiting,
        "current": current,
        "changes": changes,
        "form": AcceptForm(initial={"seen": current.number if current else None}),
        "people": person,
        "person": person.number(),
    }
    return render(request, "documents/master_upload.html", context)


@allowed("documents.add_masterversion")
@require_POST
@transaction.atomic
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """«Сделать действующей»."""
    waiting = get_object_or_404(MasterUpload.objects.select_related("master"), pk=pk)
    form = AcceptForm(request.POST)
    form.is_valid()
    try:
        version = accept_upload(
            upload=waiting,
            warnings_accepted=form.cleaned_data.get("warnings_accepted", False),
            seen=form.cleaned_data.get("seen"),
        )
    except MasterError as error:
        messages.error(request, str(error))
        return redirect("documents:master_upload", pk)
    record(request, Action.CHANGED, version.master, {"version": version.number})
    words = gettext("Version %(number)s is current.") % {"number": version.number}
    messages.success(request, words)
    return redirect("documents:master", version.master.kind)


@allowed("documents.add_masterversion")
@require_POST
@transaction.atomic
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the file back; a kind that never had another goes with it."""
    waiting = get_object_or_404(MasterUpload.objects.select_related("master"), pk=pk)
    record(request, Action.DELETED, waiting.master, {"sha256": waiting.sha256})
    discard_upload(upload=waiting)
    messages.success(request, gettext("The uploaded file is taken back."))
    return redirect("documents:masters")
