"""What was done to several conversations, said by the inbox that they left: signed, so that no address that
somebody made up says it; and when the list that they were ticked in was opened.
"""

from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django.core import signing
from django.urls import reverse

from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Invalid
from helpdesk.portal.hats import Signed

_SALT, _LONGEST = "together", 600  # seconds: later than that it is no news


class Done(NamedTuple):
    """So many, "answered" or "waived"."""

    how: str
    number: int


def address(*, request: Signed, how: str, number: int) -> str:
    """The inbox, in the view that it was left in, which says so."""
    said = signing.dumps([str(request.actor.person), how, number], salt=_SALT)
    view = {"view": request.POST["view"]} if request.POST.get("view") else {}
    return f"{reverse('seller:inbox')}?{urlencode(view | {'done': said})}"


def said(*, request: Signed) -> Done | None:
    """What this page was opened to say, if anything."""
    try:
        person, how, number = signing.loads(request.GET.get("done", ""), salt=_SALT, max_age=_LONGEST)
    except signing.BadSignature:
        return None
    return Done(how, number) if person == str(request.actor.person) else None


def opened_at(*, request: Signed) -> datetime:
    """The instant that the list carried. Raises Invalid."""
    written = request.POST.get("opened", "")
    if not (written.isascii() and written.isdigit() and len(written) < 18):
        raise Invalid("form.damaged", field="opened")
    return clock.from_us(int(written))
