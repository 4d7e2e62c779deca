"""Open a launch: the one time that its link lets somebody in."""

from datetime import datetime
from uuid import UUID, uuid5

from helpdesk.accounts.models import Launch
from helpdesk.accounts.queries import roles_for_system
from helpdesk.accounts.queries.launches import shown
from helpdesk.accounts.rules import digest
from helpdesk.accounts.terms import LAUNCHED, LaunchShown
from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import OPERATOR
from helpdesk.kernel.refusal import NotFound


def open_launch(*, actor: Actor, now: datetime, secret: str) -> LaunchShown:
    """Whom to let in, on record before the session begins. Of two at once, one comes in.

    Raises NotFound (used, too old, no such, or a person who has since become one of the operator's), Busy.
    """
    with acting(SYSTEM):
        mine = Launch.objects.filter(digest=digest(secret), opened_at=None, expires_at__gt=now)
        row = mine.select_for_update().first()
        if row is None or roles_for_system(person_id=row.person_id):
            raise NotFound("launch.gone")
        mine.update(opened_at=now)
        archive.append(
            chain=_door(row.person_id),
            kind=LAUNCHED,
            actor=actor,
            now=now,
            key=str(row.id),
            values={"launch": _who(row)},
            facts={
                "doing": row.doing,
                "issued": clock.to_us(row.issued_at),
                "side": row.side,
                **({"what": row.what} if row.what else {}),
            },
        )
    row.opened_at = now
    return shown(row=row)


def _who(row: Launch) -> bytes:
    """Ids only: whose link, whose word it was that they are who they are, and where it led."""
    return canonical({"issued_by": str(row.issued_by), "person": str(row.person_id), "place": row.place})


def _door(person: UUID) -> Chain:
    """The chain of how this person was let in."""
    id = uuid5(person, LAUNCHED)
    return Chain(seller_id=OPERATOR, id=id, name=ChainName.DESK, audience=Audience.OPERATOR)
