"""Entries for tests: chains of Anna's shop, and deeds that many do at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar
from uuid import UUID, uuid4

from django.db import connections

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Audience, Chain, ChainName, Kept
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from tests.cast import ANNA, ANNAS_SHOP, EDDA

Answer = TypeVar("Answer")


def chain(
    *, seller_id: int = ANNAS_SHOP, audience: Audience = Audience.SELLER, buyer: Actor | None = None
) -> Chain:
    """A new chain, of Anna's shop unless told otherwise."""
    return Chain(
        seller_id=seller_id,
        id=uuid4(),
        name=ChainName.SELLER,
        audience=audience,
        seller=uuid4(),
        pair=uuid4() if buyer else None,
        buyer_id=buyer.buyer_id if buyer else None,
    )


def append(to: Chain, key: str = "k", text: bytes = b"text", actor: Actor = ANNA) -> Kept:
    """One note, in a transaction of its own."""
    with acting(actor):
        return archive.append(
            chain=to, kind="memo", actor=actor, now=clock.now(), key=key, values={"body": text}
        )


def fill(to: Chain, count: int) -> list[Kept]:
    """So many notes."""
    return [append(to, key=f"{to.id}-{n}", text=b"note %d" % n) for n in range(count)]


def number() -> int:
    """All that waits gets its number."""
    return archive.number_entries(actor=SYSTEM, now=clock.now())


def ns(to: Chain) -> list[int]:
    """The places of a chain's entries, in order."""
    with acting(EDDA):
        return list(Entry.objects.filter(chain=to.id).order_by("n").values_list("n", flat=True))


def ids(to: Chain) -> list[UUID]:
    """The entries of a chain, in order."""
    with acting(EDDA):
        return list(Entry.objects.filter(chain=to.id).order_by("n").values_list("id", flat=True))


def at_once(count: int, deed: Callable[[int], Answer]) -> list[Answer]:
    """What `deed(0)` to `deed(count - 1)` answer, each on a connection of its own, all let go together."""
    connections["default"].close()  # the pool has one for each
    start = Barrier(count, timeout=10)

    def run(number: int) -> Answer:
        start.wait()
        try:
            return deed(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))
