"""Short ways to act in cases, at instants of the test's choice."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Entry
from helpdesk.cases import actions as cases
from helpdesk.cases import queries
from helpdesk.cases.models import Closed
from helpdesk.cases.terms.deeds import CaseShown, Opening
from helpdesk.cases.terms.names import Situation
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Shipment
from tests.cast import ANNA, CLARA, EDDA, PLATFORM

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)  # no holiday near it, neither in Poland nor in Germany
DELIVERED = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)
DAMAGED = Opening(situation=Situation.DAMAGED, wanted="repair")
DAY = timedelta(days=1)


class Tale:
    """One order and its cases; every deed comes a minute after the one before it."""

    def __init__(self, order: Ref, buyer: Actor = CLARA, *, now: datetime = MONDAY) -> None:
        self.order, self.buyer, self.now = order, buyer, now
        self._keys = (f"tale-{order.id.hex[-4:]}-{n}" for n in count())
        self.case: Ref | None = None
        deliver(order, buyer, at=DELIVERED)

    def key(self) -> str:
        """A fresh one."""
        return next(self._keys)

    def later(self, by: timedelta = timedelta(minutes=1)) -> datetime:
        """The tale's next instant."""
        self.now += by
        return self.now

    def open(self, opening: Opening = DAMAGED, words: str = "The handle is broken.", **more: Any) -> Posted:
        """The buyer opens a case, which becomes the tale's own."""
        actor = more.pop("actor", self.buyer)
        posted = cases.open_case(
            actor=actor,
            now=self.later(),
            order=self.order,
            opening=opening,
            key=more.pop("key", None) or self.key(),
            words=words,
            **more,
        )
        self.case = Ref(self.order.seller_id, posted.receipt.entry)
        return posted

    def step(self, step: str, actor: Actor = ANNA, *, words: str = "", **more: Any) -> Posted:
        """Somebody takes a step in it; what is no argument of the action is given with the step."""
        assert self.case is not None
        own = {name: more.pop(name) for name in ("files", "key", "seen_n", "confirmed") if name in more}
        own.setdefault("key", self.key())
        return cases.take_step(
            actor=actor, now=self.later(), case=self.case, step=step, words=words, given=more, **own
        )

    def shown(self, actor: Actor | None = None) -> CaseShown:
        """As this actor sees it now."""
        assert self.case is not None
        return queries.case_of(actor=actor or self.buyer, now=self.now, case=self.case)

    def may(self, actor: Actor) -> list[str]:
        """The names of what this actor may do now."""
        return [one.step for one in self.shown(actor).actions if not one.missing]

    def sweep(self, by: timedelta = timedelta(minutes=2)) -> int:
        """Time does what is due."""
        return cases.sweep_cases(actor=SYSTEM, now=self.later(by), limit=20)

    @property
    def thread(self) -> Ref:
        """The order's conversation."""
        return self.shown(EDDA).conversation

    def ask(self, draft: str = "And when?") -> Posted:
        """The buyer writes."""
        return conversations.ask_about_order(
            actor=self.buyer, now=self.later(), order=self.order, draft=draft, key=self.key()
        )

    def reply(self, draft: str = "We have looked at it: please send it back.") -> Posted:
        """Anna writes."""
        return conversations.post_reply(
            actor=ANNA, now=self.later(), conversation=self.thread, draft=draft, key=self.key()
        )


def deliver(order: Ref, buyer: Actor, *, at: datetime | None, expected_on: date | None = None) -> None:
    """All of it in one parcel."""
    assert buyer.buyer_id is not None
    with acting(PLATFORM):
        Shipment.objects.create(
            seller_id=order.seller_id,
            order_id=order.id,
            buyer_id=buyer.buyer_id,
            external_id=f"parcel-{order.id}-{at}",
            lines=[{"line": "1", "quantity": 2}],
            direction="out",
            carrier="DHL",
            dispatched_at=DELIVERED - 3 * DAY,
            delivered_at=at,
            expected_on=expected_on,
        )


def entries() -> list[str]:
    """The kinds of all entries of this room, in their order."""
    with everything():
        found = Entry.objects.filter(kind__regex="^(case|contact|order)\\.").order_by("at")
        return list(found.values_list("kind", flat=True))


def leaf_of(entry: UUID) -> str:
    """The leaf's bytes, as text."""
    with everything():
        return bytes(Entry.objects.get(id=entry).leaf).decode()


def closed() -> Sequence[tuple[str, str, str]]:
    """Dates that ended: what, whose, how."""
    with everything():
        return [(one.code, one.owner, one.verdict) for one in Closed.objects.order_by("at", "code")]
