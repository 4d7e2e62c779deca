"""Where a canary's words may hide: a full dump, files, the log's folders, log lines; plain and packed."""

import base64
import logging
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from psycopg.conninfo import make_conninfo

from helpdesk.console.embedded import binaries
from helpdesk.console.embedded.trouble import Trouble
from tests.conftest import Template


def dumped(template: Template, database: str) -> bytes:
    """All rows of all tables as statements, by PostgreSQL's own program: what any backup holds."""
    target = make_conninfo(**{**template.parameters, "dbname": database})
    command = [_program(), "--inserts", "--data-only", f"--dbname={target}"]
    return subprocess.run(command, capture_output=True, check=True, env=dict(os.environ)).stdout


def _program() -> str:
    try:
        return str(binaries.find().program("pg_dump"))
    except Trouble:
        found = shutil.which("pg_dump")
    assert found, "pg_dump is needed: install PostgreSQL's client programs"
    return found


def kept_under(folders: Iterable[Path]) -> Iterator[bytes]:
    """The paths and the bytes of all files."""
    for folder in folders:
        for path in folder.rglob("*"):
            yield str(path.relative_to(folder)).encode()
            if path.is_file():
                yield path.read_bytes()


def holds(content: bytes, canary: str) -> bool:
    """Whether the words are there: as they are, in hexadecimal digits, or in base64 wherever they begin."""
    plain = canary.encode()
    folded = content.lower()
    if plain.lower() in folded or plain.hex().encode() in folded:
        return True
    return any(packed in content for packed in _in_base64(plain))


def _in_base64(plain: bytes) -> Iterator[bytes]:
    """What of it does not depend on its neighbours: three bytes are four letters, from any offset."""
    for offset in range(3):
        whole = base64.b64encode(bytes(offset) + plain + bytes(-(offset + len(plain)) % 3))
        end = (offset + len(plain)) // 3 * 4
        inside = whole[4 if offset else 0 : end]
        for packed in (inside, inside.replace(b"+", b"-").replace(b"/", b"_")):
            yield packed
            yield packed.hex().encode()


class Lines(logging.Handler):
    """Everything that any part of the program says to its log, down to the last detail."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """One line, with the traceback that goes along."""
        self.said.append(self.format(record))
