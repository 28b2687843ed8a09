"""Figures of the law that end soon or are not known."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from hr_docs.documents.legal.gaps import figure_gaps
from hr_docs.documents.lists.attention import Urgency
from hr_docs.documents.today.line import NAMED, Line, Look, Mention


def figure_lines(look: Look) -> Iterator[Line]:
    """One line, for those who may see the figures."""
    if not look.user.has_perm("documents.view_enteredfigure"):
        return
    gaps = figure_gaps(on=look.on, reference=look.reference)
    address = reverse("documents:figures")
    if gaps:
        yield Line(
            code="figures",
            title=gettext("Figures of the law end or are missing"),
            urgency=Urgency.SOON,
            basis=gettext("Without them the check cannot tell whether the pay is legal"),
            count=len(gaps),
            address=address,
            mentions=tuple(Mention(gap.title, address, _since(gap.on)) for gap in gaps[:NAMED]),
        )


def _since(day: date) -> str:
    return gettext("since %(day)s") % {"day": f"{day:%d.%m.%Y}"}
