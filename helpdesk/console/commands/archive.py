"""`helpdesk archive`: the record, verified."""

import time

import typer
from django.conf import settings

from helpdesk.archive.terms import Finding
from helpdesk.console import exits, ground, say
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.terms import Verified

SHOWN_SECONDS = 0.5
"""Between two progress lines: a big log is not to be buried under them."""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="The Archive.", no_args_is_help=True)
    group.callback()(_group)
    group.command()(verify)
    app.add_typer(group, name="archive")


def _group() -> None:
    """One command is still a group: more follow."""


def verify() -> None:
    """Check leaf bytes, chains, numbers, commitments and rows; exit code 1 when something was changed.

    The result is remembered: the Administrator's desk shows it.
    """
    shown_at = 0.0
    with ground.database():
        mirrors = settings.HELPDESK_MIRRORS
        for said in oversight.verify(actor=SYSTEM, now=clock.now(), mirrors=mirrors):
            if isinstance(said, Finding):
                say.line(f"✗ {said.row}: {said.detail} [{said.code}]")
            elif isinstance(said, Verified):
                _conclude(said)
            elif said.done == said.total or time.monotonic() - shown_at > SHOWN_SECONDS:
                shown_at = time.monotonic()
                say.line(f"  {said.stage}: {said.done:,} of {said.total:,}")


def _conclude(verified: Verified) -> None:
    seconds = (verified.finished_at - verified.started_at).total_seconds()
    if verified.pending:
        say.line(f"  {verified.pending:,} entries wait for their numbers")
    if verified.findings:
        say.line(f"✗ {verified.findings:,} findings ({seconds:.1f} s)")
        raise SystemExit(exits.FOUND)
    say.line(f"✓ The record is as it was sealed: {verified.entries:,} entries ({seconds:.1f} s)")
