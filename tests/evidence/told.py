"""A record to print, of any length and with any text, without a database."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from helpdesk.evidence.actions.printing import printed
from helpdesk.evidence.terms import Published, Told
from helpdesk.evidence.words import WORDING
from helpdesk.kernel.clock import to_us

MADE = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
_HOUR = 3_600_000_000


def told(texts: Sequence[str], *, language: str = "en", spoken: str = "en", name: str = "Clara") -> Told:
    """Messages of the buyer and the seller in turn, each with one of the texts."""
    messages: list[dict[str, Any]] = [
        {
            "at": to_us(datetime(2026, 11, 2, 9, tzinfo=UTC)) + n * _HOUR,
            "entry": str(UUID(int=n + 1)),
            "files": [],
            "language": spoken,
            "n": n,
            "name": name if n % 2 == 0 else "Anna",
            "side": "buyer" if n % 2 == 0 else "seller",
            "text": text,
        }
        for n, text in enumerate(texts)
    ]
    return Told(
        conversation={
            "buyer": name,
            "events": [],
            "language": spoken,
            "market": "de",
            "messages": messages,
            "order": "A-1001",
            "seller": "Anna's Espresso Parts",
            "title": "A-1001",
        },
        facts={message["entry"]: {"language": spoken} for message in messages},
        id=UUID(int=7),
        made_at=MADE,
        language=language,
        zone="Europe/Berlin",
        published=Published(
            origin="helpdesk.example/archive/7",
            keys_at="https://helpdesk.example/keys",
            checkpoint="helpdesk.example/archive/7\n21840\nqZKPkGDhXpQm3v1bV0z7uT2o7sKq3Zb4J1m8n2k5d0E=\n",
            keys=[],
        ),
        entries=len(messages),
        proved=len(messages),
        states={"shown": 2 * len(messages), "withheld": 0, "erased": 0, "missing": 0},
        heads=[("shared", len(messages) - 1, "ab" * 32)],
    )


def pdf(texts: Sequence[str], **how: str) -> bytes:
    """Printed."""
    said = told(texts, **how)
    return printed(document=WORDING.document(said), made_at=said.made_at)
