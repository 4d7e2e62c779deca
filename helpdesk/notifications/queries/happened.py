"""What there is to tell, told from the record."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from helpdesk.archive.terms import Numbered
from helpdesk.cases.terms.names import BEFORE_PLATFORM
from helpdesk.conversations import queries as conversations
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.notifications.queries.disputed import disputed
from helpdesk.notifications.queries.paused import paused
from helpdesk.notifications.terms import Happened, Kind

# a released attempt is a message, too: then its author is told of the decision, and the other side of it
_MESSAGES = """
    SELECT m.seller_id, m.conversation_id, m.buyer_id, m.id, m.at, m.side, m.audience, m.n, e.actor,
           convert_from(e.leaf, 'UTF8')::jsonb -> 'ref' @? '$[*] ? (@[0] == "settles")'
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN conversations_message m ON m.seller_id = a.seller_id AND m.id = a.id
    JOIN archive_entry e ON e.seller_id = m.seller_id AND e.id = m.id
    ORDER BY m.at, m.id
"""
_CONFIRMED = """
    SELECT t.seller_id, t.conversation_id, t.buyer_id, e.id, e.at, t.side, tried.actor
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.id
    CROSS JOIN LATERAL jsonb_array_elements(convert_from(e.leaf, 'UTF8')::jsonb -> 'ref') AS r
    JOIN conversations_attempt t ON t.seller_id = e.seller_id AND t.id = (r ->> 1)::uuid
    JOIN archive_entry tried ON tried.seller_id = t.seller_id AND tried.id = t.id
    WHERE r ->> 0 = 'settles' AND t.check_by IS NOT NULL
"""
_MISSED = """
    SELECT s.seller_id, s.chain, s.buyer_id, s.id, s.at, s.obligation_id
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN deadlines_miss s ON s.seller_id = a.seller_id AND s.id = a.id
"""
_ASKED_AGAIN = """
    SELECT o.seller_id, o.chain, o.buyer_id, o.id, o.received_at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN deadlines_obligation o ON o.seller_id = a.seller_id AND o.id = a.id
"""
_CHECKED = """
    SELECT t.seller_id, t.conversation_id, t.buyer_id, t.id, t.check_at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN conversations_attempt t ON t.seller_id = a.seller_id AND t.check_by = a.id
