"""What counts now must agree with what happened: rows that `verify` holds against each other.

The rows that they are held against repeat leaves, and are checked as mirrors.
"""

from helpdesk.archive.terms import Agreement

_LATEST_MOVE = """
    LEFT JOIN LATERAL (
        SELECT m.deadline, m.calendar_version, m.outages FROM deadlines_move m
        WHERE m.seller_id = o.seller_id AND m.{of} = o.id AND m.verdict IS NULL
        ORDER BY m.at DESC, m.id DESC LIMIT 1
    ) m ON true
"""
# one that a later deadline took back while the question was open is gone
_LATEST_MISS = """
    LEFT JOIN LATERAL (
        SELECT i.id, i.at, i.voided_by,
               EXISTS (SELECT FROM deadlines_move v WHERE v.seller_id = i.seller_id
                       AND v.id = i.voided_by AND v.verdict IS NULL) AS gone
        FROM deadlines_miss i WHERE i.seller_id = o.seller_id AND i.obligation_id = o.id
        ORDER BY i.at DESC, i.id DESC LIMIT 1
    ) i ON true
"""

AGREEMENTS: tuple[Agreement, ...] = (
    Agreement(
        table="deadlines_obligation",
        detail="its deadline is neither the one that it was opened with nor that of its latest move",
        beside=_LATEST_MOVE.format(of="obligation_id"),
        differs="""
            o.answered_at IS NULL AND (o.deadline, o.calendar_version, o.outages) IS DISTINCT FROM (
                coalesce(m.deadline, o.opened_deadline), coalesce(m.calendar_version, o.opened_version),
                coalesce(m.outages, o.opened_outages))
        """,
    ),
    Agreement(
        table="deadlines_promise",
        detail="it is due neither as its message says nor as its latest move does",
        beside=_LATEST_MOVE.format(of="promise_id"),
        differs="o.due_at <> coalesce(m.deadline, o.opened_due_at)",
    ),
    Agreement(
        table="deadlines_obligation",
        detail="the miss that it names is not its latest, or was taken back, or was not",
        beside=_LATEST_MISS,
        differs="""
            (o.overdue_by, o.overdue_at, o.voided_by) IS DISTINCT FROM (
                CASE WHEN NOT i.gone THEN i.id END, CASE WHEN NOT i.gone THEN i.at END,
                CASE WHEN NOT i.gone THEN i.voided_by END)
        """,
    ),
    Agreement(
        table="deadlines_obligation",
        detail="its corrected verdict is that of no move, judgment or released answer, or it lacks one",
        differs="""
            NOT CASE
                WHEN o.corrected_by IS NULL THEN NOT EXISTS (
                    SELECT FROM deadlines_move m WHERE m.seller_id = o.seller_id AND m.obligation_id = o.id
                    AND m.verdict IS NOT NULL)
                ELSE EXISTS (
                    SELECT FROM deadlines_move m WHERE m.seller_id = o.seller_id AND m.id = o.corrected_by
                    AND m.obligation_id = o.id AND m.verdict = o.corrected_verdict)
                OR EXISTS (
                    SELECT FROM deadlines_sample s WHERE s.seller_id = o.seller_id AND s.obligation_id = o.id
                    AND s.judged_by = o.corrected_by AND s.judgment = o.corrected_verdict)
                OR EXISTS (
                    SELECT FROM conversations_attempt a WHERE a.seller_id = o.seller_id
                    AND a.conversation_id = o.chain AND a.settled_by = o.corrected_by
                    AND o.corrected_verdict = 'met')
            END
        """,
    ),
)
