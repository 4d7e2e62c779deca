"""The feed of notices for a Platform that delivers them itself."""

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.notifications.terms import Kind, Requested

_REQUESTED = """
    SELECT d.number, d.person_id, n.kind, n.side, n.seller_id, n.conversation_id, coalesce(p.language, 'en')
    FROM notifications_delivery d
    JOIN notifications_notice n ON n.seller_id = d.seller_id AND n.id = d.notice_id
    LEFT JOIN accounts_person p ON p.id = d.person_id
    WHERE d.number > %s
    ORDER BY d.number
    LIMIT %s
"""


def requested(*, actor: Actor, after: int = 0, limit: int = 100) -> list[Requested]:
    """`notice.requested`: what the Platform is asked to deliver, in order, after the number it saw last.

    One SQL statement beside the scope's. Raises Forbidden for all but the Platform.
    """
    if actor.side is not Side.PLATFORM:
        raise Forbidden("notice.not_yours")
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_REQUESTED, [after, limit])
        return [
            Requested(
                number=number,
                person=person,
                kind=Kind(kind),
                side=Side(side),
                conversation=Ref(seller_id, conversation),
                language=language,
            )
            for number, person, kind, side, seller_id, conversation, language in cursor.fetchall()
        ]
