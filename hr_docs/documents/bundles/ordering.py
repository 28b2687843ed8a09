"""Having a bundle made, or made once more."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from hr_docs.background import enqueue
from hr_docs.background.chores import chore
from hr_docs.documents.bundles.leases import give_back_stuck
from hr_docs.documents.bundles.options import MOST_DOCUMENTS, ORDERS, PrintOptions, ZipOptions
from hr_docs.documents.bundles.tasks import make_bundle
from hr_docs.documents.errors import BundleError
from hr_docs.documents.models import Bundle
from hr_docs.documents.models.bundle import LEASE
from hr_docs.documents.models.document import DocumentQuerySet

Status = Bundle.Status


@transaction.atomic
def order_bundle(
    *, documents: DocumentQuerySet, options: PrintOptions | ZipOptions, made_by: User
) -> Bundle:
    """Queue a file of these documents. Raises BundleError for none of them, or too many."""
    kind, order = Bundle.Kind.ZIP, ORDERS["people"]
    if isinstance(options, PrintOptions):
        kind, order = Bundle.Kind.PRINT, ORDERS[options.order]
        left_out = [each for each, copies in options.copies.items() if not copies]
        documents = documents.exclude(master__kind__in=left_out)
    rows = list(documents.order_by(*order).values_list("pk", "employment", "employer"))
    if not rows:
        raise BundleError("Нет документов: выберите операторов, у которых они выпущены.")
    if len(rows) > MOST_DOCUMENTS:
        raise BundleError(
            f"Документов {len(rows)}, в один файл входит не больше {MOST_DOCUMENTS}: разделите."
        )
    bundle = Bundle.objects.create(
        kind=kind,
        options=options.stored(),
        documents=[pk.hex for pk, *_ in rows],
        employers=sorted({employer for *_, employer in rows}),
        people=len({employment for _, employment, _ in rows}),
        total=len(rows),
        made_by=made_by,
        lease_until=Bundle.lease_end(),
    )
    enqueue(make_bundle, str(bundle.pk))
    return bundle


@transaction.atomic
def repeat_bundle(*, bundle: Bundle) -> Bundle:
    """Make a bundle that failed, or was deleted after its term, once more from the beginning."""
    again = Bundle.objects.filter(pk=bundle.pk, status__in=(Status.FAILED, Status.EXPIRED))
    changes = {"status": Status.WAITING, "attempts": 0, "done": 0, "error": "", "token": None}
    if again.update(**changes, created_at=timezone.now(), lease_until=Bundle.lease_end()):
        enqueue(make_bundle, str(bundle.pk))
    bundle.refresh_from_db()
    return bundle


@chore(every=LEASE.total_seconds())
def requeue_stuck() -> None:
    """Queue again what a killed worker left behind; the progress page calls it at each look too."""
    for pk in give_back_stuck():
        enqueue(make_bundle, pk)
