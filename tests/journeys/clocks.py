"""What happens to clocks, one thread of the house for each: notes, promises, marks, objections, an outage."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import HowAnswered, Manner
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref

ASKED = "Welche Dichtung brauche ich für meine Maschine von 2019?"
HOLDING = "Sprawdzimy to w magazynie."
ANSWERED = "Do tej maszyny pasuje uszczelka 8,5 mm."
MORE = "Gut, dann nehme ich zwölf Stück."
THANKS = "Vielen Dank!"


@dataclass(frozen=True, kw_only=True)
class Told:
    """Who writes in which thread, and the present that hours are counted back from."""

    clara: Actor
    anna: Actor
    admin: Actor
    now: datetime
    thread: Ref

    def asks(self, text: str, *, hours: float) -> None:
        """Clara, so many hours ago."""
        key = f"{self.thread} {hours}"
        conversations.post_question(
            actor=self.clara, now=self._ago(hours), conversation=self.thread, draft=text, key=key
        )

    def answers(
        self, text: str, *, hours: float, manner: Manner | None = None, on: date | None = None
    ) -> None:
        """Anna."""
        conversations.post_reply(
            actor=self.anna,
            now=self._ago(hours),
            conversation=self.thread,
            draft=text,
            key=f"{self.thread} {hours}",
            manner=manner,
            promise_on=on,
        )

    def waives(self, *, hours: float) -> None:
        """Anna: no reply needed."""
        conversations.waive_reply(
            actor=self.anna,
            now=self._ago(hours),
            conversation=self.thread,
            reason=WaiverReason.NO_QUESTION,
            key=f"{self.thread} waived",
        )

    def _ago(self, hours: float) -> datetime:
        return self.now - timedelta(hours=hours)


def _interim(told: Told) -> None:
    told.answers(HOLDING, hours=2, manner=Manner.INTERIM)


def _promised(told: Told) -> None:
    told.answers(HOLDING, hours=2, on=told.now.date() + timedelta(days=5))


def _more(told: Told) -> None:
    told.answers(ANSWERED, hours=7)
    told.asks(MORE, hours=4)


def _waived(told: Told) -> None:
    _more(told)
    told.waives(hours=3)


def _objected(told: Told) -> None:
    _waived(told)
    conversations.object_to_waiver(
        actor=told.clara, now=told.now - timedelta(hours=1), conversation=told.thread, key="it is needed"
    )


def _reopened(told: Told) -> None:
    told.answers(ANSWERED, hours=5)
    conversations.reopen_answer(
        actor=told.clara,
        now=told.now - timedelta(hours=2),
        conversation=told.thread,
        n=1,
        how=HowAnswered.PARTLY,
        key="partly",
    )


def _thanked(told: Told) -> None:
    told.answers(ANSWERED, hours=3)
    told.asks(THANKS, hours=2)


def _asking(told: Told) -> None:
    """Anna is about to send a holding line: that is done on the page."""


def _missed(told: Told) -> None:
    told.answers(HOLDING, hours=69, on=told.now.date() - timedelta(days=2))


def _moved(told: Told) -> None:
    """The Helpdesk was out of order right after this question, and before any other was asked."""
    start = told.now - timedelta(hours=23, minutes=50)
    declared = deadlines.declare_outage(
        actor=told.admin,
        now=start + timedelta(hours=1),
        starts_at=start,
        ends_at=start + timedelta(minutes=45),
        reason="database",
        note="",
        key="outage",
    )
    deadlines.publish_outage(
        actor=told.admin, now=start + timedelta(hours=2), proposal=declared.id, key="published"
    )


STATES: dict[str, tuple[float, Callable[[Told], None]]] = {
    "asking": (6, _asking),
    "interim": (6, _interim),
    "promised": (10, _promised),
    "more": (9, _more),
    "waived": (9, _waived),
    "objected": (9, _objected),
    "reopened": (8, _reopened),
    "thanked": (9, _thanked),
    "missed": (70, _missed),
    "moved": (23.9, _moved),
}
"""Each thread's first question so many hours ago, and what happened then."""


def tell_clocks(
    *, clara: Actor, anna: Actor, admin: Actor, now: datetime, order: Callable[[int], Ref]
) -> dict[str, Ref]:
    """All of it; the sweep comes last, as it does in life. `order` gives one for each number."""
    threads = {}
    for number, (name, (hours, happens)) in enumerate(STATES.items()):
        asked = conversations.ask_about_order(
            actor=clara, now=now - timedelta(hours=hours), order=order(number), draft=ASKED, key=name
        )
        threads[name] = asked.conversation
        happens(Told(clara=clara, anna=anna, admin=admin, now=now, thread=asked.conversation))
    for _ in range(3):  # what a missed promise opened may be overdue itself
        deadlines.sweep(actor=SYSTEM, now=now, limit=200)
    return threads
