"""The form of the terms of an employment."""

from typing import TYPE_CHECKING, Any

from crispy_forms.layout import HTML, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from employees.forms.limited import Limited
from employees.models import Employment
from employees.services import save_employment
from hr_docs.pages.forms import (
    Part,
    RecordForm,
    Section,
    conditions_by_field,
    field_names,
    fill_in_only_choices,
    row,
)
from job_descriptions.models import JobDescriptionEdition

if TYPE_CHECKING:  # Django's own class takes no parameters at run time
    ModelChoiceField = forms.ModelChoiceField[JobDescriptionEdition]
else:
    ModelChoiceField = forms.ModelChoiceField

# Filled by the answer to the form's own check, beside the rate that it speaks of.
WAGE_HINT = HTML(
    '{% load i18n %}<div id="wage-hint" class="wage-hint" aria-live="polite"></div>'
    '<details class="wage-months">'
    '<summary>{% translate "Rate and minimum wage by month" %}</summary>'
    '<div id="wage-year"></div></details>'
)
GUARANTEES = Section(
    _("Guarantees and special conditions"),
    row("has_guarantees:12"),
    Part(
        row("youngest_child_born:4", "child_care:8"),
        row("has_three_children:6", "has_disabled_child:6"),
        row("is_pregnant:6", "cares_for_relative:6"),
        row("disability_group:4", "shift_limit_hours:5"),
        row("education:6", "probation_exemption:6"),
        row("is_pensioner:6", "is_first_job:6"),
        row("admitted_on:4", "migration_notified_on:5"),
        row("has_prior_probation_agreement:12", when="admitted_on!="),
        when="has_guarantees=on",
    ),
)
EMPLOYMENT = Layout(
    Section(
        _("Contract"),
        row("employer:3", "signatory:5", "site:4"),
        row("position:5", "tier:3", "job_description:4"),
        row("contract_date:3", "start_date:3", "probation_until:3"),
        row("kind:3", "term:3", "status:3"),
        row("end_date:3", "fixed_term_ground:4", "fixed_term_reason:5", when="term=fixed"),
    ),
    Section(
        _("Place of work"),
        row("work_mode:4"),
        row(
            "remote_locality:5",
            "interaction_system:4",
            "response_minutes:3",
            when="work_mode!=on_site",
        ),
        row("remote_from:3", "remote_until:3", when="work_mode=remote_temporary,hybrid"),
        row("alternation:12", when="work_mode=hybrid"),
        row("equipment:4", "expenses_limit:4", when="work_mode!=on_site"),
        row(
            "compensation_per_day:4",
            "has_compensation_papers:8",
            when="work_mode!=on_site&equipment!=employer",
        ),
        row("has_electronic_exchange:12"),
    ),
    Section(
        _("Working time"),
        row("schedule:4", "weekly_hours:2", "shift_hours:2", "break_minutes:2"),
        row("shift_start:2", "shift_end:2"),
        row("is_part_time:3", "has_night_work:3", "has_summed_accounting:6"),
        row("accounting_period:4", when="has_summed_accounting=on"),
        row("schedule_read_on:5", when="schedule!=five_day"),
        row("night_consent_on:5", when="has_night_work=on"),
    ),
    Section(
        _("Pay and leave"),
        row("hourly_rate:3", "holiday_reward:5"),
        WAGE_HINT,
        row("holiday_reward_amount:3", when="holiday_reward=amount"),
        row("night_percent:3", when="has_night_work=on"),
        row("has_bonus:3", "has_minimum_wage_top_up:6"),
        row("leave_days:3", "extra_leave_days:3"),
    ),
    Section(
        _("Under 18 on the day of the contract"),
        row("medical_examination_on:4"),
        row("has_parental_consent:12"),
    ),
    GUARANTEES,
)


NO_TERMS = {"status", "change_of_issued", "has_guarantees"}
"""What of the form no contract prints."""


def has_guarantees(employment: Employment) -> bool:
    """Whether anything is recorded in the section on guarantees."""
    names = conditions_by_field(GUARANTEES)
    return any(getattr(employment, name) for name in names)


class EditionField(ModelChoiceField):
    """A choice of job description, told apart by tier; superseded ones are named as such."""

    def label_from_instance(self, edition: JobDescriptionEdition) -> str:
        words = f"{edition} ({edition.tier})"
        return f"{words}, {pgettext('edition', 'superseded')}" if edition.superseded_on else words


class SelectOfEmployer(forms.Select):
    """Each choice says whose it is; narrow.js leaves those of the employer chosen beside it."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        record = getattr(option["value"], "instance", None)
        if record is not None:
            option["attrs"]["data-employer"] = record.employer_id
        return option


class EmploymentForm(Limited, RecordForm):
    """The terms; parts that an answer makes meaningless are hidden and emptied.

    Without a job description the one in force for the position and the tier is taken. Terms that
    stand in issued papers are changed only with `change_of_issued` ticked.
    """

    layout = EMPLOYMENT
    change_of_issued = forms.BooleanField(
        label=_("I change the terms though the papers are issued"), required=False
    )
    has_guarantees = forms.BooleanField(
        label=_("There are circumstances on which the law grants guarantees"),
        required=False,
        help_text=_(
            "Mark what the operator has shown or told of his own accord. It is kept for the "
            "guarantees named beside each field, and shown to those who may see personal data."
        ),
    )
    job_description = EditionField(
        queryset=JobDescriptionEdition.objects.select_related("tier"),
        label=_("Job description"),
        required=False,
        empty_label=_("in force for the position and tier"),
    )

    class Meta(RecordForm.Meta):
        model = Employment
        fields = field_names(EMPLOYMENT)
        widgets = {"signatory": SelectOfEmployer, "site": SelectOfEmployer}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill_in_only_choices(self)
        if self.instance._state.adding:
            self.initial["status"] = Employment.Status.READY
        self.initial["has_guarantees"] = has_guarantees(self.instance)

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if not answers.get("job_description"):
            answers["job_description"] = self._description_in_force(answers)
        if self.is_issued and self.changed_terms and not answers.get("change_of_issued"):
            raise ValidationError(
                gettext("The papers of this contract are issued. Confirm that its terms change.")
            )
        return answers

    @property
    def is_issued(self) -> bool:
        """Whether papers with the stored terms are out: issued, perhaps signed."""
        return self.initial.get("status") in {Employment.Status.ISSUED, Employment.Status.SIGNED}

    @property
    def changed_terms(self) -> list[str]:
        """The labels of the terms that are changed; the status alone is none."""
        names = [name for name in self.changed_data if name not in NO_TERMS]
        return [str(self.fields[name].label) for name in names]

    def _description_in_force(self, answers: dict[str, Any]) -> JobDescriptionEdition | None:
        position, tier, on = (answers.get(name) for name in ("position", "tier", "contract_date"))
        if not (position and tier and on):
            return None  # what lacks is said on its own field
        editions = JobDescriptionEdition.objects.in_force(on)
        found = editions.filter(position=position, tier=tier).first()
        if found is None:
            self.add_error(
                "job_description",
                gettext(
                    "No job description is in force on this day for the position and tier: "
                    "approve one in the reference section."
                ),
            )
        return found

    def store(self) -> None:
        save_employment(employment=self.instance)
