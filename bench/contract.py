"""The contract that the PDF benchmark converts: seven pages, made of plain WordprocessingML."""

import io

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

_CLAUSE = (
    "Работник обязуется лично выполнять определённую настоящим Договором трудовую функцию в "
    "интересах, под управлением и контролем Работодателя, соблюдать правила внутреннего трудового "
    "распорядка, требования по охране труда и обеспечению безопасности труда. "
)
_CHAPTERS, _CLAUSES = 9, 4
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    f'<w:lvlText w:val="{label}"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
    for index, label in enumerate(("%1.", "%1.%2."))
)


def build() -> bytes:
    """The same text for everybody; the file's own dates do not matter here."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    style.paragraph_format.space_after = Pt(0)
    _define_list(document)
    document.sections[0].header.paragraphs[0].text = "Трудовой договор № 1"
    for chapter in range(1, _CHAPTERS + 1):
        _clause(document, f"РАЗДЕЛ {chapter}", 0)
        for number in range(_CLAUSES):
            _clause(document, _CLAUSE * (1 + number % 3), 1)
    table = document.add_table(rows=6, cols=2)
    for row in table.rows:
        row.cells[0].text, row.cells[1].text = "Работодатель: ООО «Ромашка»", "Работник: Петрова"
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def _define_list(document: "docx.document.Document") -> None:
    numbering = document.part.numbering_part.element
    definition = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{_LEVELS}</w:abstractNum>'
    numbering.insert(0, parse_xml(definition))
    number = f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
    numbering.append(parse_xml(number))


def _clause(document: "docx.document.Document", words: str, level: int) -> None:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(words)
    run.bold = level == 0
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="90"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}>{place}</w:numPr>"))
    if level:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
