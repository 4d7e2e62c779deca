"""Objects by key, whatever the storage behind them; its troubles come out as one refusal."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from django.core.files import File
from django.core.files.storage import Storage, storages

from helpdesk.kernel.refusal import Busy, NotFound

ALIAS = "attachments"


def new_key() -> str:
    """Random, so that it tells neither content nor time; two levels, so that no folder grows too long."""
    name = secrets.token_hex(16)
    return f"{name[:2]}/{name}"


def keep(*, key: str, content: BinaryIO) -> None:
    """Store all of `content` under the key, durably: when this returns, it is there. The same key again
    replaces it. Raises Busy where the storage is full or not to be had; then nothing can be seen of it.
    """
    content.seek(0)
    with _troubles():
        _storage().save(key, File(content))


@contextmanager
def opened(*, key: str) -> Iterator[BinaryIO]:
    """The object, to read. Raises NotFound where it is gone, Busy where the storage is not to be had."""
    with _troubles():
        file = _storage().open(key, "rb")
    with file, _troubles():
        yield cast("BinaryIO", file)


def delete(*, key: str) -> None:
    """For good; nothing happens where it is gone already. Raises Busy."""
    with _troubles():
        _storage().delete(key)


def _storage() -> Storage:
    return storages[ALIAS]


@contextmanager
def _troubles() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise NotFound("file.not_found") from error
    except OSError as error:
        raise Busy("file.storage") from error
    except Exception as error:
        if not _is_of_a_bucket(error):
            raise
        raise Busy("file.storage") from error


def _is_of_a_bucket(error: Exception) -> bool:
    """Whether boto3 says so, which is there only where a bucket is used; its errors share no base class."""
    return type(error).__module__.split(".")[0] in ("botocore", "boto3", "s3transfer", "urllib3")
