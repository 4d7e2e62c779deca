"""`helpdesk token`: secrets for the HTTP API."""

from datetime import timedelta
from typing import Annotated
from uuid import uuid4

import typer

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.terms import Scope
from helpdesk.console import ground, say
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side

Name = Annotated[str, typer.Argument(help="The name its deeds carry in the Archive, such as `Shop backend`.")]
Days = Annotated[int, typer.Option(min=0, max=3650, help="Days until it expires; 0: never.")]
ReadOnly = Annotated[bool, typer.Option("--read-only", help="It may look, and change nothing.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Tokens for the HTTP API.", no_args_is_help=True)
    for command in (issue, revoke):
        group.command()(command)
    app.add_typer(group, name="token")


def issue(name: Name, days: Days = 365, read_only: ReadOnly = False) -> None:
    """Print a new token that speaks for the Platform. It is shown this once."""
    now = clock.now()
    with ground.database():
        person = uuid4()
        accounts.enrol_person(actor=SYSTEM, now=now, id=person, display_name=name, language="en")
        token = accounts.issue_token(
            actor=SYSTEM,
            now=now,
            hat=Actor(person=person, name=name, side=Side.PLATFORM, roles=frozenset({Role.PLATFORM})),
            scopes=[Scope.READ] if read_only else [Scope.READ, Scope.WRITE],
            expires_at=now + timedelta(days=days) if days else None,
        )
    say.line(token)


def revoke(token: Annotated[str, typer.Argument(help="The whole token.")]) -> None:
    """End a token at once. Safe to repeat."""
    with ground.database():
        accounts.revoke_token(actor=SYSTEM, now=clock.now(), token=token)
    say.line("Revoked.")
