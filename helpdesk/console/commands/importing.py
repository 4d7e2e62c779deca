"""`helpdesk import FILE`: a marketplace's records as NDJSON."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from helpdesk.console import exits, ground, say
from helpdesk.console.embedded.trouble import Trouble
from helpdesk.console.sentences import sentence
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.terms.outcomes import ImportReport

LINE_SECONDS = 5.0
"""Between two progress lines where no terminal shows a bar."""

File = Annotated[
    Path, typer.Argument(help="A record per line, as in docs/reference; `-` reads standard input.")
]
Strict = Annotated[bool, typer.Option("--strict", help="One rejected line rolls all back.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import")(import_file)


def import_file(file: File, strict: Strict = False) -> None:
    """Take in a file of records; safe to repeat. Exit code 1 when lines were rejected; it says why."""
    with _opened(file) as lines, ground.database(), _progress(_count(file)) as progress:
        report = marketplace.import_records(
            actor=SYSTEM, now=clock.now(), lines=lines, strict=strict, progress=progress
        )
    _tell(report)
    if report.rejected:
        raise SystemExit(exits.FOUND)


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        with file.open("rb") as lines:
            yield lines
    except OSError as error:
        raise Trouble(f"Cannot read {file}: {error.strerror}.") from None


def _count(file: Path) -> int | None:
    """The number of lines, where it can be known beforehand."""
    if not file.is_file():
        return None
    with file.open("rb") as lines:
        return sum(block.count(b"\n") for block in iter(lambda: lines.read(1 << 20), b""))


@contextmanager
def _progress(total: int | None) -> Iterator[Callable[[ImportReport], None]]:
    if not sys.stderr.isatty():
        yield _plain_progress(total)
        return
    columns = (TextColumn("Records"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, transient=True) as bar:
        task = bar.add_task("records", total=total)
        yield lambda report: bar.update(task, completed=report.lines)


def _plain_progress(total: int | None) -> Callable[[ImportReport], None]:
    shown_at = time.monotonic()

    def show(report: ImportReport) -> None:
        nonlocal shown_at
        done = report.lines
        if time.monotonic() - shown_at > LINE_SECONDS:
            shown_at = time.monotonic()
            say.line(f"  {done:,} of {total:,} lines" if total else f"  {done:,} lines")

    return show


def _tell(report: ImportReport) -> None:
    for problem in report.problems:
        where = f" {problem.flaw.pointer}" if problem.flaw.pointer else ""
        say.line(f"✗ line {problem.line}{where}: {sentence(problem.flaw.code, problem.flaw.params)}")
    counts = ", ".join(f"{count:,} {kind.value}" for kind, count in sorted(report.applied.items()))
    outcome = (
        "Rolled back, nothing was taken in" if report.rolled_back else f"Taken in: {counts or 'nothing new'}"
    )
    say.line(
        f"{outcome}. {report.lines:,} lines, {report.unchanged:,} unchanged, {report.rejected:,} rejected."
    )
