"""Threads of an older system, for Anna's and Dmitri's shops."""

import io
import json
from typing import Any
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.rules import thread_about_order
from helpdesk.conversations.terms.importing import ThreadFormat, ThreadsReport
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.marketplace.models import ExternalId
from helpdesk.marketplace.terms.kinds import NO_ID, Kind
from tests.cast import ANNAS_SHOP, CLARA, DMITRIS_SHOP, HANIA, PLATFORM
from tests.shops import Shops

SAID = "2024-03-05T10:15:00Z"
WORDS = "canary of an older system: is it the 8 mm gasket?"
ANSWER = "Yes, the 8 mm one. https://example.net/pay-outside"


Named = tuple[Kind, str, int, UUID]


def parties_known() -> None:
    """The Platform's own ids of markets, shops and Buyers."""
    _name(
        (Kind.MARKET, "de", OPERATOR, NO_ID),
        (Kind.MARKET, "pl", OPERATOR, NO_ID),
        (Kind.SELLER, "anna", ANNAS_SHOP, NO_ID),
        (Kind.SELLER, "dmitri", DMITRIS_SHOP, NO_ID),
        (Kind.BUYER, "clara", OPERATOR, CLARA.person),
        (Kind.BUYER, "hania", OPERATOR, HANIA.person),
    )


def known(shops: Shops) -> None:
    """And of what stands in the shops."""
    parties_known()
    _name(
        (Kind.ORDER, "A-1001-id", *shops.claras_order),
        (Kind.ORDER, "A-1002", *shops.hanias_order),
        (Kind.ORDER, "D-2001", *shops.dmitris_order),
        (Kind.OFFER, "gasket", *shops.offer),
    )


def _name(*rows: Named) -> None:
    with acting(PLATFORM):
        ExternalId.objects.bulk_create(
            ExternalId(kind=kind, external_id=id, seller_id=seller, id=of, version="1", version_order=1)
            for kind, id, seller, of in rows
        )


def said(
    id: str = "m1", who: str = "buyer", at: str = SAID, text: str = WORDS, **more: Any
) -> dict[str, Any]:
    """One message."""
    return {"id": id, "who": who, "said_at": at, "language": "en", "text": text, **more}


def thread(*messages: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Clara's with Anna about her order, unless said otherwise; two messages unless given."""
    usual = (said(), said("m2", "seller", "2024-03-05T12:00:00+01:00", ANSWER, language="de"))
    head = {"id": "t1", "market": "de", "seller": "anna", "buyer": "clara", "order": "A-1001-id"}
    return {**head, **more, "messages": list(messages or usual)}


def brought(
    *threads: dict[str, Any],
    actor: Actor = PLATFORM,
    written: ThreadFormat = ThreadFormat.NDJSON,
    dry_run: bool = False,
) -> ThreadsReport:
    """Imported, a thread a line or as one array."""
    lines = [json.dumps(one) for one in threads]
    text = "\n".join(lines) if written is ThreadFormat.NDJSON else f"[{', '.join(lines)}]"
    return streamed(text.encode(), actor=actor, written=written, dry_run=dry_run)


def streamed(
    data: bytes, *, actor: Actor = PLATFORM, written: ThreadFormat = ThreadFormat.CSV, dry_run: bool = False
) -> ThreadsReport:
    """Imported as it is."""
    return conversations.import_threads(
        actor=actor, now=clock.now(), stream=io.BytesIO(data), written=written, dry_run=dry_run
    )


def codes(report: ThreadsReport) -> list[tuple[int, str, str]]:
    """Line, pointer and code of each problem."""
    return [(one.line, one.flaw.pointer, one.flaw.code) for one in report.problems]


def place(shops: Shops) -> Ref:
    """Clara's thread about her order."""
    return Ref(ANNAS_SHOP, thread_about_order(order_id=shops.claras_order.id))
