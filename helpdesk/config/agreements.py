"""What counts now must agree with what happened: rows that `verify` holds against each other.

The rows that they are held against repeat leaves, and are checked as mirrors.
"""

from helpdesk.archive.terms import Agreement

_LATEST_MOVE = """
    LEFT JOIN LATERAL (
        SELECT m.deadline, m.calendar_version, m.outages, m.stopped FROM deadlines_move m
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
# what the message that made a promise answered for now
_ANSWERED = """
    LEFT JOIN deadlines_obligation a
    ON a.seller_id = o.seller_id AND a.chain = o.chain AND a.answered_by = o.id
"""
# whatever corrects a verdict, as leaves say it; the latest counts
_CORRECTED = """
    LEFT JOIN (
        SELECT DISTINCT ON (seller_id, id) * FROM (
            SELECT seller_id, obligation_id AS id, id AS by, verdict, at FROM deadlines_move
            WHERE verdict IS NOT NULL
            UNION ALL
            SELECT seller_id, obligation_id, judged_by, judgment, judged_at FROM deadlines_sample
            WHERE judgment = 'unanswered'
            UNION ALL
            SELECT q.seller_id, q.id, e.id, 'met', e.at
            FROM conversations_attempt t
            JOIN archive_entry e ON e.seller_id = t.seller_id AND e.id = t.settled_by
            JOIN deadlines_obligation q ON q.seller_id = t.seller_id AND q.chain = t.conversation_id
            WHERE position(convert_to('["corrects","' || q.id || '"]', 'UTF8') IN e.leaf) > 0
        ) said ORDER BY seller_id, id, at DESC, by DESC
    ) c ON c.seller_id = o.seller_id AND c.id = o.id
"""

_FIRST_FILE = """
    LEFT JOIN attachments_file f ON f.seller_id = o.seller_id AND f.entry_id = o.entry_id AND f.position = 1
"""
# how many files a leaf commits: it names each once, among its commitments
_FILES_SEALED = """
    (length(o.leaf) - length(decode(replace(encode(o.leaf, 'hex'), encode('"file-', 'hex'), ''), 'hex'))) / 6
"""

AGREEMENTS: tuple[Agreement, ...] = (
    Agreement(
        table="attachments_file",
        detail="it is not of the same entry as the first of its files",
        beside=_FIRST_FILE,
        differs="""
            (o.chain, o.buyer_id, o.audience, o.side, o.author, o.at) IS DISTINCT FROM
            (f.chain, f.buyer_id, f.audience, f.side, f.author, f.at)
        """,
    ),
    Agreement(
        table="archive_entry",
        detail="its files are not as many as were sealed, in their order",
        beside="""
            LEFT JOIN LATERAL (
                SELECT count(*) AS files, coalesce(max(f.position), 0) AS last FROM attachments_file f
                WHERE f.seller_id = o.seller_id AND f.entry_id = o.id
            ) f ON true
        """,
        differs=f"""
            o.kind IN ('appeal.filed', 'case.opened', 'case.step', 'message', 'report.filed')
            AND (f.files, f.last) IS DISTINCT FROM ({_FILES_SEALED}, {_FILES_SEALED})
        """,
    ),
    Agreement(
        table="deadlines_obligation",
        detail="its deadline is neither the one that it was opened with nor that of its latest move",
        beside=_LATEST_MOVE.format(of="obligation_id"),
        differs="""
            o.answered_at IS NULL
            AND (o.deadline, o.calendar_version, o.outages, o.stopped) IS DISTINCT FROM (
                coalesce(m.deadline, o.opened_deadline), coalesce(m.calendar_version, o.opened_version),
                coalesce(m.outages, o.opened_outages), coalesce(m.stopped, ''))
        """,
    ),
    Agreement(
        table="deadlines_promise",
        detail="it is due neither as its message says nor as its latest move does",
        beside=_LATEST_MOVE.format(of="promise_id") + _ANSWERED,
        differs="""
            (o.due_at, o.calendar_version, o.outages, o.stopped) IS DISTINCT FROM (
                coalesce(m.deadline, o.opened_due_at), coalesce(m.calendar_version, a.calendar_version),
                coalesce(m.outages, a.outages), coalesce(m.stopped, ''))
        """,
    ),
    Agreement(
        table="deadlines_promise",
        detail="its question or its clock is not that of the question that its message answered",
        beside=_ANSWERED,
        differs="""
            (o.question_id, o.calendar, o.zone, o.with_order) IS DISTINCT FROM (
                a.question_id, a.calendar, a.zone, a.with_order)
        """,
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
        detail="its corrected verdict is not that of its latest move, judgment or released answer",
        beside=_CORRECTED,
        differs="(o.corrected_by, o.corrected_verdict) IS DISTINCT FROM (c.by, c.verdict)",
    ),
)
