"""ClamAV's own daemon, with one signature: that of the test file which every scanner knows (eicar.org)."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
_PATIENCE_SECONDS = 60


def program() -> str:
    """Where it is; `bin/test` installs it. Raises AssertionError."""
    found = shutil.which("clamd") or shutil.which(
        "clamd", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/sbin"
    )
    assert found, "clamd is missing; bin/test installs it (apt-get install clamav-daemon)"
    return found


@contextmanager
def daemon(folder: Path) -> Iterator[tuple[str, str]]:
    """Its two addresses: socket and port."""
    database = folder / "signatures"
    database.mkdir()
    (database / "eicar.ndb").write_text(f"Eicar-Test:0:*:{EICAR.hex()}\n")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    path, configuration = folder / "clamd.sock", folder / "clamd.conf"
    configuration.write_text(
        f"Foreground yes\nDatabaseDirectory {database}\nLocalSocket {path}\nTCPSocket {port}\n"
        f"TCPAddr 127.0.0.1\nTemporaryDirectory {folder}\nMaxThreads 2\n"
    )
    process = subprocess.Popen([program(), "--config-file", configuration], stdout=subprocess.DEVNULL)
    try:
        _await(path, process)
        yield str(path), f"127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(_PATIENCE_SECONDS)


def _await(path: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, "clamd ended at once"
        with socket.socket(socket.AF_UNIX) as asking:
            try:
                asking.connect(str(path))
                asking.sendall(b"zPING\0")
                if asking.recv(16) == b"PONG\0":
                    return
            except OSError:
                time.sleep(0.1)
    raise AssertionError("clamd does not answer")
