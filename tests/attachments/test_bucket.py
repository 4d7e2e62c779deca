"""A bucket instead of a folder: the same deeds against an S3 server (moto's), and what happens without it."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import boto3
import pytest
from moto.server import ThreadedMotoServer
from pytest_django import Settings

from helpdesk.archive.terms import Finding
from helpdesk.attachments import actions as attachments
from helpdesk.attachments import storage
from helpdesk.attachments.queries import check_objects, open_copy, open_original, uploads_of
from helpdesk.attachments.terms import KEPT_UNPOSTED
from helpdesk.config.environment import Environment
from helpdesk.config.files import files
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy, NotFound
from tests.attachments.conftest import Upload
from tests.attachments.files import examined, posted, shown
from tests.attachments.made import pdf
from tests.cast import ANNA, CLARA

LARGE = b"A line of an order.\n" * 900_000  # 18 MB: more than one part of an upload


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Its address."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    moto.start()
    host, port = moto.get_host_and_port()
    yield f"http://{host}:{port}"
    moto.stop()


@pytest.fixture
def bucket(server: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A bucket of the test's own, in which everything is kept from now on."""
    for name, value in (("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b")):
        monkeypatch.setenv(name, value)
    made = boto3.resource("s3", endpoint_url=server, region_name="eu-central-1").create_bucket(
        Bucket=f"files-{uuid4()}", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"}
    )
    url = f"s3://{made.name}/helpdesk/files?endpoint={server}&region=eu-central-1"
    assert Environment(files_url=url).files_url == url
    settings.STORAGES = {**settings.STORAGES, "attachments": files(url, home=Path())}
    yield made
    made.meta.client.close()


@pytest.fixture
def folder(bucket: Any) -> Path:
    """Nothing is kept in a folder here."""
    return Path()


def keys(bucket: Any) -> list[str]:
    return [found.key for found in bucket.objects.all()]


def test_a_large_file_goes_in_parts_and_comes_back_whole(bucket: Any, upload: Upload, asked: Ref) -> None:
    entry = posted(asked, upload(content=LARGE, name="a.txt").ref.id)
    (found,) = bucket.objects.all()
    assert found.key.startswith("helpdesk/files/")
    assert found.e_tag.strip('"').endswith("-3")  # as S3 marks what came in three parts
    with open_original(actor=CLARA, file=shown(entry).ref) as opened:
        assert opened.content.read() == LARGE


def test_examined_copied_checked_and_erased(bucket: Any, upload: Upload, asked: Ref) -> None:
    entry = posted(asked, upload().ref.id)
    examined()
    with open_copy(actor=ANNA, file=shown(entry).ref, thumb=True) as opened:
        assert opened.content.read(3) == b"\xff\xd8\xff"
    assert len(keys(bucket)) == 3
    assert not [found for found in check_objects() if isinstance(found, Finding)]
    attachments.drop_files(actor=SYSTEM, now=clock.now(), entries=[entry])
    assert keys(bucket) == []


def test_what_is_changed_or_lost_there_is_named(bucket: Any, upload: Upload, asked: Ref) -> None:
    files = [upload().ref.id, upload(content=pdf(), name="a.pdf", key="v").ref.id]
    posted(asked, *files)
    first, second = bucket.objects.all()
    first.put(Body=b"something else")
    second.delete()
    codes = {found.code for found in check_objects() if isinstance(found, Finding)}
    assert codes == {"file.altered", "file.missing"}


def test_nobody_else_may_read_it_there(bucket: Any, upload: Upload) -> None:
    upload()
    (found,) = bucket.objects.all()
    (grant,) = found.Acl().grants
    assert grant["Grantee"]["Type"] == "CanonicalUser"  # its owner


def test_without_the_bucket_nothing_is_acknowledged(bucket: Any, upload: Upload) -> None:
    bucket.delete()
    with pytest.raises(Busy) as refusal:
        upload()
    assert refusal.value.code == "file.storage"
    with pytest.raises((Busy, NotFound)), storage.opened(key="ab/absent"):
        pass


def test_without_the_server_neither(settings: Settings, upload: Upload) -> None:
    away = files("s3://files/x?endpoint=http://127.0.0.1:1", home=Path())
    settings.STORAGES = {**settings.STORAGES, "attachments": away}
    with pytest.raises(Busy):
        upload()


def test_the_sweep_clears_the_bucket_too(bucket: Any, upload: Upload) -> None:
    ref = upload().ref
    attachments.sweep_uploads(actor=SYSTEM, now=clock.now() + KEPT_UNPOSTED, limit=9)
    assert (keys(bucket), uploads_of(actor=CLARA, uploads=[ref])) == ([], [])
