"""The list of webhooks, and one with its deliveries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.functional import Promise

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.notifications import actions as notices
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed
from helpdesk.webhooks import queries
from helpdesk.webhooks.terms import Delivery, SendingState, Wanted, Webhook
from helpdesk.webhooks.words import STATES, TROUBLES, WHYS

_PAGE = 25  # deliveries


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What stands in the form; its `key` makes a double click one. `about` is the field that was refused."""

    key: str
    wanted: Wanted
    version: int = 0
    refusal: drafts.Said | None = None
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A delivery in words."""

    of: Delivery
    state: Promise
    trouble: Promise | None


def index(request: Signed) -> HttpResponse:
    """All of them, and an empty form."""
    return listed(request, Form(key=drafts.fresh().key, wanted=Wanted(url="")))


def listed(request: Signed, form: Form, *, refusal: Refusal | None = None) -> HttpResponse:
    """The list; with a form that was refused as it was typed."""
    found = queries.webhooks(actor=request.actor)
    context = {
        "webhooks": [(one, _state_of(one)) for one in found],
        "form": form,
        "kinds": queries.kinds_on_offer(actor=request.actor),
        **_place(request),
    }
    return pages.render(request, "webhooks/index.html", context, status=_status(refusal))


def show(request: Signed, webhook: Ref) -> HttpResponse:
    """One with its latest deliveries; `?state=dead` those that nobody took."""
    return one(request, webhook, came=request.GET.get("came", ""))


def one(
    request: Signed,
    webhook: Ref,
    *,
    secret: str = "",
    came: str = "",
    form: Form | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """The page of one: with the `secret` that was just made, or a form that was refused."""
    found = queries.webhook(actor=request.actor, webhook=webhook)
    request.unread = notices.see(actor=request.actor, now=clock.now(), conversation=webhook)
    state = SendingState.DEAD if request.GET.get("state") == SendingState.DEAD else None
    sent = queries.deliveries(
        actor=request.actor, webhook=webhook, state=state, before=_before(request), limit=_PAGE
    )
    key = drafts.fresh().key
    context = {
        "webhook": found,
        "paused": WHYS[found.paused_as] if found.paused_as else None,
        "lines": _lines(sent),
        "only_dead": state is not None,
        "older": str(sent[-1].ref) if len(sent) == _PAGE else "",
        "secret": secret,
        "came": came,
        "key": key,
        "form": form or Form(key=key, wanted=found.wanted, version=found.version),
        "refusal": None if refusal is None or form else drafts.said(refusal),
        "kinds": queries.kinds_on_offer(actor=request.actor),
        **_place(request),
    }
    return pages.render(request, "webhooks/one.html", context, status=_status(refusal))


def _place(request: Signed) -> dict[str, Any]:
    """How addresses of this side are called, and whether it is the Platform's."""
    side = request.actor.side
    return {"space": side.value, "of_platform": side is Side.ADMINISTRATOR}


def _status(refusal: Refusal | None) -> int:
    return STATUS[refusal.kind] if refusal else 200


def _lines(sent: Sequence[Delivery]) -> list[Line]:
    return [
        Line(of=one, state=STATES[one.state], trouble=TROUBLES[one.trouble] if one.trouble else None)
        for one in sent
    ]


def _state_of(webhook: Webhook) -> str:
    if webhook.paused_at:
        return "paused"
    return "failing" if webhook.failing_since else "fine"


def _before(request: Signed) -> UUID | None:
    text = request.GET.get("after", "")
    if not text:
        return None
    try:
        return Ref.parse(text).id
    except InvalidRef:
        raise Invalid("page.no_such_place", field="after") from None
