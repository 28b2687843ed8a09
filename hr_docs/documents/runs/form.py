"""The form of a run: who, what, from which day, signed by whom."""

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from employees.models import Employment, Signatory
from employees.models.employment import EmploymentQuerySet
from employees.models.limit import Visitor, visible
from hr_docs.documents.forms import PackDateForm
from hr_docs.documents.issuing.packs import pack_versions
from hr_docs.documents.issuing.renewing import Wanted
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.lists.selection import is_id
from hr_docs.documents.models import WordMaster


class PeopleField(forms.CharField):
    """Ids of employments in one field, by comma: thousands of fields are more than Django takes."""

    widget = forms.HiddenInput

    def prepare_value(self, value: Any) -> Any:
        return ",".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[int]:
        """The ids; what is no id is nobody's."""
        return [int(each) for each in str(super().clean(value)).split(",") if is_id(each)]


class RunForm(PackDateForm):
    """The choices of a run; the people are those whom the list's form named."""

    people = PeopleField()
    kinds = forms.ModelMultipleChoiceField(
        queryset=WordMaster.objects.issuable(),
        label=_("Documents"),
        widget=forms.CheckboxSelectMultiple,
    )
    signatory = forms.ModelChoiceField(
        queryset=Signatory.objects.none(),
        label=_("Signatory"),
        required=False,
        empty_label=_("as in each contract"),
        help_text=_(
            "Is put into the contracts of his employer's people before they are issued; what is "
            "signed already, and people of other employers, keep theirs."
        ),
    )
    allows_unconfirmed = forms.BooleanField(
        label=_("Issue also with warnings that nobody confirmed"),
        required=False,
        help_text=_("Otherwise these people are left out and listed."),
    )
    field_order = ("people", "kinds", "on", "signatory", "allows_unconfirmed")

    def __init__(self, *args: Any, user: Visitor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["on"].help_text = _("Empty: the date of each contract")
        signatories = visible(Signatory.objects.select_related("employer"), user)
        signatory: Any = self.fields["signatory"]
        signatory.queryset = signatories
        signatory.label_from_instance = lambda one: f"{one} ({one.employer})"

    @classmethod
    def of(cls, people: EmploymentQuerySet, *, user: Visitor) -> Self:
        """The form as it is first shown: the whole pack, each contract's own date."""
        ids = list(people.order_by("pk").values_list("pk", flat=True))
        kinds = WordMaster.objects.in_pack()
        return cls(initial={"people": ids, "kinds": list(kinds)}, user=user)

    @property
    def count(self) -> int:
        """How many people were chosen; ids that are nobody's are counted too."""
        return len([each for each in str(self["people"].value() or "").split(",") if each])

    def employments(self) -> list[Employment]:
        """The people of them that the user may see."""
        chosen = self.cleaned_data["people"]
        return list(Employment.objects.visible_to(self.user).filter(pk__in=chosen).order_by("pk"))

    def wanted(self) -> Wanted:
        """The choices as the issue understands them; raises `IssueError` for a missing template."""
        answers = self.cleaned_data
        return Wanted(
            versions=pack_versions([master.kind for master in answers["kinds"]]),
            law=Law.in_force(),
            on=answers["on"],
            signatory=answers["signatory"],
            confirmed_only=not answers["allows_unconfirmed"],
        )
