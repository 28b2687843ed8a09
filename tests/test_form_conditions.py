"""Parts of a form that count only for some answers; app.js reads the same words."""

import pytest
from crispy_forms.layout import Layout
from django.utils.translation import gettext_lazy as _

from hr_docs.pages.forms import Section, conditions_by_field, holds, row

ANSWERS = {"mode": "remote", "ticked": True, "unticked": False, "blank": "", "none": None}

CONDITIONS = [
    ("mode=remote", True),
    ("mode=on_site,remote", True),
    ("mode=on_site", False),
    ("mode!=on_site", True),
    ("mode!=on_site,remote", False),
    ("ticked=on", True),
    ("unticked=on", False),
    ("unticked!=on", True),
    ("blank=", True),
    ("none=", True),
    ("absent=x", False),
    ("absent!=x", True),
]


@pytest.mark.parametrize(("condition", "expected"), CONDITIONS)
def test_a_condition_is_read_off_the_answers(condition: str, expected: bool):
    assert holds(condition, ANSWERS) is expected


def test_a_field_waits_for_its_row_and_for_its_section():
    layout = Layout(
        row("always"),
        row("sometimes:3", when="a=1&b!=2"),
        Section(_("Text"), row("inner:3", when="c=3"), when="a=1"),
    )
    assert conditions_by_field(layout) == {"sometimes": ["a=1", "b!=2"], "inner": ["a=1", "c=3"]}
