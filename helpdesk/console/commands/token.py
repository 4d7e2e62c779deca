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
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.kinds import Kind

Name = Annotated[str, typer.Argument(help="The name its deeds carry in the Archive, such as `Shop backend`.")]
Days = Annotated[int, typer.Option(min=0, max=3650, help="Days until it expires; 0: never.")]
Seller = Annotated[
    str, typer.Option(help="Instead of the Platform, for this seller (the Platform's id); with --person.")
]
Person = Annotated[str, typer.Option(help="The seller's person (the Platform's id) who writes.")]
Buyer = Annotated[str, typer.Option(help="Instead of the Platform, for this buyer (the Platform's id).")]
ReadOnly = Annotated[bool, typer.Option("--read-only", help="It may look, and change nothing.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Tokens for the HTTP API.", no_args_is_help=True)
    for command in (issue, revoke):
        group.command()(command)
    app.add_typer(group, name="token")


def issue(
    name: Name = "",
    days: Days = 365,
    read_only: ReadOnly = False,
    seller: Seller = "",
    person: Person = "",
    buyer: Buyer = "",
) -> None:
    """Print a new token: for the Platform under NAME, or for one of its sellers' people or buyers.

    It is shown this once.
    """
    if bool(seller) != bool(person) or sum(map(bool, (name, seller, buyer))) != 1:
        raise typer.BadParameter("name the Platform's side, or --seller with --person, or --buyer")
    now = clock.now()
    with ground.database():
        hat = _platform(name) if name else _hat(seller, person, buyer)
        accounts.enrol_person(
            actor=SYSTEM, now=now, id=hat.person, display_name=hat.name, language=hat.language
        )
        token = accounts.issue_token(
            actor=SYSTEM,
            now=now,
            hat=hat,
            scopes=[Scope.READ] if read_only else [Scope.READ, Scope.WRITE],
            expires_at=now + timedelta(days=days) if days else None,
        )
    say.line(token)


def _platform(name: str) -> Actor:
    return Actor(person=uuid4(), name=name, side=Side.PLATFORM, roles=frozenset({Role.PLATFORM}))


def _hat(seller: str, person: str, buyer: str) -> Actor:
    """The hat that the Platform's records give; NotFound where they give none."""
    if buyer:
        wearer = marketplace.resolve_for_system(kind=Kind.BUYER, external_id=buyer).id
        shop = None
    else:
        wearer = marketplace.resolve_for_system(kind=Kind.PERSON, external_id=person).id
        shop = marketplace.resolve_for_system(kind=Kind.SELLER, external_id=seller).seller_id
    for hat in marketplace.hats_for_system(person_id=wearer):
        if hat.seller_id == shop:
            return hat
    raise NotFound("seller.not_found")


def revoke(token: Annotated[str, typer.Argument(help="The whole token.")]) -> None:
    """End a token at once. Safe to repeat."""
    with ground.database():
        accounts.revoke_token(actor=SYSTEM, now=clock.now(), token=token)
    say.line("Revoked.")
