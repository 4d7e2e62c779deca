"""`helpdesk migrate`: the database of this release."""

from datetime import timedelta

import typer
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from helpdesk.archive import actions as archive
from helpdesk.archive.database.backdating import backdating
from helpdesk.archive.terms import LogMode
from helpdesk.console import ground, keys, say
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM

_TOLD = timedelta(days=42)  # of a demo's past


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("migrate")(migrate)


def migrate() -> None:
    """Bring the database to this release: roles, tables, the log and its keys. Safe to repeat."""
    with ground.database(), say.step("Database of this release"):
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        keys.ensure_secret(settings.HELPDESK.keys)
        _begin_log()
        connections.close_all()


def _begin_log() -> None:
    """A demo's begins before everything that will be told of the weeks behind it."""
    if not settings.HELPDESK.demo:
        archive.begin_log(actor=SYSTEM, now=clock.now(), mode=LogMode.REAL)
        return
    with backdating():
        archive.begin_log(actor=SYSTEM, now=clock.now() - _TOLD, mode=LogMode.DEMO)
