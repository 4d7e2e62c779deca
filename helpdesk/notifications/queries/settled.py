"""What is settled: whoever is told of it now would look for nothing."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

# In this order: read here; answered, or closed without words; read by the buyer; answered, missed; ruled on;
# a letter that waits no more; a report, an appeal or a dispute that was decided; a case that the Platform has
# taken in hand since, or is asked about no more.
_SETTLED = """
    SELECT n.id
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN notifications_notice n ON n.seller_id = a.seller_id AND n.id = a.id
    WHERE n.read_at IS NOT NULL OR n.settled_at IS NOT NULL
       OR n.kind = 'message' AND n.side = 'seller' AND (
              EXISTS (SELECT FROM conversations_message m
                      WHERE m.seller_id = n.seller_id AND m.conversation_id = n.conversation_id
                        AND m.n > n.n AND m.side = 'seller' AND coalesce(m.manner, 'full') = 'full')
              OR EXISTS (SELECT FROM deadlines_obligation o
                         WHERE o.seller_id = n.seller_id AND o.chain = n.conversation_id
                           AND o.received_at <= n.at AND o.answered_at >= n.at))
       OR n.kind = 'message' AND n.side = 'buyer' AND EXISTS (
              SELECT FROM conversations_buyer_inbox b
              WHERE b.buyer_id = n.person_id AND b.conversation_id = n.conversation_id AND b.read_n >= n.n)
       OR n.obligation_id IS NOT NULL AND EXISTS (
              SELECT FROM deadlines_obligation o
              WHERE o.seller_id = n.seller_id AND o.id = n.obligation_id
                AND (o.answered_at IS NOT NULL
                     OR n.kind = 'overdue' AND o.overdue_by IS DISTINCT FROM n.subject_id
                     OR n.kind IN ('due_50', 'due_80') AND o.overdue_by IS NOT NULL))
       OR n.kind = 'review' AND EXISTS (
              SELECT FROM conversations_attempt t
              WHERE t.seller_id = n.seller_id AND t.id = n.subject_id AND t.settled_by IS NOT NULL)
       OR n.kind = 'letter' AND n.side = 'administrator' AND EXISTS (
              SELECT FROM letters_letter l
              WHERE l.seller_id = n.seller_id AND l.id = n.subject_id
                AND (l.answered_by IS NOT NULL OR l.closed_by IS NOT NULL))
       OR n.kind = 'report' AND n.side = 'administrator' AND EXISTS (
              SELECT FROM reports_report r
              WHERE r.seller_id = n.seller_id AND r.id = n.subject_id AND r.settled_by IS NOT NULL)
       OR n.kind = 'appeal' AND EXISTS (
              SELECT FROM enforcement_appeal p
              WHERE p.seller_id = n.seller_id AND p.id = n.subject_id AND p.settled_by IS NOT NULL)
       OR n.kind = 'dispute' AND EXISTS (
              SELECT FROM standing_dispute d
              WHERE d.seller_id = n.seller_id AND d.id = n.subject_id AND d.settled_by IS NOT NULL)
       OR n.kind = 'proposal' AND EXISTS (
              SELECT FROM enforcement_proposal p
              WHERE p.seller_id = n.seller_id AND p.id = n.subject_id AND p.settled_by IS NOT NULL)
       OR n.kind IN ('escalation', 'evidence') AND EXISTS (
              SELECT FROM cases_step t
              JOIN cases_step s ON s.seller_id = t.seller_id AND s.case_id = t.case_id AND s.n > t.n
              WHERE t.seller_id = n.seller_id AND t.id = n.subject_id
                AND (s.side = 'administrator'
                     OR s.stage NOT IN ('administrator', 'appealed', 'deciding', 'escalated')))
"""


def settled(*, notices: Sequence[tuple[int, UUID]]) -> set[UUID]:
    """Which of these (seller_id, id) call for nothing any more, in the present scope. One SQL statement."""
    with connection.cursor() as cursor:
        cursor.execute(_SETTLED, [[seller for seller, _ in notices], [id for _, id in notices]])
        return {id for (id,) in cursor.fetchall()}