"""
_AGREED = """
    SELECT e.seller_id, e.chain, e.buyer_id, e.id, e.at, convert_from(e.leaf, 'UTF8')::jsonb #>> '{by,role}'
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.id
"""
_CASED = """
    SELECT e.seller_id, e.chain, e.buyer_id, e.id, e.at, l.leaf #>> '{by,role}',
           coalesce(l.leaf #>> '{f,step}', ''), coalesce(l.leaf #>> '{f,from}', ''),
           coalesce(l.leaf #>> '{f,to}', '')
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.id
    CROSS JOIN LATERAL (SELECT convert_from(e.leaf, 'UTF8')::jsonb AS leaf) l
"""
_CASES = (
    "case.kind_changed",
    "case.lapsed",
    "case.opened",
    "case.step",
    "contact.noted",
    "contact.settled",
    "order.updated",
)
_REMINDING = "remind"  # the Seller, who has been silent: to the Buyer it is no news
_DECIDING = frozenset({"decide", "decide_appeal"})
_ADDING = frozenset({"add_evidence", "give_information"})
# told to the desk: only what begins to wait, for what follows waits with it
_LETTERS = """
    SELECT l.seller_id, l.chain, l.buyer_id, l.id, l.at, l.of_side, l.side, l.due_at IS NOT NULL
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN letters_letter l ON l.seller_id = a.seller_id AND l.id = a.id
"""
_CLOSED = """
    SELECT l.seller_id, l.chain, l.buyer_id, l.closed_by, l.closed_at, l.of_side
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN letters_letter l ON l.seller_id = a.seller_id AND l.closed_by = a.id
"""
# told to the desk when it begins to wait, and to whoever reported when a person has decided
_FILED = """
    SELECT r.seller_id, r.id, r.buyer_id, r.id, r.at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN reports_report r ON r.seller_id = a.seller_id AND r.id = a.id
"""
_SETTLED = """
    SELECT r.seller_id, r.id, r.buyer_id, r.settled_by, r.settled_at, r.of_side, r.person_id
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN reports_report r ON r.seller_id = a.seller_id AND r.settled_by = a.id
"""
_JOINED = """
    SELECT j.seller_id, j.conversation_id, j.buyer_id, j.id, j.at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN letters_joining j ON j.seller_id = a.seller_id AND j.id = a.id
"""
# of a measure the page is that of the measure, whatever became of it
_MEASURED = """
    SELECT m.seller_id, m.id, NULL::uuid, e.id, e.at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.id
    JOIN enforcement_measure m ON m.seller_id = e.seller_id
         AND e.id IN (m.id, m.lifted_by, m.stayed_by, m.resumed_by)
"""
_PROPOSED = """
    SELECT p.seller_id, p.id, NULL::uuid, p.id, p.at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN enforcement_proposal p ON p.seller_id = a.seller_id AND p.id = a.id
"""
_MEASURES = ("measure.announced", "measure.imposed", "measure.lifted", "measure.resumed", "measure.stayed")
_AGREEING = (
    "agreement.confirmed",
    "agreement.declined",
    "agreement.kept",
    "agreement.lapsed",
    "agreement.proposed",
    "confirmation.asked",
    "confirmation.declined",
    "confirmation.given",
)
_AGAIN = frozenset({"answer.reopened", "reply.insisted", "waiver.objected"})
_WARNED = """
    SELECT w.seller_id, w.chain, w.buyer_id, w.obligation_id, w.at, w.percent
    FROM deadlines_warning w
    JOIN deadlines_obligation o ON o.seller_id = w.seller_id AND o.id = w.obligation_id
    WHERE w.at > %s AND w.percent IN (50, 80) AND o.answered_at IS NULL
      AND NOT EXISTS (
          SELECT FROM notifications_notice n
          WHERE n.seller_id = w.seller_id AND n.subject_id = w.obligation_id AND n.kind = 'due_' || w.percent)
    ORDER BY w.at, w.seller_id, w.obligation_id
    LIMIT %s
"""


def happened(*, entries: Sequence[Numbered]) -> list[Happened]:
    """What these entries tell, in the present scope. At most twenty-one SQL statements."""
    return [
        *_messages(_rows(_MESSAGES, entries, "message")),
        *(
            _one(Kind.ASKED_AGAIN, row, to=Side.SELLER, obligation=row[3])
            for row in _rows(_ASKED_AGAIN, entries, *_AGAIN)
        ),
        *(
            _one(Kind.DECISION, row, to=Side(side), only=author)
            for *row, side, author in _rows(_CONFIRMED, entries, "attempt.confirmed")
        ),
        *(
            _one(Kind.OVERDUE, row, to=side, obligation=obligation)
            for *row, obligation in _rows(_MISSED, entries, "obligation.overdue")
            for side in (Side.SELLER, Side.BUYER)
        ),
        *(
            _one(Kind.AGREEMENT, row, to=to)
            for *row, role in _rows(_AGREED, entries, *_AGREEING)
            for to in (Side.SELLER, Side.BUYER)
            if to.value != role
        ),
        *_cases(_rows(_CASED, entries, *_CASES)),
        *(
            _one(Kind.LETTER, row, to=Side(of_side) if side == Side.ADMINISTRATOR else Side.ADMINISTRATOR)
            for *row, of_side, side, waits in _rows(_LETTERS, entries, "letter")
            if waits or side == Side.ADMINISTRATOR
        ),
        *(
            _one(Kind.LETTER, row, to=Side(of_side))
            for *row, of_side in _rows(_CLOSED, entries, "letter.closed")
        ),
        *(
            _one(Kind.JOINED, row, to=to)
            for row in _rows(_JOINED, entries, "administrator.joined")
            for to in (Side.SELLER, Side.BUYER)
        ),
        *(_one(Kind.MEASURE, row, to=Side.SELLER) for row in _rows(_MEASURED, entries, *_MEASURES)),
        *(
            _one(Kind.PROPOSAL, row, to=Side.ADMINISTRATOR)
            for row in _rows(_PROPOSED, entries, "measure.proposed")
        ),
        *(
            _one(Kind.REVIEW, row, to=Side.ADMINISTRATOR)
            for row in _rows(_CHECKED, entries, "attempt.refused", "check.requested")
        ),
        *(_one(Kind.REPORT, row, to=Side.ADMINISTRATOR) for row in _rows(_FILED, entries, "report.filed")),
        *(
            _one(Kind.REPORT, row, to=Side(of_side), only=author)
            for *row, of_side, author in _rows(_SETTLED, entries, "report.settled")
        ),
        *disputed(entries=entries),
        *paused(entries=entries),
    ]


def warned(*, since: datetime, limit: int) -> list[Happened]:
    """Warnings given after `since` of which nobody was told yet, the oldest first, in the present scope."""
    with connection.cursor() as cursor:
        cursor.execute(_WARNED, [since, limit])
        return [
            _one(Kind(f"due_{percent}"), row, to=Side.SELLER, obligation=row[3])
            for *row, percent in cursor.fetchall()
        ]


def _cases(rows: Sequence[Any]) -> Iterator[Happened]:
    """The other side is told of each step; the desk of what comes before it, and of what is added there."""
    for *row, role, step, frm, stage in rows:
        kind = Kind.VERDICT if step in _DECIDING else Kind.CASE
        for to in (Side.SELLER, Side.BUYER):
            if to.value != role and (to is Side.SELLER or step != _REMINDING):
                yield _one(kind, row, to=to)
        if stage in BEFORE_PLATFORM and frm not in BEFORE_PLATFORM:
            yield _one(Kind.ESCALATION, row, to=Side.ADMINISTRATOR)
        elif stage in BEFORE_PLATFORM and step in _ADDING:
            yield _one(Kind.EVIDENCE, row, to=Side.ADMINISTRATOR)


def _messages(rows: Sequence[Any]) -> Iterator[Happened]:
    """Of what a buyer has muted they are not told; it is kept, and stands in the conversation."""
    muted = conversations.muted(messages=[Ref(row[0], row[3]) for row in rows]) if rows else ()
    for *row, side, audience, n, author, released in rows:
        if released:
            yield _one(Kind.DECISION, row, to=Side(side), only=author)
        for to in _hearers(Side(side), audience):
            if to is not Side.BUYER or Ref(row[0], row[3]) not in muted:
                yield _one(Kind.MESSAGE, row, to=to, n=n)


def _hearers(side: Side, audience: int) -> tuple[Side, ...]:
    """Of BOTH, the other side; of a message from neither, whoever may see it."""
    may_see = {0: (Side.SELLER, Side.BUYER), 1: (Side.SELLER,), 3: (Side.BUYER,)}.get(audience, ())
    return tuple(each for each in may_see if each is not side)


def _one(
    kind: Kind,
    row: Sequence[Any],
    *,
    to: Side,
    only: UUID | None = None,
    obligation: UUID | None = None,
    n: int | None = None,
) -> Happened:
    seller_id, conversation, buyer_id, subject, at = row
    return Happened(
        kind=kind,
        conversation=Ref(seller_id, conversation),
        buyer_id=buyer_id,
        subject=subject,
        at=at,
        to=to,
        only=only,
        obligation=obligation,
        n=n,
    )


def _rows(sql: str, entries: Sequence[Numbered], *kinds: str) -> list[Any]:
    wanted = [entry for entry in entries if entry.kind in kinds]
    if not wanted:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, [[each.seller_id for each in wanted], [each.entry_id for each in wanted]])
        return list(cursor.fetchall())
