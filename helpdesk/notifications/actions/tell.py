"""Tell people of what happened, in the order of the log."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor
from helpdesk.notifications.actions.telling import write
from helpdesk.notifications.queries import happened
from helpdesk.notifications.terms import KEPT_WAITING

# An answer, or that none is needed, settles for all colleagues what stood open before it.
_SETTLE = """
    UPDATE notifications_notice n SET settled_at = e.at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.id
    LEFT JOIN conversations_message m ON m.seller_id = e.seller_id AND m.id = e.id
    LEFT JOIN deadlines_obligation o
           ON o.seller_id = e.seller_id AND o.chain = e.chain AND o.answered_by = e.id
    WHERE n.seller_id = e.seller_id AND n.conversation_id = e.chain AND n.settled_at IS NULL
      AND (n.obligation_id = o.id
           OR n.side = 'seller' AND n.kind = 'message' AND n.at <= e.at
              AND (o.id IS NOT NULL OR m.side = 'seller' AND coalesce(m.manner, 'full') = 'full'))
"""

_ANSWERING = (
    "agreement.confirmed",
    "agreement.declined",
    "agreement.kept",
    "agreement.proposed",
    "case.step",
    "confirmation.declined",
    "confirmation.given",
    "message",
    "reply.waived",
)

# What a reviewer ruled on waits for no other.
_RULED = """
    UPDATE notifications_notice n SET settled_at = t.settled_at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN conversations_attempt t ON t.seller_id = a.seller_id AND t.settled_by = a.id
    WHERE n.seller_id = t.seller_id AND n.conversation_id = t.conversation_id AND n.subject_id = t.id
      AND n.kind = 'review' AND n.settled_at IS NULL
"""

# What was answered or closed waits for no other either.
_LET_BE = """
    UPDATE notifications_notice n SET settled_at = coalesce(l.answered_at, l.closed_at)
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN letters_letter l ON l.seller_id = a.seller_id AND (l.answered_by = a.id OR l.closed_by = a.id)
    WHERE n.seller_id = l.seller_id AND n.conversation_id = l.chain AND n.subject_id = l.id
      AND n.kind = 'letter' AND n.side = 'administrator' AND n.settled_at IS NULL
"""

# What a person decided is told to its reporter, and waits for no other of the desk.
_DECIDED = """
    UPDATE notifications_notice n SET settled_at = r.settled_at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN reports_report r ON r.seller_id = a.seller_id AND r.settled_by = a.id
    WHERE n.seller_id = r.seller_id AND n.conversation_id = r.id AND n.subject_id = r.id
      AND n.kind = 'report' AND n.side = 'administrator' AND n.settled_at IS NULL
"""

# What a person decided of a shop's score waits for no other of the desk.
_RULED_ON = """
    UPDATE notifications_notice n SET settled_at = d.settled_at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN standing_dispute d ON d.seller_id = a.seller_id AND d.settled_by = a.id
    WHERE n.seller_id = d.seller_id AND n.subject_id = d.id AND n.kind = 'dispute' AND n.settled_at IS NULL
"""

# What a person decided of an appeal waits for no other of the desk.
_HEARD = """
    UPDATE notifications_notice n SET settled_at = p.settled_at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN enforcement_appeal p ON p.seller_id = a.seller_id AND p.settled_by = a.id
    WHERE n.seller_id = p.seller_id AND n.subject_id = p.id AND n.kind = 'appeal' AND n.settled_at IS NULL
"""

# What the Platform has taken in hand, or is asked no more, calls for no other of its people.
_IN_HAND = """
    UPDATE notifications_notice n SET settled_at = s.at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN cases_step s ON s.seller_id = a.seller_id AND s.id = a.id
    JOIN cases_step t ON t.seller_id = s.seller_id AND t.case_id = s.case_id AND t.n < s.n
    WHERE n.seller_id = s.seller_id AND n.conversation_id = s.chain AND n.subject_id = t.id
      AND n.kind IN ('escalation', 'evidence') AND n.settled_at IS NULL
      AND (s.side = 'administrator' OR s.stage NOT IN ('administrator', 'appealed', 'deciding', 'escalated'))
"""

# A proposal that somebody settled waits for nobody; the entry is a decision, or the measure that came of it.
_SETTLED_PROPOSAL = """
    UPDATE notifications_notice n SET settled_at = p.settled_at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN enforcement_proposal p ON p.seller_id = a.seller_id AND p.settled_by = a.id
    WHERE n.seller_id = p.seller_id AND n.conversation_id = p.id AND n.subject_id = p.id
      AND n.kind = 'proposal' AND n.settled_at IS NULL
"""

# Whoever changed or removed a webhook has seen to it for all of its owners.
_SEEN_TO = """
    UPDATE notifications_notice n SET settled_at = e.at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.id
    WHERE n.seller_id = e.seller_id
      AND n.conversation_id = (convert_from(e.leaf, 'UTF8')::jsonb #>> '{f,webhook}')::uuid
      AND n.kind = 'webhook' AND n.at <= e.at AND n.settled_at IS NULL
"""


def tell(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Notices for whoever these entries concern, and an end to those that they settle. Safe to repeat.

    What is days old is no news: a log that is read from its beginning tells nobody of its past.

    Runs in the reaction's transaction and scope (`actor` is the system, which sees all rows): thirty
    SQL statements at most, however many entries.
    """
    news = [each for each in happened(entries=entries) if now - each.at <= KEPT_WAITING]
    write(happened=news, now=now)
    _settle(_SETTLE, entries, *_ANSWERING)
    _settle(_RULED, entries, "message", "attempt.confirmed")
    _settle(_LET_BE, entries, "letter", "letter.closed")
    _settle(_DECIDED, entries, "report.settled")
    _settle(_RULED_ON, entries, "verdict.settled")
    _settle(_HEARD, entries, "appeal.settled")
    _settle(_IN_HAND, entries, "case.step", "case.kind_changed")
    _settle(_SETTLED_PROPOSAL, entries, "measure.announced", "measure.decided", "measure.imposed")
    _settle(_SEEN_TO, entries, "webhook.changed", "webhook.removed")


def _settle(sql: str, entries: Sequence[Numbered], *kinds: str) -> None:
    closing = [entry for entry in entries if entry.kind in kinds]
    if not closing:
        return
    with connection.cursor() as cursor:
        cursor.execute(sql, [[each.seller_id for each in closing], [each.entry_id for each in closing]])
