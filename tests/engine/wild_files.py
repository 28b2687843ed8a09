"""Word files as they come from the wild: one oddity each, a contract's words around it."""

from collections.abc import Callable

from tests.engine.wordml_files import A4, STYLES, WordFile, cell, paragraph, row, table, text

LOREM = (
    "Работник обязуется лично выполнять определённую договором трудовую функцию в интересах, под "
    "управлением и контролем Работодателя, соблюдать правила внутреннего трудового распорядка. "
)
JUSTIFIED = '<w:jc w:val="both"/>'
LANDSCAPE = A4.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
PAGE_OF = (
    text("Стр. ") + '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    + text(" из ") + '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
)  # fmt: skip
TAB = "<w:r><w:tab/></w:r>"


def section(content: str = "", properties: str = A4) -> str:
    """A paragraph that ends a section."""
    return paragraph(content, f"<w:sectPr>{properties}</w:sectPr>")


def words(count: int = 1) -> str:
    """Justified paragraphs."""
    return paragraph(LOREM, JUSTIFIED) * count


def hand_numbering() -> WordFile:
    clauses = (
        paragraph(text("ТРУДОВОЙ ДОГОВОР № 15", "<w:b/>"), '<w:jc w:val="center"/>'),
        paragraph(text("г. Пенза") + TAB * 6 + text("«23» ноября 2026 г.")),
        paragraph() * 2,
        paragraph(text("1.  ПРЕДМЕТ ДОГОВОРА", "<w:b/>")),
        paragraph(text("1.1.   " + LOREM), JUSTIFIED),
        paragraph(text("1.2.") + TAB + text(LOREM), '<w:ind w:left="567" w:hanging="567"/>'),
        paragraph(text("   а)  по основному месту;")),
        paragraph(text("   б)  на неопределённый срок.")),
        paragraph() * 3,
        paragraph(text("2.  РЕКВИЗИТЫ", "<w:b/>")),
        paragraph(text("Работодатель:") + TAB * 4 + text("Работник:")),
        paragraph(text("_______________/Ким И. С./") + TAB * 2 + text("_____________/Орлова А. П./")),
        paragraph(text("        (подпись)                             (подпись)", '<w:sz w:val="16"/>')),
        paragraph(text("М.П.")),
    )  # fmt: skip
    return WordFile(body="".join(clauses))


def signature_tabs() -> WordFile:
    stops = (
        '<w:tabs><w:tab w:val="left" w:pos="4678"/><w:tab w:val="left" w:leader="underscore" '
        'w:pos="7371"/><w:tab w:val="right" w:pos="9354"/></w:tabs>'
    )
    line = text("Генеральный директор") + TAB + text("") + TAB + TAB + text("И. С. Ким")
    underlined = (
        text("Фамилия ")
        + '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:tab/><w:tab/><w:tab/><w:tab/></w:r>'
        + text(" подпись ")
        + '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:tab/><w:tab/></w:r>'
    )
    spaces = (
        text("Дата ") + text("                    ", '<w:u w:val="single"/>') + text(" 2026 г.")
    )
    return WordFile(body=paragraph(line, stops) + paragraph(underlined) + paragraph(spaces))


def nested_tables() -> WordFile:
    inner = table(row("ИНН", "7707083893"), row("КПП", "770701001"), widths=(1200, 3000))
    outer = table(
        row(cell(paragraph("Работодатель") + inner + paragraph()), cell("Работник: Орлова А. П.")),
        row(cell("всего вместе", '<w:gridSpan w:val="2"/>')),
    )
    return WordFile(body=words() + outer + words())


def odd_sections() -> WordFile:
    two = A4 + '<w:cols w:num="2" w:space="708"/>'
    narrow = A4.replace('w:left="1701"', 'w:left="3000"')
    continuous = '<w:type w:val="continuous"/>'
    body = (
        words(2) + section("", A4) + words(4) + section("", continuous + two)
        + words(1) + section("", continuous + narrow) + words(1)
    )  # fmt: skip
    return WordFile(body=body, section=continuous + A4)


def landscape_middle() -> WordFile:
    wide = table(row(*"абвгд"), widths=(2800,) * 5)
    body = words(2) + section() + wide + section("", LANDSCAPE) + words(2)
    footer = paragraph(PAGE_OF, '<w:jc w:val="right"/>')
    return WordFile(body=body, footers={"default": footer})


