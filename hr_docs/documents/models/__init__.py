"""Templates and their versions, numbers, issued documents, findings and figures of the law."""

from hr_docs.documents.models.bundle import Bundle
from hr_docs.documents.models.document import Document, HiringPack
from hr_docs.documents.models.legal import EnteredFigure, EnteredYear, FindingDecision
from hr_docs.documents.models.master import MasterVersion, WordMaster
from hr_docs.documents.models.number import NumberCounter, NumberMask
from hr_docs.documents.models.scan import Scan
from hr_docs.documents.models.signing import SigningMark

__all__ = [
    "Bundle",
    "Document",
    "EnteredFigure",
    "EnteredYear",
    "FindingDecision",
    "HiringPack",
    "MasterVersion",
    "NumberCounter",
    "NumberMask",
    "Scan",
    "SigningMark",
    "WordMaster",
]
