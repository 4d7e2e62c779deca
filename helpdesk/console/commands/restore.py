"""`helpdesk restore`: a backup put back into an empty database, brought to this release, and verified."""

import os
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.console import ground, running
from helpdesk.console.backup import restoring

Folder = Annotated[Path, typer.Argument(help="The backup's folder.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("restore")(restore)


def restore(folder: Folder) -> None:
    """Put a backup back, and erase once more what the log on this machine says was erased since.

    What the guard has seen signed since then stays true: see `helpdesk archive resume`.

    Exit code 1 when the record is not as it was sealed.
    """
    with ground.database():
        restoring.put_back(source=folder.expanduser().absolute())
        if restoring.is_of_a_demo():
            os.environ["HELPDESK_DEMO"] = "true"  # for the steps below
        running.run_command("migrate")
        running.run_command("archive", "erase-again")
        running.run_command("archive", "verify")
