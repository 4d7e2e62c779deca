"""`helpdesk archive`: the record, verified."""

import time
from collections import Counter

import typer
from django.conf import settings

from helpdesk.archive import queries as archive
from helpdesk.archive.terms import Finding
from helpdesk.console import exits, ground, say

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
    """Check leaf bytes, chains, numbers, commitments and rows; exit code 1 when something was changed."""
    began, shown_at = time.monotonic(), 0.0
    found, done = 0, Counter[str]()
    with ground.database():
        for said in archive.verify(mirrors=settings.HELPDESK_MIRRORS):
            if isinstance(said, Finding):
                found += 1
                say.line(f"✗ {said.row}: {said.detail} [{said.code}]")
                continue
            done[said.stage] = said.done
            if said.done == said.total or time.monotonic() - shown_at > SHOWN_SECONDS:
                shown_at = time.monotonic()
                say.line(f"  {said.stage}: {said.done:,} of {said.total:,}")
    seconds = time.monotonic() - began
    if found:
        say.line(f"✗ {found:,} findings ({seconds:.1f} s)")
        raise SystemExit(exits.FOUND)
    say.line(f"✓ The record is as it was sealed: {done['entries']:,} entries ({seconds:.1f} s)")
