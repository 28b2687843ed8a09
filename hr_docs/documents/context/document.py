"""Placeholders of the document itself: what its register entry says."""

from hr_docs.documents.context.placeholder import text
from hr_docs.documents.context.wording import day

DOCUMENT = (
    text("документ.вид", "employment_contract", "код вида документа", lambda mark: mark.kind),
    text("документ.название", "Трудовой договор", "вид документа", lambda mark: mark.title),
    text("документ.номер", "15-ТД/2026", "номер по журналу", lambda mark: mark.number),
    text("документ.дата", "23 ноября 2026 г.", "дата документа", lambda mark: day(mark.dated)),
    text(
        "документ.идентификатор",
        "00000000-0000-4000-8000-000000000001",
        "код документа в свойствах файла: по нему узнают копию",
        lambda mark: mark.identifier,
    ),
)
