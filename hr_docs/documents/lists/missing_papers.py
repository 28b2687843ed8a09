"""What papers of an employment are missing, as the list of operators asks for it."""

from collections.abc import Callable

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from employees.models import Acquaintance, Employment, LocalAct, WorkMode
from employees.models.employment import EmploymentQuerySet
from hr_docs.documents.models import Document, WordMaster

KIND = "no:"  # before the kind of a document that is missing


class Missing(models.TextChoices):
    """What can be missing whatever kinds of document there are."""

    PACK = "pack", _("nothing is issued")
    SIGNATURE = "signature", _("issued, not signed")
    ACQUAINTANCE = "acquaintance", _("acquaintance is not noted")


def choices() -> list[tuple[str, str]]:
    """The fixed ones, then each kind of the hiring pack."""
    masters = WordMaster.objects.in_pack()
    return [
        *((str(value), str(label)) for value, label in Missing.choices),
        *(
            (f"{KIND}{master.kind}", gettext("without: %(kind)s") % {"kind": master.title})
            for master in masters
        ),
    ]


def lacking(rows: EmploymentQuerySet, what: str) -> EmploymentQuerySet:
    """Of these employments, those that lack it (a value of `choices`)."""
    if what.startswith(KIND):
        return rows.exclude(Exists(_current().filter(master__kind=what.removeprefix(KIND))))
    return _LACKING[what](rows)


def _without_pack(rows: EmploymentQuerySet) -> EmploymentQuerySet:
    return rows.exclude(Exists(_current()))


def _unsigned(rows: EmploymentQuerySet) -> EmploymentQuerySet:
    return rows.filter(status=Employment.Status.ISSUED)


def _unacquainted(rows: EmploymentQuerySet) -> EmploymentQuerySet:
    return rows.exclude(status=Employment.Status.ENDED).filter(has_unread())


def has_unread() -> Q:
    """Something that is read before signing is not noted as read; see `acts_to_read`."""
    read = Acquaintance.objects.filter(
        employment=OuterRef("pk"), job_description=OuterRef("job_description")
    )
    act_read = Acquaintance.objects.filter(
        employment=OuterRef(OuterRef("pk")), local_act=OuterRef("pk")
    )
    unread = LocalAct.objects.filter(
        ~Exists(act_read),
        employer=OuterRef("employer"),
        read_before_signing=True,
        approved_on__lte=OuterRef("contract_date"),
    )
    is_remote = ~Q(work_mode=WorkMode.ON_SITE)
    here = Q(Exists(unread.filter(remote_only=False)))
    return ~Q(Exists(read)) | here | is_remote & Q(Exists(unread))


def _current() -> "models.QuerySet[Document]":
    """The documents in force of the employment that is asked about."""
    return Document.objects.current().filter(employment=OuterRef("pk"))


_LACKING: dict[str, Callable[[EmploymentQuerySet], EmploymentQuerySet]] = {
    Missing.PACK: _without_pack,
    Missing.SIGNATURE: _unsigned,
    Missing.ACQUAINTANCE: _unacquainted,
}
