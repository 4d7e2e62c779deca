"""`helpdesk administrator`: the first of the Platform's own people, when nobody is there to invite them."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

import typer
from django.conf import settings
from django.urls import reverse

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries
from helpdesk.console import ground, say
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role


class OperatorRole(StrEnum):
    """The Platform's own roles, as typed."""

    SUPPORT = Role.SUPPORT.value
    REVIEWER = Role.REVIEWER.value
    COMPLIANCE = Role.COMPLIANCE.value
    AUDITOR = Role.AUDITOR.value
    PLATFORM_ADMIN = Role.PLATFORM_ADMIN.value


Email = Annotated[str, typer.Argument(help="Their e-mail address.")]
AsRole = Annotated[OperatorRole, typer.Option("--role", help="What they may do.")]
Provider = Annotated[str, typer.Argument(help="The name of a provider in HELPDESK_SIGN_IN_WITH.")]
Subject = Annotated[str, typer.Argument(help="The directory's own id of them: the claim `sub`.")]
Language = Annotated[str, typer.Option(help="Of what they read first: en, pl, de, fr, it.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="The Platform's own people.", no_args_is_help=True)
    for command in (add, bind, release):
        group.command()(command)
    app.add_typer(group, name="administrator")


def add(email: Email, role: AsRole = OperatorRole.PLATFORM_ADMIN, language: Language = "en") -> None:
    """Print a link that works once and for seven days: whoever opens it chooses a password and has the role.

    Nothing is mailed. The first sign-in asks for a second factor.
    """
    with ground.database():
        invited = accounts.invite(
            actor=SYSTEM, now=clock.now(), email=email, role=Role(role.value), language=language
        )
    say.line(settings.HELPDESK.public_url.rstrip("/") + reverse("invitation_link", args=[invited.secret]))


def bind(email: Email, provider: Provider, subject: Subject) -> None:
    """From now on the directory's word for somebody stands for the one who has this address here.

    Only where the directory verifies no address; else the first sign-in does the same.
    """
    issuer = _issuer(provider)
    with ground.database():
        accounts.bind_subject(
            actor=SYSTEM, now=clock.now(), issuer=issuer, subject=subject, person_id=_person(email)
        )
    say.line(f"{subject} of {provider} is {email}.")


def release(email: Email, provider: Provider) -> None:
    """The directory's word for somebody stands for nobody any more; the person is signed out."""
    issuer = _issuer(provider)
    with ground.database():
        accounts.release_subject(actor=SYSTEM, now=clock.now(), issuer=issuer, person_id=_person(email))
    say.line(f"{provider} has no word for {email} any more.")


def _issuer(name: str) -> str:
    for provider in settings.HELPDESK.providers:
        if provider.name == name and provider.side == "administrator":
            return str(provider.issuer)
    raise typer.BadParameter(f"HELPDESK_SIGN_IN_WITH names no directory {name}")


def _person(email: str) -> UUID:
    person = queries.person_of_address_for_system(email=email)
    if person is None:
        raise typer.BadParameter(f"no one person has the address {email}")
    return person
