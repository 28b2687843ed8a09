"""The app of rights and of the audit log; Django's administration as it stands here."""

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from hr_docs.access.roles import give_rights

KEEP_ROLES = "hr_docs.access.keep_roles"  # names the receiver


class AccessConfig(AppConfig):
    """Users themselves are Django's own."""

    name = "hr_docs.access"
    label = "access"
    verbose_name = _("Access")

    def ready(self) -> None:
        from hr_docs.access import listening, retention, sign_in  # noqa: F401 they need the models

        # After django.contrib.auth, which makes the permissions of each app by the same signal.
        post_migrate.connect(keep_roles, dispatch_uid=KEEP_ROLES)


class SuperuserAdminConfig(AdminConfig):
    """Django's own administration behind the product's log-in."""

    default_site = "hr_docs.access.admin_site.SuperuserSite"


def keep_roles(sender: AppConfig, **_options: Any) -> None:
    """Give the roles the permissions that an app has just got."""
    give_rights(apps, sender.label)
