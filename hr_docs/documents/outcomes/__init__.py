"""The outcome of the contract check, kept for each employment so that long lists can be filtered.

An outcome that may be out of date is never trusted: `bring_up_to_date` computes it anew before a
list is filtered by it, up to a bound, and says how many are left for the background.
"""

from hr_docs.documents.outcomes.keeping import forget, keep
from hr_docs.documents.outcomes.renewing import bring_up_to_date, renew, renew_changed
from hr_docs.documents.outcomes.selecting import WITH_ERRORS, WITH_WARNINGS, with_outcome
from hr_docs.documents.outcomes.stamps import current_stamps

__all__ = [
    "WITH_ERRORS",
    "WITH_WARNINGS",
    "bring_up_to_date",
    "current_stamps",
    "forget",
    "keep",
    "renew",
    "renew_changed",
    "with_outcome",
]
