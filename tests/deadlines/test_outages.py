"""Outages, deed by deed: declared by many, published by few, excluded for everybody, once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries as threads
from helpdesk.deadlines import actions, queries
from helpdesk.deadlines.models import Obligation, Outage, OutageProposal
from helpdesk.deadlines.terms import InForce
from helpdesk.deadlines.terms.outages import Foreseen, OutageReason
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, TooLarge
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA, PLATFORM, TUESDAY, person
from tests.past import Present, any_present
from tests.shops import Shops, open_shops

PAULA = replace(EDDA, person=person("Paula"), name="Paula", roles=frozenset({Role.PLATFORM_ADMIN}))
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def present(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Present]:
    """Tuesday 10 November 2026, 18:00 in Warsaw; the next day is a holiday there."""
    now = any_present(monkeypatch)
    now.set(TUESDAY)
    queries.forget()
    yield now
    queries.forget()


@pytest.fixture
def shops(database: str) -> Shops:
    return open_shops()


def declare(actor: Actor = EDDA, now: datetime = TUESDAY, **other: Any) -> UUID:
    said = {"starts_at": now - 3 * HOUR, "ends_at": now - HOUR, "reason": "network", "note": "A cable."}
    return actions.declare_outage(actor=actor, now=now, **{**said, "key": "k", **other}).id


def publish(proposal: UUID, actor: Actor = PAULA, now: datetime = TUESDAY, **other: Any) -> int:
    return actions.publish_outage(actor=actor, now=now, proposal=proposal, **{"key": "p", **other}).number


def ask(shops: Shops, at: datetime) -> Ref:
    posted = conversations.ask_about_order(
        actor=CLARA, now=at, order=shops.claras_order, draft="Is it the right one?", key="q"
    )
    return posted.conversation


def reply(to: Ref, at: datetime) -> None:
    conversations.post_reply(actor=ANNA, now=at, conversation=to, draft="Yes, it fits your machine.", key="r")


def row() -> Obligation:
    with acting(EDDA):
        return Obligation.objects.get()


def damaged() -> list[Finding]:
    return [found for found in verify(mirrors=MIRRORS) if isinstance(found, Finding)]


@pytest.mark.parametrize("actor", [EDDA, FELIX, PAULA, PLATFORM])
def test_whoever_hears_of_it_declares_it(actor: Actor) -> None:
    declare(actor)
    (proposed,) = queries.proposed_outages(actor=GRETA)
    assert (proposed.ends_at - proposed.starts_at, proposed.note) == (2 * HOUR, "A cable.")
    assert (proposed.reason, proposed.source) == (OutageReason.NETWORK, "declared")


@pytest.mark.parametrize("actor", [ANNA, CLARA, GRETA])
def test_others_do_not(actor: Actor) -> None:
    with pytest.raises(Forbidden):
        declare(actor)


@pytest.mark.parametrize("actor", [ANNA, CLARA])
def test_proposals_are_the_desks_to_see(actor: Actor) -> None:
    with pytest.raises(Forbidden):
        queries.proposed_outages(actor=actor)
    with pytest.raises(Forbidden):
        queries.proposed_outage(actor=actor, id=declare())


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"ends_at": TUESDAY - 3 * HOUR}, "outage.order"),
        ({"ends_at": TUESDAY + HOUR}, "outage.future"),
        ({"starts_at": TUESDAY.replace(year=1999)}, "outage.too_old"),
        ({"starts_at": TUESDAY - 200 * HOUR}, "outage.long"),
        ({"reason": "bad luck"}, "outage.reason"),
        ({"note": "\x00"}, "text.nul"),
    ],
)
def test_what_makes_no_sense_is_refused(other: dict[str, Any], code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        declare(**other)
    assert refusal.value.code == code
    assert queries.proposed_outages(actor=EDDA) == []


def test_a_note_has_an_end() -> None:
    with pytest.raises(TooLarge):
        declare(note="x" * 501)


def test_a_week_and_more_takes_a_second_look() -> None:
    declare(starts_at=TUESDAY - 200 * HOUR, certain=True)
    assert len(queries.proposed_outages(actor=EDDA)) == 1


def test_the_same_declaration_again_is_the_same_proposal() -> None:
    assert declare() == declare()
    assert declare(FELIX) != declare()
    with pytest.raises(KeyReused):
        declare(note="Two cables.")


@pytest.mark.parametrize("actor", [ANNA, CLARA, EDDA, FELIX, GRETA, PLATFORM, SYSTEM])
def test_only_platform_administrators_decide(actor: Actor) -> None:
    proposal = declare()
    with pytest.raises(Forbidden):
        publish(proposal, actor)
    with pytest.raises(Forbidden):
        actions.dismiss_outage(actor=actor, now=TUESDAY, proposal=proposal, why="mistake")


def test_a_published_outage_has_a_number_an_entry_and_readers() -> None:
    assert publish(declare()) == 1
    assert publish(declare(key="other", starts_at=TUESDAY - 2 * HOUR), key="p2") == 2
    first = queries.published_outages_for_system()[-1]
    assert (first.number, first.starts_at, first.note) == (1, TUESDAY - 3 * HOUR, "A cable.")
    assert queries.proposed_outages(actor=EDDA) == []
    assert [one.number for one in queries.published_outages_for_system(limit=1)] == [2]
    assert [one.number for one in queries.published_outages_for_system(before=2)] == [1]
    with acting(EDDA):
        assert Entry.objects.filter(kind="outage.published").count() == 2
    assert damaged() == []


def test_the_publisher_may_say_it_better() -> None:
    publish(declare(), reason="maintenance", note="We moved the servers.")
    (shown,) = queries.published_outages_for_system()
    assert (shown.reason, shown.note) == (OutageReason.MAINTENANCE, "We moved the servers.")
    with pytest.raises(Invalid):
        publish(declare(key="2"), reason="bad luck", key="p2")


def test_the_same_request_again_gives_the_same_number() -> None:
    proposal = declare()
    assert publish(proposal) == publish(proposal) == 1
    with pytest.raises(Conflict):
        publish(proposal, key="other")
    with pytest.raises(KeyReused):
        publish(declare(key="2"))
    with acting(EDDA):
        assert Outage.objects.count() == 1


def test_a_dismissed_proposal_is_settled() -> None:
    proposal = declare()
    for before in (False, True):
        again = actions.dismiss_outage(actor=PAULA, now=TUESDAY, proposal=proposal, why="mistake")
        assert again is before
    with pytest.raises(Conflict):
        publish(proposal)
    with pytest.raises(Conflict):
        actions.dismiss_outage(actor=PAULA, now=TUESDAY, proposal=proposal, why="people_could_work")
    with acting(EDDA):
        assert OutageProposal.objects.get().dismissal == "mistake"
        assert not Outage.objects.exists()
    with pytest.raises(Invalid):
        actions.dismiss_outage(actor=PAULA, now=TUESDAY, proposal=proposal, why="no")


def test_what_was_never_proposed_cannot_be_decided() -> None:
    with pytest.raises(NotFound):
        publish(uuid4())
    with pytest.raises(NotFound):
        queries.proposed_outage(actor=EDDA, id=uuid4())


def test_two_who_publish_at_once_publish_once_and_numbers_have_no_gap() -> None:
    proposals = [declare(key=str(n)) for n in range(3)]
    start = Barrier(6)

    def decide(turn: int) -> int | None:
        start.wait()
        try:
            return publish(proposals[turn % 3], key=f"p{turn}")
        except Conflict:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        found = [*pool.map(decide, range(6))]
    assert sorted(number for number in found if number) == [1, 2, 3]
    assert damaged() == []


def test_hours_of_an_outage_count_for_nobody(shops: Shops) -> None:
    """Asked Monday 12:00 UTC, due Tuesday 12:00; down on Tuesday from 10:00 to 13:00."""
    asked = TUESDAY.replace(day=9, hour=12)
    thread = ask(shops, asked)
    assert row().deadline == asked + 24 * HOUR
    proposal = declare(starts_at=TUESDAY.replace(hour=10), ends_at=TUESDAY.replace(hour=13))
    foreseen = queries.foreseen_of_outage(
        actor=PAULA, now=TUESDAY.replace(hour=14), proposal=queries.proposed_outage(actor=PAULA, id=proposal)
    )
    assert foreseen == Foreseen(moved=1, rescued=1)
    publish(proposal)
    (shown,) = threads.inbox(actor=ANNA)
    found = queries.deadline_in_force(obligation=shown.obligation, at=InForce(outages=1))
    assert from_us(found.deadline) == asked + 27 * HOUR
    reply(thread, TUESDAY.replace(hour=15))
    assert row().verdict == "met"
    assert damaged() == []


def test_the_sweep_moves_what_runs_and_the_explanation_names_the_hours(shops: Shops) -> None:
    """Asked Monday 12:00 UTC; down on Tuesday from 06:00 to 08:00."""
    asked = TUESDAY.replace(day=9, hour=12)
    ask(shops, asked)
    now = TUESDAY.replace(hour=9)
    down = TUESDAY.replace(hour=6), TUESDAY.replace(hour=8)
    publish(declare(now=now, starts_at=down[0], ends_at=down[1]), now=now)
    actions.sweep(actor=SYSTEM, now=now + timedelta(minutes=1), limit=10)
    assert (row().deadline, row().opened_deadline, row().outages) == (asked + 26 * HOUR, asked + 24 * HOUR, 1)
    (shown,) = threads.inbox(actor=ANNA)
    days = queries.explained(obligation=shown.obligation).days
    assert [part for day in days for part in day.excluded] == [(to_us(down[0]), to_us(down[1]))]
    assert damaged() == []


def test_a_new_question_knows_of_it_from_the_start(shops: Shops) -> None:
    publish(declare(starts_at=TUESDAY - 5 * HOUR, ends_at=TUESDAY))
    ask(shops, TUESDAY - HOUR)
    received, deadline = row().received_at, row().deadline
    assert received == TUESDAY - HOUR
    assert (deadline, row().outages) == (TUESDAY + 48 * HOUR, 1)  # Wednesday is a holiday in Poland


def test_a_late_answer_that_would_have_been_in_time_is_foreseen(shops: Shops) -> None:
    asked = TUESDAY.replace(day=9, hour=12)
    reply(ask(shops, asked), asked + 25 * HOUR)
    assert row().verdict == "late"
    proposal = declare(starts_at=asked + 20 * HOUR, ends_at=asked + 22 * HOUR)
    proposed = queries.proposed_outage(actor=PAULA, id=proposal)
    assert queries.foreseen_of_outage(actor=PAULA, now=TUESDAY, proposal=proposed) == Foreseen(corrected=1)
    elsewhere = replace(proposed, starts_at=asked - 9 * HOUR, ends_at=asked - HOUR)
    assert queries.foreseen_of_outage(actor=PAULA, now=TUESDAY, proposal=elsewhere) == Foreseen()
    publish(proposal)
    with acting(EDDA), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM deadlines_obligation WHERE next_at = 'epoch'")
        assert cursor.fetchone() == (1,)
