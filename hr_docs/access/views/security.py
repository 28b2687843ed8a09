"""«Безопасность»: the user's own password, second factor and latest log-ins."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hr_docs.access.gate import allowed_to_all
from hr_docs.access.models import AuditEntry
from hr_docs.access.second_factor import has_second_factor
from hr_docs.pages.users import signed_in

SHOWN = 10


@allowed_to_all
def security(request: HttpRequest) -> HttpResponse:
    """How the account is protected, and whether somebody else was here."""
    user = signed_in(request)
    codes = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    context = {
        "mode": settings.SECOND_FACTOR,
        "has_second_factor": has_second_factor(user),
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
        "log_ins": AuditEntry.objects.log_ins_of(user)[:SHOWN],
    }
    return render(request, "account/security.html", context)
