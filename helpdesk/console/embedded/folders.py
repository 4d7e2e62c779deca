"""Folders of the home. Only folders made here get a mode; what was there before keeps its own."""

import os
from pathlib import Path

from helpdesk.console.embedded.account import Account
from helpdesk.console.embedded.trouble import Trouble


def make(folder: Path) -> None:
    """Make a home and its missing parents; root's can be entered by PostgreSQL's user, others' by nobody."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        for path in reversed(missing):
            path.mkdir(exist_ok=True)
            path.chmod(0o755 if os.geteuid() == 0 or path != folder else 0o700)  # whatever the umask says
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(None, "not writable for this user")
    except OSError as error:
        raise Trouble(
            f"Cannot use the home {folder}: {error.strerror}.",
            remedy="Run as its owner, or name another home with HELPDESK_HOME.",
        ) from None


def make_private(folder: Path, *, account: Account) -> None:
    """A folder for PostgreSQL's user alone; one that is there already must be his (or ours, half made)."""
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if folder.is_symlink() or found.st_uid not in (account.uid, os.geteuid()):
        raise Trouble(
            f"{folder} belongs to another user (uid {found.st_uid}), not to {account.name}.",
            remedy="Move it away, or name another home with HELPDESK_HOME.",
        )
    if found.st_uid != account.uid:
        os.chown(folder, account.uid, account.gid)
