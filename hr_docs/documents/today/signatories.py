"""Signatories whose authority ends."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from employees.models import Signatory
from employees.models.employer import EXPIRING_WITHIN
from employees.models.limit import visible
from hr_docs.documents.lists.attention import Urgency
from hr_docs.documents.today.line import NAMED, Line, Look, Mention


def signatory_lines(look: Look) -> Iterator[Line]:
    """One line: whose powers end soon, or have ended though papers still name them."""
    ending = Signatory.objects.expiring(look.on, days=EXPIRING_WITHIN)
    people = list(visible(ending, look.user).order_by("valid_until", "pk"))
    if people:
        yield Line(
            code="signatories",
            title=gettext("Authority of signatories ends"),
            urgency=Urgency.SOON,
            basis=gettext(
                "A contract signed without authority binds nobody: a new power is needed"
            ),
            count=len(people),
            address=reverse("employees:signatories", query={"expiring": "on"}),
            mentions=tuple(_mention(person, look.on) for person in people[:NAMED]),
        )


def _mention(person: Signatory, on: date) -> Mention:
    until = person.valid_until
    is_over = until is not None and until < on
    words = gettext("powers ended %(day)s") if is_over else gettext("powers until %(day)s")
    return Mention(
        name=person.full_name,
        address=reverse("employees:signatory", args=[person.pk]),
        words=words % {"day": f"{until:%d.%m.%Y}"},
    )
