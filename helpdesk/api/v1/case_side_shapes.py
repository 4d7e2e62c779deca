"""How what stands beside cases looks over HTTP: contacts outside the Platform, and news of orders."""

from datetime import date, datetime
from typing import Any

from ninja import Schema

from helpdesk.cases.terms.deeds import ContactShown, UpdateShown


class ContactShape(Schema):
    """A contact outside, as noted, and what the other side says of it, each in the language of its author."""

    id: str
    conversation: str
    case: str | None
    n: int
    at: datetime
    side: str
    author: str | None
    channel: str
    on: date
    words: str | None
    language: str | None
    outcome: str | None
    settled_at: datetime | None
    reason: str | None
    reason_language: str | None


class UpdateShape(Schema):
    """What the Seller told of an order, `words` in `language`; `tracking_url` where its market allows a link
    there.
    """

    entry: str
    order: str
    conversation: str
    n: int
    at: datetime
    what: str
    expected_on: date | None
    carrier: str | None
    tracking: str | None
    tracking_url: str | None
    words: str | None
    language: str | None


def contact(one: ContactShown) -> dict[str, Any]:
    """One contact outside."""
    return {
        "id": str(one.ref),
        "conversation": str(one.conversation),
        "case": str(one.case) if one.case else None,
        "n": one.n,
        "at": one.at,
        "side": one.side.value,
        "author": one.author or None,
        "channel": one.channel.value,
        "on": one.on_day,
        "words": one.words or None,
        "language": one.language or None,
        "outcome": one.outcome and one.outcome.value,
        "settled_at": one.settled_at,
        "reason": one.reason or None,
        "reason_language": one.reason_language or None,
    }


def update(one: UpdateShown) -> dict[str, Any]:
    """One update of an order."""
    return {
        "entry": str(one.entry),
        "order": str(one.order),
        "conversation": str(one.conversation),
        "n": one.n,
        "at": one.at,
        "what": one.what.value,
        "expected_on": one.expected_on,
        "carrier": one.carrier or None,
        "tracking": one.tracking or None,
        "tracking_url": one.tracking_url or None,
        "words": one.words or None,
        "language": one.language or None,
    }
