"""`demo_login`: a user for trying the product on one's own machine."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import CommandError, CommandParser

from hr_docs.access.roles import ROLES
from hr_docs.commands import UNUSABLE_INPUT, ProductCommand

NAME, PASSWORD = "demo", "demo"


class Command(ProductCommand):
    """Create the demo user, with every role, and print how to log in.

    It refuses on a machine that serves HTTPS.
    """

    help = "Завести демонстрационного пользователя (только на своей машине)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", default="http://127.0.0.1:8000/")

    def handle(self, *_args: Any, **options: Any) -> None:
        if settings.HTTPS:
            raise CommandError(
                "HTTPS=on: на рабочем сервере демонстрационный вход не создаётся.",
                returncode=UNUSABLE_INPUT,
            )
        user, created = User.objects.get_or_create(username=NAME, defaults={"is_staff": False})
        if created:
            user.set_password(PASSWORD)
            user.save(update_fields=["password"])
        user.groups.set(Group.objects.filter(name__in=ROLES))
        self.stdout.write(f"{options['address']}  —  имя: {NAME}, пароль: {PASSWORD}")
