"""Keys of a shop's own tools: made, shown once, tried out, renewed and ended by its owners."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from helpdesk.accounts import queries as people
from helpdesk.accounts.terms import KEY_SCOPES, MAX_KEY_NAME, PRESET, KeyShown
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Refusal
from helpdesk.marketplace import actions, queries
from helpdesk.marketplace.terms.keys import KeyMade
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed

_LASTS = {"": None, "90": timedelta(days=90), "365": timedelta(days=365)}
_OVERLAPS = ("0", "1", "7", "30")  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A key as it is listed. `left_behind`: whoever made it is no owner any more."""

    key: KeyShown
    maker: str
    may_renew: bool
    left_behind: bool


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed) -> HttpResponse:
    """The keys that live, and the form of a new one."""
    return _page(request)


@require_POST
@pages.only(Side.SELLER)
def make(request: Signed) -> HttpResponse:
    """A key; the page that answers is the only one that ever shows its secret."""
    drafts.refuse_broken_bytes(request)
    form, now = request.POST, clock.now()
    lasts = _LASTS.get(form.get("lasts", ""))
    name, chosen = form.get("name", ""), [*filter(None, form.getlist("scope"))]
    typed = {"name": name, "chosen": chosen, "lasts": form.get("lasts", "")}
    try:
        made = actions.make_key(
            actor=request.actor,
            now=now,
            name=name,
            scopes=chosen,
            key=drafts.key_of(form),
            ends_at=_midnight(now + lasts) if lasts else None,
        )
    except Refusal as refusal:
        return _again(request, refusal, typed)
    return _page(request, made=made)


@require_POST
@pages.only(Side.SELLER)
def renew(request: Signed, key: UUID) -> HttpResponse:
    """Another secret for the same tool."""
    drafts.refuse_broken_bytes(request)
    days = request.POST.get("keep_days", "")
    try:
        made = actions.renew_key(
            actor=request.actor,
            now=clock.now(),
            old=key,
            keep_days=int(days) if days in _OVERLAPS else -1,
            key=drafts.key_of(request.POST),
        )
    except Refusal as refusal:
        return _again(request, refusal, {})
    return _page(request, made=made)


@require_POST
@pages.only(Side.SELLER)
def end(request: Signed, key: UUID) -> HttpResponse:
    """Out at once."""
    actions.end_key(actor=request.actor, now=clock.now(), old=key, key=f"end {key}")
    return redirect("seller:connections")


def _midnight(at: datetime) -> datetime:
    """The day's beginning (UTC): a page that is loaded again asks for the same key."""
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def _again(request: Signed, refusal: Refusal, typed: dict[str, Any]) -> HttpResponse:
    if refusal.kind not in BESIDE_THE_TEXT:
        raise refusal
    said = drafts.said(refusal)
    return _page(request, status=STATUS[refusal.kind], refusal=said, about=refusal.field, **typed)


def _page(request: Signed, *, made: KeyMade | None = None, status: int = 200, **typed: Any) -> HttpResponse:
    found = queries.keys_of(actor=request.actor, now=clock.now())
    context: dict[str, Any] = {
        "rows": _rows(request.actor, found),
        "made": made,
        "key": drafts.fresh().key,
        "scopes": KEY_SCOPES,
        "chosen": [scope.value for scope in PRESET],
        "name": _free_name(found),
        "lasts": "",
        "endings": _LASTS,
        "overlaps": _OVERLAPS,
        "max_name": MAX_KEY_NAME,
        "address": settings.HELPDESK.public_url.rstrip("/") + "/api/v1",
    }
    return pages.render(request, "connections/page.html", context | typed, status=status)


def _rows(actor: Actor, found: list[KeyShown]) -> list[Row]:
    behind = queries.left_behind(actor=actor, keys=found)
    makers = people.names_for_system(people={one.made_by for one in found if one.made_by})
    pairs = {one.person for one in found if one.successor}
    return [
        Row(
            key=one,
            maker=makers.get(one.made_by, "") if one.made_by else "",
            may_renew=one.person not in pairs,
            left_behind=one.id in behind,
        )
        for one in found
    ]


def _free_name(found: list[KeyShown]) -> str:
    """What a new key is called unless its maker says more."""
    taken, n = {one.name for one in found}, 1
    while (name := gettext("Tool %(n)s") % {"n": n}) in taken:
        n += 1
    return name
