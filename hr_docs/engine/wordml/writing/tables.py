"""Tables as HTML: fixed columns, borders resolved per cell, text straight in a simple cell."""

from collections.abc import Callable

from hr_docs.engine.wordml.content import Anchor, Block, Cell, Edges, Paragraph, Row, Table
from hr_docs.engine.wordml.measuring import FontTable
from hr_docs.engine.wordml.properties import Border
from hr_docs.engine.wordml.writing.boxes import Neighbours, vertical_space
from hr_docs.engine.wordml.writing.columns import TURNED, scaled_columns
from hr_docs.engine.wordml.writing.paragraphs import Flow, ParagraphWriter
from hr_docs.engine.wordml.writing.stylesheet import StyleSheet
from hr_docs.engine.wordml.writing.text import css_border

Sides = tuple[float, float, float, float]
BlocksWriter = Callable[[tuple[Block, ...], Flow], str]
_VERTICAL = {"center": "middle", "bottom": "bottom", "both": "top"}
_TURNED_SHARE = {"center": 0.5, "bottom": 1.0}
_WIDEST_BESIDE = 0.85  # of the column: a wider table leaves no room for words beside it
_MARGINS = {
    "center": "0 auto",
    "right": "0 0 0 auto",
    "end": "0 0 0 auto",
}
_OVERHANGS = {"center": 0.5, "right": 1.0, "end": 1.0}
_LITTLE = 4.0  # points: less than the lower edge of letters
_NEARLY = 1.02  # of a cell: measures are not the layout


