"""The inbox by views: what is mine, nobody's, put off, or has a tag."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import starmap
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import scope_of
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.terms import InboxRow, Lanes, QuietRow
from helpdesk.conversations.terms.inbox import Chosen
from helpdesk.deadlines.terms import Lane
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.teamwork.models import Assignment, Snooze, Tagging
from helpdesk.teamwork.terms import EVERYTHING, Colleague, Counted, Marks, Shows, View, Views

Place = tuple[datetime, UUID]  # of a list's row: its deadline and its obligation's id
_VIEWS = (
    "SELECT * FROM teamwork_views_v1(%s, %s, %s, %s::bigint, %s::uuid, %s, %s::timestamptz, %s::timestamptz,"
    " %s, %s)"
)
_MARKS = "SELECT * FROM teamwork_marks_v1(%s, %s, %s, %s::bigint, %s::uuid[], %s::timestamptz)"
_PLAIN = (Shows.ALL, Shows.MINE, Shows.NOBODYS, Shows.SNOOZED)


def inbox_in(
    *,
    actor: Actor,
    now: datetime,
    view: View,
    limit: int = 25,
    after: Place | None = None,
    market: str | None = None,
) -> list[InboxRow]:
    """Open questions of a view, as `conversations.queries.inbox` lists them; put off or not.

    Three SQL statements, one of everything. Raises Forbidden for other sides.
    """
    if view == EVERYTHING:
        return conversations.inbox(actor=actor, limit=limit, after=after, market=market)
    bounds = conversations.lane_bounds(actor=actor, now=now)
    _, chosen = _views(actor, now, bounds.later if bounds else now, market, view)
    return conversations.inbox(actor=actor, limit=limit, after=after, market=market, chosen=chosen)


def lanes_in(
    *,
    actor: Actor,
    now: datetime,
    view: View,
    limit: int,
    after: Mapping[Lane, Place],
    market: str | None = None,
) -> tuple[Lanes, Views]:
    """The three lanes of a view, and all views with their counts. Three SQL statements.

    What is put off has left the last lane, but of the view of what is put off and of those by tag. Raises
    Forbidden for other sides.
    """
    bounds = conversations.lane_bounds(actor=actor, now=now)
    found, chosen = _views(actor, now, bounds.later if bounds else now, market, view)
    shown = conversations.lanes(
        actor=actor, bounds=bounds, limit=limit, after=after, market=market, chosen=chosen
    )
    return shown, found


def views(*, actor: Actor, now: datetime, market: str | None = None) -> Views:
    """All views with their counts. Two SQL statements. Raises Forbidden for other sides."""
    bounds = conversations.lane_bounds(actor=actor, now=now)
    return _views(actor, now, bounds.later if bounds else now, market, EVERYTHING)[0]


def quiet_in(
    *, actor: Actor, now: datetime, view: View, limit: int, market: str | None = None
) -> list[QuietRow]:
    """Threads of a view in which nobody waits, the latest first. Two SQL statements; none of nobody's."""
    if view.shows is Shows.NOBODYS:
        return []
    among = _among(actor, now, view)
    return conversations.quiet_threads(actor=actor, limit=limit, market=market, among=among)


def marks_of(*, actor: Actor, now: datetime, conversations: Sequence[Ref]) -> dict[Ref, Marks]:
    """How these threads of the actor's shop are worked on. One SQL statement; empty for other sides."""
    if actor.side is not Side.SELLER or not conversations:
        return {}
    seller_id = actor.seller_id or 0
    rows = hot.rows(_MARKS, [*scope_of(actor), seller_id, [ref.id for ref in conversations], now])
    return {
        Ref(seller_id, id): Marks(
            person=person,
            member=Ref(seller_id, member) if member else None,
            name=name or "",
            until=until,
            tags=tags,
        )
        for id, person, member, name, until, tags in rows
    }


def _views(
    actor: Actor, now: datetime, later: datetime, market: str | None, view: View
) -> tuple[Views, Chosen]:
    if actor.side is not Side.SELLER or actor.seller_id is None:
        raise Forbidden("conversation.no_inbox")
    whose = [*scope_of(actor), actor.seller_id, actor.person, market, now, later]
    [row] = hot.rows(_VIEWS, [*whose, view.shows.value, view.tag])
    *counts, tags, tagged, people, names, only, left_out, put_off = row
    plain = [Counted(view=View(shows=one), waiting=n) for one, n in zip(_PLAIN, counts, strict=True)]
    team = [Colleague(person=person, name=name) for person, name in _pairs(people, names)]
    found = Views(counted=[*plain, *starmap(_counted, _pairs(tags, tagged))], team=team)
    return found, Chosen(only=only, left_out=left_out or (), put_off=put_off or ())


def _counted(tag: str, waiting: int) -> Counted:
    return Counted(view=View(shows=Shows.TAG, tag=tag), waiting=waiting)


def _pairs(ones: Sequence[Any] | None, others: Sequence[Any] | None) -> list[tuple[Any, Any]]:
    return list(zip(ones or (), others or (), strict=True))


def _among(actor: Actor, now: datetime, view: View) -> QuerySet[Any, Any] | None:
    here = {"seller_id": actor.seller_id or 0}
    found: dict[Shows, QuerySet[Any, Any]] = {
        Shows.MINE: Assignment.objects.filter(**here, person_id=actor.person).values("conversation_id"),
        Shows.SNOOZED: Snooze.objects.filter(**here, until__gt=now).values("conversation_id"),
        Shows.TAG: Tagging.objects.filter(**here, tag=view.tag).values("conversation_id"),
    }
    return found.get(view.shows)
