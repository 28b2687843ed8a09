"""Which worker is at an import: the truth stands in its row, whatever the queue says."""

from django.utils import timezone

from employees.models import SpreadsheetImport
from hr_docs.background.leases import claim


def claim_import(pk: int, status: str) -> SpreadsheetImport | None:
    """Take an import in that state, unless another worker is at it or it was tried too often."""
    token = claim(SpreadsheetImport.objects.free(timezone.now()).filter(pk=pk, status=status))
    return SpreadsheetImport.objects.select_related("user").get(token=token) if token else None
