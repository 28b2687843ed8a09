"""An employment as a form describes it while it is being filled in; it is never saved."""

from typing import Any

from django.db import models

from employees.forms.employment import EmploymentForm
from employees.forms.operator import OperatorForm
from employees.models import Employment
from hr_docs.pages.forms import RecordForm


def draft_of(operator_form: OperatorForm, employment_form: EmploymentForm) -> Employment:
    """The unsaved employment behind two bound forms; what is filled in wrongly is unknown."""
    for form in (operator_form, employment_form):
        form.is_valid()
        _forget_what_is_wrong(form)
    draft: Employment = employment_form.instance
    draft.operator = operator_form.instance
    return draft


def _forget_what_is_wrong(form: RecordForm) -> None:
    """A refused answer leaves the stored value on the record: the form does not say it any more."""
    options = form._meta.model._meta
    for name in set(form.errors) & set(form._meta.fields or ()):
        setattr(form.instance, name, _unknown(options.get_field(name)))


def _unknown(field: Any) -> Any:
    if field.choices:
        return field.get_default()  # the check reads a choice as one of its values
    return "" if isinstance(field, models.CharField | models.TextField) else None
