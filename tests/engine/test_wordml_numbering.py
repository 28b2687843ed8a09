"""Clause labels are legal facts: tables of what Word prints."""

import pytest

from hr_docs.engine.wordml.content import Paragraph, TextBox
from hr_docs.engine.wordml.reading.document import read_document
from hr_docs.engine.wordml.reading.number_formats import formatted
from tests.engine.wordml_files import (
    STYLES,
    WordFile,
    abstract,
    cell,
    level,
    num,
    numbered,
    paragraph,
    row,
    table,
)

CLAUSES = abstract(
    0,
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2."),
    level(2, "russianLower", "%3)"),
    level(3, "lowerRoman", "%4."),
)
LETTERS = abstract(1, level(0, "russianLower", "%1)"), level(1, "bullet", "–"))
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
WINGDINGS = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
THIRD = '<w:start w:val="3"/>'
WHOLE_LEVEL = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "(%1)", THIRD)}</w:lvlOverride>'


def labels(docx: bytes) -> list[str]:
    """Labels of the body's paragraphs, empty where there is none."""
    section = read_document(docx).document.sections[0]
    found = [block for block in section.blocks if isinstance(block, Paragraph)]
    return [one.label.text if one.label else "" for one in found]


def labels_of(numbering: str, places: list[tuple[int, int]]) -> list[str]:
    body = "".join(numbered("пункт", number, index) for number, index in places)
    return labels(WordFile(body=body, numbering=numbering).build())


@pytest.mark.parametrize(
    ("number", "number_format", "text"),
    [
        (1, "decimal", "1"),
        (3, "decimalZero", "03"),
        (7, "001", "007"),
        (1, "russianLower", "а"),
        (6, "russianLower", "е"),
        (7, "russianLower", "ж"),
        (9, "russianLower", "и"),
        (10, "russianLower", "к"),
        (25, "russianLower", "щ"),
        (26, "russianLower", "э"),
        (28, "russianLower", "я"),
        (29, "russianLower", "аа"),
        (57, "russianLower", "ааа"),
        (2, "russianUpper", "Б"),
        (26, "lowerLetter", "z"),
        (28, "lowerLetter", "bb"),
        (27, "upperLetter", "AA"),
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (0, "lowerRoman", "0"),
        (5, "none", ""),
        (3, "decimalEnclosedCircle", "③"),
        (25, "decimalEnclosedCircle", "25"),
        (2, "numberInDash", "- 2 -"),
        (2, "chicago", "†"),
        (4, "unheardOf", "4"),
    ],
)
def test_a_number_is_written_as_word_writes_it(number, number_format, text):
    assert formatted(number, number_format) == text


@pytest.mark.parametrize(
    ("case", "numbering", "places", "expected"),
    [
        (
            "levels restart under a new parent",
            CLAUSES + num(1, 0),
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)],
            ["1.", "1.1.", "1.2.", "а)", "б)", "1.3.", "а)", "2.", "2.1."],
        ),
        (
            "a deeper level first starts its parents, which then go on",
            CLAUSES + num(1, 0),
            [(1, 1), (1, 1), (1, 0), (1, 1), (1, 2)],
            ["1.1.", "1.2.", "2.", "2.1.", "а)"],
        ),
        (
            "lists of one definition go on counting",
            LETTERS + num(1, 1) + num(2, 1),
            [(1, 0), (1, 0), (2, 0)],
            ["а)", "б)", "в)"],
        ),
        (
            "startOverride restarts at the first use only",
            LETTERS + num(1, 1) + num(2, 1, RESTART.format(1)),
            [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)],
            ["а)", "б)", "а)", "б)", "в)"],
        ),
        (
            "startOverride may start elsewhere",
            CLAUSES + num(1, 0, RESTART.format(5)),
            [(1, 0), (1, 1), (1, 0)],
            ["5.", "5.1.", "6."],
        ),
        (
            "an overridden level brings its own format and start",
            CLAUSES + num(1, 0, WHOLE_LEVEL),
            [(1, 0), (1, 0), (1, 1)],
            ["(C)", "(D)", "D.1."],
        ),
        (
            "lvlRestart 0 never restarts",
            abstract(
                0,
                level(0, "decimal", "%1."),
                level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'),
            )
            + num(1, 0),
            [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
            ["1.", "1)", "2)", "2.", "3)"],
        ),
        (
            "lvlRestart 1 restarts only under the first level",
            abstract(
                0,
                level(0, "decimal", "%1."),
                level(1, "decimal", "%1.%2."),
                level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>'),
            )
            + num(1, 0),
            [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
            ["1.", "1.1.", "1)", "1.2.", "2)", "2.", "1)"],
        ),
        (
            "isLgl shows Roman parents in digits",
            abstract(
                0, level(0, "upperRoman", "Раздел %1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")
            )
            + num(1, 0),
            [(1, 0), (1, 0), (1, 1), (1, 1)],
            ["Раздел I.", "Раздел II.", "2.1", "2.2"],
        ),
        (
            "a level without w:start begins at 0",
            abstract(
                0,
                '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>',
            )
            + num(1, 0),
            [(1, 0), (1, 0)],
            ["0.", "1."],
        ),
        ("numId 0 and an undefined one number nothing", CLAUSES, [(0, 0), (9, 0)], ["", ""]),
        ("a level that is not defined numbers nothing", LETTERS + num(1, 1), [(1, 7)], [""]),
        (
            "bullets of Wingdings become Unicode",
            abstract(
                0,
                level(0, "bullet", "\uf0fc", WINGDINGS),
            )
            + num(1, 0),
            [(1, 0)],
            ["✓"],
        ),
    ],
)
def test_labels(case, numbering, places, expected):
    assert labels_of(numbering, places) == expected, case


