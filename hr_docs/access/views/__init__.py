"""Pages of access: where a user begins, the log-in, the user's own security."""
