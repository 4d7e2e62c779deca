"""Who of a shop is away, who covers, and the form to say so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Role, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal, RefusalKind
from helpdesk.marketplace.queries import team_of
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.terms import MAX_ABSENCE, MAX_ABSENT_AHEAD

_FIELDS = ("person", "first_on", "last_on", "cover")
_NOBODY = UUID(int=0)  # what no page of ours writes is refused in the room's own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a form was sent with, and why it was refused; `absence` is what it was about, None: a new one."""

    key: str
    sent: Mapping[str, str] = field(default_factory=dict)
    absence: Ref | None = None
    refusal: drafts.Said | None = None
    about: str = ""


@require_safe
@pages.only(Side.SELLER)
def listed(request: Signed) -> HttpResponse:
    """Those that run or come, the past ones, and the form."""
    return _page(request, Kept(key=drafts.fresh().key))


@require_POST
@pages.only(Side.SELLER)
def say(request: Signed) -> HttpResponse:
    """One more."""
    sent = {name: request.POST.get(name, "") for name in _FIELDS}
    key = drafts.key_of(request.POST)

    def deed() -> None:
        actions.say_away(
            actor=request.actor,
            now=clock.now(),
            person=_person(sent["person"]) if sent["person"] else request.actor.person,
            first_on=_day(sent, "first_on"),
            last_on=_day(sent, "last_on"),
            cover=_person(sent["cover"]),
            key=key,
        )

    return _done(request, deed, sent=sent, key=key)


@require_POST
@pages.only(Side.SELLER)
def cover(request: Signed, absence: Ref) -> HttpResponse:
    """Somebody else covers."""
    chosen = _person(request.POST.get("cover", ""))

    def deed() -> None:
        actions.choose_cover(actor=request.actor, now=clock.now(), absence=absence, cover=chosen)

    return _done(request, deed, absence=absence)


@require_POST
@pages.only(Side.SELLER)
def end(request: Signed, absence: Ref) -> HttpResponse:
    """Back early, or not away after all."""

    def deed() -> None:
        actions.end_absence(actor=request.actor, now=clock.now(), absence=absence)

    return _done(request, deed, absence=absence)


def _done(
    request: Signed,
    deed: Callable[[], None],
    *,
    sent: Mapping[str, str] | None = None,
    key: str = "",
    absence: Ref | None = None,
) -> HttpResponse:
    """Back to the list; or the page again as it was filled in, with what was wrong."""
    try:
        deed()
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        fresh = drafts.fresh().key
        kept = Kept(
            key=fresh if absence or refusal.kind is RefusalKind.REUSED else key,
            sent=sent or {},
            absence=absence,
            refusal=drafts.said(refusal),
            about=refusal.field,
        )
        return _page(request, kept, status=STATUS[refusal.kind])
    return redirect("seller:absences")


def _page(request: Signed, kept: Kept, *, status: int = 200) -> HttpResponse:
    found = queries.absences_of(actor=request.actor, now=clock.now())
    team = [one for one in team_of(actor=request.actor) if one.role in (Role.OWNER, Role.AGENT)]
    me = request.actor.person
    context = {
        "found": found,
        "team": team,
        "others": [one for one in team if one.person != me],
        "may_say": request.actor.has(Role.OWNER, Role.AGENT),
        "owner": request.actor.has(Role.OWNER),
        "uncovered": [one for one in found.ahead if one.is_uncovered],
        "last_first": found.today + MAX_ABSENT_AHEAD,
        "last_last": found.today + MAX_ABSENT_AHEAD + MAX_ABSENCE - timedelta(days=1),
        "kept": kept,
    }
    return pages.render(request, "seller/absences.html", context, status=status)


def _person(written: str) -> UUID:
    try:
        return UUID(written)
    except ValueError:
        return _NOBODY


def _day(sent: Mapping[str, str], name: str) -> date:
    try:
        return date.fromisoformat(sent[name])
    except ValueError:
        raise Invalid("absence.no_day", field=name) from None
