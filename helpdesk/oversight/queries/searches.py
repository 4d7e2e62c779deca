"""What a search through people's words found, while it lasts; and who searched why. Never a word of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from helpdesk.accounts import queries as accounts
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value
from helpdesk.conversations.queries import threads_by_ref
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.models import Search
from helpdesk.oversight.policies import can_read_files, can_see_readings
from helpdesk.oversight.queries.files import FOUND, files_of
from helpdesk.oversight.terms import File, Reason
from helpdesk.search.queries import narrowed

_CAP = 500  # of the newest matches; whoever gets more says more
_SAID = (
    "SELECT * FROM oversight_said_v2(%s::uuid, %s::uuid, %s::timestamptz, %s::text, %s::text,"
    " %s::timestamptz, %s::timestamptz, %s::text, %s::boolean, %s::integer)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchShown:
    """Who searched what people wrote, why and when; the words that were searched for stay in the Archive."""

    id: UUID
    person: str
    reason: Reason
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A conversation where the words stand `times` (messages, files, agreements, steps), last `said_at`."""

    file: File
    times: int
    said_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What a search found, not a word of it. `more`: the newest are shown. `forgiving`: this comes close."""

    words: str
    reason: Reason
    ends_at: datetime
    files: Sequence[FoundFile]
    more: bool
    forgiving: bool


def searched(*, actor: Actor, now: datetime, search: UUID, zone: str = "UTC") -> Searched:
    """The conversations in which the words stand, the latest at the top, at most FOUND.

    Days typed among the words are those of `zone` (IANA). Seven SQL statements at most beside the scope's.
    Raises NotFound for another's, Forbidden once it is over.
    """
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    with acting(actor):
        row = Search.objects.filter(id=search, person_id=actor.person).first()
        if row is None:
            raise NotFound("oversight.search_not_found")
        if row.ends_at <= now:
            raise Forbidden("oversight.search_over")
        words = _words(search)
        found, forgiving = _found(row, now, words, zone, forgiving=False), False
        if not found:
            found = _found(row, now, words, zone, forgiving=True)
            forgiving = bool(found)
        return Searched(
            words=words,
            reason=Reason(row.reason),
            ends_at=row.ends_at,
            files=_files(found[:FOUND]),
            more=len(found) > FOUND or sum(times for _, times, _ in found) >= _CAP,
            forgiving=forgiving,
        )


def searches(*, actor: Actor, limit: int = FOUND) -> list[SearchShown]:
    """Everybody's, the latest first: colleagues watch each other. Two SQL statements beside the scope's.

    Raises Forbidden.
    """
    if not can_see_readings(actor=actor):
        raise Forbidden("oversight.not_yours")
    with acting(actor):
        rows = list(Search.objects.order_by("-starts_at", "-id")[:limit])
        people = accounts.names_for_system(people={row.person_id for row in rows})
    return [
        SearchShown(
            id=row.id,
            person=people.get(row.person_id, ""),
            reason=Reason(row.reason),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
        )
        for row in rows
    ]


def _words(search: UUID) -> str:
    value = Value.objects.values_list("value", flat=True).get(
        seller_id=OPERATOR, entry_id=search, name="search"
    )
    return str(msgspec.json.decode(bytes(value))["words"])


def _found(
    row: Search, now: datetime, words: str, zone: str, *, forgiving: bool
) -> list[tuple[Ref, int, datetime]]:
    """Conversations, how often, and when last."""
    asked = narrowed(text=words, zone=zone, forgiving=forgiving)
    asking: list[Any] = [row.id, row.person_id, now, asked.query, row.market or asked.market]
    asking += [asked.since, asked.until, asked.side, asked.has_file, _CAP]
    return [(Ref(seller, id), times, at) for seller, id, times, at in hot.rows(_SAID, asking)]


def _files(found: list[tuple[Ref, int, datetime]]) -> list[FoundFile]:
    threads = threads_by_ref(refs={ref for ref, _, _ in found})
    there = [(threads[ref], times, at) for ref, times, at in found if ref in threads]
    files = files_of([thread for thread, _, _ in there])
    return [
        FoundFile(file=file, times=times, said_at=at)
        for file, (_, times, at) in zip(files, there, strict=True)
    ]
