"""Forms of records: native controls, sections, and a service behind each form."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout, LayoutObject
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import construct_instance
from django.utils.functional import Promise

if TYPE_CHECKING:  # Django's own classes take no parameters at run time
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm


class DayInput(forms.DateInput):
    """The browser's own date control; the year takes four digits, and typing goes on after them."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"max": "9999-12-31"} | (attrs or {}), format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """The browser's own time control."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class SumInput(forms.TextInput):
    """A decimal number, typed with a comma or a point, its thousands apart or not."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off"} | (attrs or {}))

    def value_from_datadict(self, *args: Any) -> Any:
        typed = super().value_from_datadict(*args)
        return "".join(typed.split()) if isinstance(typed, str) else typed


def native_control(field: "models.Field[Any, Any]", **options: Any) -> forms.Field | None:
    """The form field of a model field, with the control that suits its type."""
    if isinstance(field, models.DateField):
        options.setdefault("widget", DayInput)
    elif isinstance(field, models.TimeField):
        options.setdefault("widget", ClockInput)
    elif isinstance(field, models.DecimalField):
        options.update(localize=True, widget=SumInput)
    return field.formfield(**options)


class Part(Div):  # type: ignore[misc]  # crispy-forms has no types
    """A row of twelve columns; one with `when` counts only for some answers.

    `when` is read by app.js, which hides the part, and by `RecordForm`, which then empties its
    fields: «work_mode=remote,hybrid», «citizenship!=RU», several joined by «&».
    """

    def __init__(self, *cells: object, when: str = "") -> None:
        super().__init__(*cells, css_class="row", **({"data_when": when} if when else {}))
        self.when = when


def row(*fields: str, when: str = "") -> Part:
    """Fields with their widths: `row("surname:4", "name:4", "patronymic:4")`."""
    cells = [field.partition(":") for field in fields]
    return Part(
        *(Div(name, css_class=f"col-md-{width or 12}") for name, _, width in cells), when=when
    )


class Section(Fieldset):  # type: ignore[misc]  # crispy-forms has no types
    """A titled part of a form; `when` as for `Part`."""

    def __init__(self, title: Promise, *rows: object, when: str = "") -> None:
        super().__init__(title, *rows, **({"data_when": when} if when else {}))
        self.when = when


def field_names(layout: Layout) -> list[str]:
    """Every field of the layout, in its order."""
    return [pointer.name for pointer in layout.get_field_names()]


def conditions_by_field(layout: LayoutObject, above: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Which answers each conditional field of a layout waits for."""
    found: dict[str, list[str]] = {}
    when = getattr(layout, "when", "")
    conditions = (*above, *(when.split("&") if when else ()))
    for inner in layout.fields:
        if isinstance(inner, str):
            found[inner] = list(conditions)
        elif isinstance(inner, LayoutObject):
            found |= conditions_by_field(inner, conditions)
    return {name: waits for name, waits in found.items() if waits}


def holds(condition: str, answers: Mapping[str, object]) -> bool:
    """Whether «name=value,value» or «name!=value» is true of the cleaned answers."""
    name, _, values = condition.partition("=")
    value = answers.get(name.rstrip("!"))
    text = "on" if value is True else "" if value in (None, False) else str(value)
    return (text in values.split(",")) != name.endswith("!")


class RecordForm(ModelForm):
    """A form whose record is saved by a service: the service's errors land on their fields.

    `layout` says where the fields stand; `store` hands the filled instance to the service.
    """

    layout: Layout

    class Meta:
        formfield_callback = native_control

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.form_show_errors = True
        helper.layout = self.layout
        return helper

    def clean(self) -> dict[str, Any]:
        """Fields whose condition does not hold go back to the record's default, errors and all."""
        answers: dict[str, Any] = super().clean() or {}
        for name, conditions in conditions_by_field(self.layout).items():
            if not all(holds(condition, answers) for condition in conditions):
                self.errors.pop(name, None)
                answers[name] = self._default(name)
        return answers

    def _default(self, name: str) -> Any:
        if name in (self._meta.fields or ()):
            return self._meta.model._meta.get_field(name).get_default()
        return self.fields[name].clean("") if not self.fields[name].required else None

    def _post_clean(self) -> None:
        """Set the values on the record, unchecked: the service checks it whole, and in words.

        Django would report broken database constraints here, as errors of no field.
        """
        self.instance = construct_instance(self, self.instance, self._meta.fields)

    def store(self) -> None:
        """Call the service with `self.instance`; it raises ValidationError by field."""
        raise NotImplementedError

    def doubts(self) -> list[str]:
        """What of a stored record may be wrong, in words; nobody is kept from storing it."""
        return []

    def stored(self) -> bool:
        """Validate the input and hand it over; False leaves the reasons in `errors`."""
        if not self.is_valid():
            return False
        try:
            self.store()
        except ValidationError as error:
            self.take_errors(error)
        return not self.errors

    def take_errors(self, error: ValidationError) -> None:
        """Put each reason on its field; reasons of fields that the form lacks stand above it."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, reasons in error.error_dict.items():
            self.add_error(name if name in self.fields else None, reasons)


def fill_in_only_choices(form: RecordForm) -> None:
    """Where a new record can name one thing only, name it: the only employer, the only site."""
    if not form.instance._state.adding:
        return
    for name, field in form.fields.items():
        if isinstance(field, forms.ModelChoiceField) and field.required:
            choices = list(field.queryset.all()[:2]) if field.queryset is not None else []
            if len(choices) == 1:
                form.initial.setdefault(name, choices[0].pk)


def errors_in_words(form: forms.Form) -> str:
    """Every error of a form on a line of its own, with the label of its field."""
    lines = [str(error) for error in form.non_field_errors()]
    lines += [f"{field.label}: {error}" for field in form for error in field.errors]
    return "\n".join(lines)
