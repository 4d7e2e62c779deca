"""`helpdesk import-threads FILE`: conversations of an older system, as CSV or JSON."""

import signal
import time
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.console import exits, ground
from helpdesk.console.intake.interrupt import stopping
from helpdesk.console.intake.source import opened
from helpdesk.console.intake.threads import progress, tell
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms.importing import ThreadFormat
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM

File = Annotated[
    Path,
    typer.Argument(help="As in docs/reference/import-threads.md, maybe packed by gzip; `-`: standard input."),
]
Written = Annotated[ThreadFormat, typer.Option("--format", help="How the file is written.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would come of it, and keep nothing.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import-threads")(import_file)


def import_file(file: File, written: Written, dry_run: DryRun = False) -> None:
    """Take in the threads of a file; safe to repeat. Exit code 1 when threads were refused; it says why."""
    began = time.monotonic()
    with opened(file) as source, ground.database(), stopping() as stop:
        report = conversations.import_threads(
            actor=SYSTEM,
            now=clock.now(),
            stream=source.lines,
            written=written,
            dry_run=dry_run,
            progress=progress(source),
            stop=stop,
            name=file.name,
        )
    tell(report, file=str(file), seconds=time.monotonic() - began)
    if report.stopped:
        raise SystemExit(exits.BY_SIGNAL + signal.SIGINT)
    if report.rejected:
        raise SystemExit(exits.FOUND)
