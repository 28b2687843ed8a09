"""Choices within what the user of a form works with."""

from typing import TYPE_CHECKING, Any

from django.forms import ModelChoiceField

from employees.models import Employer, Signatory, Site
from employees.models.limit import Visitor, visible
from hr_docs.pages.forms import RecordForm

_PATHS = {Employer: "pk", Signatory: "employer", Site: "employer"}

if TYPE_CHECKING:  # at run time it is mixed into forms of several kinds
    Base = RecordForm
else:
    Base = object


class Limited(Base):
    """Offers employers, signatories and sites that the user works with, and takes no others."""

    def __init__(self, *args: Any, user: Visitor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, ModelChoiceField) and field.queryset is not None:
                path = _PATHS.get(field.queryset.model)
                if path:
                    field.queryset = visible(field.queryset, user, employer=path)
