"""`helpdesk migrate`: the database of this release."""

import typer
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from helpdesk.archive import actions as archive
from helpdesk.archive.terms import LogMode
from helpdesk.console import ground, keys, say
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("migrate")(migrate)


def migrate() -> None:
    """Bring the database to this release: roles, tables, the log and its keys. Safe to repeat."""
    with ground.database(), say.step("Database of this release"):
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        mode = LogMode.DEMO if settings.HELPDESK.demo else LogMode.REAL
        keys.ensure_secret(settings.HELPDESK.keys)
        archive.begin_log(actor=SYSTEM, now=clock.now(), mode=mode)
        connections.close_all()
