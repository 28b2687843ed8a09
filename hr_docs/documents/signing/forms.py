"""Forms of signing: one mark, undoing it, days of acquaintance, many papers at once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employees.models import Acquaintance
from employees.services import Reading
from hr_docs.documents.models import SigningMark
from hr_docs.documents.signing.many import Signing
from hr_docs.pages.forms import DayInput


class MarkForm(forms.Form):
    """Which step, on which day; the reason only where the law asks for one."""

    step = forms.ChoiceField(choices=SigningMark.Step.choices, widget=forms.HiddenInput)
    on = forms.DateField(label=_("Day on the paper"), widget=DayInput, initial=timezone.localdate)
    reason = forms.CharField(
        label=_("Why before the acquaintance, or why it was late"),
        max_length=SigningMark._meta.get_field("reason").max_length,
        required=False,
        help_text=_("Only where the operator read something after the contract, or not at all"),
    )


class UndoForm(forms.Form):
    """Why a mark is wrong."""

    reason = forms.CharField(
        label=_("Reason"), max_length=SigningMark._meta.get_field("undo_reason").max_length
    )


class SignManyForm(forms.Form):
    """The day that stands on all the papers, and what was read on it."""

    on = forms.DateField(label=_("Day on the papers"), widget=DayInput, initial=timezone.localdate)
    with_readings = forms.BooleanField(
        label=_("On that day, before signing, they have read all that binds them"),
        required=False,
        help_text=_("The job description and the local acts are noted as read, where they are not"),
    )
    reason = forms.CharField(
        label=_("Why without the acquaintance, or why it is late"),
        max_length=SigningMark._meta.get_field("reason").max_length,
        required=False,
        help_text=_("Kept with each contract that is signed before its acquaintance"),
    )

    def signing(self) -> Signing:
        """What was said; of a form that is not sent, what it proposes."""
        if not self.is_bound or not self.is_valid():
            return Signing(on=timezone.localdate())
        answers = self.cleaned_data
        return Signing(answers["on"], answers["with_readings"], answers["reason"].strip())


class ReadingsForm(forms.Form):
    """The day on which each thing was read; `on` is for all that have no day of their own."""

    on = forms.DateField(label=_("All on one day"), widget=DayInput, required=False)
    late_reason = forms.CharField(
        label=_("Why later than the contract"),
        max_length=Acquaintance._meta.get_field("late_reason").max_length,
        required=False,
    )

    def __init__(self, *args: Any, readings: Sequence[Reading], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.readings = readings
        for each in readings:
            known = each.acquaintance.read_on if each.acquaintance else None
            self.fields[each.key] = forms.DateField(
                label=str(each), widget=DayInput, required=False, initial=known
            )

    @property
    def rows(self) -> list[tuple[Reading, forms.BoundField]]:
        """Each thing beside the field of its day."""
        return [(each, self[each.key]) for each in self.readings]

    def clean(self) -> dict[str, Any]:
        """Ask for a day at least, and none that is still to come."""
        answers = super().clean() or self.cleaned_data
        for name, day in list(answers.items()):
            if isinstance(day, date) and day > timezone.localdate():
                self.add_error(name, forms.ValidationError(_("This day is still to come.")))
        if not self.errors and not self.days():
            raise forms.ValidationError(_("Give the day on which it was read."))
        return answers

    def days(self) -> dict[str, date]:
        """The days by the keys of what was read; what is noted already keeps its day."""
        answers = self.cleaned_data
        days = {each.key: answers.get(each.key) or answers.get("on") for each in self.readings}
        return {key: day for key, day in days.items() if day}
