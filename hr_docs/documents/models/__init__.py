"""Templates and their versions, numbers, issued documents."""

from hr_docs.documents.models.document import Document, HiringPack
from hr_docs.documents.models.master import MasterVersion, WordMaster
from hr_docs.documents.models.number import NumberCounter, NumberMask

__all__ = [
    "Document",
    "HiringPack",
    "MasterVersion",
    "NumberCounter",
    "NumberMask",
    "WordMaster",
]
