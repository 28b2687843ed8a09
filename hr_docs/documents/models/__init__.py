"""Templates and their versions, numbers, issued documents, findings and figures of the law."""

from hr_docs.documents.models.document import Document, HiringPack
from hr_docs.documents.models.legal import EnteredFigure, EnteredYear, FindingDecision
from hr_docs.documents.models.master import MasterUpload, MasterVersion, WordMaster
from hr_docs.documents.models.number import NumberCounter, NumberMask

__all__ = [
    "Document",
    "EnteredFigure",
    "EnteredYear",
    "FindingDecision",
    "HiringPack",
    "MasterUpload",
    "MasterVersion",
    "NumberCounter",
    "NumberMask",
    "WordMaster",
]
