"""Notices as mails: in the reader's language, with a link for each, and with nobody's words."""

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import queries
from helpdesk.notifications.terms import Kind, Line, Mail
from helpdesk.notifications.words import SEVERAL, said

_PAGES = {Side.SELLER: "seller:conversation", Side.BUYER: "buyer:conversation"}
_BY_NOTICE = frozenset(
    {
        Kind.APPEAL,
        Kind.DISPUTE,
        Kind.ESCALATION,
        Kind.EVIDENCE,
        Kind.MEASURE,
        Kind.PROPOSAL,
        Kind.WEBHOOK,
    }
)
"""What has a page of its own, and no thread: the notice knows the way to it."""
_PUBLISHED = {Kind.WEIGHTS: "weights", Kind.TRACKS: "tracks"}


def written(*, mail: Mail) -> EmailMultiAlternatives:
    """The mail, not yet sent. The same mail has the same Message-ID however often it is tried."""
    known = translation.check_for_language(mail.language)
    stop = _here(reverse("stop_mails", args=[queries.stop_word(person=mail.person)]))
    with translation.override(mail.language if known else "en"):
        lines = [{"text": said(line=line), "link": _link(line)} for line in mail.lines]
        several = str(SEVERAL % {"count": len(lines)})
        subject = lines[0]["text"].rstrip(".") if len(lines) == 1 else several
        context = {
            "language": translation.get_language(),
            "subject": subject,
            "lines": lines,
            "address": settings.HELPDESK.public_url,
            "wishes": _here(reverse(f"{mail.lines[0].side.value}:wishes")),
            "stop": stop,
        }
        message = EmailMultiAlternatives(
            subject=subject,
            body=render_to_string("notices/mail.txt", context),
            to=[mail.address],
            reply_to=[settings.HELPDESK.email_replies] if settings.HELPDESK.email_replies else None,
            headers=_headers(mail, stop),
        )
        message.attach_alternative(render_to_string("notices/mail.html", context), "text/html")
    return message


def _headers(mail: Mail, stop: str) -> dict[str, str]:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return {
        "Message-ID": f"<{mail.id}@{domain}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "List-Unsubscribe": f"<{stop}>",  # RFC 8058: a mail program's own button, one click
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _link(line: Line) -> str:
    if line.kind in _PUBLISHED:
        return _here(f"{reverse(_PUBLISHED[line.kind])}#versions")
    if line.kind in _BY_NOTICE:
        return _here(reverse(f"{line.side.value}:notice", args=[line.id]))
    if line.kind is Kind.LETTER:
        return _here(reverse(f"{line.side.value}:letter", args=[line.conversation]))
    if line.kind is Kind.REPORT:
        return _here(reverse(f"{line.side.value}:report", args=[line.conversation]))
    if line.side is Side.ADMINISTRATOR:
        item = Ref(line.id.seller_id, line.subject)
        return _here(reverse("administrator:review", args=[item]))
    return _here(reverse(_PAGES[line.side], kwargs={"conversation": line.conversation}))


def _here(path: str) -> str:
    return f"{settings.HELPDESK.public_url.rstrip('/')}{path}"
