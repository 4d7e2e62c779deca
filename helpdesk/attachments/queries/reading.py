"""What stands in a file, read by a process of its own: one that bursts or hangs takes only itself along."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from helpdesk.attachments.terms import OCR, READING_SECONDS, Gap, Texts, Type, Where

_PROGRAM = "helpdesk.attachments.rules.reading.program"
_PATIENCE_SECONDS = READING_SECONDS + 30.0  # of waiting, for machines that are busy


class _Said(msgspec.Struct, frozen=True):
    gaps: list[Gap]
    texts: list[tuple[Where, str]]


def texts_of(*, path: Path, media: Type, ocr: OCR, languages: Sequence[str] = ()) -> Texts:
    """The texts of a file on disk, and what could not be read of it. `languages`: ISO 639-1, the likeliest
    first. Never raises for what is in the file: whatever fails is a gap.
    """
    command = [sys.executable, "-m", _PROGRAM, str(path), media.value, ocr.value, ",".join(languages)]
    with subprocess.Popen(  # noqa: S603 - our own program, with a path of our own
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            said, _ = process.communicate(timeout=_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            _end(process)
            return Texts(gaps=frozenset({Gap.TIME}))
    if process.returncode:
        return Texts(gaps=frozenset({Gap.BROKEN}))
    read = msgspec.json.decode(said, type=_Said)
    return Texts(parts=tuple(read.texts), gaps=frozenset(read.gaps))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """With the programs that it asked."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
