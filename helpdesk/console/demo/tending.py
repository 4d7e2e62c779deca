"""Tells the cases of the demo by the real actions, at their own instants."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from helpdesk.attachments import actions as attachments
from helpdesk.cases import actions as cases
from helpdesk.cases.terms.deeds import Channel, News, Opening
from helpdesk.cases.terms.names import Situation
from helpdesk.console.demo import aftersales, pictures
from helpdesk.console.demo.aftersales import Tale, Turn
from helpdesk.console.demo.people import Writers
from helpdesk.console.demo.plan import mark
from helpdesk.console.demo.records import Cast, Record
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight

_DAY = timedelta(days=1)
_Step = tuple[datetime, Callable[[], None]]
_NEWS = frozenset(News)
Find = Callable[[str], Ref]


def steps(
    *, cast: Cast, hats: Sequence[Actor], writers: Writers, find: Find, now: datetime
) -> Iterator[_Step]:
    """Every deed of every tale with its instant; `find` knows an order by the Platform's id."""
    edda = next(hat for hat in hats if hat.side is Side.ADMINISTRATOR and hat.name == "Edda")
    for id, tale in aftersales.chosen(cast=cast, now=now).items():
        course = _Course(tale, cast.orders[id], writers, edda, find)
        for number, turn in enumerate(tale.turns):
            at = now - _DAY * turn.days
            yield at, partial(course.take, turn, at, f"demo/case/{tale.name}/{number}")


class _Course:
    """One tale, and how far it has come."""

    def __init__(self, tale: Tale, order: Record, writers: Writers, edda: Actor, find: Find) -> None:
        self._tale, self._order, self._find = tale, order, find
        shop, buyer = writers[tale.seller], writers[order["buyer"]][0]
        clerk = shop[mark(tale.name) % len(shop)]
        self._people: Mapping[str, Actor] = {
            "buyer": buyer,
            "seller": replace(clerk, language=buyer.language),
            "platform": replace(edda, language=buyer.language),
        }
        self._begun: Posted | None = None

    def take(self, turn: Turn, at: datetime, key: str) -> None:
        """Do this one."""
        actor = self._people[turn.by]
        if turn.do == "open":
            self._begun = self._open(actor, turn, at, key)
        elif turn.do in _NEWS:
            self._tell(actor, turn, at, key)
        elif turn.do == "reply":
            thread = self._thread
            conversations.post_reply(actor=actor, now=at, conversation=thread, draft=turn.words, key=key)
        elif turn.do == "note":
            self._note(actor, turn, at, key)
        elif turn.by == "platform":
            self._decide(actor, turn, at, key)
        else:
            self._step(actor, turn, at, key)

    @property
    def _where(self) -> Ref:
        return self._find(self._order["id"])

    @property
    def _thread(self) -> Ref:
        assert self._begun is not None, "a tale begins with a case"
        return self._begun.conversation

    @property
    def _case(self) -> Ref:
        assert self._begun is not None, "a tale begins with a case"
        return Ref(self._begun.conversation.seller_id, self._begun.receipt.entry)

    def _open(self, actor: Actor, turn: Turn, at: datetime, key: str) -> Posted:
        line = aftersales.line_of(tale=self._tale, order=self._order)
        is_whole = len(self._order["lines"]) == 1 or turn.situation == Situation.CHANGED_MIND
        return cases.open_case(
            actor=actor,
            now=at,
            order=self._where,
            opening=Opening(
                situation=Situation(turn.situation),
                wanted=turn.wanted,
                amount=turn.amount,
                items="" if is_whole or not line else f"{line}:1",
            ),
            words=turn.words,
            files=self._attached(actor, turn, at, key),
            key=key,
        )

    def _step(self, actor: Actor, turn: Turn, at: datetime, key: str) -> None:
        cases.take_step(
            actor=actor,
            now=at,
            case=self._case,
            step=turn.do,
            given=turn.given,
            words=turn.words,
            files=self._attached(actor, turn, at, key),
            key=key,
        )

    def _decide(self, actor: Actor, turn: Turn, at: datetime, key: str) -> None:
        """She reads first: nobody decides of what they have not read."""
        oversight.open_file(
            actor=actor, now=at, conversation=self._thread, reason="dispute", key=f"{key}/read"
        )
        oversight.take_case_step(
            actor=actor,
            now=at + timedelta(minutes=9),
            case=self._case,
            step=turn.do,
            given=turn.given,
            words=turn.words,
            key=key,
        )

    def _note(self, actor: Actor, turn: Turn, at: datetime, key: str) -> None:
        cases.note_contact(
            actor=actor,
            now=at,
            conversation=self._thread,
            case=self._case,
            channel=Channel(turn.channel),
            on_day=(at - _DAY).date(),
            words=turn.words,
            key=key,
        )

    def _tell(self, actor: Actor, turn: Turn, at: datetime, key: str) -> None:
        cases.update_order(
            actor=actor,
            now=at,
            order=self._where,
            what=News(turn.do),
            expected_on=(at + _DAY * turn.in_days["expected_on"]).date(),
            words=turn.words,
            key=key,
        )

    def _attached(self, actor: Actor, turn: Turn, at: datetime, key: str) -> list[UUID]:
        """Uploaded a moment before."""
        return [
            attachments.upload(
                actor=actor,
                now=at,
                seller_id=self._where.seller_id,
                name=name,
                chunks=[pictures.file(name=name)],
                key=f"{key}/{name}",
            ).ref.id
            for name in turn.files
        ]
