"""What else people do in Anna's shop: saved replies, notes, tags, agreements, letters."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import Any

from helpdesk.agreements import actions as agreements
from helpdesk.agreements.terms import Proposal, Type
from helpdesk.console.demo.plan import FAITHFUL
from helpdesk.console.demo.records import Cast
from helpdesk.console.demo.telling import Teller
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.kernel.ids import Ref
from helpdesk.letters import actions as letters
from helpdesk.oversight import actions as oversight
from helpdesk.saved_replies import actions as saved_replies
from helpdesk.teamwork import actions as teamwork

_SHOP = "S-ANNA"
_HOUR = timedelta(hours=1)
_Step = tuple[datetime, Callable[[], None]]


def steps(*, cast: Cast, hats: Sequence[Actor], teller: Teller, now: datetime) -> Iterator[_Step]:
    """Each with its instant. They take the threads that are there by then, all of them about orders."""
    team = [_speaking(hat, hats) for hat in teller.writers[_SHOP]]
    owner = next(hat for hat in team if hat.has(Role.OWNER))
    agent = next((hat for hat in team if hat.person != owner.person), owner)
    edda = next(hat for hat in hats if hat.side is Side.ADMINISTRATOR and hat.name == "Edda")
    told = _Further(cast=cast, teller=teller, owner=owner, agent=agent, edda=edda)
    yield now - 200 * _HOUR, lambda: told.save_replies(now - 200 * _HOUR)
    yield now - 90 * _HOUR, lambda: told.work_together(now - 90 * _HOUR)
    yield now - 70 * _HOUR, lambda: told.agree(now - 70 * _HOUR)
    yield now - 30 * _HOUR, lambda: told.propose(now - 30 * _HOUR)
    yield now - 26 * _HOUR, lambda: told.hear_from_the_platform(now - 26 * _HOUR)
    yield now - 2 * _HOUR, lambda: told.write_to_the_platform(now - 2 * _HOUR)


def _speaking(hat: Actor, hats: Sequence[Actor]) -> Actor:
    """In the person's own language."""
    return next(one for one in hats if (one.person, one.seller_id) == (hat.person, hat.seller_id))


class _Further:
    """The deeds, by the people who do them."""

    def __init__(self, *, cast: Cast, teller: Teller, owner: Actor, agent: Actor, edda: Actor) -> None:
        self._cast, self._teller = cast, teller
        self._owner, self._agent, self._edda = owner, agent, edda

    def save_replies(self, now: datetime) -> None:
        """In five languages, with what is filled in by itself."""
        for number, reply in enumerate(_words()["replies"]):
            saved_replies.save_reply(
                actor=self._owner,
                now=now,
                name=reply["name"],
                bodies=reply["bodies"],
                key=f"demo/further/reply/{number}",
            )

    def work_together(self, now: datetime) -> None:
        """Notes, tags, and whose a thread is."""
        for number, (thread, _) in enumerate(self._threads()[:3]):
            note = _words()["notes"][number]
            teamwork.set_tags(actor=self._agent, now=now, conversation=thread, tags=note["tags"])
            teamwork.assign(actor=self._owner, now=now, conversation=thread, person=self._agent.person)
            teamwork.add_note(
                actor=self._agent,
                now=now,
                conversation=thread,
                note=note["note"],
                key=f"demo/further/note/{number}",
            )

    def agree(self, now: datetime) -> None:
        """Proposed by the shop, confirmed by the Buyer within the hour."""
        thread, buyer = self._threads()[0]
        posted = self._propose(now, thread, buyer, "discount", Proposal(type=Type.DISCOUNT, amount="5.00"))
        agreement = Ref(thread.seller_id, posted)
        agreements.confirm(actor=buyer, now=now + _HOUR / 2, agreement=agreement, key="demo/further/confirm")

    def propose(self, now: datetime) -> None:
        """Nobody has said yes or no."""
        thread, buyer = self._threads()[1]
        self._propose(now, thread, buyer, "replacement", Proposal(type=Type.REPLACEMENT))

    def _propose(self, now: datetime, thread: Ref, buyer: Actor, what: str, proposal: Proposal) -> Any:
        author = replace(self._owner, language=buyer.language)
        words = _words()["proposals"][what][buyer.language]
        posted = agreements.propose(
            actor=author,
            now=now,
            conversation=thread,
            proposal=replace(proposal, words=words),
            key=f"demo/further/propose/{what}",
        )
        return posted.receipt.entry

    def hear_from_the_platform(self, now: datetime) -> None:
        """Edda has read a thread and writes to the shop alone."""
        thread, _ = self._threads()[0]
        oversight.open_file(
            actor=self._edda, now=now, conversation=thread, reason="quality_sample", key="demo/further/read"
        )
        oversight.write_to_side(
            actor=self._edda,
            now=now + _HOUR / 12,
            conversation=thread,
            side="seller",
            draft=_words()["from_the_platform"][self._owner.language],
            key="demo/further/to-the-shop",
        )

    def write_to_the_platform(self, now: datetime) -> None:
        """A Buyer asks; nobody has answered yet."""
        thread, buyer = self._threads()[1]
        letters.write_letter(
            actor=buyer,
            now=now,
            draft=_words()["to_the_platform"][buyer.language],
            key="demo/further/letter",
            conversation=thread,
        )

    def _threads(self) -> list[tuple[Ref, Actor]]:
        return threads_of(cast=self._cast, teller=self._teller)


def threads_of(*, cast: Cast, teller: Teller) -> list[tuple[Ref, Actor]]:
    """Of orders in the shop, those of faithful Buyers first, the latest first; each with its Buyer."""
    mine = [
        (event.buyer in FAITHFUL, thread, teller.writers[event.buyer][0])
        for thread, event in reversed(teller.opened.items())
        if event.seller == _SHOP and event.about in cast.orders
    ]
    mine.sort(key=itemgetter(0), reverse=True)  # stable: the latest stay first
    return [(thread, buyer) for _, thread, buyer in mine]


@cache
def _words() -> Any:
    source = files("helpdesk.console.demo") / "further.json"
    return json.loads(source.read_text("utf-8"))
