"""Forms of printing and of the ZIP."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hr_docs.documents.bundles.options import PrintOptions, ZipOptions
from hr_docs.documents.models import WordMaster

MAX_COPIES = 9
_RANGE = re.compile(r"(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?")


class PrintForm(forms.Form):
    """Order, sides, separators, copies of each kind; for one document, which of its pages.

    `masters` are the kinds that are there to be printed.
    """

    order = forms.ChoiceField(
        label=_("Order"),
        choices=[
            ("people", _("by people: the whole pack of each")),
            ("kinds", _("by kinds: all papers of a kind together")),
        ],
        initial="people",
    )
    duplex = forms.BooleanField(
        label=_("On both sides of the sheet"),
        initial=True,
        required=False,
        help_text=_("Each copy begins on a sheet of its own"),
    )
    separators = forms.BooleanField(
        label=_("A separator sheet before each person"),
        required=False,
        help_text=_("Name, number, list of papers with boxes to tick; in the order by people"),
    )

    def __init__(self, *args: Any, masters: Sequence[WordMaster], is_one: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.masters = masters
        for master in masters:
            self.fields[f"copies_{master.kind}"] = forms.IntegerField(
                label=master.title,
                min_value=0,
                max_value=MAX_COPIES,
                initial=1 + master.operator_copies,
            )
        if is_one:
            self.fields["pages"] = forms.CharField(
                label=_("Only these pages"),
                max_length=100,
                required=False,
                help_text=_("For example: 3 or 1-2, 5. Empty: the whole document"),
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )

    @property
    def copies(self) -> list[forms.BoundField]:
        """The fields of copies, in the order of signing."""
        return [self[f"copies_{master.kind}"] for master in self.masters]

    def clean_pages(self) -> tuple[int, ...] | None:
        """«1-2, 5» → (1, 2, 5); nothing → None."""
        typed = self.cleaned_data["pages"]
        pages: list[int] = []
        for part in filter(None, (each.strip() for each in typed.split(","))):
            match = _RANGE.fullmatch(part)
            first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
            if not 0 < first <= last:
                raise forms.ValidationError(_("Write pages like this: 3 or 1-2, 5."))
            pages += range(first, last + 1)
        return tuple(dict.fromkeys(pages)) or None

    def clean(self) -> dict[str, Any]:
        """There is something to print."""
        answers = super().clean() or self.cleaned_data
        copies = [answers.get(f"copies_{master.kind}") for master in self.masters]
        if copies and not any(each is None or each for each in copies):
            raise forms.ValidationError(_("No copy of anything: nothing to print."))
        return answers

    def options(self) -> PrintOptions:
        """What was chosen; of a form that is not sent or is wrong, what it proposes."""
        if not self.is_bound or not self.is_valid():
            proposed = {m.kind: 1 + m.operator_copies for m in self.masters}
            return PrintOptions(copies=proposed)
        answers = self.cleaned_data
        return PrintOptions(
            order=answers["order"],
            duplex=answers["duplex"],
            separators=answers["separators"],
            copies={m.kind: answers[f"copies_{m.kind}"] for m in self.masters},
            pages=answers.get("pages"),
        )


class ZipForm(forms.Form):
    """Which files of each document."""

    formats = forms.MultipleChoiceField(
        label=_("Files"),
        choices=[("pdf", "PDF"), ("docx", "Word")],
        initial=["pdf"],
        widget=forms.CheckboxSelectMultiple,
    )

    def options(self) -> ZipOptions:
        """What was chosen in a valid form."""
        return ZipOptions(tuple(self.cleaned_data["formats"]))
