"""How documents are put into one file; kept as JSON with the bundle."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, Self

from hr_docs.documents.issuing.files import Format

MOST_DOCUMENTS = 10_000  # in one file
Order = Literal["people", "kinds"]

#: Paths from a document for `order_by`.
ORDERS: dict[Order, tuple[str, ...]] = {
    "people": ("employment__operator__search_key", "employment", "master__signing_order", "pk"),
    "kinds": ("master__signing_order", "employment__operator__search_key", "employment", "pk"),
}


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """One PDF to print.

    `order`: the whole pack of one person after another, or all papers of a kind together. `duplex`:
    both sides of the sheet, each copy on sheets of its own. `separators`: a sheet before each
    person. `copies` by kind of document (none: one). `pages`: only these of every document.
    """

    order: Order = "people"
    duplex: bool = True
    separators: bool = False
    copies: Mapping[str, int] = field(default_factory=dict)
    pages: tuple[int, ...] | None = None

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """From the JSON of `stored()`."""
        pages = stored["pages"]
        return cls(**{**stored, "pages": None if pages is None else tuple(pages)})

    def stored(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)

    def copies_of(self, kind: str) -> int:
        """How often a document of that kind is printed; 0 leaves it out."""
        return self.copies.get(kind, 1)

    @property
    def has_separators(self) -> bool:
        """Between people there is only something where each has his papers together."""
        return self.separators and self.order == "people"


@dataclass(frozen=True, slots=True)
class ZipOptions:
    """A folder for each person; Word, PDF, or both."""

    formats: tuple[Format, ...] = ("pdf",)

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """From the JSON of `stored()`."""
        return cls(tuple(stored["formats"]))

    def stored(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)
