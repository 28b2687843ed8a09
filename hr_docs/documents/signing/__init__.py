"""What becomes of papers after they are issued: handed out, signed, the operator's copy given."""

from hr_docs.documents.signing.marking import mark_document, undo_mark
from hr_docs.documents.signing.state import SigningState

__all__ = ["SigningState", "mark_document", "undo_mark"]