class TableWriter:
    """Writes tables of one document."""

    def __init__(
        self,
        sheet: StyleSheet,
        paragraphs: ParagraphWriter,
        write_blocks: BlocksWriter,
        *,
        fonts: FontTable,
        beside: Callable[[Anchor, tuple[float, float], float], tuple[str, str]],
        across: Callable[[Anchor, float, float], float],
        height: Callable[[tuple[Block, ...], float], float],
    ) -> None:
        """`beside` says where a box of some size stands that has text around it.

        `across` is how far from the left one of some width begins that has none, and `height` that
        of blocks in a width.
        """
        self._sheet, self._paragraphs, self._write_blocks = sheet, paragraphs, write_blocks
        self._fonts, self._beside, self._across, self._height = fonts, beside, across, height

    def write(self, table: Table, flow: Flow) -> str:
        """One table, in a block of its own when a page break waits before it."""
        columns = scaled_columns(table, flow.width, self._fonts)
        if flow.in_cell and sum(columns) > flow.width:
            columns = tuple(one * flow.width / sum(columns) for one in columns)
        width = sum(columns)
        columns = _between_gaps(columns, table.spacing * 2)
        ends = _last_rows_of_merged_cells(table)
        rows = [
            self._row(table.rows[place:], columns, is_end=place in ends)
            for place in range(len(table.rows))
        ]
        count = _heading_rows(table)
        head = f"<thead>{''.join(rows[:count])}</thead>" if count else ""
        grid = "".join(f"<col{self._sheet.attribute(f'width:{w:.2f}pt')}/>" for w in columns)
        place, marks = self._place(table, width, flow)
        declarations = f"width:{width:.2f}pt;{place}"
        if table.spacing:
            declarations += f";border-collapse:separate;border-spacing:{table.spacing * 2:g}pt"
        pending = flow.take_break()
        if table.rows[0].page_break and pending != "start":
            pending = "page"
        attribute = self._sheet.attribute(declarations, pending) + marks
        body = "".join(rows[count:])
        return f"<table{attribute}><colgroup>{grid}</colgroup>{head}<tbody>{body}</tbody></table>"

    def _place(self, table: Table, width: float, flow: Flow) -> tuple[str, str]:
        """Where the table stands: in a line of its own, or beside the text where that has room."""
        beside = table.floating
        if beside is None or flow.in_cell:
            return f"margin:{_margins(table, flow.width - width)}", ""
        if width > flow.width * _WIDEST_BESIDE or beside.x_align == "center":
            drop = max(0.0, beside.y) if beside.vertical == "text" else 0.0
            shift = 0.0 if beside.x_align else table.indent - beside.x
            left = self._across(beside, width, flow.width) + shift
            return f"margin:{drop:g}pt 0 0 {left:.2f}pt", ""
        return self._beside(beside, (width, self._height((table,), flow.width)), flow.width)

    def _row(self, rows: tuple[Row, ...], columns: tuple[float, ...], *, is_end: bool) -> str:
        """The first of `rows`, which its cells may reach down into.

        Where a merged cell ends, WeasyPrint would give a row with a height all of that cell's:
        there another cell has the height.
        """
        row = rows[0]
        holder = next((one for one in row.cells if one.rows == 1), None) if is_end else None
        cells = "".join(
            self._cell(cell, columns, rows[: cell.rows], row.height if cell is holder else None)
            for cell in row.cells
        )
        if row.before:
            cells = _gap(row.before) + cells
        if row.after > 0:
            cells += _gap(row.after)
        found = []
        if row.height and holder is None:
            found.append(f"height:{row.height:g}pt")
        if row.cant_split or row.is_exact:
            found.append("break-inside:avoid")
        if row.keep_next:
            found.append("break-after:avoid")
        if row.page_break:
            found.append("break-before:page")
        attribute = self._sheet.attribute(";".join(found))
        if row.height and row.is_exact:
            attribute += f' data-fixed="{row.height:g}"'
        return f"<tr{attribute}>{cells}</tr>"

    def _cell(
        self,
        cell: Cell,
        columns: tuple[float, ...],
        rows: tuple[Row, ...],
        height: float | None,
    ) -> str:
        width = sum(columns[cell.column : cell.column + cell.span])
        inner = max(4.0, width - cell.padding[1] - cell.padding[3])
        simple = _only_paragraph(cell)
        text: tuple[str, ...] = ()
        if simple is not None:
            content, *text_rules = self._paragraphs.text_and_style(simple, inner)
            text = tuple(text_rules)
            padding = _with_margins(cell, simple)
        else:
            content = self._write_blocks(cell.blocks, Flow(inner, in_cell=True))
            padding = cell.padding
        if cell.direction in TURNED:
            content = self._turned(content, cell, inner, rows)
        elif rows[0].is_exact and len(rows) == 1:
            content = self._cut(content, cell, inner, rows[0].height or 0.0)
        found = [
            *text,
            _padding(_inside_borders(padding, cell.borders)),
            *_edges(cell.borders),
            *_looks(cell),
            "white-space:nowrap" if cell.no_wrap and self._has_room(cell, inner) else "",
            f"height:{height:g}pt;box-sizing:border-box" if height else "",
        ]
        spans = f' colspan="{cell.span}"' if cell.span > 1 else ""
        spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        return f"<td{self._sheet.attribute(';'.join(filter(None, found)))}{spans}>{content}</td>"

    def _cut(self, content: str, cell: Cell, width: float, height: float) -> str:
        """Content of a cell in a row of exact height, which it may leave by a little.

        What leaves it by more stays whole, and the row grows: Word would hide the words.
        """
        lines = _half(cell.borders.top) + _half(cell.borders.bottom)
        room = max(0.0, height - cell.padding[0] - cell.padding[2] - lines)
        over = self._height(cell.blocks, width) - room
        if over <= 0 or (over > _LITTLE and not _is_empty(cell)):
            return content
        return f"<div{self._sheet.attribute(f'height:{room:.2f}pt')}>{content}</div>"

    def _has_room(self, cell: Cell, width: float) -> bool:
        """Whether what may not wrap (§17.4.29) has room: Word covers no other cell with it."""
        longest = max(map(self._paragraphs.length, _paragraphs(cell)), default=0.0)
        return longest <= width * _NEARLY

    def _turned(self, content: str, cell: Cell, width: float, rows: tuple[Row, ...]) -> str:
        """Text set upwards or downwards (w:textDirection, §17.4.72): a box turned a quarter.

        Its lines are as long as the cell is high, and stand across it where w:vAlign says.
        """
        room = sum(row.height or 0.0 for row in rows) - cell.padding[0] - cell.padding[2]
        length = max(room, max(map(self._paragraphs.length, _paragraphs(cell)), default=0.0))
        free = max(0.0, width - self._height(cell.blocks, length + 1.0))
        beside = free * _TURNED_SHARE.get(cell.vertical, 0.0)
        if (cell.direction or "").startswith("btLr"):
            turn = f"translateX({beside:.2f}pt) rotate(-90deg) translateX({-length:.2f}pt)"
        else:
            turn = f"translateX({width - beside:.2f}pt) rotate(90deg)"
        box = f"width:{length:.2f}pt;height:{length:.2f}pt;transform-origin:0 0;transform:{turn}"
        return f"<div{self._sheet.attribute(box)}>{content}</div>"


