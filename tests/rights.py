"""Giving a user of a test what a page asks for."""

from django.contrib.auth.models import Permission, User


def grant(user: User, *permissions: str) -> User:
    """The same user from the database, with these permissions («app.codename») besides."""
    for permission in permissions:
        app, codename = permission.split(".")
        found = Permission.objects.filter(content_type__app_label=app, codename=codename)
        user.user_permissions.add(*found)
    return User.objects.get(pk=user.pk)
