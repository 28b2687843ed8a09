"""The job that makes a bundle; safe to repeat."""

from django.core.files.storage import default_storage
from django.utils import timezone

from hr_docs.background import task
from hr_docs.background.leases import LostLeaseError
from hr_docs.documents.bundles.leases import Status, claim_bundle, expire_bundles
from hr_docs.documents.bundles.making import make_file
from hr_docs.documents.errors import BundleError
from hr_docs.documents.models import Bundle
from hr_docs.engine import EngineError

NO_STORAGE = "Хранилище файлов не отвечает или переполнено. Повторите позже."
OUR_FAULT = "Ошибка программы: файл не сделан. Повторите; если не поможет, сообщите администратору."


@task()
def make_bundle(pk: str) -> None:
    """Make the file of this bundle, unless somebody else does; old files go first."""
    expire_bundles()
    bundle = claim_bundle(pk)
    if bundle is None:
        return
    try:
        _make(bundle)
    except LostLeaseError:  # whoever has it now makes it from the beginning
        return
    except (BundleError, EngineError) as error:
        _fail(bundle, str(error))
    except OSError:
        _fail(bundle, NO_STORAGE)
        raise
    except Exception:
        _fail(bundle, OUR_FAULT)
        raise


def _make(bundle: Bundle) -> None:
    facts = make_file(bundle)
    try:
        bundle.release(**facts, status=Status.DONE, finished_at=timezone.now())
    except LostLeaseError:
        default_storage.delete(facts["file"])
        raise


def _fail(bundle: Bundle, error: str) -> None:
    bundle.release(status=Status.FAILED, error=error, finished_at=timezone.now())
