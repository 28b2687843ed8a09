"""«Печать»: how many sheets it will be, then one PDF."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.bundles import order_bundle, plan_print
from hr_docs.documents.bundles.forms import PrintForm
from hr_docs.documents.errors import BundleError
from hr_docs.documents.lists.selection import documents_of, selection_in
from hr_docs.documents.models import Bundle, WordMaster
from hr_docs.pages.users import signed_in

SHOWN_PEOPLE = 200


@allowed("documents.read_files")
def print_papers(request: HttpRequest) -> HttpResponse:
    """Choose how; with `make`, have the PDF made. The people come as in `documents_of`."""
    data = request.POST if request.method == "POST" else request.GET
    documents = documents_of(data, user=request.user)
    masters = list(WordMaster.objects.filter(pk__in=documents.order_by().values("master")))
    is_one = documents.count() == 1
    form = PrintForm(data if "order" in data else None, masters=masters, is_one=is_one)
    options = form.options()
    if "make" in request.POST and form.is_valid():
        try:
            bundle = order_bundle(documents=documents, options=options, made_by=signed_in(request))
        except BundleError as error:
            form.add_error(None, str(error))
        else:
            record(request, Action.EXPORTED, bundle, {"documents": bundle.total})
            return redirect("documents:bundle", bundle.pk)
    context = {
        "form": form,
        "plan": plan_print(documents, options) if masters else None,
        "options": options,
        "selection": selection_in(data),
        "shown_people": SHOWN_PEOPLE,
        "recent": Bundle.objects.recent_of(request.user, Bundle.Kind.PRINT),
    }
    return render(request, "documents/print.html", context)
