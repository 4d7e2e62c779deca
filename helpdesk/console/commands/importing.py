"""`helpdesk import FILE`: a marketplace's records as NDJSON."""

import gc
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.console import exits, ground
from helpdesk.console.intake.interrupt import stopping
from helpdesk.console.intake.progress import progress
from helpdesk.console.intake.source import opened
from helpdesk.console.intake.telling import tell
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.marketplace import actions as marketplace

File = Annotated[
    Path,
    typer.Argument(
        help="A record per line, as in docs/reference, maybe packed by gzip; `-`: standard input."
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="All or nothing: also what names a thing not yet sent is refused.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import")(import_file)


def import_file(file: File, strict: Strict = False) -> None:
    """Take in a file of records; safe to repeat. Exit code 1 when lines were refused; it says why."""
    began = time.monotonic()
    with (
        opened(file) as source,
        ground.database(),
        _few_collections(),
        stopping() as stop,
        progress(source) as show,
    ):
        report = marketplace.import_records(
            actor=SYSTEM, now=clock.now(), lines=source.lines, strict=strict, progress=show, stop=stop
        )
    tell(report, file=str(file), seconds=time.monotonic() - began)
    if report.stopped:
        raise SystemExit(exits.BY_SIGNAL + signal.SIGINT)
    if report.rejected:
        raise SystemExit(exits.FOUND)


@contextmanager
def _few_collections() -> Iterator[None]:
    """Let the garbage collector look less often: records form no cycles, and its looks cost half the time."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
