"""Templates: the kinds of document, and the versions of each."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.errors import MasterRefusedError
from hr_docs.documents.masters.forms import KindForm, MasterUploadForm, NewKindForm
from hr_docs.documents.masters.versions import masters_with_newest, version_in_force
from hr_docs.documents.models import MasterUpload, MasterVersion, WordMaster
from hr_docs.engine.archive import MAX_PACKED
from hr_docs.pages.records import record_page
from hr_docs.pages.uploads import limited_upload
from hr_docs.pages.users import signed_in

LIST = "documents:masters"


@allowed("documents.view_masterversion")
def masters(request: HttpRequest) -> HttpResponse:
    """Every kind with the version in force, who made it and when."""
    return render(request, "documents/masters.html", {"masters": masters_with_newest()})


@allowed("documents.view_masterversion")
def master(request: HttpRequest, kind: str) -> HttpResponse:
    """The versions of one kind, the files that wait, and the place to upload a new one."""
    shown = get_object_or_404(WordMaster, kind=kind)
    version_in_force(shown)
    uploads = MasterUpload.objects.without_files().filter(master=shown)
    versions = MasterVersion.objects.without_files().filter(master=shown).with_use()
    context = {
        "master": shown,
        "versions": versions.order_by("-number"),
        "uploads": uploads.select_related("uploaded_by"),
        "form": MasterUploadForm(),
    }
    return render(request, "documents/master.html", context)


@allowed("documents.add_masterversion")
def master_edit(request: HttpRequest, kind: str) -> HttpResponse:
    """Change the title, the place in the pack, the number mask of a kind."""
    changed = get_object_or_404(WordMaster, kind=kind)
    form = KindForm(request.POST or None, instance=changed)
    return record_page(request, form, listed_at=LIST)


@allowed("documents.add_masterversion")
@limited_upload(lambda: MAX_PACKED)
def master_add(request: HttpRequest) -> HttpResponse:
    """Add a kind of document with its first Word file."""
    form = NewKindForm(request.POST or None, request.FILES or None, author=signed_in(request))
    faults: tuple[dict[str, Any], ...] = ()
    if request.method == "POST":
        try:
            if form.stored():
                record(request, Action.ADDED, form.instance, {"kind": form.instance.kind})
                messages.success(request, gettext("The kind is added. Look at its file."))
                return redirect("documents:master_upload", form.upload.pk)
        except MasterRefusedError as error:
            form.add_error("file", str(error))
            faults = error.faults
    context = {"form": form, "faults": faults}
    return render(request, "documents/master_add.html", context, status=422 if faults else 200)
