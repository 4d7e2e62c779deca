"""Children that die with their parent, however it dies."""

import ctypes
import os
import signal
import sys
import threading
import time

PR_SET_PDEATHSIG = 1
LOOK_SECONDS = 0.5
PARENT = "HELPDESK_PARENT_PID"
"""Names the process a child belongs to; without it a child is nobody's."""


def die_with_parent(*, parent: int) -> None:
    """From now on, the end of `parent` ends this process by SIGTERM. To be called in the main thread."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    else:
        threading.Thread(target=_watch, args=[parent], daemon=True).start()
    if os.getppid() != parent:  # it died before we asked
        os.kill(os.getpid(), signal.SIGTERM)


def die_with_named_parent() -> None:
    """The same, when the environment names a parent: a child of the supervisor calls this first."""
    if named := os.environ.pop(PARENT, ""):
        die_with_parent(parent=int(named))


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
