"""Real packages, changed afterwards by somebody who holds no key; and where their log lies."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM


def spoilt(data: bytes, member: str, old: bytes, new: bytes) -> bytes:
    """The package with other bytes in one member; nothing else is made to fit."""
    members = _members(data)
    assert old in members[member]
    return _zipped(members | {member: members[member].replace(old, new)})


def without(data: bytes, member: str) -> bytes:
    """The package with one member less."""
    members = _members(data)
    del members[member]
    return _zipped(members)


def _members(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _zipped(members: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file.getvalue()


def publish_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All entries under a signed checkpoint, in folders of the test's own."""
    monkeypatch.setattr(settings.HELPDESK, "log_folder", folder / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", folder / "guard")
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.publish_log(actor=SYSTEM, now=clock.now())
