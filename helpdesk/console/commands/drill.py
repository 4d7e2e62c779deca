"""`helpdesk drill`: does a backup stand up? Restored into a home of its own, verified, and thrown away."""

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.console import running, say
from helpdesk.console.backup import places
from helpdesk.console.embedded import cluster, creation, locks, paths

Folder = Annotated[Path, typer.Argument(help="The backup's folder.")]
_OURS = ("HELPDESK_DATABASE_URL", "HELPDESK_LOG_FOLDER", "HELPDESK_GUARD_FOLDER", "HELPDESK_FILES_URL")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("drill")(drill)


def drill(folder: Folder) -> None:
    """Restore into a scratch home, on the embedded database, and verify. Nothing of yours is touched.

    Exit code 1 when the record is not as it was sealed.
    """
    began, source = time.monotonic(), folder.expanduser().absolute()
    home = Path(tempfile.mkdtemp(prefix="helpdesk-drill-"))
    home.chmod(0o755)  # as root PostgreSQL runs as somebody else, who must come in
    for name in _OURS:
        os.environ.pop(name, None)
    os.environ["HELPDESK_HOME"] = str(home)
    try:
        if (source / places.GUARD).is_dir():
            # Here the backup is its own guard: the question is whether it is whole, not whether it is new.
            shutil.copytree(source / places.GUARD, home / places.GUARD)
        running.run_command("restore", str(source))
    finally:
        _clear(home)
    say.line(f"✓ The backup stands up ({time.monotonic() - began:.1f} s)")


def _clear(home: Path) -> None:
    with locks.deciding(home):
        pass  # whoever was stopping the server has stopped it
    cluster.stop(home=home, force=True)
    creation.remove(home=home)
    ground = paths.ground(home)
    shutil.rmtree(home, ignore_errors=True)
    if ground != home:
        shutil.rmtree(ground, ignore_errors=True)
