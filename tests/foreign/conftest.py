"""A log that grew once, and the foreign program that checks it, compiled in this run."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpdesk.tlog.keys import CosignatureSigner, Signer
from tests.architecture.house import ROOT
from tests.foreign.folder import LogFolder

GOPATH = os.environ.get("HELPDESK_GOPATH", "/usr/share/gocode")  # where Debian keeps the sources of libraries
NAME = "log.helpdesk.test/archive"
SEEN_AT = 1_767_225_600  # seconds since 1970 UTC
OLD_SIZE, SIZE = 65_700, 66_300  # over the edge of tiles on all levels


@dataclass(frozen=True)
class Grown:
    """A folder and what it held before."""

    log: LogFolder
    entries: list[bytes]
    older: str


@pytest.fixture(scope="session")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Go program beside this file. Needs Debian's golang-go and golang-golang-x-mod-dev: see bin/test."""
    go = shutil.which("go")
    if go is None or not Path(GOPATH, "src/golang.org/x/mod/sumdb/tlog").is_dir():
        pytest.fail("Go or golang.org/x/mod is missing: apt-get install golang-go golang-golang-x-mod-dev")
    place = tmp_path_factory.mktemp("go")
    command = [go, "build", "-o", str(place / "checker"), str(ROOT / "tests/foreign/checker/main.go")]
    surroundings = {
        "GO111MODULE": "off",
        "GOPATH": GOPATH,
        "GOCACHE": str(place / "cache"),
        "GOFLAGS": "-p=2",
    }
    built = subprocess.run(command, env={**os.environ, **surroundings}, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return place / "checker"


@pytest.fixture(scope="session")
def once_grown(tmp_path_factory: pytest.TempPathFactory) -> Grown:
    log = LogFolder(
        tmp_path_factory.mktemp("log"),
        Signer(NAME, b"l" * 32),
        CosignatureSigner("witness.helpdesk.test", b"w" * 32),
    )
    entries = [b"entry %d" % n for n in range(SIZE)]
    older = log.grow(entries=entries[:OLD_SIZE], old_size=0, at=SEEN_AT)
    log.grow(entries=entries, old_size=OLD_SIZE, at=SEEN_AT + 1)
    return Grown(log, entries, older)


@pytest.fixture
def altered(once_grown: Grown) -> Iterator[Grown]:
    """The same folder, for a test to alter: what it writes to is put back."""
    path = once_grown.log.path
    before = {file: file.read_bytes() for file in path.rglob("*") if file.is_file()}
    yield once_grown
    for file, data in before.items():
        if file.read_bytes() != data:
            file.write_bytes(data)
