"""Scans of signed papers: checked by what is in them, stored privately, shown beside the PDF."""

from hr_docs.documents.scans.storing import add_scan, most_bytes, read_scan, withdraw_scan

__all__ = ["add_scan", "most_bytes", "read_scan", "withdraw_scan"]
