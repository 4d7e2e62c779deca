"""The key that signs sessions: made once per home, readable by the operator's user only."""

import os
import secrets
from pathlib import Path

SECRET = "secret.key"


def ensure_secret(folder: Path) -> None:
    """Make the key unless it is there; of two processes at once the first one wins."""
    if (folder / SECRET).exists():
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f"{SECRET}.{os.getpid()}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    try:
        (folder / SECRET).hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
