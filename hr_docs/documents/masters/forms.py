"""Forms of the templates' pages."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.contrib.auth.models import User
from django.core.files.base import File
from django.db.models import Max
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hr_docs.documents.context import example_people
from hr_docs.documents.masters.kinds import add_kind, save_kind
from hr_docs.documents.models import MasterUpload, MasterVersion, WordMaster
from hr_docs.engine.archive import MAX_PACKED
from hr_docs.pages.forms import RecordForm, Section, field_names, row

DOCX = ".docx"


class WordFileField(forms.FileField):
    """A .docx of a size that a template may have; what is in it, the check says."""

    def __init__(self, **options: Any) -> None:
        widget = forms.FileInput(attrs={"accept": DOCX})
        super().__init__(label=_("Word file (.docx)"), widget=widget, **options)

    def clean(self, data: Any, initial: Any = None) -> "File[bytes]":
        file: File[bytes] = super().clean(data, initial)
        if not (file.name or "").lower().endswith(DOCX):
            raise forms.ValidationError(
                gettext("This is no .docx file: open it in Word and save it as a Word document.")
            )
        if (file.size or 0) > MAX_PACKED:
            raise forms.ValidationError(
                gettext("The file is larger than %(limit)s: make the pictures in it smaller.")
                % {"limit": filesizeformat(MAX_PACKED)}
            )
        return file


class MasterUploadForm(forms.Form):
    """A new Word file of a master, and what its author changed."""

    file = WordFileField()
    note = forms.CharField(
        label=_("What is changed"),
        max_length=MasterVersion._meta.get_field("note").max_length,
        help_text=_("For the history of versions: «paragraph 4.2, probation»."),
    )


class AcceptForm(forms.Form):
    """The author has read the warnings; `seen` is the version that he compared the file with."""

    warnings_accepted = forms.BooleanField(
        label=_("I have read the warnings and accept them"), required=False
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class PersonForm(forms.Form):
    """With which of the invented people a preview is filled."""

    person = forms.TypedChoiceField(label=_("Invented person"), coerce=int, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = list(enumerate(example_people()))  # type: ignore[attr-defined]
        self.fields["person"].widget.attrs["data-submits"] = ""

    def number(self) -> int:
        """The chosen one; the first for an answer that makes no sense."""
        return (self.cleaned_data.get("person") or 0) if self.is_valid() else 0


KIND = Layout(
    Section(
        _("Kind of document"),
        row("title:8", "signing_order:4"),
        row("number_mask:4", "operator_copies:4", "in_hiring_pack:4"),
    ),
)
NEW_KIND = Layout(*KIND.fields, Section(_("Its first Word file"), row("file:8")))


class KindForm(RecordForm):
    """What a kind of document is called, and where it stands in a pack."""

    layout = KIND

    class Meta(RecordForm.Meta):
        model = WordMaster
        fields = field_names(KIND)
        help_texts = {
            "signing_order": _(
                "Papers are signed in this order; if the place is taken, the others move on by one."
            ),
            "operator_copies": _("0, if only the employer keeps it; 1 of a contract or agreement."),
            "number_mask": _("{n:03} is the number within the year, {yyyy} the year."),
            "in_hiring_pack": _("Otherwise it is issued only when it is chosen by name."),
        }

    def store(self) -> None:
        save_kind(master=self.instance)


class NewKindForm(KindForm):
    """A further kind with its first Word file; `upload` waits to be made current."""

    layout = NEW_KIND
    file = WordFileField()
    upload: MasterUpload

    def __init__(self, *args: Any, author: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.author = author
        last = WordMaster.objects.aggregate(last=Max("signing_order"))["last"] or 0
        self.initial.update(signing_order=last + 1, number_mask="{n:03}/{yyyy}")

    def store(self) -> None:
        content = self.cleaned_data["file"].read()
        self.upload = add_kind(master=self.instance, content=content, added_by=self.author)
