"""What stands at a thread's messages for a Buyer: which of them leads outside, and what was reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from helpdesk.archive.database.scope import acting, everything
from helpdesk.conduct.models import Review, Verdict
from helpdesk.conduct.queries import told_in
from helpdesk.conduct.terms import Decided, Label
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.reports import rules
from helpdesk.reports.models import Report
from helpdesk.reports.policies import visible_to
from helpdesk.reports.terms import OTHER_SIDE, What


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """A message in which the rules found a way outside the Platform, and no person found it fine."""

    message: UUID
    what: What


def outside(*, actor: Actor, conversation: Ref, messages: Sequence[UUID]) -> Mapping[UUID, Outside]:
    """Of these messages of a thread of the Buyer's, the Seller's that lead outside, by their entries.

    A finding is its author's: the Buyer learns of its kind alone. One SQL statement beside the scope's, and
    one where something was found; none for other sides.
    """
    if actor.side is not Side.BUYER or actor.buyer_id is None or not messages:
        return {}
    labels: dict[UUID, set[Label]] = {}
    with everything():
        rows = Verdict.objects.filter(
            seller_id=conversation.seller_id,
            entry_id__in=list(messages),
            chain=conversation.id,
            buyer_id=actor.buyer_id,
            side=Side.SELLER.value,
        )
        for entry, findings in rows.values_list("entry_id", "findings"):
            labels.setdefault(entry, set()).update(one.label for one in told_in(findings=findings))
        fine = _found_fine(conversation, list(labels)) if labels else set()
    found = {entry: rules.outside_of(labels=said) for entry, said in labels.items() if entry not in fine}
    return {entry: Outside(message=entry, what=what) for entry, what in found.items() if what is not None}


def own_reports_in(*, actor: Actor, conversation: Ref) -> Mapping[UUID, Ref]:
    """The own side's reports of messages of a thread, by message. One SQL statement beside the scope's."""
    if actor.side not in OTHER_SIDE:
        return {}
    chain = rules.chain_id(file=conversation.id, side=actor.side)
    with acting(actor):
        mine = Report.objects.filter(visible_to(actor=actor), seller_id=conversation.seller_id, chain=chain)
        rows = mine.filter(message_id__isnull=False).values_list("message_id", "id")
        return {message: Ref(conversation.seller_id, id) for message, id in rows if message is not None}


def _found_fine(conversation: Ref, entries: Sequence[UUID]) -> set[UUID]:
    """Those that a person looked at last and found fine, in the present scope."""
    rows = Review.objects.filter(seller_id=conversation.seller_id, subject_id__in=entries)
    latest = dict(rows.order_by("at", "id").values_list("subject_id", "decision"))
    return {entry for entry, decision in latest.items() if decision == Decided.FINE}
