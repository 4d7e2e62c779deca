"""What the tests of deeds on a thread's clock share: a present of their own, and short ways to act."""

from datetime import UTC, datetime, timedelta
from itertools import count

from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import Manner, Posted
from helpdesk.deadlines.models import Obligation
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, EDDA
from tests.shops import Shops

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)  # no holiday near it, neither in Poland nor in Germany
HOUR = timedelta(hours=1)


class Story:
    """One thread of Clara's with Anna's shop; every deed comes a minute after the one before it."""

    def __init__(self, shops: Shops) -> None:
        self.now = MONDAY
        self._keys = (f"story-{n}" for n in count())
        first = conversations.ask_about_order(
            actor=CLARA, now=MONDAY, order=shops.claras_order, draft="Is it 8 mm?", key=self.key()
        )
        self.thread: Ref = first.conversation

    def key(self) -> str:
        """A fresh one."""
        return next(self._keys)

    def later(self, by: timedelta = timedelta(minutes=1)) -> datetime:
        """The story's next instant."""
        self.now += by
        return self.now

    def ask(self, draft: str = "And does it fit?") -> Posted:
        """Clara writes."""
        return conversations.post_question(
            actor=CLARA, now=self.later(), conversation=self.thread, draft=draft, key=self.key()
        )

    def reply(
        self,
        draft: str = "Yes, it is 8 mm and fits.",
        actor: Actor = ANNA,
        manner: Manner | None = None,
        **more: object,
    ) -> Posted:
        """Anna writes."""
        return conversations.post_reply(
            actor=actor,
            now=self.later(),
            conversation=self.thread,
            draft=draft,
            key=self.key(),
            manner=manner,
            **more,  # type: ignore[arg-type]
        )

    def asked_again(self) -> "Story":
        """The first question answered, and a second one open: what may be marked."""
        self.reply()
        self.ask()
        return self


def obligations() -> list[Obligation]:
    """All of them, the earliest first."""
    with acting(EDDA):
        return list(Obligation.objects.order_by("received_at"))


def open_obligation() -> Obligation | None:
    """The one that is open; at most one can be."""
    found = [row for row in obligations() if row.answered_at is None]
    assert len(found) <= 1
    return found[0] if found else None


def findings() -> list[Finding]:
    """What does not fit in the whole record."""
    return [
        part
        for part in verify(mirrors=MIRRORS)
        if isinstance(part, Finding) and part.code != "entry.unnumbered"
    ]
