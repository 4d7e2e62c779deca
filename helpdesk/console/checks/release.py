"""The database against this release: migrations, keys, the backlog of the Archive."""

import time
from collections.abc import Iterator

from django.conf import settings
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from helpdesk.archive import queries as archive
from helpdesk.console.checks.finding import Finding, fine, warning, wrong
from helpdesk.deadlines.queries import short_horizons_for_system
from helpdesk.kernel import clock
from helpdesk.oversight.queries import State, fitness_for_system
from helpdesk.workdays.horizon import HORIZON_ALARM_DAYS

FIT = "See docs/howto/run-in-production.md, What monitors ask."
MIGRATE = "Run `helpdesk migrate`."


def findings() -> Iterator[Finding]:
    """What must hold before anything serves."""
    missing = _missing_migrations()
    if missing:
        yield wrong(f"The database is behind this release by {missing} migrations.", remedy=MIGRATE)
        return
    yield fine("The database is of this release")
    secret = settings.HELPDESK.keys / "secret.key"
    if not settings.HELPDESK.secret_key and not secret.is_file():
        yield wrong(
            "There is no key to sign sessions with.",
            remedy=f"{MIGRATE} Where several machines serve, set the same HELPDESK_SECRET_KEY on each.",
        )


def contact() -> Finding:
    """Does the accessibility statement name somebody to write to?"""
    if settings.HELPDESK.contact or settings.HELPDESK.demo:
        return fine("The accessibility statement names a contact, or this is a demo")
    return warning(
        "The accessibility statement names no contact.",
        remedy="Set HELPDESK_CONTACT to an e-mail address or the address of a page.",
    )


def fitness() -> Iterator[Finding]:
    """What monitors are told at /readyz, where it is not said in more words elsewhere here."""
    for check in fitness_for_system(now=clock.now()):
        if check.state is State.OK:
            yield fine(f"Monitors are told: {check.name} is fit")
        elif check.state is State.WARNING:
            yield warning(f"Monitors are told: {check.name} {check.why}.", remedy=FIT)
        else:
            yield wrong(f"Monitors are told: {check.name} {check.why}.", remedy=FIT)


def horizons() -> Finding:
    """Do the calendars in use reach far enough ahead?"""
    short = short_horizons_for_system(today=clock.now().date())
    if not short:
        return fine(f"Every calendar in use knows at least {HORIZON_ALARM_DAYS} days ahead")
    named = ", ".join(f"{code} ({days} days)" for code, days in short.items())
    return warning(
        f"Calendars in use end soon: {named}.",
        remedy="Install a newer release; where you published days of your own, take its further days over"
        " on the calendar's page.",
    )


def backlog() -> Finding:
    """Do entries get their numbers? Looks twice when some wait."""
    before = archive.pending_count()
    if not before:
        return fine("No entry waits for its number")
    time.sleep(1)
    after = archive.pending_count()
    if after < before:
        return fine(f"{after} entries wait for their numbers, fewer than a second ago")
    return warning(
        f"{after} entries wait for their numbers, and nobody numbers them.",
        remedy="Start a worker: `helpdesk work` (or `helpdesk up`).",
    )


def signature() -> Finding:
    """May the log be signed?"""
    refusal = archive.log_refusal()
    if refusal is None:
        return fine("The log may be signed")
    return wrong(
        f"Nothing is numbered or signed: {refusal.code}.",
        remedy="`helpdesk archive publish` says why; docs/howto/restore-or-move-the-guard.md helps.",
    )


def _missing_migrations() -> int:
    connection = connections["owner"]
    try:
        executor = MigrationExecutor(connection)
        return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    finally:
        connection.close()
