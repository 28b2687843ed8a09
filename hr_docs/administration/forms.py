"""The form of a user."""

from typing import TYPE_CHECKING, Any

from crispy_forms.layout import Layout
from django import forms
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext_lazy as _

from employees.models import Employer, EmployerLimit
from employees.models.limit import employers_of, visible
from hr_docs.administration.services import save_user
from hr_docs.pages.forms import RecordForm, Section, field_names, row

USER = Layout(
    Section(
        _("User"),
        row("username:4", "last_name:4", "first_name:4"),
        row("is_active:12"),
    ),
    Section(_("Rights"), row("roles:12")),
    Section(
        _("Limit"),
        row("is_limited:12"),
        row("employers:12", when="is_limited=on"),
    ),
)

if TYPE_CHECKING:  # Django's own classes take no parameters at run time
    Groups = forms.ModelMultipleChoiceField[Group]
    Employers = forms.ModelMultipleChoiceField[Employer]
else:
    Groups = Employers = forms.ModelMultipleChoiceField


class UserForm(RecordForm):
    """Name, roles and limit; `changed` is what the last `store` changed, for the audit log.

    An administrator with a limit gives no wider one than his own.
    """

    layout = USER
    roles = Groups(
        queryset=Group.objects.order_by("name"),
        label=_("Roles"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Several roles add up. Without a role a user sees nothing."),
    )
    is_limited = forms.BooleanField(label=_("Only some employers"), required=False)
    employers = Employers(
        queryset=Employer.objects.order_by("short_name"),
        label=_("Employers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Everything of other employers stays hidden from the user."),
    )

    class Meta(RecordForm.Meta):
        model = User
        fields = [
            name for name in field_names(USER) if name not in ("roles", "is_limited", "employers")
        ]

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.changed: dict[str, Any] = {}
        self.fields["username"].help_text = _("For the log-in: letters, digits and @ . + - _")
        self.fields["is_active"].help_text = _("Without it the user cannot log in.")
        employers = self.fields["employers"]
        if isinstance(employers, forms.ModelMultipleChoiceField) and employers.queryset is not None:
            employers.queryset = visible(employers.queryset, by, employer="pk")
        self._show_stored(is_by_limited=employers_of(by) is not None)

    def _show_stored(self, *, is_by_limited: bool) -> None:
        self.fields["is_limited"].disabled = is_by_limited
        limit = EmployerLimit.objects.filter(user_id=self.instance.pk).first()
        self.initial["is_limited"] = is_by_limited or limit is not None
        self.initial["employers"] = list(limit.employers.all()) if limit else []
        self.initial["roles"] = list(self.instance.groups.all()) if self.instance.pk else []

    def store(self) -> None:
        answers = self.cleaned_data
        self.changed = save_user(
            user=self.instance,
            roles=answers["roles"],
            employers=answers["employers"] if answers["is_limited"] else None,
            by=self.by,
        )
