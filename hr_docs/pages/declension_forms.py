"""Declension tables inside the form of a record."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from crispy_forms.layout import LayoutObject
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hr_docs.pages.declension import CASES, STATES, Declined, Edits, Words, state
from hr_docs.pages.forms import RecordForm
from hr_docs.russian import OBLIQUE
from hr_docs.russian.declensions import Forms

SEPARATOR = "|"
DECLENSIONS = "declensions"  # the element that htmx fills


class DeclensionTable(forms.Form):
    """Five cases of one name or phrase, to be looked at and edited.

    `of` carries the words that the forms were made from: forms of another name are not taken.
    """

    of = forms.CharField(widget=forms.HiddenInput, required=False)
    is_checked = forms.BooleanField(label=_("I have checked the declension"), required=False)

    def __init__(
        self, declined: Declined, words: Words, shown: Forms, data: Any | None = None
    ) -> None:
        super().__init__(data, prefix=declined.name, initial={"of": SEPARATOR.join(words)})
        self.declined, self.words, self.shown = declined, words, shown
        for case, part, text in self._cells():
            self.fields[f"{case}_{part}"] = forms.CharField(
                label=f"{CASES[case]}, {declined.parts[part]}",
                initial=text,
                required=bool(text),
                max_length=300,
            )

    def _cells(self) -> Iterator[tuple[Any, str, str]]:
        for case in OBLIQUE:
            for part, text in self.declined.values(self.shown[case]["value"]).items():
                yield case, part, text

    def rows(self) -> list[dict[str, Any]]:
        """A row for each case: its label, its fields, its state in words."""
        return [
            {
                "case": CASES[case],
                "cells": [self[f"{case}_{part}"] for part in self.declined.parts],
                "state": state(self.shown[case]),
                "state_label": STATES[state(self.shown[case])],
            }
            for case in OBLIQUE
        ]

    def doubts(self) -> tuple[str, ...]:
        """Why HR should look; nothing once she has."""
        flagged = any(form.get("flagged") for form in self.shown.values())
        return self.declined.doubts(self.words) if flagged else ()

    def needs_check(self) -> bool:
        """Whether some form waits for HR's word."""
        return any(form.get("flagged") or form.get("stale") for form in self.shown.values())

    def edits(self) -> Edits:
        """The cases that were changed here; all of them when HR says that she has checked."""
        changed = {name.partition("_")[0] for name in self.changed_data}
        cases = OBLIQUE if self.cleaned_data["is_checked"] else [c for c in OBLIQUE if c in changed]
        return {
            case: {part: self.cleaned_data[f"{case}_{part}"] for part in self.declined.parts}
            for case in cases
        }


class DeclinedForm(RecordForm):
    """A form of a record that keeps names or phrases in cases."""

    declined: tuple[Declined, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stored = {each.name: getattr(self.instance, each.stored_in) for each in self.declined}

    @cached_property
    def declensions(self) -> dict[str, DeclensionTable]:
        """A table for each name or phrase that is filled in, by its name."""
        return {
            each.name: self._table(each)
            for each in self.declined
            if each.is_known(self._words(each))
        }

    @property
    def declension_triggers(self) -> str:
        """When htmx asks for new proposals: on a change of a field that is declined."""
        fields = [self[field] for each in self.declined for field in each.nominative]
        return ", ".join(f"change from:#{field.id_for_label}" for field in fields)

    def edits(self, name: str) -> Edits:
        """What HR wrote in this table. Raises ValidationError for an emptied form."""
        table = self.declensions.get(name)
        if table is None or not table.is_bound:
            return {}
        if not table.is_valid():
            raise ValidationError(gettext("Declension: fill in the emptied forms."))
        return table.edits()

    def _words(self, declined: Declined) -> Words:
        return tuple(_tidy(self[field].value()) for field in declined.nominative)

    def _table(self, declined: Declined) -> DeclensionTable:
        words = self._words(declined)
        stored, of = self._stored[declined.name], self._stored_words(declined)
        posted = tuple(self.data.get(f"{declined.name}-of", "").split(SEPARATOR))
        if posted == words:
            shown = declined.refresh(stored, words, is_renamed=words != of)
            return DeclensionTable(declined, words, shown, self.data)
        if len(posted) == len(words):  # the name was changed after the table had been filled in
            shown = declined.refresh(stored, posted, is_renamed=posted != of)
            table = DeclensionTable(declined, posted, shown, self.data)
            stored = declined.edit(shown, table.edits()) if table.is_valid() else shown
            of = posted
        return DeclensionTable(
            declined, words, declined.refresh(stored, words, is_renamed=words != of)
        )

    def _stored_words(self, declined: Declined) -> Words:
        return tuple(_tidy(self.initial.get(field)) for field in declined.nominative)


class Declensions(LayoutObject):  # type: ignore[misc]  # crispy-forms has no types
    """The place of the declension tables in a layout."""

    fields: tuple[str, ...] = ()

    def render(self, form: DeclinedForm, *_args: object, **_kwargs: object) -> str:
        return render_to_string("pages/declensions.html", {"form": form})


def asks_for_declension(request: HttpRequest) -> bool:
    """Whether htmx sent the form only to see its declension tables again."""
    return request.headers.get("HX-Target") == DECLENSIONS


def declensions_answer(request: HttpRequest, form: DeclinedForm) -> HttpResponse:
    """The declension tables of the form as it is filled in; nothing is saved."""
    return render(request, "pages/declension_tables.html", {"form": form})


def _tidy(value: object) -> str:
    return " ".join(str(value or "").split())
