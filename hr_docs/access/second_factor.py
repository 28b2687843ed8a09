"""The second factor: whether it is asked for, and how its secrets are kept."""

import base64
import hashlib
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.encoding import force_bytes
from django.utils.translation import gettext


def has_second_factor(user: AbstractBaseUser) -> bool:
    """Whether the user enters a code from an app after the password."""
    apps = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP)
    return bool(apps.exists())


def is_second_factor_due(user: AbstractBaseUser) -> bool:
    """Whether the organisation asks for a second factor that this user has not set up yet."""
    return settings.SECOND_FACTOR == "required" and not has_second_factor(user)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth is not followed
    """SECOND_FACTOR=off asks nobody, «required» lets nobody take it off again."""

    def get_totp_issuer(self) -> str:
        """What the app on the phone writes beside the code."""
        return gettext("HR documents")

    def is_mfa_enabled(self, user: AbstractBaseUser, types: Any = None) -> bool:
        return settings.SECOND_FACTOR != "off" and super().is_mfa_enabled(user, types)

    def can_delete_authenticator(self, _authenticator: Authenticator) -> bool:
        return bool(settings.SECOND_FACTOR != "required")

    def encrypt(self, text: str) -> str:
        return _vault().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _vault().decrypt(encrypted_text.encode()).decode()


def _vault() -> MultiFernet:
    """SECRET_KEY encrypts; keys that it has replaced still open what they closed."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key_from(force_bytes(secret))) for secret in keys])


def _key_from(secret: bytes) -> bytes:
    digest = hashlib.sha256(b"hr_docs.access.second_factor:" + secret).digest()
    return base64.urlsafe_b64encode(digest)
