"""What Helpdesk would have sent: a list, and each mail as text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.refusal import NotFound
from helpdesk.portal.demo import mailbox
from helpdesk.portal.demo.only import in_demo

_OPERATORS_ZONE = "UTC"


class Piece(NamedTuple):
    """Part of a mail's text; `leads` where it is an address of ours."""

    text: str
    leads: bool


@in_demo
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All of them, newest first."""
    return _page(request, "demo/mails.html", {"mails": mailbox.mails()})


@in_demo
@require_safe
def show(request: HttpRequest, id: str) -> HttpResponse:
    """One, as its reader would see it without pictures."""
    mail = mailbox.mail(id=id)
    if mail is None:
        raise NotFound("page.not_found")
    return _page(request, "demo/mail.html", {"mail": mail, "pieces": list(_pieces(mail.text))})


def _page(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    zone = getattr(request, "zone", None) or _OPERATORS_ZONE
    return render(request, template, {"now": clock.now(), "zone": zone} | context)


def _pieces(text: str) -> Iterator[Piece]:
    """The text cut at addresses of this very site; any other stays text."""
    path = r"(?:/[^\s<>\"']*[^\s<>\"'.,;:!?)])?"
    ours = re.compile(re.escape(settings.HELPDESK.public_url.rstrip("/")) + path)
    end = 0
    for found in ours.finditer(text):
        yield Piece(text[end : found.start()], leads=False)
        yield Piece(found.group(), leads=True)
        end = found.end()
    yield Piece(text[end:], leads=False)
