"""What can go wrong between a Word template and a finished PDF.

Errors carry fields, not prose: the words that HR reads are made in one place, in the Django apps.
`str(error)` is Russian and complete enough for a command line.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a Word file something stands, in terms that a Word user understands.

    `part` is the package part ("word/document.xml"); `paragraph` counts body paragraphs of that
    part from 1; `text` is the beginning of the paragraph's text; `cell` is (table, row, cell), each
    from 1, when the paragraph stands in a table.
    """

    part: str = ""
    paragraph: int | None = None
    text: str = ""
    cell: tuple[int, int, int] | None = None

    def __str__(self) -> str:
        words = []
        if self.cell:
            words.append("таблица {}, строка {}, ячейка {}".format(*self.cell))
        elif self.paragraph:
            words.append(f"абзац {self.paragraph}")
        if self.text:
            words.append(f"«{self.text}»")
        if self.part and self.part != "word/document.xml":
            words.append(self.part)
        return ", ".join(words)


class EngineError(Exception):
    """Any failure of the document machine that its caller can put right."""


class TemplateError(EngineError):
    """The Word file itself is unusable: not a .docx, unsafe, or with a broken tag."""

    def __init__(self, cause: str, place: Place | None = None) -> None:
        super().__init__(cause, place)
        self.cause = cause
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.cause}" if self.place and str(self.place) else self.cause


@dataclass(frozen=True, slots=True)
class Missing:
    """A placeholder that the template prints and the facts leave undefined or empty."""

    name: str
    place: Place | None = None


class DataError(EngineError):
    """The facts do not fill the template: every placeholder without a value, at once."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__(missing)
        self.missing = missing

    def __str__(self) -> str:
        return "нет значения: " + "; ".join(
            f"{gap.name} ({gap.place})" if gap.place else gap.name for gap in self.missing
        )


class ConversionError(EngineError):
    """The .docx cannot be turned into a PDF."""

    def __init__(self, cause: str, place: Place | None = None) -> None:
        super().__init__(cause, place)
        self.cause = cause
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.cause}" if self.place and str(self.place) else self.cause
