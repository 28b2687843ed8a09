"""«Сегодня»: what waits, with whom, until when, and the list behind each number."""

from hr_docs.documents.today.line import Line, Look, Mention
from hr_docs.documents.today.sources import lines_of

__all__ = ["Line", "Look", "Mention", "lines_of"]
