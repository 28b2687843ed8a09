"""Forms around issued documents."""

from django import forms
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from employees.models import Employment
from hr_docs.documents.models import Document, FindingDecision, WordMaster
from hr_docs.pages.forms import DayInput

VERIFIED_SIZE_LIMIT = 20 * 1024 * 1024  # bytes; a contract is about 100 KB


class PackDateForm(forms.Form):
    """Which day to write on the papers; none: the contract's own."""

    on = forms.DateField(label=_("Date of the documents"), widget=DayInput, required=False)

    def check_of(self, employment: Employment) -> str:
        """The page that tells what the check says of the papers of that day."""
        on = self.cleaned_data["on"]
        query = {"on": on.isoformat()} if on else {}
        return reverse("documents:pack_check", args=[employment.pk], query=query)


class IssueForm(PackDateForm):
    """What to issue, and which day to write on it; nothing chosen means the whole pack.

    `seen` names the documents in force that the page showed.
    """

    kinds = forms.ModelMultipleChoiceField(
        queryset=WordMaster.objects.issuable(),
        to_field_name="kind",
        label=_("Documents"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def chosen_kinds(self) -> list[str] | None:
        """Kinds of document; None for the whole pack."""
        return [master.kind for master in self.cleaned_data["kinds"]] or None

    def seen_papers(self) -> str | None:
        """The documents in force on the page that was sent; None for a form without the mark."""
        return self.cleaned_data["seen"] or None


class DecisionForm(PackDateForm):
    """Why somebody answers for a finding; `in_texts`: it was shown with the texts of the papers."""

    fingerprint = forms.CharField(max_length=64)
    reason = forms.CharField(
        label=_("Reason"), max_length=FindingDecision._meta.get_field("reason").max_length
    )
    in_texts = forms.BooleanField(required=False)

    def page_of(self, employment: Employment) -> str:
        """The page on which the finding was shown."""
        if not self.cleaned_data["in_texts"]:
            return reverse("employees:employment", args=[employment.pk]) + "#findings"
        return self.check_of(employment)


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
