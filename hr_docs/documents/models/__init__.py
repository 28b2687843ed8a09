"""Templates with versions, numbers, issued documents, runs, findings, figures of the law."""

from hr_docs.documents.models.assessment import ContractAssessment
from hr_docs.documents.models.bundle import Bundle
from hr_docs.documents.models.document import Document, HiringPack
from hr_docs.documents.models.legal import EnteredFigure, EnteredYear, FindingDecision
from hr_docs.documents.models.master import MasterUpload, MasterVersion, WordMaster
from hr_docs.documents.models.number import NumberCounter, NumberMask
from hr_docs.documents.models.run import Run, RunItem
from hr_docs.documents.models.scan import Scan
from hr_docs.documents.models.signing import SigningMark

__all__ = [
    "Bundle",
    "ContractAssessment",
    "Document",
    "EnteredFigure",
    "EnteredYear",
    "FindingDecision",
    "HiringPack",
    "MasterUpload",
    "MasterVersion",
    "NumberCounter",
    "NumberMask",
    "Run",
    "RunItem",
    "Scan",
    "SigningMark",
    "WordMaster",
]
