r"""The text format of a master and its parsed form.

    вид: employment_contract              front matter: `key: value` up to a blank line
    название: …                           core property «title»; may hold placeholders
    тема: …                               core property «subject»
    верхний колонтитул: …                 header
    нижний колонтитул: …                  footer; [[PAGE]] and [[NUMPAGES]] are fields

    = Название документа                  one block = lines up to a blank line, joined by spaces
    == Раздел                             numbered «1.»
    . Пункт                               numbered «1.1.»
    .. Подпункт                           numbered «1.1.1.»
    - Перечисление                        numbered «а)»
    [Имя стиля] текст                     any style of parts/styles.xml by its name
    текст                                 «Основной текст»
    {%p if договор.срочный %}             a tag of docxtpl in a paragraph of its own

    {| сетка; ширины 10 60 30; шапка      a table: `сетка` has borders, `колонки` has none;
    ! Заголовок                           `шапка`: first row repeats; `не делить`: rows stay whole
    |-                                    a new row
    | [Стиль] ячейка                      a new cell; further blocks belong to it
    {%tr for акт in акты %}               a tag of docxtpl in a row of its own
    |}

    # any comment                         not printed; these three speak of the next block:
    # основание: ТК РФ ст. 58, 59         the law that the block comes from
    # почему: договор.срочный — …         the fact that a condition asks for, and why in words
    # не проверено: …                     what a lawyer must still check

Inside a block `**…**` is bold, `~` a no-break space, `\t` a tab, `\n` a line break; `\k` at
its end keeps it on the page of the next block. A line that begins with `{%-` is joined to the one
before without a space (the minus is not written). Numbers of clauses are never typed: Word counts
them, also when a condition drops a clause.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hr_docs.engine.authoring.lines import Line, LineKind, read_lines
from hr_docs.engine.errors import TemplateError

_FRONT_KEYS = {
    "вид": "kind",
    "название": "title",
    "тема": "subject",
    "верхний колонтитул": "header",
    "нижний колонтитул": "footer",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a condition is asked: the placeholder of the fact, and the reason in words."""

    fact: str
    words: str


@dataclass(frozen=True, slots=True)
class Notes:
    """Annotations of a block: articles of law, reasons of a condition, what is unverified."""

    basis: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    unverified: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a named style; `text` still holds placeholders and inline marks."""

    style: str
    text: str
    notes: Notes
    line: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of docxtpl that takes a whole paragraph (`{%p … %}`) or row (`{%tr … %}`)."""

    text: str
    notes: Notes
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of blocks; every cell has at least one paragraph."""

    cells: tuple[tuple["Paragraph | Tag", ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Widths are shares of the text width, in per cent."""

    has_borders: bool
    widths: tuple[int, ...]
    has_header: bool
    keeps_rows: bool
    rows: tuple[Row | Tag, ...]
    line: int


Block = Paragraph | Tag | Table


@dataclass(frozen=True, slots=True)
class MasterSource:
    """A parsed master: `kind` is the kind of document it prints."""

    kind: str
    title: str
    subject: str
    header: str
    footer: str
    blocks: tuple[Block, ...] = field(repr=False)


def parse_source(text: str) -> MasterSource:
    """Parse the text of a master; raise `TemplateError` that names the line of a fault."""
    front, _, body = text.partition("\n\n")
    lines = read_lines(body, first=front.count("\n") + 3)
    return MasterSource(**_front_matter(front), blocks=tuple(_Parser(lines).blocks()))


def _front_matter(front: str) -> dict[str, str]:
    values = {}
    for number, line in enumerate(front.splitlines(), start=1):
        key, colon, value = line.partition(": ")
        if not colon or key not in _FRONT_KEYS:
            raise TemplateError(f"строка {number}: ожидалось «ключ: значение», а стоит «{line}»")
        values[_FRONT_KEYS[key]] = value.strip()
    if missing := [key for key, name in _FRONT_KEYS.items() if name not in values]:
        raise TemplateError(f"в начале файла нет: {', '.join(missing)}")
    return values


class _Parser:
    """Turns logical lines into blocks; annotations wait for the block that follows them."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._notes: list[str] = []

    def blocks(self) -> Iterator[Block]:
        for line in self._lines:
            if line.kind is LineKind.NOTE:
                self._notes.append(line.text)
            elif line.kind is LineKind.TABLE:
                yield self._table(line)
            else:
                yield self._simple(line)

    def _simple(self, line: Line) -> Paragraph | Tag:
        notes, self._notes = _read_notes(self._notes), []
        if line.kind is LineKind.TAG:
            return Tag(line.text, notes, line.number)
        if line.kind is LineKind.PARAGRAPH:
            return Paragraph(line.style, line.text, notes, line.number)
        raise TemplateError(f"строка {line.number}: разметка таблицы вне таблицы: «{line.text}»")

    def _table(self, opening: Line) -> Table:
        self._notes.clear()
        rows = tuple(self._rows(opening))
        options = [option.strip() for option in opening.text.split(";")]
        widths = next((o.split()[1:] for o in options if o.startswith("ширины")), [])
        table = Table(
            has_borders="сетка" in options,
            widths=tuple(int(width) for width in widths),
            has_header="шапка" in options,
            keeps_rows="не делить" in options,
            rows=rows,
            line=opening.number,
        )
        _check_widths(table)
        return table

    def _rows(self, opening: Line) -> Iterator[Row | Tag]:
        cells: list[list[Paragraph | Tag]] = []
        for line in self._lines:
            if line.kind is LineKind.NOTE:
                self._notes.append(line.text)
            elif not _ends_row(line):
                self._fill(cells, line)
            else:
                if cells:
                    yield Row(tuple(map(tuple, cells)))
                    cells = []
                if line.kind is LineKind.TABLE_END:
                    return
                if line.kind is LineKind.TAG:
                    yield Tag(line.text, _read_notes(self._notes), line.number)
        raise TemplateError(f"строка {opening.number}: таблица не закрыта строкой «|}}»")

    def _fill(self, cells: list[list[Paragraph | Tag]], line: Line) -> None:
        """Begin a cell with the line, or add it to the last one."""
        if line.kind is LineKind.CELL:
            cells.append([Paragraph(line.style, line.text, Notes(), line.number)])
        elif cells:
            cells[-1].append(self._simple(line))
        else:
            raise TemplateError(f"строка {line.number}: текст в таблице вне ячейки")


def _ends_row(line: Line) -> bool:
    is_row_tag = line.kind is LineKind.TAG and line.text.startswith("{%tr")
    return is_row_tag or line.kind in (LineKind.TABLE_END, LineKind.ROW)


def _check_widths(table: Table) -> None:
    for row in table.rows:
        if isinstance(row, Row) and len(row.cells) != len(table.widths):
            raise TemplateError(
                f"строка {table.line}: ячеек в строке {len(row.cells)}, ширин {len(table.widths)}"
            )


_NOTE = re.compile(r"(основание|почему|не проверено): *(.+)")


def _read_notes(comments: list[str]) -> Notes:
    found: dict[str, list[str]] = {"основание": [], "почему": [], "не проверено": []}
    for comment in comments:
        if match := _NOTE.fullmatch(comment):
            found[match[1]].append(match[2])
    reasons = tuple(
        Reason(fact.strip(), words.strip())
        for fact, _, words in (text.partition(" — ") for text in found["почему"])
    )
    return Notes(tuple(found["основание"]), reasons, tuple(found["не проверено"]))
