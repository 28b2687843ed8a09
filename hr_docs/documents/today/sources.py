"""Where the lines of the page «Сегодня» come from."""

from collections.abc import Callable, Iterable

from hr_docs.documents.lists.attention import Urgency
from hr_docs.documents.today.employments import employment_lines
from hr_docs.documents.today.figures import figure_lines
from hr_docs.documents.today.line import Line, Look
from hr_docs.documents.today.runs import run_lines
from hr_docs.documents.today.signatories import signatory_lines

Source = Callable[[Look], Iterable[Line]]

SOURCES: tuple[Source, ...] = (employment_lines, run_lines, signatory_lines, figure_lines)
"""A further thing that waits for somebody is a further function here: Look in, lines out."""


def lines_of(look: Look) -> list[Line]:
    """Everything that waits on that day, the most pressing first; lines of nothing are left out."""
    order = list(Urgency)
    found = [line for source in SOURCES for line in source(look) if line.count]
    return sorted(found, key=lambda line: order.index(line.urgency))
