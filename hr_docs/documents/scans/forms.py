"""Forms of scans."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hr_docs.documents.models import Scan


class WithdrawForm(forms.Form):
    """Why a scan is wrong."""

    reason = forms.CharField(
        label=_("Reason"), max_length=Scan._meta.get_field("withdraw_reason").max_length
    )
