"""Where process 1 buries nobody, as in many containers, the dead server would stay as a zombie: we bury it.

pg_ctl leaves the server an orphan. Linux can make us the one who inherits the orphans of our descendants.
"""

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36


def adopt() -> None:
    """From now on orphans among our descendants become our children. Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def bury(pid: int) -> None:
    """Wait for a server that is stopping, if it is our child."""
    with suppress(ChildProcessError):
        os.waitpid(pid, 0)


def bury_dead(name: str = "postgres") -> None:
    """Bury the dead children of this name: a killed server and its sessions. Others are their starter's."""
    for proc in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            before, _, after = (proc / "stat").read_text().rpartition(")")
            state, parent = after.split()[:2]
            if state == "Z" and int(parent) == os.getpid() and before.endswith(f"({name}"):
                os.waitpid(int(proc.name), os.WNOHANG)
