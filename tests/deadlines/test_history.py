"""What happened to a thread's clocks, in order, for its two sides and nobody else."""

from datetime import timedelta
from uuid import uuid4

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import Manner
from helpdesk.deadlines import queries
from helpdesk.deadlines.models import Move, Obligation, Outage
from helpdesk.deadlines.terms import ClockEvent, Happened
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, HANIA
from tests.shops import Shops


def history(actor: Actor, thread: Ref) -> list[ClockEvent]:
    return queries.history(actor=actor, seller_id=thread.seller_id, chain=thread.id)


def ask(shops: Shops) -> Ref:
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft="Does it fit?", key=str(uuid4())
    )
    return posted.conversation


def test_a_promise_is_told_to_both_sides_and_to_nobody_else(shops: Shops) -> None:
    thread = ask(shops)
    on = (clock.now() + timedelta(days=3)).date()
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=thread, draft="I ask the maker.", key="1", promise_on=on
    )
    for actor in (ANNA, CLARA):
        [event] = history(actor, thread)
        assert (event.kind, event.code, event.on) == (Happened.PROMISED, "open", on)
    for stranger in (DMITRI, HANIA):
        assert history(stranger, thread) == []


def test_a_kept_promise_says_so(shops: Shops) -> None:
    thread = ask(shops)
    on = (clock.now() + timedelta(days=3)).date()
    for n, promise_on in enumerate((on, None)):
        conversations.post_reply(
            actor=ANNA,
            now=clock.now(),
            conversation=thread,
            draft="Yes, it fits.",
            key=str(n),
            manner=Manner.FULL if n else None,
            promise_on=promise_on,
        )
    assert [event.code for event in history(CLARA, thread)] == ["met"]


def test_a_move_says_which_outage_moved_it_and_from_where(shops: Shops) -> None:
    thread = ask(shops)
    with acting(SYSTEM):
        due = Obligation.objects.get(chain=thread.id)
        start = due.received_at + timedelta(minutes=1)
        Outage.objects.create(
            number=1,
            starts_at=start,
            ends_at=start + timedelta(hours=2),
            reason="network",
            source="declared",
            published_at=clock.now(),
            entry_id=uuid4(),
        )
        Move.objects.create(
            seller_id=due.seller_id,
            id=uuid4(),
            obligation_id=due.id,
            chain=due.chain,
            buyer_id=due.buyer_id,
            at=clock.now(),
            cause="outage",
            before=due.deadline,
            deadline=due.deadline + timedelta(hours=2),
            calendar_version=due.calendar_version,
            outages=1,
        )
    [event] = history(CLARA, thread)
    assert event.kind is Happened.MOVED
    assert event.was is not None
    assert event.was.deadline == due.deadline
    assert event.outage == ((start, start + timedelta(hours=2)),)
    assert event.because == ()


def test_nothing_happened_is_an_empty_list(shops: Shops) -> None:
    assert history(CLARA, ask(shops)) == []
