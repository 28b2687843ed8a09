"""Issuing papers: drafted, checked, numbered and frozen at once, then made into files."""
