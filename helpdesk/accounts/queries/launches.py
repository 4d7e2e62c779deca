"""Launches, by the secret of their link."""

from helpdesk.accounts.models import Launch
from helpdesk.accounts.rules import digest
from helpdesk.accounts.terms import Doing, Hat, LaunchShown, Target
from helpdesk.kernel.actor import Side


def launch_for_system(*, secret: str) -> LaunchShown | None:
    """What a link stands for, used and too old ones too; None when there is no such. One SQL statement."""
    if not secret.isascii():
        return None
    found = Launch.objects.filter(digest=digest(secret)).first()
    return None if found is None else shown(row=found)


def shown(*, row: Launch) -> LaunchShown:
    """The row as a value."""
    return LaunchShown(
        id=row.id,
        hat=Hat(person=row.person_id, side=Side(row.side), seller_id=row.seller_id),
        target=Target(doing=Doing(row.doing), what=row.what, place=row.place),
        language=row.language,
        issued_at=row.issued_at,
        expires_at=row.expires_at,
        opened_at=row.opened_at,
    )
