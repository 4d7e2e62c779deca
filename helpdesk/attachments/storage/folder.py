"""A folder of files that are there as a whole and durably, or not at all."""

import os
import secrets
from pathlib import Path

from django.core.files import File
from django.core.files.storage import FileSystemStorage

_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600


class DurableFolder(FileSystemStorage):
    """Django's storage on disk, with `_save` by temporary file, fsync, rename, fsync of the folder.

    The folder is made when the first file comes, readable by the operator's user only.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002 - Django's
        """The key itself, which is random: the same again replaces what an interrupted attempt left there."""
        return name

    def _save(self, name: str, content: File) -> str:  # type: ignore[type-arg]
        path = Path(self.path(name))
        _make(path.parent, above=Path(self.location))
        partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            _write(partial, content)
            partial.replace(path)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
        _sync(path.parent)
        return name

    def delete(self, name: str) -> None:
        """Also durably: what was erased does not come back with the power."""
        super().delete(name)
        if (folder := Path(self.path(name)).parent).is_dir():
            _sync(folder)


def _write(path: Path, content: File) -> None:  # type: ignore[type-arg]
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE), "wb") as file:
        file.writelines(content.chunks())
        file.flush()
        os.fsync(file.fileno())


def _make(folder: Path, *, above: Path) -> None:
    """The folder and those above it, each as durable as what comes into it."""
    if folder.is_dir():
        return
    if folder != above:
        _make(folder.parent, above=above)
    else:
        folder.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
    _sync(folder.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
