"""Who may do what, and who did what: permissions on views, roles, the audit log."""
