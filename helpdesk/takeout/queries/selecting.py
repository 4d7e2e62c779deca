"""The SQL of each feed: a stretch of the log, and what its entries changed."""

from typing import Final

from helpdesk.takeout.terms.feeds import Feed

_STRETCH = """
    WITH new AS (
        SELECT number, seller_id, entry_id, chain FROM archive_number
        WHERE number > %s AND number <= %s AND {{own}}
        ORDER BY number LIMIT %s
    )
    SELECT new.number, new.seller_id, {columns}
    FROM new
    LEFT JOIN LATERAL (
        SELECT * FROM {table} t WHERE t.seller_id = new.seller_id AND ({found_by})
    ) t ON true
    LEFT JOIN marketplace_seller s ON s.seller_id = new.seller_id
    ORDER BY new.number
"""


def _select(*, columns: str, table: str, found_by: str) -> str:
    return _STRETCH.format(columns=columns, table=table, found_by=found_by)


_SELECTS: Final = {
    Feed.CONVERSATIONS: _select(
        columns="t.id, s.external_id, t.market, t.order_id, t.offer_id, t.started_at, t.last_at, t.last_side",
        table="conversations_conversation",
        found_by="t.id = new.chain",
    ),
    Feed.MESSAGES: _select(
        columns="t.id, t.conversation_id, s.external_id, t.n, t.side, t.language, t.manner, t.at",
        table="conversations_message",
        found_by="t.id = new.entry_id",
    ),
    Feed.OBLIGATIONS: _select(
        columns="t.id, t.chain, s.external_id, t.cause, t.question_id, t.with_order, t.received_at,"
        " t.deadline, t.zone, t.calendar, t.calendar_version, t.overdue_at, t.answered_at, t.verdict,"
        " t.corrected_verdict",
        table="deadlines_obligation",
        found_by="""t.chain = new.chain AND (
            new.entry_id IN (t.id, t.overdue_by, t.voided_by, t.answered_by, t.corrected_by)
            OR EXISTS (SELECT FROM deadlines_move m WHERE m.seller_id = new.seller_id
                       AND m.id = new.entry_id AND m.obligation_id = t.id))""",
    ),
    Feed.CASES: _select(
        columns="t.id, t.chain, t.order_id, s.external_id, t.number, t.market, t.situation, t.kind, t.stage,"
        " t.owner, t.outcome, t.at, t.last_at, t.ended_at, t.due_at, t.due_code",
        table="cases_case",
        found_by="t.chain = new.chain AND t.last_by = new.entry_id",
    ),
    Feed.STANDINGS: _select(
        columns="t.id, s.external_id, t.at, t.counted_on, t.rank, t.visibility, t.measure, t.level,"
        " t.weights",
        table="standing_publication",
        found_by="t.id = new.entry_id",
    ),
    Feed.MEASURES: _select(
        columns="t.id, s.external_id, t.kind, t.track, t.place, t.factor, t.announced_at, t.starts_at,"
        " t.ends_at, t.appeal_until, t.stayed_at, t.resumed_at, t.resumed_until, t.lifted_at",
        table="enforcement_measure",
        found_by="new.entry_id IN (t.id, t.stayed_by, t.resumed_by, t.lifted_by)",
    ),
}
# row security says whose; a seller's number a second time finds the index, whatever plan is kept
OF_ALL: Final = {feed: sql.format(own="true") for feed, sql in _SELECTS.items()}
OF_SELLER: Final = {feed: sql.format(own="seller_id = %s::bigint") for feed, sql in _SELECTS.items()}
