"""`helpdesk archive publish | resume | guard move`: the signed log, by hand."""

from pathlib import Path
from typing import Annotated

import typer

from helpdesk.archive import actions as archive
from helpdesk.archive import queries
from helpdesk.archive.words import STANDSTILL
from helpdesk.console import exits, ground, say
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM

Anew = Annotated[
    bool, typer.Option("--anew", help="Write all files again from the rows; they come out byte for byte.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Yes, what the old log holds beyond this database is lost.")]
Brought = Annotated[
    Path | None,
    typer.Option("--from", exists=True, dir_okay=False, help="A checkpoint or guard of another machine."),
]


def register(group: typer.Typer) -> None:
    """Add the commands to `helpdesk archive`."""
    group.command()(publish)
    group.command()(resume)
    guard = typer.Typer(help="The guard of the log.", no_args_is_help=True)
    guard.callback()(_guard)
    guard.command()(move)
    group.add_typer(guard, name="guard")


def _guard() -> None:
    """One command is still a group: it reads `archive guard move`."""


def publish(anew: Anew = False) -> None:
    """Number and sign what waits, as the worker does all the time; exit code 1 where none may be signed."""
    with ground.database():
        while archive.check_guard(actor=SYSTEM, now=clock.now()):
            if not archive.number_entries(actor=SYSTEM, now=clock.now()):
                break
        added = archive.publish_log(actor=SYSTEM, now=clock.now(), anew=anew)
        if _say_why_not():
            raise SystemExit(exits.FOUND)
        head = queries.published()
    say.line(f"✓ {head.size if head else 0:,} entries are signed, {added:,} of them now.")


def resume(yes: Yes = False) -> None:
    """Begin a new log where the guard refuses this database, and list what the old one holds beyond it."""
    with ground.database():
        if not yes:
            _say_why_not()
            say.line("  Is there really no newer copy of the database? Then run this again with --yes.")
            raise SystemExit(exits.FOUND)
        resumed = archive.resume_log(actor=SYSTEM, now=clock.now())
        archive.publish_log(actor=SYSTEM, now=clock.now())
    for lost in resumed.lost:
        say.line(f"✗ lost: leaf {lost.index}, entry {lost.id or 'of unknown id'}")
    for stranded in resumed.stranded:
        say.line(f"✗ never signed: number {stranded.number}, entry {stranded.id}")
    say.line(f"✓ The log goes on as {resumed.tree.origin}; entry {resumed.entry} tells why.")


def move(brought: Brought = None) -> None:
    """From now on the guard is the file on this machine. Stop the workers of the other machine first."""
    with ground.database():
        note = brought.read_bytes() if brought else None
        size = archive.move_guard(actor=SYSTEM, now=clock.now(), brought=note)
    say.line(f"✓ The guard is here; it has seen {size:,} entries.")


def _say_why_not() -> bool:
    refusal = queries.log_refusal()
    if refusal:
        say.line(f"✗ {STANDSTILL[refusal.code]} [{refusal.code}]")
    return refusal is not None