def headers_first_and_even() -> WordFile:
    page_break = paragraph('<w:r><w:br w:type="page"/></w:r>')
    return WordFile(
        body=words() + page_break + words() + page_break + words(),
        section=A4 + "<w:titlePg/>",
        settings="<w:evenAndOddHeaders/>",
        headers={
            "first": paragraph("Первая страница"),
            "default": paragraph("Нечётная страница"),
            "even": paragraph("Чётная страница"),
        },
        footers={"default": paragraph(PAGE_OF), "even": paragraph(PAGE_OF)},
    )


def content_controls() -> WordFile:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    inline = paragraph(text("Договор № ") + control(text("15-ТД")) + text(" от 23.11.2026"))
    tagged = paragraph(
        "<w:smartTag>" + text("Пенза") + "</w:smartTag>"
        "<w:customXml>" + text(", Россия") + "</w:customXml>"
    )
    wrapped = f"<w:tr>{control(cell('в'))}{cell('г')}</w:tr>"
    rows = table(control(row("а", "б")), wrapped)
    return WordFile(body=control(words()) + inline + tagged + rows + paragraph())


def revisions() -> WordFile:
    deleted = "<w:del><w:r><w:delText>удалено </w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{text('перенесено отсюда ')}</w:moveFrom>"
    arrived = f"<w:moveTo>{text('перенесено сюда ')}</w:moveTo>"
    comment = (
        '<w:commentRangeStart w:id="1"/>' + text("с примечанием")
        + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    )  # fmt: skip
    formatted = (
        "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>жирно </w:t></w:r>"
    )
    return WordFile(
        body=paragraph(text("Было ") + deleted + f"<w:ins>{text('вставлено ')}</w:ins>" + moved)
        + paragraph(arrived + formatted + comment)
    )


def alternate_content() -> WordFile:
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w99"><w:t>нельзя</w:t></mc:Choice>'
        "<mc:Fallback><w:t>запасной</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    return WordFile(body=paragraph(text("Текст ") + both) + "<w:altChunk/>" + words())


def footnotes() -> WordFile:
    call = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{n}">{paragraph(mark + text(f" Сноска {n}."))}</w:footnote>'
        for n in (1, 2)
    )
    inside = f"<w:p>{text('В ячейке')}{call.format(2)}</w:p>"
    body = paragraph(text("В тексте") + call.format(1)) + table(row(inside, "б")) + words()
    return WordFile(body=body, footnotes=notes)


def long_table() -> WordFile:
    merged = '<w:vMerge w:val="restart"/>'
    head = row("№", "Обязанность", properties="<w:tblHeader/>")
    rows = row(cell("с 1 по 40", merged), LOREM, properties="<w:cantSplit/>")
    rows += row(cell(paragraph(), "<w:vMerge/>"), LOREM, properties="<w:cantSplit/>") * 30
    return WordFile(body=words() + table(head, rows, widths=(1500, 7854)) + words())


def signs() -> WordFile:
    runs = (
        text("прописные ", "<w:caps/>") + text("Капитель ", "<w:smallCaps/>")
        + text("пере") + "<w:r><w:softHyphen/></w:r>" + text("нос ")
        + text("кол") + "<w:r><w:noBreakHyphen/></w:r>" + text("центр ")
        + '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + text(" согласен ")
        + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + text(" не согласен ")
        + text("зачёркнуто ", "<w:strike/>") + text("H") + text("2", '<w:vertAlign w:val="subscript"/>')
        + text("O ") + text("выше", '<w:position w:val="8"/>') + text(" разрядка", '<w:spacing w:val="60"/>')
    )  # fmt: skip
    return WordFile(body=paragraph(runs) + paragraph(LOREM, '<w:bidi w:val="0"/>'))


def line_numbers() -> WordFile:
    return WordFile(body=words(4), section=A4 + '<w:lnNumType w:countBy="1"/>')


