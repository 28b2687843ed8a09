"""A bucket that speaks S3 (MinIO, Yandex Object Storage, Ceph …): several machines share it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from storages.backends.s3 import S3Storage

ATTEMPTS = 4
SECONDS = 20  # to connect, and to wait for the next bytes


class BucketStorage(S3Storage):  # type: ignore[misc]  # django-storages has no types
    """Objects appear whole, so a crash leaves no half file; nothing in the bucket is public.

    Checksums are sent only where S3 asks for them: not every compatible storage knows the newer
    ones, and every document's SHA-256 is compared when it is read anyway.
    """

    def get_default_settings(self) -> dict[str, Any]:
        """What holds whatever the bucket; the address and keys come from the settings."""
        own = {
            "default_acl": None,
            "file_overwrite": True,
            "querystring_auth": True,
            "client_config": Config(
                s3={"addressing_style": "path"},
                signature_version="s3v4",
                connect_timeout=SECONDS,
                read_timeout=SECONDS,
                retries={"max_attempts": ATTEMPTS, "mode": "standard"},
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        }
        return {**super().get_default_settings(), **own}

    def _save(self, name: str, content: "File[Any]") -> str:
        with _refusals(name):
            return str(super()._save(name, content))

    def _open(self, name: str, mode: str = "rb") -> "File[Any]":
        with _refusals(name):
            opened: File[Any] = super()._open(name, mode)
            if "r" in mode:
                _ = opened.file  # it is fetched now, so that a refusal comes from here
            return opened

    def delete(self, name: str) -> None:
        """Remove the object; one that is not there is no error."""
        with _refusals(name):
            super().delete(name)

    def exists(self, name: str) -> bool:
        """Whether there is such an object."""
        with _refusals(name):
            return bool(super().exists(name))


@contextmanager
def _refusals(name: str) -> Iterator[None]:
    """What the bucket refuses, as the `OSError` that a disk would raise."""
    try:
        yield
    except (Boto3Error, BotoCoreError, ClientError) as error:
        raise OSError(errno.EIO, type(error).__name__, name) from error
