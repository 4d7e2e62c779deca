"""Files that were examined before search had their text."""

from datetime import datetime

from django.db.models import Q, QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience
from helpdesk.attachments.models import File
from helpdesk.attachments.terms import HEARD_STATES, MAX_TRIES
from helpdesk.kernel.actor import Actor


def unheard(*, now: datetime | None) -> QuerySet[File]:
    """In the present scope: those that nobody has in hand at `now`; of None, whoever has."""
    left = File.objects.filter(heard_at=None, erased_at=None, state__in=HEARD_STATES)
    left = left.filter(audience=Audience.BOTH.value)  # what one side alone shows the Platform is not searched
    if now is None:
        return left
    free = Q(look_at=None) | Q(look_at__lte=now)
    return left.filter(free, hear_tries__lt=MAX_TRIES)


def unheard_count(*, actor: Actor) -> int:
    """How many are left to read, those included that cannot be. One SQL statement beside the scope's."""
    with acting(actor):
        return unheard(now=None).count()
