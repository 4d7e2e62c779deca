"""One client that appends entries to chains in turn, each a deed of its own: a transaction, a receipt."""

import time
from collections.abc import Mapping
from random import Random
from uuid import UUID, uuid5

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM

CHAINS = 2_000
BODY = ("Dear customer, the parcel left us this morning and will be with you by Thursday. " * 4).encode()
FACTS: Mapping[str, int | str] = {"language": "en", "overrun": 0, "verdict": "met", "counted": 36_000_000_000}
_NAMES = UUID(int=5)


def chain(number: int) -> Chain:
    """One of the two thousand, each of a seller of its own."""
    id = uuid5(_NAMES, str(number))
    return Chain(
        seller_id=1_000_003 + number, id=id, name=ChainName.SHARED, audience=Audience.BOTH, seller=id, pair=id
    )


def append_for(*, seconds: float, client: int) -> int:
    """As fast as one client can."""
    chance, done = Random(client), 0
    ends = time.perf_counter() + seconds
    while time.perf_counter() < ends:
        with acting(SYSTEM):
            archive.append(
                chain=chain(chance.randrange(CHAINS)),
                kind="message",
                actor=SYSTEM,
                now=clock.now(),
                key=f"{client}/{clock.to_us(clock.now())}/{done}",
                values={"body": BODY},
                facts=FACTS,
            )
        done += 1
    return done
