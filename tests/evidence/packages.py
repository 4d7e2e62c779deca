"""A real, small package to verify: two people, a question, an answer, an event between them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from helpdesk.archive.terms import Audience
from helpdesk.evidence import actions as evidence
from helpdesk.evidence.terms import Withheld
from helpdesk.evidence.words import WORDING
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA


@dataclass(frozen=True, kw_only=True)
class Handed:
    """A package in memory."""

    data: bytes
    entry: object

    @property
    def members(self) -> dict[str, bytes]:
        """Path -> bytes."""
        with ZipFile(BytesIO(self.data)) as package:
            return {name: package.read(name) for name in package.namelist()}


def package(
    conversation: Ref,
    *,
    actor: Actor = ANNA,
    language: str = "en",
    withheld: Collection[Withheld] = (),
    backstage: Collection[Audience] = (),
    key: str = "package",
    now: datetime | None = None,
    zone: str | None = None,
) -> Handed:
    """The package of a conversation, as one of its parties takes it."""
    made = evidence.hand_out(
        actor=actor,
        now=now or clock.now(),
        conversation=conversation,
        language=language,
        key=key,
        wording=WORDING,
        zone=zone,
        withheld=withheld,
        backstage=backstage,
    )
    with made.file:
        data = made.file.read()
    assert len(data) == made.size
    return Handed(data=data, entry=made.entry)
