"""The inbox by views: what is mine, nobody's, put off, or has a tag."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import starmap
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import scope_of
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.terms import InboxRow, Lanes
from helpdesk.conversations.terms.inbox import Chosen, QuietRow
from helpdesk.deadlines.terms import Lane
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.teamwork.models import Assignment, Snooze, Tagging
from helpdesk.teamwork.terms import (
    EVERYTHING,
    TOLD_AHEAD,
    Away,
    Colleague,
    Counted,
    Covering,
    Marks,
    Shows,
    View,
    Views,
)

Place = tuple[datetime, UUID]  # of a list's row: its deadline and its obligation's id
_VIEWS = (
    "SELECT * FROM teamwork_views_v2(%s, %s, %s, %s::bigint, %s::uuid, %s, %s::timestamptz, %s::timestamptz,"
    " %s, %s, %s::interval)"
)
_MARKS = "SELECT * FROM teamwork_marks_v2(%s, %s, %s, %s::bigint, %s::uuid[], %s::timestamptz)"
_COVERED = "SELECT absent FROM teamwork_away_v1(%s, %s) WHERE stand_in = %s"
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
            away=Away(until=away_until, person=stand_in, name=stand_in_name or "") if away_until else None,
        )
        for id, person, member, name, until, tags, away_until, stand_in, stand_in_name in rows
    }


def _views(
    actor: Actor, now: datetime, later: datetime, market: str | None, view: View
) -> tuple[Views, Chosen]:
    if actor.side is not Side.SELLER or actor.seller_id is None:
        raise Forbidden("conversation.no_inbox")
    whose = [*scope_of(actor), actor.seller_id, actor.person, market, now, later]
    [row] = hot.rows(_VIEWS, [*whose, view.shows.value, view.tag, TOLD_AHEAD])
    *counts, tags, tagged, people, names, only, left_out, put_off = row[:11]
    team, plain = _team(people, names, row[11:14]), zip(_PLAIN, counts, strict=True)
    found = Views(
        counted=[
            *(Counted(view=View(shows=one), waiting=n) for one, n in plain),
            *starmap(_counted, _zipped(tags, tagged)),
        ],
        team=team,
        covering=[*_covering(actor.person, team), *_soon(team, row[14:])],
    )
    return found, Chosen(only=only, left_out=left_out or (), put_off=put_off or ())


def _team(people: Sequence[UUID], names: Sequence[str], absent: Sequence[Any]) -> list[Colleague]:
    named = dict(_zipped(people, names))
    away = {
        person: Away(until=until, person=stand_in, name=named.get(stand_in, ""))
        for person, until, stand_in in _zipped(*absent)
    }
    return [Colleague(person=person, name=name, away=away.get(person)) for person, name in named.items()]


def _covering(person: UUID, team: Sequence[Colleague]) -> Iterator[Covering]:
    for one in team:
        if one.away is not None and one.away.person == person:
            yield Covering(name=one.name, until=one.away.until)


def _soon(team: Sequence[Colleague], coming: Sequence[Any]) -> Iterator[Covering]:
    named = {one.person: one.name for one in team}
    for person, first, until in _zipped(*coming):
        yield Covering(name=named[person], first=first, until=until)


def _counted(tag: str, waiting: int) -> Counted:
    return Counted(view=View(shows=Shows.TAG, tag=tag), waiting=waiting)


def _zipped(*columns: Sequence[Any] | None) -> list[tuple[Any, ...]]:
    return list(zip(*(column or () for column in columns), strict=True))


def _among(actor: Actor, now: datetime, view: View) -> QuerySet[Any, Any] | None:
    here = {"seller_id": actor.seller_id or 0}
    covered = RawSQL(_COVERED, [here["seller_id"], now, actor.person])  # noqa: S611 - ours, with parameters
    mine = Assignment.objects.filter(**here)
    found: dict[Shows, QuerySet[Any, Any]] = {
        Shows.MINE: mine.filter(Q(person_id=actor.person) | Q(person_id__in=covered)).values(
            "conversation_id"
        ),
        Shows.SNOOZED: Snooze.objects.filter(**here, until__gt=now).values("conversation_id"),
        Shows.TAG: Tagging.objects.filter(**here, tag=view.tag).values("conversation_id"),
    }
    return found.get(view.shows)
