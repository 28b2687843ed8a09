"""The form of a number mask."""

from typing import Any

from crispy_forms.layout import Layout
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employees.models import Employer
from employees.models.limit import visible
from hr_docs.documents.issuing.numbering import save_mask
from hr_docs.documents.models import NumberMask
from hr_docs.pages.forms import RecordForm, Section, field_names, fill_in_only_choices, row

MASK = Layout(Section(_("Number mask"), row("employer:6", "master:6"), row("mask:6")))


class MaskForm(RecordForm):
    """How an employer of the user's writes the numbers of a kind of document."""

    layout = MASK

    class Meta(RecordForm.Meta):
        model = NumberMask
        fields = field_names(MASK)
        labels = {"master": _("Document")}
        help_texts = {
            "mask": _(
                "{n} is the running number of the year, {n:03} the same with zeros (007), {yyyy} "
                "or {yy} the year: {n:03}/{yyyy}-ТД. Numbers that were given stay as they are."
            )
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        employers: Any = self.fields["employer"]
        employers.queryset = visible(Employer.objects.all(), user, employer="pk")
        if self.instance.pk is not None:
            for name in ("employer", "master"):
                self.fields[name].disabled = True
        fill_in_only_choices(self)

    def store(self) -> None:
        save_mask(mask=self.instance, on=timezone.localdate())
