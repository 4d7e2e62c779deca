"""Tell all Sellers what is announced: in sets, for they may be a hundred thousand, and some at a time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience
from helpdesk.kernel.actor import Actor
from helpdesk.notifications import rules
from helpdesk.notifications.queries.announced import WISH, WORKING, announced, not_told, wishes_of
from helpdesk.notifications.terms import Announced, Channel, State

AT_ONCE = 1_000

# each person hears of a matter once a day, and by mail for the first of their shops alone
_TELL = f"""
    WITH working AS MATERIALIZED ({WORKING}),
    told AS (
        INSERT INTO notifications_notice
            (seller_id, id, kind, subject_id, person_id, side, conversation_id, audience, at)
        SELECT w.seller_id, md5(concat_ws('/', %(entry)s, %(kind)s, w.seller_id, w.person_id))::uuid,
               %(kind)s, %(entry)s, w.person_id, 'seller', %(entry)s, %(audience)s, %(at)s
        FROM working w
        ON CONFLICT DO NOTHING
        RETURNING seller_id, id, person_id
    )
    INSERT INTO notifications_delivery
        (seller_id, id, notice_id, person_id, audience, channel, state, due_at, next_at, tries, answer)
    SELECT DISTINCT ON (t.person_id)
           t.seller_id, md5(concat_ws('/', t.id, %(channel)s))::uuid, t.id, t.person_id, %(audience)s,
           %(channel)s, %(state)s, k.leaves_at, k.leaves_at, 0, ''
    FROM told t
    JOIN working w ON w.seller_id = t.seller_id AND w.person_id = t.person_id
    JOIN unnest(%(wishes)s::text[], %(leaves)s::timestamptz[]) AS k (wish, leaves_at)
         ON k.wish = row({WISH})::text
    WHERE w.has_address OR %(channel)s = 'platform'
    ORDER BY t.person_id, t.seller_id
    ON CONFLICT DO NOTHING
"""  # noqa: S608 - of constants


def tell_of_announced(*, actor: Actor, now: datetime, limit: int) -> int:
    """Notices for up to `limit` people who work for shops, and a mail as each wishes; returns for how many.

    Of what was published within the last days and is not in force yet. Safe to repeat, and to run beside
    another worker. One SQL statement while nothing is announced; else two transactions more for each
    AT_ONCE people, so that none lasts long.
    """
    with acting(actor):
        news = announced(now=now)
    for one in news:
        with acting(actor):
            people = not_told(of=one, limit=limit)
        for start in range(0, len(people), AT_ONCE):
            with acting(actor):
                _tell(one, people[start : start + AT_ONCE])
        if people:
            return len(people)
    return 0


def _tell(one: Announced, people: Sequence[UUID]) -> None:
    leaves = {
        wish: rules.leaves_at(kind=one.kind, at=one.at, wishes=said)
        for wish, said in wishes_of(people=people).items()
        if one.kind in said.mailed
    }
    by_platform = settings.HELPDESK.notices == "platform"
    told: dict[str, Any] = {
        "people": list(people),
        "kind": one.kind.value,
        "entry": one.entry,
        "at": one.at,
        "audience": Audience.SELLER.value,
        "channel": (Channel.PLATFORM if by_platform else Channel.MAIL).value,
        "state": State.WAITING.value,
        "wishes": list(leaves),
        "leaves": list(leaves.values()),
    }
    with connection.cursor() as cursor:
        cursor.execute(_TELL, told)
