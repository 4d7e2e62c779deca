"""Does what is planned, by the real actions."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from helpdesk.attachments import actions as attachments
from helpdesk.console.demo import pictures
from helpdesk.console.demo.people import Writers
from helpdesk.console.demo.plan import Event
from helpdesk.console.demo.stories import Deed
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import HowAnswered, Manner, Posted
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refused

_MANNERS = {Deed.INTERIM: Manner.INTERIM, Deed.STAND_BY: Manner.FULL}

Ask = Callable[[Actor, Ref, Event, str], Posted]


class Teller:
    """Remembers which thread each question opened, and what either side wrote there last."""

    def __init__(self, writers: Writers) -> None:
        self.writers = writers
        self._threads: dict[tuple[Ref, str], Ref] = {}
        self.opened: dict[Ref, Event] = {}  # threads, each with its first question, in the order of time
        self._written: dict[tuple[Ref, Side], int] = {}

    def tell(self, event: Event, about: Ref, ask: Ask) -> None:
        """One deed. Sellers write in the buyer's language; a shop's people take turns."""
        if event.tried:
            self._tries(event, about, ask)
        buyer = self.writers[event.buyer][0]
        key = f"demo/{event.turn}/{event.buyer}/{about}"
        if event.deed is Deed.ASK:
            posted = ask(buyer, about, event, key)
            self._threads[about, event.buyer] = posted.conversation
            self.opened.setdefault(posted.conversation, event)
        elif event.side is Side.BUYER:
            posted = self._buyer_does(event, buyer, self._threads[about, event.buyer], key)
        else:
            shop = self.writers[event.seller]
            author = replace(shop[(about.id.int + event.turn) % len(shop)], language=buyer.language)
            posted = self._seller_does(event, author, self._threads[about, event.buyer], key)
        if event.deed.speaks:
            self._written[posted.conversation, event.side] = posted.n

    def _tries(self, event: Event, about: Ref, ask: Ask) -> None:
        """What is refused stays behind the conversation, and its author writes something else."""
        first = replace(event, text=event.tried, tried="", files=(), at=event.at - timedelta(minutes=1))
        with suppress(Refused):
            self.tell(first, about, ask)
            raise AssertionError(f"the rules let this through: {event.tried}")

    def _seller_does(self, event: Event, author: Actor, thread: Ref, key: str) -> Posted:
        if event.deed is Deed.WAIVE:
            reason = WaiverReason(event.reason)
            return conversations.waive_reply(
                actor=author, now=event.at, conversation=thread, reason=reason, key=key
            )
        return conversations.post_reply(
            actor=author,
            now=event.at,
            conversation=thread,
            draft=event.text,
            key=key,
            manner=_MANNERS.get(event.deed),
            promise_on=event.promise_on,
            files=attached(author, thread.seller_id, event),
        )

    def _buyer_does(self, event: Event, buyer: Actor, thread: Ref, key: str) -> Posted:
        if event.deed is Deed.OBJECT:
            return conversations.object_to_waiver(actor=buyer, now=event.at, conversation=thread, key=key)
        if event.deed is Deed.INSIST:
            n = self._written[thread, Side.BUYER]
            return conversations.insist(actor=buyer, now=event.at, conversation=thread, n=n, key=key)
        n, no = self._written[thread, Side.SELLER], HowAnswered.NO
        return conversations.reopen_answer(
            actor=buyer, now=event.at, conversation=thread, n=n, how=no, key=key
        )


def attached(author: Actor, seller_id: int, event: Event) -> list[UUID]:
    """The files that come with it, uploaded a moment before."""
    return [
        attachments.upload(
            actor=author,
            now=event.at,
            seller_id=seller_id,
            name=name,
            chunks=[pictures.file(name=name)],
            key=f"demo/{event.about}/{event.buyer}/{event.turn}/{name}",
        ).ref.id
        for name in event.files
    ]
