"""What was said in a seeded conversation: real leaves, sealed as the application seals them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.terms import Head, Sealed
from helpdesk.deadlines import rules as deadlines
from helpdesk.deadlines.terms import Answering, Opening, OpenObligation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.workdays import known
from tests.bench.world import ANSWER, QUESTION, SELLERS, Thread, agent

OPEN_EVERY = 5  # one thread of five waits for an answer
ABOUT = b'{"currency":"PLN","lines":[{"line":"1","price_minor":1290,"quantity":2}],"market":"pl"}'
WARSAW = known.calendar_named(code="PL", zone="Europe/Warsaw")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message with what it does to the clock."""

    sealed: Sealed
    opens: Opening | None = None
    answers: Answering | None = None


def story(*, thread: Thread, now: datetime) -> Iterator[Said]:
    """A question and its answer; in every fifth thread another question of the last hours."""
    spread = timedelta(minutes=thread.number % 29_000)
    asked = _asked(thread, now - timedelta(days=3) - spread, None, first=True)
    yield asked
    answered = _answered(thread, asked.sealed.at + timedelta(hours=2), asked)
    yield answered
    if thread.number // SELLERS % OPEN_EVERY == 0:
        yield _asked(
            thread, now - timedelta(seconds=5 + thread.number % 36_000), answered.sealed, first=False
        )


def _asked(thread: Thread, at: datetime, before: Sealed | None, *, first: bool) -> Said:
    opens = deadlines.opening(received=clock.to_us(at), calendar=WARSAW, with_order=True)
    values = {"about": ABOUT, "body": QUESTION.encode()} if first else {"body": QUESTION.encode()}
    return Said(sealed=_sealed(thread, thread.buyer, at, before, values, opens.facts()), opens=opens)


def _answered(thread: Thread, at: datetime, question: Said) -> Said:
    assert question.opens is not None
    answers = deadlines.answering(
        obligation=_open(question),
        deadline=question.opens.deadline,
        calendar=WARSAW,
        outages=0,
        at=clock.to_us(at),
        submitted=clock.to_us(at),
    )
    ref = answers.ref()
    values = {"body": ANSWER.encode()}
    sealed = _sealed(thread, agent(thread.seller), at, question.sealed, values, answers.facts(), ref)
    return Said(sealed=sealed, answers=answers)


def _open(question: Said) -> OpenObligation:
    assert question.opens is not None
    return OpenObligation(
        id=question.sealed.id,
        received_at=question.sealed.at,
        deadline=clock.from_us(question.opens.deadline),
        calendar=question.opens.calendar,
        calendar_version=question.opens.calendar_version,
        zone=question.opens.zone,
    )


def _sealed(
    thread: Thread,
    actor: Actor,
    at: datetime,
    before: Sealed | None,
    values: dict[str, bytes],
    facts: dict[str, int | str],
    ref: list[tuple[str, UUID]] | None = None,
) -> Sealed:
    n = 0 if before is None else before.n + 1
    return archive.seal(
        chain=thread.chain,
        kind="message",
        actor=actor,
        now=at,
        key=f"seed/{thread.number}/{n}",
        expected_head=None if before is None else Head(n=before.n, leaf_hash=before.leaf_hash, at=before.at),
        values=values,
        facts={"language": actor.language} | facts,
        ref=ref or (),
    )