def styled(style: str, words: str = "пункт", properties: str = "") -> str:
    return paragraph(words, f'<w:pStyle w:val="{style}"/>{properties}')


def style_of_list(identifier: str, extra: str, based_on: str = "a") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{identifier}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:pPr>{extra}</w:pPr></w:style>'
    )


def test_linked_styles_find_their_level_by_pstyle():
    numbering = abstract(
        0,
        level(0, "decimal", "%1.", '<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%1.%2.", '<w:pStyle w:val="H2"/>'),
    ) + num(1, 0)
    in_list = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = STYLES + style_of_list("H1", in_list) + style_of_list("H2", in_list)
    body = styled("H1") + styled("H2") + styled("H2") + styled("H1") + styled("H2")
    found = labels(WordFile(body=body, numbering=numbering, styles=styles).build())
    assert found == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_a_style_based_on_a_numbered_one_can_take_the_number_back():
    in_list = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    styles = STYLES + style_of_list("H1", in_list) + style_of_list("H0", none, "H1")
    body = styled("H1") + styled("H0") + styled("H1") + styled("H1", properties=none)
    found = labels(WordFile(body=body, numbering=CLAUSES + num(1, 0), styles=styles).build())
    assert found == ["1.", "", "2.", ""]


def test_a_numbering_style_lends_its_definition():
    link = '<w:numStyleLink w:val="Clauses"/>'
    own = '<w:styleLink w:val="Clauses"/>'
    numbering = (
        abstract(0, level(0, "decimal", "§ %1"), extra=own)
        + abstract(1, extra=link)
        + num(1, 0)
        + num(2, 1)
    )
    styles = STYLES + (
        '<w:style w:type="numbering" w:styleId="Clauses"><w:name w:val="Clauses"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = numbered("а", 2) + numbered("б", 2)
    found = labels(WordFile(body=body, numbering=numbering, styles=styles).build())
    assert found == ["§ 1", "§ 2"]


def test_an_empty_paragraph_of_a_list_counts():
    body = numbered("а", 1) + numbered("", 1) + numbered("в", 1)
    assert labels(WordFile(body=body, numbering=CLAUSES + num(1, 0)).build()) == ["1.", "2.", "3."]


def test_a_paragraph_whose_end_is_deleted_joins_the_next_and_counts_once():
    deleted = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph("раз", place + deleted) + numbered("два", 1) + numbered("три", 1)
    assert labels(WordFile(body=body, numbering=CLAUSES + num(1, 0)).build()) == ["1.", "2."]


def test_a_label_takes_the_format_of_its_level_over_the_paragraph_mark():
    bold = level(0, "decimal", "%1.", "<w:rPr><w:b/></w:rPr>")
    mark = '<w:rPr><w:color w:val="FF0000"/></w:rPr>'
    body = numbered("пункт", 1, properties=mark)
    docx = WordFile(body=body, numbering=abstract(0, bold) + num(1, 0)).build()
    first = read_document(docx).document.sections[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.label is not None
    assert (first.label.run.bold, first.label.run.color) == (True, "#ff0000")


def test_an_indent_of_the_style_that_names_the_list_wins_over_the_levels():
    with_indent = '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="200" w:hanging="200"/>'
    styles = STYLES + style_of_list("L", with_indent)
    docx = WordFile(body=styled("L"), numbering=CLAUSES + num(1, 0), styles=styles).build()
    first = read_document(docx).document.sections[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.properties.left, first.properties.first) == (10.0, -10.0)


def test_an_unknown_number_format_is_reported():
    numbering = abstract(0, level(0, "thaiCounting", "%1.")) + num(1, 0)
    docx = WordFile(body=numbered("а", 1), numbering=numbering).build()
    (warning,) = read_document(docx).warnings
    assert "thaiCounting" in warning.what
    assert warning.paragraph == 1


def test_a_level_far_beyond_the_ninth_takes_no_longer_than_others():
    far = level(10**11, "decimal", "§", '<w:pStyle w:val="H1"/>')
    numbering = abstract(0, level(0, "decimal", "%1."), far) + num(1, 0)
    styles = STYLES + style_of_list("H1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = numbered("а", 1) + styled("H1") + numbered("б", 1)
    docx = WordFile(body=body, numbering=numbering, styles=styles).build()
    assert labels(docx) == ["1.", "§", "2."]


def boxed(content: str) -> str:
    """A paragraph with an old text box."""
    style = "position:absolute;width:100pt;height:40pt"
    inside = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return paragraph(f'<w:r><w:pict><v:shape style="{style}">{inside}</v:shape></w:pict></w:r>')


def test_lists_in_boxes_go_on_from_box_to_box_and_not_from_the_text():
    item, box = numbered("пункт", 1), boxed(numbered("в ящике", 1))
    file = WordFile(body=item + box + item + box + item, numbering=CLAUSES + num(1, 0)).build()
    assert labels(file) == ["1.", "", "2.", "", "3."]
    boxes = [
        inner.blocks[0]
        for block in read_document(file).document.sections[0].blocks
        if isinstance(block, Paragraph)
        for inner in block.content
        if isinstance(inner, TextBox)
    ]
    assert [one.label.text for one in boxes if isinstance(one, Paragraph) and one.label] == [
        "1.", "2.",
    ]  # fmt: skip


def test_lists_in_tables_go_on_from_the_text():
    item = numbered("пункт", 1)
    body = item + table(row(cell(item + boxed(item)))) + item
    assert labels(WordFile(body=body, numbering=CLAUSES + num(1, 0)).build()) == ["1.", "3."]
