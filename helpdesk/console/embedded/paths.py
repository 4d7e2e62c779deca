"""Where things live: the home, the data folder, the socket. Nothing here creates or changes anything."""

import hashlib
import os
import stat
from pathlib import Path

PORT = 5432
"""Part of the socket's name only: the embedded server does not listen on TCP."""

SOCKET_PATH_BYTES = 107
"""`sun_path` holds 108 bytes on Linux (104 on macOS, see below), the last one being NUL."""

SOCKET_PATH_BYTES_MAC = 103

SHORT = Path("/tmp")  # noqa: S108 - the folder in it is checked for its owner

SYSTEM_HOMES = Path("/var/lib/helpdesk")


def checkout() -> Path:
    """The folder that holds the package `helpdesk`."""
    return Path(__file__).resolve().parents[3]


def home() -> Path:
    """HELPDESK_HOME, else `.helpdesk` in the checkout; as root a folder of /var/lib/helpdesk per checkout.

    Root's database runs as another user, who often cannot reach the checkout; /var/lib is made for this.
    """
    if configured := os.environ.get("HELPDESK_HOME"):
        return Path(configured).expanduser().absolute()
    if os.geteuid() == 0:
        return SYSTEM_HOMES / digest(checkout())
    return checkout() / ".helpdesk"


def ground(home: Path) -> Path:
    """The folder for what the database's own user must reach: the home itself wherever that is possible.

    Only root runs PostgreSQL as somebody else; a home that others cannot enter is then replaced by a folder
    of /var/lib/helpdesk named after it.
    """
    home = home.expanduser().absolute()
    if os.geteuid() != 0 or others_may_enter(home):
        return home
    return SYSTEM_HOMES / digest(home)


def data_folder(home: Path, *, major: int) -> Path:
    """The cluster's own folder; `major` is PostgreSQL's version, such as 18."""
    return ground(home) / f"pg{major}"


def socket_folder(home: Path) -> Path:
    """The folder of the Unix socket: `run` in the home, or a short one in /tmp where that path is too long.

    Deterministic, so that settings can name it before any server runs.
    """
    wanted = ground(home) / "run"
    limit = SOCKET_PATH_BYTES_MAC if os.uname().sysname == "Darwin" else SOCKET_PATH_BYTES
    if len(os.fsencode(wanted / f".s.PGSQL.{PORT}")) <= limit:
        return wanted
    return SHORT / f"helpdesk-{os.geteuid()}-{digest(ground(home))}"


def digest(path: Path) -> str:
    """Eight hexadecimal digits that tell one path from another."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:8]


def others_may_enter(path: Path) -> bool:
    """May a user who owns nothing here walk down to `path`? Folders that do not exist yet do not count."""
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in (path, *path.parents) if folder.exists())
