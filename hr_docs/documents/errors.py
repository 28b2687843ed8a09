"""What can stop a document from being issued, in words for HR."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext

if TYPE_CHECKING:
    from employees.services import Reading
    from hr_docs.documents.legal.assessment import JudgedFinding
    from hr_docs.documents.legal.consistency import Contradiction


class IssueError(Exception):
    """A document cannot be issued; `str(error)` says why and what to do, in Russian."""


class OvertakenError(IssueError):
    """Somebody else has issued or voided papers of this employment meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "Документы этого оператора только что выпущены или аннулированы в другом окне: "
            "посмотрите их и выпустите заново, если это нужно."
        )


class StoredFileError(IssueError):
    """A file in the private storage is missing or is not the one that was issued."""


class MissingFileError(StoredFileError):
    """A file is not in the private storage."""


class LegalObstacleError(IssueError):
    """The contract check found what stops the issue: `findings` that wait for somebody's answer."""

    def __init__(self, findings: "Sequence[JudgedFinding]") -> None:
        super().__init__(" ".join(judged.sentence for judged in findings))
        self.findings = tuple(findings)


class InconsistentPackError(IssueError):
    """The papers contradict each other or their facts; `contradictions` say where."""

    def __init__(self, contradictions: "Sequence[Contradiction]") -> None:
        super().__init__(" ".join(map(str, contradictions)))
        self.contradictions = tuple(contradictions)


class DecisionError(Exception):
    """A decision on a finding cannot be recorded; `str(error)` says why, in Russian."""


class SigningError(Exception):
    """A mark of signing cannot be entered or undone; `str(error)` says why."""


NAMED = 3  # of what is unread; the card lists all of it


class UnreadError(SigningError):
    """The contract would be signed before the operator has read what he must, without a reason."""

    def __init__(self, unread: "Sequence[Reading]") -> None:
        named = "; ".join(map(str, unread[:NAMED]))
        if len(unread) > NAMED:
            named += gettext(" and more documents: %(count)s") % {"count": len(unread) - NAMED}
        super().__init__(
            gettext(
                "Before the contract is signed the operator has not read (Art. 68 of the Labour "
                "Code): %(named)s. Note the days of acquaintance or give the reason."
            )
            % {"named": named}
        )
        self.unread = tuple(unread)


class ScanError(Exception):
    """A file is no scan that may be kept; `str(error)` says why and what to do, in Russian."""


class BundleError(Exception):
    """Documents cannot be put into one file; `str(error)` says why, in Russian."""


class MasterError(Exception):
    """A template cannot be changed like this; `str(error)` says why and what to do, in Russian."""


class MasterRefusedError(MasterError):
    """The check found errors in an uploaded Word file.

    `faults` are the rows of its report (`fault_row`), warnings included.
    """

    def __init__(self, faults: Sequence[dict[str, Any]]) -> None:
        super().__init__("Файл не годится как шаблон: исправьте ошибки и загрузите его снова.")
        self.faults = tuple(faults)
