"""The form of a figure of the law that HR enters from its published source."""

from typing import Any

from crispy_forms.layout import Layout
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from hr_docs.documents.legal.reference import enter_figure
from hr_docs.documents.models import EnteredFigure
from hr_docs.pages.forms import RecordForm, Section, field_names, row

FIGURE = Layout(
    Section(
        _("Minimum wage a month"),
        row("amount:4", "region:8"),
        row("since:4", "until:4"),
        row("includes_coefficient:12"),
        row("source:12"),
    ),
)


class FigureForm(RecordForm):
    """A minimum wage, federal or a region's own; `author` answers for it by name."""

    layout = FIGURE

    class Meta(RecordForm.Meta):
        model = EnteredFigure
        fields = field_names(FIGURE)

    def __init__(self, *args: Any, author: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.author = author

    def store(self) -> None:
        self.instance = enter_figure(author=self.author, **self.cleaned_data)
