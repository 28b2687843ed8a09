"""«Проверить файл»: whether it is a document that we issued."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hr_docs.access.gate import allowed
from hr_docs.documents.forms import VERIFIED_SIZE_LIMIT, VerifyForm
from hr_docs.documents.models import Document
from hr_docs.documents.verification import verify_document
from hr_docs.pages.uploads import limited_upload


@allowed("documents.view_document")
@limited_upload(lambda: VERIFIED_SIZE_LIMIT)
def verify(request: HttpRequest) -> HttpResponse:
    """Compare an uploaded file with the register; the file itself is not kept."""
    form = VerifyForm(request.POST or None, request.FILES or None)
    verification = None
    if request.method == "POST" and form.is_valid():
        mine = Document.objects.visible_to(request.user)
        content = form.cleaned_data["file"].read()
        verification = verify_document(content=content, among=mine)
    return render(request, "documents/verify.html", {"form": form, "verification": verification})
