"""Which case an entry belongs to."""

from helpdesk.archive.database.scope import acting
from helpdesk.cases.models import Step
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref


def case_with(*, actor: Actor, entry: Ref) -> Ref | None:
    """The case that the entry opened or moved on; None of others' and of other entries. One SQL statement."""
    with acting(actor):
        here = Step.objects.filter(seller_id=entry.seller_id, id=entry.id)
        found = here.values_list("case_id", flat=True).first()
    return Ref(entry.seller_id, found) if found else None
