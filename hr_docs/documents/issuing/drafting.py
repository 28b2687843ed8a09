"""Documents on their way into the register: what they will say, and their Word files."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from hr_docs.documents.context import facts_for, mark_facts
from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.context.source import DocumentMark, PackSource
from hr_docs.documents.issuing.files import sha256_of
from hr_docs.documents.issuing.numbering import RegisterNumber
from hr_docs.documents.masters.versions import compiled_template
from hr_docs.documents.models import Document, HiringPack, MasterVersion

Current = Mapping[int, Document]
"""The documents in force of one employment by the id of their kind."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document on its way into the register, with its Word file."""

    document: Document
    superseded: Document | None
    docx: bytes


def draft_documents(
    pack: HiringPack,
    versions: Sequence[MasterVersion],
    numbers: Mapping[str, RegisterNumber],
    current: Current,
) -> list[Draft]:
    """The documents of a pack as they would be issued; raises the engine's errors for gaps."""
    texts = {document.master.kind: document.number for document in current.values()} | {
        kind: number.text for kind, number in numbers.items()
    }
    contract_dated = day_of_contract(pack.dated, numbers, current.values())
    shared_facts = facts_for(PackSource(pack.employment, pack.dated, texts, contract_dated))
    drafts = []
    for version in versions:
        document = _document(pack, version, numbers[version.master.kind])
        document.snapshot = frozen_facts(document, shared_facts)
        document.fresh_docx = docx = render_docx(document)
        document.docx_sha256 = sha256_of(docx)
        drafts.append(Draft(document, current.get(version.master_id), docx))
    return drafts


def day_of_contract(dated: date, kinds: Collection[str], current: Iterable[Document]) -> date:
    """The day of the contract that papers of these `kinds` cite, which are `dated` so.

    That is their own day, unless a contract is in force and is not issued again with them.
    """
    days = (document.dated for document in current if document.master.kind == CONTRACT_KIND)
    return dated if CONTRACT_KIND in kinds else next(days, dated)


def _document(pack: HiringPack, version: MasterVersion, number: RegisterNumber) -> Document:
    return Document(
        pack=pack,
        employment=pack.employment,
        employer=pack.employment.employer,
        master=version.master,
        master_version=version,
        number=number.text,
        year=number.year,
        sequence=number.sequence,
        dated=pack.dated,
    )


def frozen_facts(document: Document, shared: Mapping[str, object]) -> dict[str, object]:
    """The facts that the document would be issued with; `shared` are those of its whole pack."""
    mark = DocumentMark(
        kind=document.master.kind,
        title=document.master.title,
        number=document.number,
        dated=document.dated,
        identifier=str(document.id),
    )
    return {**shared, **mark_facts(mark)}


def render_docx(document: Document, facts: Mapping[str, object] | None = None) -> bytes:
    """The Word file of the frozen facts (or of `facts` instead): the same bytes every time."""
    template = compiled_template(document.master_version)
    return template.render(
        document.snapshot if facts is None else facts,
        modified=datetime.combine(document.dated, time(12), UTC),
    )
