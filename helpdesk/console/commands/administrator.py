"""`helpdesk administrator`: the first of the Platform's own people, when nobody is there to invite them."""

from enum import StrEnum
from typing import Annotated

import typer
from django.conf import settings
from django.urls import reverse

from helpdesk.accounts import actions as accounts
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
Language = Annotated[str, typer.Option(help="Of what they read first: en, pl, de, fr, it.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="The Platform's own people.", no_args_is_help=True)
    group.callback()(_overview)
    group.command()(add)
    app.add_typer(group, name="administrator")


def _overview() -> None:
    """One command so far, which keeps its name."""


def add(email: Email, role: AsRole = OperatorRole.PLATFORM_ADMIN, language: Language = "en") -> None:
    """Print a link that works once and for seven days: whoever opens it chooses a password and has the role.

    Nothing is mailed. The first sign-in asks for a second factor.
    """
    with ground.database():
        invited = accounts.invite(
            actor=SYSTEM, now=clock.now(), email=email, role=Role(role.value), language=language
        )
    say.line(settings.HELPDESK.public_url.rstrip("/") + reverse("invitation_link", args=[invited.secret]))
