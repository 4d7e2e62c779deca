"""`helpdesk doctor`: what is wrong here, and how to mend it."""

from collections.abc import Iterator
from importlib import import_module

import typer

from helpdesk.console import exits, ground, say
from helpdesk.console.checks import machine
from helpdesk.console.checks.finding import Finding, Grade, wrong
from helpdesk.console.embedded.trouble import Trouble


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor")(doctor)


def doctor() -> None:
    """Look at this machine, the settings, the database, the Archive; exit code 1 when anything is wrong."""
    worst = False
    for finding in _findings():
        say.line(str(finding))
        worst = worst or finding.grade is Grade.WRONG
    if worst:
        raise SystemExit(exits.FOUND)


def _findings() -> Iterator[Finding]:
    yield from machine.findings()
    try:
        with ground.database():
            import_module("helpdesk.console.rooms").set_up()
            yield from _of_the_database()
    except Trouble as trouble:
        yield wrong(trouble.sentence, remedy=trouble.remedy)


def _of_the_database() -> Iterator[Finding]:
    """Loaded only now: these modules need the settings, which may be what is wrong."""
    server = import_module("helpdesk.console.checks.server")
    release = import_module("helpdesk.console.checks.release")
    log = import_module("helpdesk.console.checks.log")
    ocr = import_module("helpdesk.console.checks.ocr")
    seen: list[Finding] = []
    for finding in server.findings():
        seen.append(finding)
        yield finding
    if any(finding.grade is Grade.WRONG for finding in seen):
        return
    seen = list(release.findings())
    yield from seen
    if all(finding.grade is Grade.FINE for finding in seen):
        yield release.backlog()
        yield from log.findings()
        yield from release.fitness()
        yield release.signature()
        yield release.horizons()
        yield release.contact()
        yield ocr.finding()
