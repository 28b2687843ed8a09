"""Word masters from readable sources: a plain text file in, a .docx with real styles out.

A .docx cannot be reviewed in a diff, so the masters that ship with the product are written as text
(`source.py` describes the format) and built (`build.py`). HR may edit the built file in Word; the
text is only the origin of what ships.
"""

from hr_docs.engine.authoring.build import build_master
from hr_docs.engine.authoring.clauses import Clause, Condition, clauses_of
from hr_docs.engine.authoring.source import MasterSource, Reason, parse_source
from hr_docs.engine.authoring.typography import typeset

__all__ = [
    "Clause",
    "Condition",
    "MasterSource",
    "Reason",
    "build_master",
    "clauses_of",
    "parse_source",
    "typeset",
]
