"""Where files live: a private folder, or a bucket that is asked over the network."""

import os
from collections.abc import Iterator

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from moto.server import ThreadedMotoServer
from pytest_django import Settings

from employees.models import Employment
from hr_docs.documents.errors import StoredFileError
from hr_docs.documents.issuing.files import read_file, stored_name
from hr_docs.documents.issuing.packs import ensure_file, freeze_pack, pack_versions
from hr_docs.documents.models import Document
from hr_docs.storage.local import PrivateStorage
from tests.factories import make_employment

OPTIONS = {
    "bucket_name": "papers",
    "endpoint_url": "set by the fixture",
    "region_name": "ru-central1",
    "access_key": "key",
    "secret_key": "secret",
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of an S3 on this machine."""
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    host, port = moto.get_host_and_port()
    yield f"http://{host}:{port}"
    moto.stop()


@pytest.fixture
def bucket(server: str, settings: Settings):
    """A fresh bucket in which the product keeps its files."""
    client = boto3.resource(
        "s3",
        endpoint_url=server,
        region_name="us-east-1",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
    )
    made = client.Bucket("papers")
    made.create()
    _keep_files_at(settings, server)
    yield made
    made.objects.delete()
    made.delete()


def _keep_files_at(settings: Settings, endpoint: str) -> None:
    bucket = {
        "BACKEND": "hr_docs.storage.bucket.BucketStorage",
        "OPTIONS": OPTIONS | {"endpoint_url": endpoint},
    }
    settings.STORAGES = settings.STORAGES | {"default": bucket}


@pytest.fixture
def contract(db) -> Document:
    """A contract that is frozen, still without files."""
    employment: Employment = make_employment()
    (document,) = freeze_pack(
        employment=employment, versions=pack_versions(["employment_contract"])
    )
    return document


def test_the_bucket_keeps_what_was_issued(bucket, contract: Document):
    content = ensure_file(contract, "docx")
    (stored,) = bucket.objects.all()
    assert (stored.key, stored.get()["Body"].read()) == (stored_name(contract, "docx"), content)
    assert read_file(contract, "docx") == content


def test_a_file_changed_in_the_bucket_is_not_handed_out(bucket, contract: Document):
    ensure_file(contract, "docx")
    bucket.Object(stored_name(contract, "docx")).put(Body=b"something else")
    with pytest.raises(StoredFileError, match="изменён после выпуска"):
        read_file(contract, "docx")


def test_a_file_that_the_bucket_lost_is_said_to_be_missing(bucket, contract: Document):
    ensure_file(contract, "docx")
    bucket.Object(stored_name(contract, "docx")).delete()
    with pytest.raises(StoredFileError, match="нет в хранилище"):
        read_file(contract, "docx")


def test_writing_again_replaces_in_the_bucket(bucket):
    names = [default_storage.save("a/b.txt", ContentFile(text)) for text in (b"one", b"two")]
    assert names == ["a/b.txt", "a/b.txt"]
    with default_storage.open("a/b.txt") as file:
        assert file.read() == b"two"


def test_a_bucket_that_does_not_answer_is_an_error_of_the_system(bucket, settings: Settings):
    _keep_files_at(settings, "http://127.0.0.1:9")
    with pytest.raises(OSError, match="EndpointConnectionError"):
        default_storage.save("a.txt", ContentFile(b"x"))


def test_the_folder_is_private_from_the_start(tmp_path):
    storage = PrivateStorage(location=tmp_path / "new" / "media")
    storage.save("a/b/c.txt", ContentFile(b"x"))
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "new").rglob("*")}
    assert modes == {"media": 0o700, "a": 0o700, "b": 0o700, "c.txt": 0o600}


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    storage = PrivateStorage(location=tmp_path)
    storage.save("a.txt", ContentFile(b"old"))

    def full_disk(_handle: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("hr_docs.storage.local.os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        storage.save("a.txt", ContentFile(b"new"))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.txt", b"old")]
