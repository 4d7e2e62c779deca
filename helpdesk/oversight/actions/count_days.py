"""Count days: how shops answered, stored by the day, so that whoever looks at numbers scans nothing."""

from datetime import datetime, timedelta

from django.db import connection

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.models import Counted
from helpdesk.standing.terms import REACTION

EVERY = timedelta(hours=1)
SOON = timedelta(minutes=1)
AGAIN_DAYS = 35  # a late answer, a ruling or a moved deadline changes days that are over
FIRST_DAYS = 400  # of what a first count looks back

# Due is what standing counts, with its rulings; the market is that of the thread.
_COUNT = """
    WITH told AS (
        SELECT seller_id, chain, timezone('UTC', received_at)::date AS on_day,
               1 AS asked, 0 AS met, 0 AS late, 0 AS missed, 0 AS open, 0 AS overdue
        FROM deadlines_obligation WHERE received_at >= %(since)s AND received_at < %(until)s
        UNION ALL
        SELECT p.seller_id, p.chain, timezone('UTC', to_timestamp(p.deadline_us / 1000000))::date, 0,
               (s.stands = 'met')::int, (s.stands = 'late')::int, (s.stands IN ('missed', 'open'))::int, 0, 0
        FROM standing_point p, LATERAL (
            SELECT CASE p.ruled WHEN '' THEN p.state WHEN 'met' THEN 'met' ELSE 'excluded' END AS stands
        ) s
        WHERE p.matter = 'answer' AND s.stands <> 'excluded'
          AND p.deadline_us >= %(since_us)s AND p.deadline_us < %(now_us)s
        UNION ALL
        SELECT o.seller_id, o.chain, d::date, 0, 0, 0, 0, 1,
               (timezone('UTC', o.deadline) < least(d + interval '1 day', timezone('UTC', %(now)s)))::int
        FROM deadlines_obligation o, LATERAL generate_series(
            greatest(timezone('UTC', o.received_at)::date, timezone('UTC', %(since)s)::date)::timestamp,
            least(timezone('UTC', o.answered_at)::date - 1, timezone('UTC', %(until)s)::date - 1)::timestamp,
            interval '1 day') AS d
        WHERE o.received_at < %(until)s AND (o.answered_at IS NULL OR o.answered_at >= %(since)s)
    ), placed AS (
        SELECT t.seller_id, c.market::text AS market, t.on_day, t.asked, t.met, t.late, t.missed, t.open,
               t.overdue, 0 AS refused, 0 AS cases
        FROM told t JOIN conversations_conversation c ON c.seller_id = t.seller_id AND c.id = t.chain
        UNION ALL
        SELECT a.seller_id, coalesce(a.market, c.market)::text, timezone('UTC', a.at)::date,
               0, 0, 0, 0, 0, 0, 1, 0
        FROM conversations_attempt a
        LEFT JOIN conversations_conversation c ON c.seller_id = a.seller_id AND c.id = a.conversation_id
        WHERE a.at >= %(since)s AND a.at < %(until)s AND a.side = 'seller'
          AND coalesce(a.market, c.market) IS NOT NULL
        UNION ALL
        SELECT k.seller_id, k.market, timezone('UTC', k.at)::date, 0, 0, 0, 0, 0, 0, 0, 1
        FROM cases_case k WHERE k.at >= %(since)s AND k.at < %(until)s
    )
    INSERT INTO oversight_day (seller_id, market, on_day, asked, met, late, missed, open, overdue, refused,
                               cases)
    SELECT seller_id, market, on_day, sum(asked), sum(met), sum(late), sum(missed), sum(open), sum(overdue),
           sum(refused), sum(cases)
    FROM placed GROUP BY seller_id, market, on_day
"""
_FORGET = "DELETE FROM oversight_day WHERE on_day >= %s AND on_day < %s"


def count_days(*, actor: Actor, now: datetime) -> int | None:
    """Days up to today, the last ones anew; None where they were counted less than an hour ago.

    While standing has not taken in what was done an hour ago, it is counted again a minute later. Seven SQL
    statements, whatever there is. Days are UTC, today's as it stands so far. Raises Forbidden.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("oversight.not_yours")
    with acting(actor):
        last = Counted.objects.select_for_update().filter(id=1).first()
        if last is not None and now - last.at < EVERY:
            return None
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        until = midnight + timedelta(days=1)
        since = midnight - timedelta(days=FIRST_DAYS if last is None else AGAIN_DAYS)
        if last is not None and last.until_day < since.date():
            since = datetime.combine(last.until_day, since.timetz())
        at = now if _is_whole(now) else now - EVERY + SOON
        Counted.objects.update_or_create(id=1, defaults={"at": at, "until_day": midnight.date()})
        with connection.cursor() as cursor:
            cursor.execute(_FORGET, [since.date(), until.date()])
            instants = {"since": since, "until": until, "now": now}
            cursor.execute(_COUNT, instants | {"since_us": to_us(since), "now_us": to_us(now)})
            return int(cursor.rowcount)


def _is_whole(now: datetime) -> bool:
    """Whether standing, which says what was due, is not far behind the record."""
    return not archive.is_behind(number=archive.reached_by(reaction=REACTION), until=now - EVERY)
