"""Forms of positions, tiers and new editions of job descriptions."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from hr_docs.pages.declension import DeclinedPhrase, phrase_edits
from hr_docs.pages.declension_forms import Declensions, DeclinedForm
from hr_docs.pages.forms import RecordForm, Section, row
from job_descriptions.models import ExperienceTier, JobDescriptionEdition, Position
from job_descriptions.services import (
    adopt_standard_edition,
    approve_edition,
    save_position,
    save_tier,
)

SECTIONS = JobDescriptionEdition.Section


class PositionForm(DeclinedForm):
    """A position of the staff list."""

    declined = (
        DeclinedPhrase("title", _("Declension of the position"), ("title",), "title_forms"),
        DeclinedPhrase(
            "department", _("Declension of the department"), ("department",), "department_forms"
        ),
    )
    layout = Layout(
        Section(_("Position"), row("title:6", "department:6", "reports_to:6")),
        Declensions(),
    )

    class Meta(RecordForm.Meta):
        model = Position
        fields = ("title", "department", "reports_to")

    def store(self) -> None:
        save_position(
            position=self.instance,
            title_edits=phrase_edits(self.edits("title")),
            department_edits=phrase_edits(self.edits("department")),
        )


class TierForm(RecordForm):
    """An experience tier with its range of hourly rates."""

    layout = Layout(
        Section(
            _("Tier"),
            row("title:6", "code:3", "rank:3"),
            row("rate_min:3", "rate_max:3", "minimum_experience_months:3"),
        ),
    )

    class Meta(RecordForm.Meta):
        model = ExperienceTier
        fields = ("title", "code", "rank", "rate_min", "rate_max", "minimum_experience_months")

    def store(self) -> None:
        save_tier(tier=self.instance)


class EditionForm(RecordForm):
    """A text to be approved; a paragraph to a line. The edition before it is superseded."""

    is_standard = forms.BooleanField(
        label=_("Take the standard text of the tier"),
        required=False,
        help_text=_("The product's own text for the four tiers; every later edition can change it"),
    )

    class Meta(RecordForm.Meta):
        model = JobDescriptionEdition
        fields = (
            "position",
            "tier",
            "number",
            "approved_on",
            "approved_by_position",
            "approved_by_name",
        )

    layout = Layout(
        Section(
            _("Approval"),
            row("position:6", "tier:3", "number:3"),
            row("approved_on:3", "approved_by_position:5", "approved_by_name:4"),
            row("is_standard"),
        ),
        Section(
            _("Text"), row(*(f"text_{code}" for code in SECTIONS.values)), when="is_standard!=on"
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, label in SECTIONS.choices:
            self.fields[f"text_{code}"] = forms.CharField(
                label=label,
                required=False,
                widget=forms.Textarea(attrs={"rows": 6}),
                help_text=_("A paragraph to a line, without numbers"),
            )

    @staticmethod
    def following(previous: JobDescriptionEdition) -> dict[str, object]:
        """What the next edition starts from: everything but the date."""
        texts = {f"text_{code}": "\n".join(text) for code, text in previous.sections.items()}
        return texts | {
            "position": previous.position_id,
            "tier": previous.tier_id,
            "number": previous.number,
            "approved_by_position": previous.approved_by_position,
            "approved_by_name": previous.approved_by_name,
        }

    def sections(self) -> dict[str, list[str]]:
        """The paragraphs of each section, by its code."""
        return {code: self.cleaned_data[f"text_{code}"].splitlines() for code in SECTIONS.values}

    def store(self) -> None:
        approval = {name: self.cleaned_data[name] for name in self.Meta.fields}
        if self.cleaned_data["is_standard"]:
            self.instance = adopt_standard_edition(**approval)
        else:
            self.instance = approve_edition(**approval, sections=self.sections())
