"""`helpdesk backup`: all that one needs to stand up again elsewhere, in one new folder."""

from pathlib import Path
from typing import Annotated

import typer

from helpdesk.console import say
from helpdesk.console.backup.taking import take

Folder = Annotated[Path, typer.Argument(help="The new folder.")]
Keys = Annotated[
    bool,
    typer.Option("--keys", help="With the secret keys; then whoever has the backup can sign as you do."),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("backup")(backup)


def backup(folder: Folder, keys: Keys = False) -> None:
    """Write a backup while everything runs. The keys are left out unless asked for: keep them elsewhere."""
    made = take(target=folder.expanduser().absolute(), keys=keys)
    size = sum(kept.size for kept in made.files.values())
    say.line(f"✓ {folder}: {len(made.files):,} files, {size:,} bytes")
    say.line(f"  Try it: helpdesk drill {folder}")
