"""The vocabulary narrowed down by words, as lines to copy into a Word file."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from hr_docs.documents.context import GROUPS, Kind, Placeholder

_ITEM = "пункт"  # what a loop may call what it goes through


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the page: what is copied, and what stands beside it.

    A value is printed, a condition and a list stand around paragraphs; `copied` has them so.
    """

    name: str
    copied: str
    kind: str
    example: str
    meaning: str
    is_item: bool = False

    @property
    def words(self) -> str:
        """What a search looks through."""
        return f"{self.name} {self.meaning} {self.example}".lower().replace("ё", "е")


class PlaceholderSearch(forms.Form):
    """What the reader looks for."""

    q = forms.CharField(
        label=_("Name, meaning or example"),
        required=False,
        widget=forms.SearchInput(attrs={"autocomplete": "off"}),
    )

    def found_by_group(self) -> list[tuple[str, list[Entry]]]:
        """The placeholders that hold every word, under the titles of their groups."""
        self.is_valid()
        words = self.cleaned_data.get("q", "").lower().replace("ё", "е").split()
        found = (
            (group.title, [e for e in _entries(group.placeholders) if _holds(e, words)])
            for group in GROUPS
        )
        return [(title, entries) for title, entries in found if entries]


def _holds(entry: Entry, words: list[str]) -> bool:
    return all(word in entry.words for word in words)


def _entries(placeholders: tuple[Placeholder, ...]) -> Iterator[Entry]:
    for each in placeholders:
        if each.kind is not Kind.LIST:
            yield _entry(each.name, each)
            continue
        loop = f"{{%p for {_ITEM} in {each.name} %}}"
        yield Entry(each.name, loop, str(each.kind), "", each.meaning)
        yield from (_entry(f"{_ITEM}.{one.name}", one, is_item=True) for one in each.items)


def _entry(name: str, placeholder: Placeholder, *, is_item: bool = False) -> Entry:
    is_condition = placeholder.kind is Kind.YES_NO
    copied = f"{{%p if {name} %}}" if is_condition else f"{{{{ {name} }}}}"
    example = placeholder.example
    spelled = ("да" if example else "нет") if is_condition else str(example)
    return Entry(name, copied, str(placeholder.kind), spelled, placeholder.meaning, is_item)