def frames() -> WordFile:
    frame = '<w:framePr w:w="2835" w:h="567" w:hSpace="142" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="8000" w:y="100"/>'
    drop = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    capital = paragraph(
        text("Р", '<w:position w:val="-9"/><w:sz w:val="100"/>'),
        f'<w:keepNext/>{drop}<w:spacing w:line="827" w:lineRule="exact"/>',
    )
    return WordFile(
        body=paragraph("Утверждаю, директор", frame) + words() + capital
        + paragraph(LOREM[1:] + LOREM)
    )  # fmt: skip


def paragraph_boxes() -> WordFile:
    sides = ("top", "left", "bottom", "right")
    border = "".join(f'<w:{s} w:val="single" w:sz="8" w:space="4" w:color="auto"/>' for s in sides)
    boxed = f"<w:pBdr>{border}</w:pBdr>"
    shaded = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'
    rule = '<w:pBdr><w:bottom w:val="double" w:sz="6" w:space="1" w:color="FF0000"/></w:pBdr>'
    return WordFile(
        body=paragraph(LOREM, boxed) * 2 + words() + paragraph(LOREM, shaded)
        + paragraph("Под чертой", rule) + words()
    )  # fmt: skip


def banded_table() -> WordFile:
    style = (
        '<w:style w:type="table" w:styleId="band"><w:name w:val="Band"/><w:tblPr>'
        '<w:tblStyleRowBandSize w:val="1"/><w:tblBorders><w:top w:val="single" w:sz="8"/>'
        '<w:bottom w:val="single" w:sz="8"/></w:tblBorders></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
        '<w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:fill="D9E2F3"/></w:tcPr>'
        '</w:tblStylePr><w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )
    look = (
        '<w:tblStyle w:val="band"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    )
    rows = row("Месяц", "Часы") + "".join(row(f"{n}-й", str(n * 8)) for n in range(1, 6))
    whole = (
        f'<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid><w:gridCol w:w="4677"/>'
        f'<w:gridCol w:w="4677"/></w:tblGrid>{rows}</w:tbl>'
    )
    return WordFile(body=whole + paragraph(), styles=STYLES + style)


def page_in_the_middle(place: str = "center") -> WordFile:
    title = paragraph(text("ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ", "<w:b/>"), '<w:jc w:val="center"/>')
    first = title + paragraph("оператора", '<w:jc w:val="center"/>')
    return WordFile(
        body=first + section("", A4 + f'<w:vAlign w:val="{place}"/>') + words(2),
        headers={"default": paragraph("ООО «Голос»")},
        footers={"default": paragraph(PAGE_OF)},
    )


def scaled_letters() -> WordFile:
    return WordFile(
        body=paragraph(text("Узкие буквы ", '<w:w w:val="66"/>') + text("обычные ") + text("широкие", '<w:w w:val="150"/>'))
        + paragraph(text(LOREM, '<w:w w:val="90"/>'), JUSTIFIED)
        + paragraph(text("Сжатая строка", '<w:w w:val="50"/>') + TAB + text("после табуляции"))
    )  # fmt: skip


def floating_table() -> WordFile:
    place = '<w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="text" w:horzAnchor="margin" w:tblpXSpec="right" w:tblpY="1"/>'
    small = table(row("УТВЕРЖДАЮ"), row("Директор"), widths=(3000,), properties=place)
    return WordFile(body=small + words(2))


def centred_tabs() -> WordFile:
    stops = '<w:tabs><w:tab w:val="center" w:pos="4677"/><w:tab w:val="right" w:leader="dot" w:pos="9355"/></w:tabs>'
    sums = '<w:tabs><w:tab w:val="decimal" w:pos="5000"/></w:tabs>'
    return WordFile(
        body=paragraph(text("слева") + TAB + text("середина") + TAB + text("справа"), stops)
        + paragraph(text("Ставка") + TAB + text("321,50"), sums)
        + paragraph(text("Премия") + TAB + text("12 000,00"), sums)
    )  # fmt: skip


WILD: dict[str, Callable[[], WordFile]] = {
    make.__name__: make
    for make in (
        hand_numbering, signature_tabs, nested_tables, odd_sections, landscape_middle,
        headers_first_and_even, content_controls, revisions, alternate_content, footnotes,
        long_table, signs, line_numbers, frames, paragraph_boxes, banded_table,
        page_in_the_middle, scaled_letters, floating_table, centred_tabs,
    )
}  # fmt: skip