def _between_gaps(columns: tuple[float, ...], gap: float) -> tuple[float, ...]:
    """Columns as narrow as gaps between cells leave them: a table's width holds both."""
    whole = sum(columns)
    room = max(whole / 2, whole - gap * (len(columns) + 1))
    return tuple(width * room / whole for width in columns) if gap and whole else columns


def _margins(table: Table, room: float) -> str:
    """Margins by which a table is aligned; one that is too wide overhangs on the same side."""
    share = _OVERHANGS.get(table.alignment or "")
    if share is None:
        return f"0 0 0 {table.indent:.4g}pt"
    return _MARGINS[table.alignment or ""] if room >= 0 else f"0 0 0 {room * share:.4g}pt"


def _last_rows_of_merged_cells(table: Table) -> set[int]:
    return {
        place + cell.rows - 1
        for place, row in enumerate(table.rows)
        for cell in row.cells
        if cell.rows > 1
    }


def _is_empty(cell: Cell) -> bool:
    return all(
        isinstance(block, Paragraph) and not block.content and block.label is None
        for block in cell.blocks
    )


def _paragraphs(cell: Cell) -> list[Paragraph]:
    return [block for block in cell.blocks if isinstance(block, Paragraph)]


def _heading_rows(table: Table) -> int:
    """Rows repeated on each page: the first ones marked so, when others follow (§17.4.78)."""
    count = 0
    while count < len(table.rows) and table.rows[count].is_header:
        count += 1
    spill = any(
        position + cell.rows > count
        for position, row in enumerate(table.rows[:count])
        for cell in row.cells
    )
    return 0 if count == len(table.rows) or spill else count


def _only_paragraph(cell: Cell) -> Paragraph | None:
    """The cell's one paragraph when it needs no element of its own."""
    if len(cell.blocks) != 1 or not isinstance(cell.blocks[0], Paragraph):
        return None
    only = cell.blocks[0]
    properties = only.properties
    needs_box = (
        properties.top or properties.bottom or properties.left_border or properties.right_border
        or properties.shading or only.heading
        or any(stop.alignment == "bar" for stop in properties.tabs or ())
        or any(getattr(one, "kind", "") in {"page", "column"} for one in only.content)
        or any(getattr(one, "anchor", None) for one in only.content)
    )  # fmt: skip
    return None if needs_box else only


def _with_margins(cell: Cell, paragraph: Paragraph) -> Sides:
    before, after = vertical_space(paragraph, Neighbours())
    top, right, bottom, left = cell.padding
    properties = paragraph.properties
    return (
        top + before,
        max(0.0, right + (properties.right or 0.0)),
        bottom + after,
        max(0.0, left + (properties.left or 0.0)),
    )


def _inside_borders(padding: Sides, edges: Edges) -> Sides:
    """Padding less half the side borders: Word draws them over it, CSS beside it."""
    top, right, bottom, left = padding
    return (top, max(0.0, right - _half(edges.right)), bottom, max(0.0, left - _half(edges.left)))


def _half(border: Border | None) -> float:
    return border.width / 2 if border is not None else 0.0


def _padding(padding: Sides) -> str:
    return "padding:" + " ".join(f"{side:g}pt" for side in padding) if any(padding) else ""


def _edges(edges: Edges) -> list[str]:
    borders: dict[str, Border | None] = {
        "top": edges.top, "right": edges.right, "bottom": edges.bottom, "left": edges.left,
    }  # fmt: skip
    drawn = {side: css_border(border) for side, border in borders.items() if border}
    if len(drawn) == len(borders) and len(set(drawn.values())) == 1:
        return [f"border:{drawn['top']}"]
    return [f"border-{side}:{what}" for side, what in drawn.items()]


def _looks(cell: Cell) -> list[str]:
    found = []
    if cell.fill:
        found.append(f"background:{cell.fill}")
    vertical = _along(cell) if cell.direction in TURNED else _VERTICAL.get(cell.vertical)
    if vertical:
        found.append(f"vertical-align:{vertical}")
    return found


def _along(cell: Cell) -> str:
    """Where turned text stands in a cell that is higher than its lines are long."""
    first = next(iter(_paragraphs(cell)), None)
    alignment = first.properties.alignment if first is not None else None
    if alignment == "center":
        return "middle"
    is_upwards = (cell.direction or "").startswith("btLr")
    return "top" if is_upwards == (alignment in {"right", "end"}) else "bottom"


def _gap(count: int) -> str:
    return f'<td colspan="{count}"></td>'
