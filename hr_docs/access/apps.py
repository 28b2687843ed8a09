"""The app of rights and of the audit log."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    """Users themselves are Django's own."""

    name = "hr_docs.access"
    label = "access"
    verbose_name = _("Access")
