"""Forms around issued documents."""

from django import forms
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hr_docs.documents.models import Document, WordMaster
from hr_docs.pages.forms import DayInput

VERIFIED_SIZE_LIMIT = 20 * 1024 * 1024  # bytes; a contract is about 100 KB


class IssueForm(forms.Form):
    """What to issue, and which day to write on it; nothing chosen means the whole pack."""

    on = forms.DateField(label=_("Date of the documents"), widget=DayInput, required=False)
    kinds = forms.ModelMultipleChoiceField(
        queryset=WordMaster.objects.filter(in_hiring_pack=True),
        to_field_name="kind",
        label=_("Documents"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def chosen_kinds(self) -> list[str] | None:
        """Kinds of document; None for the whole pack."""
        return [master.kind for master in self.cleaned_data["kinds"]] or None


class VoidForm(forms.Form):
    """Why a document is declared void."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=Document._meta.get_field("void_reason").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The register keeps it beside the number."),
    )


class VerifyForm(forms.Form):
    """A Word or PDF file to be compared with what was issued."""

    file = forms.FileField(label=_("Word or PDF file"))

    def clean_file(self) -> "File[bytes]":
        file: File[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > VERIFIED_SIZE_LIMIT:
            limit = filesizeformat(VERIFIED_SIZE_LIMIT)
            raise forms.ValidationError(
                gettext("The file is larger than %(limit)s: no issued document is.")
                % {"limit": limit}
            )
        return file
