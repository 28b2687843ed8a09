"""Writes to the records of employers, operators and employments.

Every service is keyword-only, runs in one transaction, raises ValidationError with Russian messages
by field, and returns the saved record. A record is passed as an instance, saved or not, with the
user's values set on it.
"""

from employees.services.acquaintance import Reading, readings_of, record_readings, unread_by
from employees.services.approvers import is_approved_elsewhere
from employees.services.employers import (
    save_employer,
    save_local_act,
    save_signatory,
    save_site,
)
from employees.services.employments import (
    change_signatory,
    record_acquaintance,
    save_employment,
    sign_employment,
    unsign_employment,
)
from employees.services.operators import save_operator

__all__ = [
    "Reading",
    "change_signatory",
    "is_approved_elsewhere",
    "readings_of",
    "record_acquaintance",
    "record_readings",
    "save_employer",
    "save_employment",
    "save_local_act",
    "save_operator",
    "save_signatory",
    "save_site",
    "sign_employment",
    "unread_by",
    "unsign_employment",
]
