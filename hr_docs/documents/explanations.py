"""Errors of issuing in words for HR: what is wrong, where, what to do."""

from django.utils.translation import gettext

from hr_docs.documents.context import GROUPS
from hr_docs.documents.errors import IssueError
from hr_docs.engine import DataError, EngineError, Missing, Unprintable

MEANINGS = {
    placeholder.name: placeholder.meaning for group in GROUPS for placeholder in group.placeholders
}


def explain(error: IssueError | EngineError) -> str:
    """Why nothing was issued; each gap of the data on a line of its own."""
    if not isinstance(error, DataError):
        return " ".join([gettext("Nothing was issued."), _sentence(str(error))])
    return "\n".join(
        [gettext("Nothing was issued. Fill in what the documents need:"), *_gaps(error)]
    )


def reason(error: IssueError | EngineError) -> str:
    """The same for a list of those whose papers were not issued."""
    if not isinstance(error, DataError):
        return _sentence(str(error))
    return "\n".join([gettext("Fill in what the documents need:"), *_gaps(error)])


def _gaps(error: DataError) -> list[str]:
    faults: list[Missing | Unprintable] = [*error.missing, *error.unprintable]
    return list(dict.fromkeys(f"— {_named(fault)}" for fault in faults))  # a name may stand often


def _named(fault: Missing | Unprintable) -> str:
    """«место заключения (договор.место)»; a name of the master's own with its place."""
    meaning = MEANINGS.get(fault.name)
    named = (
        f"{meaning} ({fault.name})"
        if meaning
        else " ".join(filter(None, [fault.name, str(fault.place or "")]))
    )
    return f"{named}: {fault.reason}" if isinstance(fault, Unprintable) else named


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
