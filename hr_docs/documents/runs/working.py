"""What a worker does for a run: person after person, until nobody is left or its turn is over."""

import logging
import time
import traceback
from dataclasses import replace
from functools import cached_property

from django.conf import settings
from django.utils import translation

from hr_docs.background import enqueue, task
from hr_docs.background.leases import LostLeaseError
from hr_docs.commands import reason_of
from hr_docs.documents.errors import IssueError, LegalObstacleError, StoredFileError
from hr_docs.documents.explanations import reason
from hr_docs.documents.issuing.packs import make_files, pack_versions
from hr_docs.documents.issuing.renewing import Wanted, employments_with_papers, renew_papers
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.models import Run, RunItem
from hr_docs.documents.runs.claims import (
    block_item,
    claim_item,
    claimable_items,
    fail_item,
    finish_item,
    give_back_item,
)
from hr_docs.engine import DataError, EngineError

logger = logging.getLogger(__name__)


@task()
def work_on_run(run: int) -> None:
    """Work on the run of this id for a while; if anybody is left then, queue for another turn."""
    turn, end = Turn(run), time.monotonic() + settings.JOB_SECONDS
    with translation.override(settings.LANGUAGE_CODE):
        while time.monotonic() < end:
            item = claim_item(run)
            if item is None:
                return
            turn.work_on(item)
    if claimable_items(run).exists():
        enqueue(work_on_run, run)


class Turn:
    """One worker's turn at a run; what is wanted and the law are read once for it."""

    def __init__(self, run: int) -> None:
        self._run = run

    @cached_property
    def wanted(self) -> Wanted:
        """What the run asks for; raises `IssueError` when a template is missing."""
        run = Run.objects.select_related("signatory").get(pk=self._run)
        kinds = list(run.masters.values_list("kind", flat=True))
        return Wanted(
            versions=pack_versions(kinds),
            law=Law.in_force(),
            on=run.on,
            signatory=run.signatory,
            confirmed_only=not run.allows_unconfirmed,
        )

    def work_on(self, item: RunItem) -> None:
        """Make the person's papers; whatever goes wrong is entered with the item."""
        try:
            self._make(item)
        except LostLeaseError:
            return
        except LegalObstacleError as error:
            block_item(item, str(error), [judged.row() for judged in error.findings])
        except StoredFileError as error:
            fail_item(item, str(error))
        except (IssueError, DataError) as error:
            block_item(item, reason(error), [])
        except EngineError as error:
            fail_item(item, reason(error))
        except OSError as error:
            give_back_item(
                item, f"Файл не записан: {reason_of(error)}. Номера не потеряны: повторите."
            )
        except Exception as error:  # noqa: BLE001 - one person's trouble is not the run's
            give_back_item(item, _unexpected(item, error))

    def _make(self, item: RunItem) -> None:
        (employment,) = employments_with_papers([item.employment_id])
        wanted = replace(self.wanted, issued_by=item.ordered_by)
        papers = renew_papers(employment, wanted)
        for document in papers.documents:
            item.hold()
            make_files([document])
        finish_item(item, employment, papers.documents)


def _unexpected(item: RunItem, error: Exception) -> str:
    """Log where it happened, without the message: it may quote personal data."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    logger.error("run item %s: %s\n%s", item.pk, type(error).__name__, frames)
    return f"Ошибка программы ({type(error).__name__}): сообщите администратору."
