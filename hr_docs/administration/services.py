"""Writes about users: who they are, what they may do, how they get in again."""

import secrets
from collections.abc import Collection
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db import transaction

from employees.models import Employer, EmployerLimit
from hr_docs.access.lockout import unlock
from hr_docs.access.models import TemporaryPassword

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another one
GROUP_LENGTH, GROUPS = 4, 3


@transaction.atomic
def save_user(
    *,
    user: User,
    roles: Collection[Group],
    employers: Collection[Employer] | None,
    by: User,
) -> dict[str, Any]:
    """Save a user with these roles, limited to these employers (None: not limited).

    Returns what changed, for the audit log. Raises ValidationError by field: a name that is taken
    in whatever case, and an administrator who would no more be one himself.
    """
    _take_turns()
    before = _rights_of(user) if user.pk else {}
    if not user.pk:
        user.set_unusable_password()
    _check_name(user)
    user.save()
    user.groups.set(roles)
    _limit(user, employers)
    _keep_administrator(by)
    after = _rights_of(User.objects.get(pk=user.pk))
    return {name: value for name, value in after.items() if before.get(name) != value}


@transaction.atomic
def set_temporary_password(*, user: User) -> str:
    """Give the user a password for one log-in, end his sessions, lift his lock; the password."""
    words = ("".join(secrets.choice(LETTERS) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    password = "-".join(words)
    user.set_password(password)
    user.save(update_fields=["password"])
    TemporaryPassword.objects.update_or_create(user=user)
    unlock(user.get_username())
    return password


def reset_second_factor(*, user: User) -> bool:
    """Forget the user's app and recovery codes (a lost phone); False when there were none."""
    count, _ = Authenticator.objects.filter(user=user).delete()
    return bool(count)


def _take_turns() -> None:
    """Two administrators who take each other's role at once would leave none."""
    list(Group.objects.select_for_update().order_by("pk"))


def _rights_of(user: User) -> dict[str, Any]:
    limit = EmployerLimit.objects.filter(user=user).first()
    names = (
        limit.employers.order_by("short_name").values_list("short_name", flat=True) if limit else ()
    )
    return {
        "user_name": user.username,
        "name": user.get_full_name(),
        "active": user.is_active,
        "roles": list(user.groups.order_by("name").values_list("name", flat=True)),
        "employers": list(names) if limit else None,
    }


def _check_name(user: User) -> None:
    user.clean_fields(exclude=["password"])
    if User.objects.filter(username__iexact=user.username).exclude(pk=user.pk).exists():
        raise ValidationError({"username": "Такое имя пользователя уже есть: придумайте другое."})


def _limit(user: User, employers: Collection[Employer] | None) -> None:
    if employers is None:
        EmployerLimit.objects.filter(user=user).delete()
        return
    limit, _ = EmployerLimit.objects.get_or_create(user=user)
    limit.employers.set(employers)


def _keep_administrator(by: User) -> None:
    """Whoever changes rights keeps the right to: so there is always one who can give it back."""
    fresh = User.objects.get(pk=by.pk)
    if not fresh.has_perm("auth.change_user"):
        words = (
            "Снять с себя права администратора или закрыть свою учётную запись нельзя: "
            "это делает другой администратор."
        )
        raise ValidationError({"roles": words})
