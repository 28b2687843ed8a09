"""A workbook of one sheet, written as it is sent: its rows may be any number.

openpyxl makes an object of each cell and hands out the file when it is whole: 100,000 rows keep
the reader waiting for a quarter of a minute. Here each row becomes its text at once (ECMA-376
part 1, 18.3 «Worksheets»), and the ZIP is sent while it is written.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.utils import get_column_letter

Text = str
Cell = Text | int | float | Decimal | date | datetime | time | None
ROWS_AT_ONCE = 500
LONGEST_TEXT = 32_767  # characters that a cell takes
_LEVEL = 4  # of deflate: half the time of the usual 6, a tenth more bytes
_PLAIN, _QUOTED, _HEADING, _DAY, _MOMENT, _TIME = range(6)
_DAY_ZERO, _SECONDS_A_DAY = date(1899, 12, 30), 86_400
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


class Quoted(str):
    """A text that stays one also when somebody edits the cell: Excel's own quote prefix."""

    __slots__ = ()


def workbook_parts(
    *, title: str, headings: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Cell]]
) -> Iterator[bytes]:
    """The .xlsx file, piece by piece. A text is never a formula; moments have no time zone."""
    sent = _Sent()
    with ZipFile(sent, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as book:
        for name, text in _package(title).items():
            book.writestr(name, text)
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write((_sheet_begins(widths) + _heading_row(headings)).encode())
            numbered = enumerate(rows, start=2)
            letters = [get_column_letter(place) for place in range(1, len(headings) + 1)]
            while part := list(islice(numbered, ROWS_AT_ONCE)):
                sheet.write("".join(_row(number, letters, row) for number, row in part).encode())
                yield sent.taken()
            sheet.write(b"</sheetData></worksheet>")
    yield sent.taken()


class _Sent:
    """What the ZIP has written since it was last asked; it cannot be gone back in."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes, /) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def close(self) -> None:
        """Nothing is open."""

    def flush(self) -> None:
        """Nothing waits."""

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _row(number: int, letters: Sequence[str], row: Sequence[Cell]) -> str:
    cells = (
        _cell(f"{letter}{number}", value)
        for letter, value in zip(letters, row, strict=True)
        if value is not None
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, value: Cell) -> str:
    if isinstance(value, str):
        return _text(place, value, _QUOTED if isinstance(value, Quoted) else _PLAIN)
    if isinstance(value, datetime):
        return _number(place, _days(value.date()) + _part_of_day(value.time()), _MOMENT)
    if isinstance(value, date):
        return _number(place, _days(value), _DAY)
    if isinstance(value, time):
        return _number(place, _part_of_day(value), _TIME)
    return f'<c r="{place}"><v>{value}</v></c>'


def _text(place: str, text: str, style: int) -> str:
    safe = escape(text[:LONGEST_TEXT], {"\r": "&#13;"})
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{safe}</t></is></c>'
    )


def _number(place: str, value: float, style: int) -> str:
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def _days(value: date) -> int:
    return (value - _DAY_ZERO).days


def _part_of_day(value: time) -> float:
    return (value.hour * 3600 + value.minute * 60 + value.second) / _SECONDS_A_DAY


def _heading_row(headings: Sequence[str]) -> str:
    places = (f"{get_column_letter(place)}1" for place in range(1, len(headings) + 1))
    cells = (_text(place, text, _HEADING) for place, text in zip(places, headings, strict=True))
    return f'<row r="1">{"".join(cells)}</row>'


def _sheet_begins(widths: Sequence[int]) -> str:
    columns = (
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(widths, start=1)
    )
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{''.join(columns)}</cols><sheetData>"
    )


def _package(title: str) -> dict[str, str]:
    """Everything but the sheet."""
    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{_KIND}.worksheet+xml"/></Types>',
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name={quoteattr(title)} sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
        ),
        "xl/styles.xml": _STYLES,
    }


def _relations(*targets: tuple[str, str]) -> str:
    relations = (
        f'<Relationship Id="rId{place}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}' + (
        "</Relationships>"
    )


_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="DD.MM.YYYY"/>'
    '<numFmt numFmtId="165" formatCode="DD.MM.YYYY HH:MM"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="6">'
    + "".join(  # in the order of _PLAIN … _TIME; 20 is Excel's own HH:MM
        f'<xf numFmtId="{number_format}" fontId="{font}" fillId="0" borderId="0" xfId="0" '
        f'quotePrefix="{quoted}" applyNumberFormat="1" applyFont="1"/>'
        for number_format, font, quoted in [
            (0, 0, 0), (0, 0, 1), (0, 1, 1), (164, 0, 0), (165, 0, 0), (20, 0, 0),
        ]
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    "</cellStyles></styleSheet>"
)  # fmt: skip
