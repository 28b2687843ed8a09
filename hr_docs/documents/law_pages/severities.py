"""How severe a finding is, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hr_docs.law import Severity

SEVERITIES: dict[str, Promise] = {
    Severity.ERROR.value: pgettext_lazy("severity", "error"),
    Severity.WARNING.value: pgettext_lazy("severity", "warning"),
    Severity.ADVICE.value: pgettext_lazy("severity", "advice"),
}
CONFIDENCES: dict[str, Promise] = {
    "high": _("confident"),
    "medium": _("to be checked"),
    "low": _("doubtful"),
}
