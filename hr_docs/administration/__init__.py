"""What an administrator does: users, their roles and limits; and the pages of the audit log."""
