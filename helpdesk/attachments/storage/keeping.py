"""Objects by key, whatever the storage behind them; its troubles come out as one refusal."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import BinaryIO, cast

from django.core.files import File
from django.core.files.storage import Storage, storages

from helpdesk.kernel.troubles import of_storage

ALIAS = "attachments"


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


def _troubles() -> AbstractContextManager[None]:
    return of_storage(missing="file.not_found")
