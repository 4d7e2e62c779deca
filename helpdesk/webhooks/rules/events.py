"""Events: what a numbered entry looks like outside. Ids and codes, nobody's words, nobody's name."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref
from helpdesk.webhooks.terms import PUBLISHED, TEST_KIND, TYPE, Logged, Noun

_THREADS = ("conversation", "file")  # facts that name a conversation, on chains beside it


def envelope(*, logged: Logged, source: str) -> dict[str, object]:
    """The CloudEvent (1.0, JSON) of an entry; `source` is this Helpdesk's own address."""
    leaf = json.loads(logged.leaf)
    entry, chain = (Ref(logged.seller_id, UUID(leaf[name])) for name in ("id", "chain"))
    noun = PUBLISHED[logged.kind].noun
    named = logged.seller if noun is Noun.SELLER and logged.seller else str(chain)
    return _envelope(
        id=str(entry),
        source=source,
        kind=logged.kind,
        subject=f"{noun}/{named}",
        at=from_us(leaf["at"]),
        data=_data(logged, leaf, entry, chain if noun is Noun.CONVERSATION else None),
    ) | {"archivenumber": logged.number, "leafhash": logged.leaf_hash.hex()}


def tried(*, webhook: Ref, id: Ref, at: datetime, source: str) -> dict[str, object]:
    """The event that a test sends: of no entry, so it has no number."""
    subject, data = f"{Noun.WEBHOOK}/{webhook}", {"webhook": str(webhook)}
    return _envelope(id=str(id), source=source, kind=TEST_KIND, subject=subject, at=at, data=data)


def _envelope(
    *, id: str, source: str, kind: str, subject: str, at: datetime, data: Mapping[str, object]
) -> dict[str, object]:
    return {
        "specversion": "1.0",
        "id": id,
        "source": source,
        "type": TYPE + kind,
        "subject": subject,
        "time": at.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "datacontenttype": "application/json",
        "data": dict(data),
    }


def _data(
    logged: Logged, leaf: Mapping[str, Any], entry: Ref, conversation: Ref | None
) -> Mapping[str, object]:
    facts = leaf["f"]
    data: dict[str, object] = {"entry": str(entry), "n": leaf["n"], "side": leaf["by"]["role"]}
    if logged.seller:
        data["seller"] = logged.seller
    thread = conversation or _ref(logged, next((facts[name] for name in _THREADS if name in facts), None))
    case = leaf["id"] if logged.kind == "case.opened" else facts.get("case")
    for name, ref in (("conversation", thread), ("case", _ref(logged, case))):
        if ref is not None:
            data[name] = str(ref)
    refers = [{"how": how, "entry": str(Ref(logged.seller_id, UUID(id)))} for how, id in leaf["ref"]]
    return data | {"refers": refers}


def _ref(logged: Logged, id: object) -> Ref | None:
    """Facts are codes and integers: some name a row, others of the same name do not."""
    try:
        return Ref(logged.seller_id, UUID(str(id)))
    except ValueError:
        return None
