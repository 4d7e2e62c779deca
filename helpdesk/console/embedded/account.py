"""The operating-system user that runs PostgreSQL: ourselves, or an unprivileged one when we are root."""

import os
import pwd
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from helpdesk.console.embedded.trouble import Trouble

DEFAULT_FOR_ROOT = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A user of this machine. `borrowed` says that it is not us: only root can start its programs."""

    name: str
    uid: int
    gid: int
    borrowed: bool

    def run(
        self,
        *,
        command: Sequence[str | Path],
        folder: Path,
        output: int | IO[bytes] = subprocess.PIPE,
        text: str | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a program as this user, in a folder it may enter, without our groups, terminal, variables."""
        return subprocess.run(
            [str(part) for part in command],
            cwd=folder,
            env=self._environment(folder),
            stdout=output,
            stderr=subprocess.STDOUT,
            input=text,
            stdin=subprocess.DEVNULL if text is None else None,
            text=True,
            check=False,
            start_new_session=True,  # Ctrl+C is for us to hear; the server is then stopped in good order
            user=self.uid if self.borrowed else None,
            group=self.gid if self.borrowed else None,
            extra_groups=[] if self.borrowed else None,
            umask=0o077,
        )

    def _environment(self, folder: Path) -> Mapping[str, str]:
        return {"PATH": "/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C", "TZ": "UTC"}


def postgres_account() -> Account:
    """Who runs PostgreSQL. As root: HELPDESK_POSTGRES_USER, by default `nobody`."""
    uid = os.geteuid()
    if uid != 0:
        return Account(name=user_name(uid), uid=uid, gid=os.getegid(), borrowed=False)
    name = os.environ.get("HELPDESK_POSTGRES_USER", DEFAULT_FOR_ROOT)
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        raise Trouble(
            f"PostgreSQL does not run as root, and there is no user {name!r} to run it as.",
            remedy="Name an unprivileged user with HELPDESK_POSTGRES_USER.",
        ) from None
    if entry.pw_uid == 0:
        raise Trouble(
            "PostgreSQL does not run as root.", remedy="Set HELPDESK_POSTGRES_USER to another user."
        )
    return Account(name=name, uid=entry.pw_uid, gid=entry.pw_gid, borrowed=True)


def user_name(uid: int) -> str:
    """The login name of a user id, as PostgreSQL's `peer` check will see it."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        raise Trouble(
            f"The user id {uid} has no name on this machine, and PostgreSQL needs one.",
            remedy="Add the user to /etc/passwd, or run as a user who is there.",
        ) from None
