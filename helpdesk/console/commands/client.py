"""`helpdesk client`: the Platform's machines, which trade a secret for access tokens."""

from typing import Annotated
from uuid import UUID

import typer

from helpdesk.accounts import actions, queries
from helpdesk.accounts.terms import Scope
from helpdesk.console import ground, say
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM

Name = Annotated[str, typer.Argument(help="The name its deeds carry in the Archive, such as `Shop backend`.")]
ReadOnly = Annotated[bool, typer.Option("--read-only", help="It may look, and change nothing.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Machines of the Platform's (OAuth 2 client credentials).", no_args_is_help=True)
    group.command("add")(add)
    group.command("list")(listed)
    group.command("revoke")(revoke)
    app.add_typer(group, name="client")


def add(name: Name, read_only: ReadOnly = False) -> None:
    """Print a new client's id and its secret, which is shown this once."""
    scopes = [Scope.READ] if read_only else [Scope.READ, Scope.WRITE]
    with ground.database():
        client, secret = actions.add_client(actor=SYSTEM, now=clock.now(), name=name, scopes=scopes)
    say.line(f"client_id {client}")
    say.line(f"client_secret {secret}")


def listed() -> None:
    """All clients, a line each: id, beginning of the secret, in use or revoked, name."""
    with ground.database():
        found = queries.clients(actor=SYSTEM)
    for one in found:
        say.line(f"{one.id} {one.prefix}… {'revoked' if one.revoked_at else 'in use'} {one.name}")


def revoke(client: Annotated[UUID, typer.Argument(help="Its client_id.")]) -> None:
    """End a client at once, with every token that it has. Safe to repeat."""
    with ground.database():
        actions.revoke_client(actor=SYSTEM, now=clock.now(), client=client)
    say.line("Revoked.")
