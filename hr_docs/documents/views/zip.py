"""ZIP: the files of many documents in folders of their people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.bundles import order_bundle
from hr_docs.documents.bundles.forms import ZipForm
from hr_docs.documents.errors import BundleError
from hr_docs.documents.lists.selection import documents_of, selection_in
from hr_docs.documents.models import Bundle
from hr_docs.pages.users import signed_in


@allowed("documents.read_files")
def zip_papers(request: HttpRequest) -> HttpResponse:
    """Choose the files; with `make`, have the ZIP made. The people come as in `documents_of`."""
    data = request.POST if request.method == "POST" else request.GET
    documents = documents_of(data, user=request.user)
    form = ZipForm(request.POST if "make" in request.POST else None)
    if form.is_bound and form.is_valid():
        try:
            bundle = order_bundle(
                documents=documents, options=form.options(), made_by=signed_in(request)
            )
        except BundleError as error:
            form.add_error(None, str(error))
        else:
            record(request, Action.EXPORTED, bundle, {"documents": bundle.total})
            return redirect("documents:bundle", bundle.pk)
    context = {
        "form": form,
        "documents": documents.count(),
        "people": documents.order_by().values("employment").distinct().count(),
        "selection": selection_in(data),
        "recent": Bundle.objects.recent_of(request.user, Bundle.Kind.ZIP),
    }
    return render(request, "documents/zip.html", context)
