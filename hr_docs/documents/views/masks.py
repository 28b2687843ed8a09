"""Number masks: how each employer numbers each kind of document."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from employees.models import Employer
from employees.models.limit import visible
from hr_docs.access.gate import allowed
from hr_docs.documents.issuing.numbering import masks_in_use
from hr_docs.documents.masters.mask_form import MaskForm
from hr_docs.documents.models import NumberMask
from hr_docs.pages.records import record_page
from hr_docs.pages.users import signed_in

LIST, PAGE = "documents:masks", "documents/mask.html"


@allowed("documents.view_numbermask")
def masks(request: HttpRequest) -> HttpResponse:
    """Every employer with every kind, own mask or the template's, and the next number."""
    employers = visible(Employer.objects.all(), request.user, employer="pk")
    rows = masks_in_use(employers, timezone.localdate())
    return render(request, "documents/masks.html", {"rows": rows})


@allowed("documents.add_numbermask")
def mask_add(request: HttpRequest) -> HttpResponse:
    """Give an employer a mask of its own; the list hands over employer and kind."""
    initial = {name: request.GET[name] for name in ("employer", "master") if name in request.GET}
    form = MaskForm(request.POST or None, initial=initial, user=signed_in(request))
    return record_page(request, form, listed_at=LIST, template=PAGE)


@allowed("documents.change_numbermask")
def mask(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a mask; numbers that were given stay."""
    own = visible(NumberMask.objects.select_related("employer", "master"), request.user)
    form = MaskForm(
        request.POST or None, instance=get_object_or_404(own, pk=pk), user=signed_in(request)
    )
    return record_page(request, form, listed_at=LIST, template=PAGE)
