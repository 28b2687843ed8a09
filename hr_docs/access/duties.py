"""What a session keeps of its user: when he was last seen, what he has to do first."""

SEEN = "seen"  # seconds since 1970
DUTIES = "duties"

CHANGE_PASSWORD = "account_change_password"  # noqa: S105 the name of a page
ADD_FACTOR = "mfa_activate_totp"
"""Duties, each the name of the page on which it is done."""

OPEN_MEANWHILE = (
    "account_logout",
    "account_reauthenticate",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
    "set_language",
)
"""Pages that a user with a duty may open besides."""
