"""What can go wrong between a Word template and a finished PDF.

Errors carry fields, not prose: the words that HR reads are made in one place, in the Django apps.
`str(error)` is Russian and complete enough for a command line.
"""

from dataclasses import dataclass

_PARTS = {
    "word/header": "верхний колонтитул",
    "word/footer": "нижний колонтитул",
    "word/footnotes": "сноски",
    "word/endnotes": "концевые сноски",
    "word/comments": "примечания",
    "word/styles": "стиль",
    "word/settings": "параметры документа",
    "word/numbering": "списки",
    "word/fontTable": "шрифты",
    "word/theme": "тема оформления",
    "word/glossary": "экспресс-блоки",
    "word/media": "картинки",
    "word/charts": "диаграмма",
    "word/diagrams": "рисунок SmartArt",
    "word/embeddings": "встроенные объекты",
    "customXml": "данные элементов управления",
    "docProps/app": "свойства документа",
    "docProps/custom": "свойства документа",
    "[Content_Types]": "весь файл",
    "_rels": "весь файл",
    "word/vbaProject": "весь файл",
    "docProps/core": "свойства документа",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a Word file something stands, in terms that a Word user understands.

    `part` is the package part ("word/document.xml"); `paragraph` counts body paragraphs of that
    part from 1, those in tables not counted; `text` is the beginning of the paragraph's text;
    `cell` is (table, row, cell), each from 1, when the paragraph stands in a table (the outermost
    one, when tables are nested).
    """

    part: str = ""
    paragraph: int | None = None
    text: str = ""
    cell: tuple[int, int, int] | None = None

    def __str__(self) -> str:
        words = [] if self.part == "word/document.xml" else [_part_in_words(self.part)]
        if self.cell:
            words.append("таблица {}, строка {}, ячейка {}".format(*self.cell))
        elif self.paragraph:
            words.append(f"абзац {self.paragraph}")
        if self.text:
            words.append(f"«{self.text}»")
        return ", ".join(filter(None, words))


def _part_in_words(part: str) -> str:
    found = (words for beginning, words in _PARTS.items() if part.startswith(beginning))
    return next(found, part)


class EngineError(Exception):
    """Any failure of the document machine that its caller can put right."""


class _PlacedError(EngineError):
    """A Russian cause (what is wrong, what to do) and, when known, its place."""

    def __init__(self, cause: str, place: Place | None = None) -> None:
        super().__init__(cause, place)
        self.cause = cause
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.cause}" if self.place and str(self.place) else self.cause


class TemplateError(_PlacedError):
    """The Word file itself is unusable: not a .docx, unsafe, or with a broken tag."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A placeholder without a value: read and undefined, or printed and empty.

    `name` is the dotted name as the template writes it ("работник.адрес.регистрации").
    """

    name: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A placeholder whose value cannot stand in a text as it is.

    A list, a truth value, a date without a form, a character that a Word file cannot hold.
    """

    name: str
    reason: str
    place: Place | None = None


class DataError(EngineError):
    """The facts do not fill the template: everything that is missing or unprintable, at once."""

    def __init__(
        self, missing: tuple[Missing, ...] = (), unprintable: tuple[Unprintable, ...] = ()
    ) -> None:
        super().__init__(missing, unprintable)
        self.missing = missing
        self.unprintable = unprintable

    def __str__(self) -> str:
        sentences = []
        if self.missing:
            sentences.append("нет значения: " + "; ".join(map(_named, self.missing)))
        if self.unprintable:
            faults = (f"{_named(fault)}: {fault.reason}" for fault in self.unprintable)
            sentences.append("нельзя напечатать: " + "; ".join(faults))
        return ". ".join(sentences)


def _named(fault: Missing | Unprintable) -> str:
    return f"{fault.name} ({fault.place})" if fault.place else fault.name


class ConversionError(_PlacedError):
    """The .docx cannot be turned into a PDF."""
