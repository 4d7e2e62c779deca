"""A thread in which much was agreed: in force, replaced, waiting, with words as long as they may be."""

from collections.abc import Mapping
from datetime import date, datetime

from helpdesk.agreements import actions as agreements
from helpdesk.agreements.terms import Proposal, Type
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref

WORDS = (
    "Wir nehmen die Kaffeevollautomatenbrühgruppendichtungsnachfüllpackung zurück"
    " und erstatten den Preis, sobald sie eingetroffen ist."
)
_UNTIL = date(2026, 12, 31)


def agree(*, anna: Actor, clara: Actor, now: datetime, places: Mapping[str, object]) -> dict[str, Ref]:
    """Clara's turn comes last, so that she has something to confirm."""
    thread = places["answered"]
    assert isinstance(thread, Ref)

    def propose(key: str, amount: str, amends: Ref | None = None) -> Ref:
        posted = agreements.propose(
            actor=anna,
            now=now,
            conversation=thread,
            proposal=Proposal(type=Type.REFUND, amount=amount, until=_UNTIL, words=WORDS),
            key=f"agreed-{key}",
            amends=amends.id if amends else None,
        )
        return Ref(thread.seller_id, posted.receipt.entry)

    first = propose("first", "20")
    agreements.confirm(actor=clara, now=now, agreement=first, key="agreed-yes")
    agreements.ask_for_confirmation(actor=anna, now=now, conversation=thread, words=WORDS, key="agreed-asked")
    return {"agreement": propose("second", "1234.50", first)}
