"""Mails about accounts: plain text, in the receiver's language, to one address, with one link."""

import logging
import unicodedata
from collections.abc import Mapping
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from helpdesk.accounts.words import ROLES
from helpdesk.kernel.refusal import Busy
from helpdesk.portal.account.words import LETTERS

_log = logging.getLogger(__name__)
HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}  # no mail answers this one


def send(*, kind: str, to: str, language: str, link: str = "", facts: Mapping[str, object]) -> None:
    """One mail. Raises Busy when the mail server does not take it."""
    message = written(kind=kind, to=to, language=language, link=link, facts=facts)
    try:
        message.send()
    except (OSError, SMTPException) as error:
        _log.error("mail not sent: %s", type(error).__name__)  # no address, no text of the server's
        raise Busy("mail.unavailable") from error


def written(
    *, kind: str, to: str, language: str, link: str, facts: Mapping[str, object]
) -> EmailMultiAlternatives:
    """The mail, not yet sent. What others wrote (a shop's name) comes as one line without controls."""
    letter = LETTERS[kind]
    with translation.override(language if translation.check_for_language(language) else "en"):
        filled = {name: _line(value) for name, value in facts.items() if isinstance(value, str)}
        if "role" in filled:
            filled["role"] = str(ROLES[filled["role"]])
        context = {
            "language": translation.get_language(),
            "subject": str(letter.subject) % filled,
            "text": str(letter.text) % filled,
            "link": link if letter.link else "",
            "link_text": str(letter.link or ""),
            "after": str(letter.after or ""),
            "address": settings.HELPDESK.public_url,
        }
        message = EmailMultiAlternatives(
            subject=context["subject"],
            body=render_to_string("account/mail.txt", context),
            to=[to],
            headers=HEADERS,
        )
        message.attach_alternative(render_to_string("account/mail.html", context), "text/html")
    return message


def _line(text: str) -> str:
    """One line: no header and no paragraph begins in the middle of a name."""
    kept = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)
    return " ".join(kept.split())
