"""One as the rules see it, for actions: in the present scope, under its thread's lock."""

from django.db.models import QuerySet

from helpdesk.agreements.models import Agreement
from helpdesk.agreements.terms import Outcome, Standing, What
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound


def conversation_of(*, actor: Actor, agreement: Ref) -> tuple[Ref, What]:
    """The thread in which it was proposed, and what it is. Raises NotFound for others' too."""
    with acting(actor):
        row = _rows(agreement).values_list("conversation_id", "what").first()
    if row is None:
        raise NotFound("agreement.not_found")
    return Ref(agreement.seller_id, row[0]), What(row[1])


def standing(*, agreement: Ref, conversation: Ref) -> Standing:
    """As it stands in this transaction, in that thread. One SQL statement. Raises NotFound."""
    row = _rows(agreement).filter(conversation_id=conversation.id).first()
    if row is None:
        raise NotFound("agreement.not_found")
    return of_row(row=row)


def waiting_in(*, conversation: Ref) -> int:
    """How many wait for an answer there. One SQL statement."""
    here = Agreement.objects.filter(seller_id=conversation.seller_id, conversation_id=conversation.id)
    return here.filter(settled_by=None, replaced_by=None).count()


def is_being_changed(*, agreement: Ref) -> bool:
    """Whether a new one that is to take its place waits. One SQL statement."""
    rows = Agreement.objects.filter(seller_id=agreement.seller_id, amends=agreement.id)
    return rows.filter(settled_by=None, replaced_by=None).exists()


def of_row(*, row: Agreement) -> Standing:
    """The row in the rules' words."""
    return Standing(
        id=row.id,
        what=What(row.what),
        n=row.n,
        proposed_by=Side(row.side),
        owed_by=Side(row.owed_by) if row.owed_by else None,
        asks=bool(row.asks),
        amends=row.amends,
        due_at=row.due_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        is_kept=row.kept_by is not None,
        lapsed_by=row.lapsed_by,
        is_replaced=row.replaced_by is not None,
    )


def _rows(agreement: Ref) -> QuerySet[Agreement]:
    return Agreement.objects.filter(seller_id=agreement.seller_id, id=agreement.id)
