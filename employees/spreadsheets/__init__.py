"""Uploaded tables of operators: stored, checked, chosen from, written, undone, deleted."""
