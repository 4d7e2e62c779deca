"""Verify reads the stored files of messages: what changed in the folder is found, remembered and named."""

from pathlib import Path

import pytest

from helpdesk.archive.terms import Progress
from helpdesk.kernel.ids import Ref
from helpdesk.oversight.queries import integrity
from helpdesk.oversight.terms import State
from tests.attachments.conftest import Upload
from tests.attachments.files import examined, posted
from tests.attachments.test_upload import stored
from tests.cast import GRETA
from tests.oversight.test_verify import steps, verified


@pytest.fixture
def kept(asked: Ref, upload: Upload) -> Ref:
    """Clara's picture, examined, with its copy and thumbnail."""
    entry = posted(asked, upload().ref.id)
    assert examined()
    return entry


def one(folder: Path, *, copy: bool) -> Path:
    """The original, or the picture that is shown."""
    [file] = [
        path
        for path in stored(folder)
        if path.name.endswith("-copy") == copy and not path.name.endswith("-thumb")
    ]
    return file


def test_whole_files_are_no_finding_and_have_their_progress(kept: Ref, asked: Ref) -> None:
    for of in (None, asked):
        said = [step for step in steps(of=of) if isinstance(step, Progress)]
        assert [(step.done, step.total) for step in said if step.stage == "files"] == [(1, 1)]
        assert verified(of=of).findings == 0


@pytest.mark.parametrize(
    ("copy", "gone", "code"),
    [(False, False, "file.altered"), (False, True, "file.missing"), (True, False, "file.copy")],
    ids=["attachment byte changed", "object missing", "copy changed"],
)
def test_what_changed_in_the_storage_is_found(
    kept: Ref, asked: Ref, folder: Path, copy: bool, gone: bool, code: str
) -> None:
    file = one(folder, copy=copy)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.unlink() if gone else file.write_bytes(data)
    for of in (None, asked):
        assert [(found.code, found.chain) for found in verified(of=of).named] == [(code, asked)]
    shown = integrity(actor=GRETA)
    assert (shown.state, shown.files) == (State.BROKEN, {asked: "A-1001"})
