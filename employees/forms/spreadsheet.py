"""Forms of the import: the upload, and the choice of rows."""

import uuid
from datetime import datetime
from pathlib import PurePath

from django import forms
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from employees.importing.archive import MAX_FILE_BYTES
from employees.models import SpreadsheetImport

SUFFIXES = (".xlsx", ".csv")


class TableInput(forms.FileInput):
    """The browser's own file control; `spreadsheets.js` reads the limit before anything is sent."""

    def __init__(self) -> None:
        super().__init__({"accept": ",".join(SUFFIXES), "data-max-bytes": MAX_FILE_BYTES})


class UploadForm(forms.Form):
    """A table of operators. `form_key` makes the same form, sent twice, one import."""

    file = forms.FileField(
        label=_("Table of operators"),
        widget=TableInput,
        help_text=_("Excel (.xlsx) or CSV, up to 20,000 rows"),
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean_file(self) -> "File[bytes]":
        file: File[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_FILE_BYTES:
            limit = filesizeformat(MAX_FILE_BYTES)
            words = gettext(
                "The file is larger than %(limit)s. Remove pictures and other sheets, or divide "
                "the list."
            )
            raise forms.ValidationError(words % {"limit": limit})
        if PurePath(file.name or "").suffix.lower() not in SUFFIXES:
            raise forms.ValidationError(
                gettext(
                    "This is neither .xlsx nor .csv. Save the table as “Excel workbook (.xlsx)”."
                )
            )
        return file


class ChoiceForm(forms.Form):
    """Which rows to write, after which preview, with the ticks of the page that was shown."""

    choice = forms.ChoiceField(
        label=_("What to write"),
        choices=SpreadsheetImport.Choice.choices,
        initial=SpreadsheetImport.Choice.TICKED,
        widget=forms.RadioSelect,
    )
    checked_at = forms.CharField(widget=forms.HiddenInput)

    def clean_checked_at(self) -> datetime:
        try:
            return datetime.fromisoformat(self.cleaned_data["checked_at"])
        except ValueError as error:
            raise forms.ValidationError(gettext("Look at the preview once more.")) from error
