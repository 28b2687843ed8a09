"""The app of rights and of the audit log."""

from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from hr_docs.access.roles import give_rights


class AccessConfig(AppConfig):
    """Users themselves are Django's own."""

    name = "hr_docs.access"
    label = "access"
    verbose_name = _("Access")

    def ready(self) -> None:
        # After django.contrib.auth, which makes the permissions of each app by the same signal.
        post_migrate.connect(keep_roles, dispatch_uid="hr_docs.access.keep_roles")


def keep_roles(sender: AppConfig, **_options: Any) -> None:
    """Give the roles the permissions that an app has just got."""
    give_rights(apps, sender.label)
