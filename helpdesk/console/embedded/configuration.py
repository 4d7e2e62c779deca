"""The server's configuration, written anew at each start: what stands here is what runs.

The files lie beside the data folder and belong to us, so the user that runs the server cannot change them.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from helpdesk.console.embedded import paths
from helpdesk.console.embedded.account import Account, user_name

DATABASE = "helpdesk"
SUPERUSER = "postgres"
OWNER = "helpdesk_owner"
SERVANTS = ("helpdesk_app", "helpdesk_sequencer", "helpdesk_eraser", "helpdesk_auditor")
"""Roles that may read and write, but own nothing."""

SETTINGS: Mapping[str, str] = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "port": str(paths.PORT),
    "max_connections": "200",
    "jit": "off",  # short statements: compiling costs more than it saves
    "random_page_cost": "1.1",
    "max_wal_size": "4GB",
    "wal_compression": "on",
    "synchronous_commit": "on",
    "fsync": "on",
    "full_page_writes": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    "log_error_verbosity": "terse",  # a DETAIL line would quote the failing row: a message's text, say
    "log_min_error_statement": "panic",  # so would a statement with its values in it
    "lc_messages": "C",
    "dynamic_shared_memory_type": "posix" if os.uname().sysname == "Linux" else "mmap",
}


def main_file(*, data: Path, socket: Path, folder: Path) -> str:
    """The text of postgresql.conf."""
    places = {
        "data_directory": str(data),
        "hba_file": str(folder / "pg_hba.conf"),
        "ident_file": str(folder / "pg_ident.conf"),
        "unix_socket_directories": _listed(socket),
    }
    return _lines(f"{name} = '{_quoted(value)}'" for name, value in (*places.items(), *SETTINGS.items()))


def access_file() -> str:
    """The text of pg_hba.conf: the socket only, and only whom the operating system knows."""
    return _lines(["local all all peer map=helpdesk", "local replication all peer map=helpdesk"])


def identity_file(account: Account) -> str:
    """The text of pg_ident.conf: we (and root, who may do all anyway) act as each role."""
    people = {"root", user_name(os.geteuid())} | ({account.name} if not account.borrowed else set())
    roles = (SUPERUSER, OWNER, *SERVANTS)
    return _lines(f'helpdesk "{person}" {role}' for person in sorted(people) for role in roles)


def write(*, home: Path, major: int, account: Account) -> Path:
    """Write the three files; returns the path of postgresql.conf."""
    folder = paths.ground(home) / f"conf{major}"
    folder.mkdir(mode=0o755, exist_ok=True)
    data, socket = paths.data_folder(home, major=major), paths.socket_folder(home)
    texts = {
        "postgresql.conf": main_file(data=data, socket=socket, folder=folder),
        "pg_hba.conf": access_file(),
        "pg_ident.conf": identity_file(account),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o644)
    return folder / "postgresql.conf"


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _quoted(value: str) -> str:
    return value.replace("'", "''")


def _listed(folder: Path) -> str:
    """A folder's name as an element of a comma-separated list."""
    return '"' + str(folder).replace('"', '""') + '"'
