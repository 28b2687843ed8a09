"""A hire: the person and the terms on one page, stored together or not at all."""

from collections.abc import Callable

from django.db import transaction

from employees.forms.employment import EmploymentForm
from employees.forms.operator import OperatorForm


def store_hire(
    operator_form: OperatorForm, employment_form: EmploymentForm, *, note: Callable[[], object]
) -> bool:
    """Store both in one transaction; False leaves the reasons in the forms and nothing saved.

    `note` is called at its end: what the audit log says is true, or rolled back with the rest.
    """
    if not all([operator_form.is_valid(), employment_form.is_valid()]):
        return False
    with transaction.atomic():
        if operator_form.stored():
            employment_form.instance.operator = operator_form.instance
            if employment_form.stored():
                note()
                return True
        transaction.set_rollback(True)
    return False
