"""Whether this machine can serve, for a balancer or a monitor: nothing but «ok» and «error»."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

PROBE = "health"  # a file of its own, written anew each time


@login_not_required
@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """Status 200 when the database answers and the storage takes a file, else 503."""
    parts = {"database": _has_database(), "storage": _has_storage()}
    words = {part: "ok" if is_well else "error" for part, is_well in parts.items()}
    return JsonResponse(words, status=200 if all(parts.values()) else 503)


def _has_database() -> bool:
    """Whether it answers, and has its tables."""
    try:
        return ContentType.objects.exists()
    except (DatabaseError, InterfaceError):
        return False


def _has_storage() -> bool:
    """Reading alone would not notice a full disk."""
    try:
        default_storage.save(PROBE, ContentFile(b"ok"))
    except OSError:
        return False
    return True
