"""The mail of an invitation. Who writes mails is told by the settings: doors do not call one another."""

from collections.abc import Mapping

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.urls import reverse

from helpdesk.accounts.terms import Invited


def posted(*, invited: Invited, kind: str, facts: Mapping[str, str]) -> None:
    """Send its link. Raises Busy: the invitation stands then, and a fresh one replaces it."""
    link = settings.HELPDESK.public_url.rstrip("/") + reverse("invitation_link", args=[invited.secret])
    about = {
        "role": invited.invitation.role.value,
        "activate_url": link,
        "language": invited.invitation.language,
    }
    get_adapter().send_mail(kind, invited.invitation.email, {**facts, **about})
