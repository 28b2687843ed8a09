"""Users with roles, and the app on their phones."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from django.contrib.auth.models import Group, User
from django.test import Client

from employees.models import Employer
from employees.models.limit import EmployerLimit

PASSWORD = "Кабинет-17"


def make_user(name: str = "vera", *roles: str, limit: Employer | None = None) -> User:
    """A user with these roles; limited to one employer if asked."""
    user = User.objects.create_user(name, password=PASSWORD)
    user.groups.set(Group.objects.filter(name__in=roles))
    if limit is not None:
        EmployerLimit.objects.create(user=user).employers.add(limit)
    return user


def browser_of(user: User) -> Client:
    """A browser in which the user is logged in already."""
    client = Client()
    client.force_login(user)
    return client


def give_app(user: User) -> str:
    """Switch the second factor on; the secret in the app on the phone."""
    secret: str = auth.generate_totp_secret()
    auth.TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def code_of(secret: str) -> str:
    """What the app shows now."""
    counters = list(auth.yield_hotp_counters_from_time())
    shown: str = auth.format_hotp_value(auth.hotp_value(secret, counters[len(counters) // 2]))
    return shown


def recovery_codes_of(user: User) -> list[str]:
    """What the user has on paper."""
    kept = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    codes: list[str] = kept.wrap().get_unused_codes()
    return codes
