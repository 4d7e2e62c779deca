"""Which questions of the buyer wait for an answer, and what an author's ticks make of a reply to them.

A question is named by where it stands: `n.start.end`, the number of its message and characters of its text.
So whoever keeps what was said of it keeps no word of it, and a later recogniser changes nothing of it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from helpdesk.conduct.rules import questions_in
from helpdesk.conduct.terms import Question, Treated, Treatment
from helpdesk.conversations.terms import HowAnswered, Manner, Message, Tick, Ticks
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Conflict, Invalid

MAX_QUESTIONS: Final = 20  # on one list; who asks more gets an answer all the same
_ID: Final = re.compile(r"\d{1,9}\.\d{1,5}\.\d{1,5}")
_NO_ANSWER: Final = (Manner.INTERIM, Manner.AUTOMATIC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Questions that wait, as characters of `asked`: all that the buyer wrote in that run, joined."""

    asked: str = ""
    questions: Sequence[Question] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """What a reply says of each question. `unsaid` are those that neither its author nor the machine takes as
    answered; `doubted`: there is one that its author does, and the machine does not.
    """

    ticks: Ticks
    unsaid: tuple[str, ...] = ()
    doubted: bool = False

    def facts(self) -> dict[str, int | str]:
        """What the leaf says: how many questions there were, which are answered, and which later."""
        said: dict[str, int | str] = {"questions": self.count}
        named = {"answered": self.ticks.answered, "later": self.ticks.later}
        return said | {name: " ".join(ids) for name, ids in named.items() if ids}

    @property
    def count(self) -> int:
        """Of all that were on the list."""
        return len(self.ticks.answered) + len(self.ticks.later) + len(self.unsaid)

    def deferred(self) -> "Reckoned":
        """With what nobody spoke of left for later: so it is in an interim note."""
        ticks = replace(self.ticks, later=(*self.ticks.later, *self.unsaid))
        return replace(self, ticks=ticks, unsaid=())


@dataclass(frozen=True, slots=True)
class _Run:
    """What the buyer has asked since the last answer. `named`: only these wait, and what came after."""

    asked: tuple[Message, ...] = ()
    settled: frozenset[str] = frozenset()
    named: frozenset[str] | None = None
    named_at: datetime | None = None
    closed: bool = True

    def after(self, step: Message | Tick, ticks: Mapping[UUID, Tick]) -> "_Run":
        if isinstance(step, Message) and step.manner is Manner.IMPORTED:
            return self
        if isinstance(step, Tick):
            return self._after_word(step)
        if step.side is Side.BUYER:
            return self._after_buyers(step)
        return self._after_sellers(step, ticks.get(step.id)) if step.side is Side.SELLER else self

    def _after_buyers(self, message: Message) -> "_Run":
        if message.manner is Manner.COURTESY:
            return self
        return (
            _Run(asked=(message,), closed=False)
            if self.closed
            else replace(self, asked=(*self.asked, message))
        )

    def _after_sellers(self, message: Message, tick: Tick | None) -> "_Run":
        said = tick.ticks if tick else Ticks()
        if message.manner in _NO_ANSWER:
            return replace(self, settled=self.settled.union(said.answered))
        if said.later:  # promised with it
            return replace(self, named=frozenset(said.later), named_at=message.at, closed=False)
        return replace(self, closed=True)

    def _after_word(self, tick: Tick) -> "_Run":
        if tick.how in (None, HowAnswered.COMPLETE):
            return self
        named = frozenset(tick.left_open) or None
        return replace(self, settled=frozenset(), named=named, named_at=tick.at, closed=False)

    def waits(self, id: str, message: Message) -> bool:
        if id in self.settled:
            return False
        later = self.named_at is not None and message.at > self.named_at
        return self.named is None or later or id in self.named


def id_of(*, n: int, start: int, end: int) -> str:
    """The name of a question."""
    return f"{n}.{start}.{end}"


def place_of(*, id: str) -> tuple[int, int, int]:
    """The number of its message and the characters there, half-open. Raises Invalid where there is none."""
    if not _ID.fullmatch(id):
        raise Invalid("questions.unknown", field="questions")
    n, start, end = map(int, id.split("."))
    return n, start, end


def waiting(*, messages: Sequence[Message], ticks: Sequence[Tick]) -> Waiting:
    """From the thread's latest messages, in order, and all that was said of its questions."""
    own = {tick.entry: tick for tick in ticks if tick.how is None}
    words = [tick for tick in ticks if tick.how is not None]
    run = _Run()
    steps: list[Message | Tick] = [*messages, *words]
    for step in sorted(steps, key=lambda one: one.at):
        run = run.after(step, own)
    return Waiting() if run.closed else _listed(run)


def _listed(run: _Run) -> Waiting:
    asked, found = "", list[Question]()
    for message in run.asked:
        if not message.text:
            continue
        asked = f"{asked}\n\n" if asked else ""
        for one in questions_in(text=message.text):
            id = id_of(n=message.n, start=one.start, end=one.end)
            if run.waits(id, message):
                found.append(replace(one, id=id, start=one.start + len(asked), end=one.end + len(asked)))
        asked += message.text
    return Waiting(asked=asked, questions=found[:MAX_QUESTIONS])


def reckoned(*, ticks: Ticks, waiting: Waiting, treated: Sequence[Treated]) -> Reckoned:
    """What the author ticked; of what they did not, the machine ticks what it takes as answered.

    Raises Invalid (one question in two ways, or what names none), Conflict (one that does not wait any more).
    """
    for id in (*ticks.answered, *ticks.later):
        place_of(id=id)
    if set(ticks.answered) & set(ticks.later):
        raise Invalid("questions.both", field="questions")
    here = [one.id for one in waiting.questions]
    if not {*ticks.answered, *ticks.later} <= set(here):
        raise Conflict("questions.not_open", field="questions")
    seen = {one.question.id for one in treated if one.treatment is Treatment.ANSWERED}
    answered = [id for id in here if id in ticks.answered or (id in seen and id not in ticks.later)]
    later = [id for id in here if id in ticks.later]
    return Reckoned(
        ticks=Ticks(answered=tuple(answered), later=tuple(later)),
        unsaid=tuple(id for id in here if id not in answered and id not in later),
        doubted=any(id not in seen for id in ticks.answered),
    )
