"""How far an import is: a bar on a terminal, else a line now and then; on stderr either way."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from helpdesk.console.intake.source import Source
from helpdesk.marketplace.terms.outcomes import ImportReport

LINE_SECONDS = 5.0  # between two lines where no terminal shows a bar

Show = Callable[[ImportReport], None]


@contextmanager
def progress(source: Source) -> Iterator[Show]:
    """What to call with the report after each batch."""
    began = time.monotonic()
    if not sys.stderr.isatty():
        yield _lines(source, began)
        return
    columns = (
        BarColumn(bar_width=24),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=source.size)

        def show(report: ImportReport) -> None:
            bar.update(task, completed=source.read(), description=_state(report, began))

        yield show


def _lines(source: Source, began: float) -> Show:
    shown_at = began

    def show(report: ImportReport) -> None:
        nonlocal shown_at
        if (now := time.monotonic()) - shown_at < LINE_SECONDS:
            return
        shown_at = now
        typer.echo(f"  {_state(report, began)}{_left(source, now - began)}", err=True)

    return show


def _left(source: Source, elapsed: float) -> str:
    if not source.size or not (read := source.read()):
        return ""
    return f"; {read / source.size:.0%}, {elapsed * (source.size / read - 1):.0f} s left"


def _state(report: ImportReport, began: float) -> str:
    rate = report.lines / max(0.001, time.monotonic() - began)
    kinds = ", ".join(f"{count:,} {kind.value}" for kind, count in sorted(report.applied.items()))
    return f"{report.lines:,} lines ({rate:,.0f}/s): {kinds or 'nothing new'}"
