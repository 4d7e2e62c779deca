"""Covering: an absent colleague's threads are seen, whoever goes or leaves; no clock and no Buyer knows."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as deeds
from helpdesk.conversations import queries as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.models import Member
from helpdesk.marketplace.queries import team_of
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.queries import view_named
from helpdesk.teamwork.terms import Away, Covering
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, PLATFORM, READER, person
from tests.past import any_present
from tests.shops import Shops, order
from tests.statements import statements
from tests.teamwork.conftest import ask
from tests.teamwork.leave import NADIA, NOON, away, day, hire, team


@pytest.fixture(autouse=True)
def tuesday(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Tuesday at noon, and a team of three."""
    any_present(monkeypatch).set(NOON)
    team()


@pytest.fixture
def brunos(asked: Ref) -> Ref:
    """Bruno looks after Clara's thread."""
    actions.assign(actor=ANNA, now=clock.now(), conversation=asked, person=BRUNO.person)
    return asked


def listed(view: str, actor: Actor, *, after: int = 0) -> list[Ref]:
    """The view's threads, as three readings agree upon: lanes, the plain list, the count."""
    now, chosen = clock.now() + timedelta(days=after), view_named(written=view)
    lanes, found = queries.lanes_in(actor=actor, now=now, view=chosen, limit=9, after={})
    rows = [row.conversation for lane in lanes.lanes for row in lane.rows]
    plain = [row.conversation for row in queries.inbox_in(actor=actor, now=now, view=chosen)]
    counted = {str(one.view): one.waiting for one in found.counted}
    assert sorted(plain) == sorted(rows)
    assert counted[view] == len(rows)
    return rows


def of(thread: Ref, *, after: int = 0) -> Away | None:
    """Whether who looks after it is away, and who covers."""
    now = clock.now() + timedelta(days=after)
    return queries.marks_of(actor=READER, now=now, conversations=[thread])[thread].away


def remove(name: str) -> None:
    """Out of the team."""
    [found] = [one for one in team_of(actor=ANNA) if one.name == name]
    marketplace.remove_member(actor=ANNA, now=clock.now(), member=found.ref)


def test_the_threads_of_who_is_away_are_the_covers_too_and_only_in_these_days(brunos: Ref) -> None:
    away(BRUNO, NADIA, 1, 3)
    assert listed("mine", NADIA) == []
    for n in (1, 3):
        assert listed("mine", NADIA, after=n) == listed("mine", BRUNO, after=n) == [brunos]
        assert listed("mine", ANNA, after=n) == listed("nobody", ANNA, after=n) == []
        assert of(brunos, after=n) == Away(until=day(3), person=NADIA.person, name="Nadia")
    assert listed("mine", NADIA, after=4) == []
    assert of(brunos, after=4) is None


def test_what_was_answered_stands_in_the_covers_list_too(brunos: Ref) -> None:
    away(BRUNO, NADIA)

    def quiet(actor: Actor) -> list[Ref]:
        rows = queries.quiet_in(actor=actor, now=clock.now(), view=view_named(written="mine"), limit=9)
        return [row.conversation for row in rows]

    deeds.post_reply(actor=NADIA, now=clock.now(), conversation=brunos, draft="8.5 mm fits.", key="r")
    assert quiet(NADIA) == quiet(BRUNO) == [brunos]
    assert quiet(ANNA) == []


def test_a_new_one_given_to_who_is_away_is_the_covers_at_once(shops: Shops) -> None:
    away(BRUNO, NADIA)
    asked = ask(order(ANNAS_SHOP, "A-9", CLARA, "de"))
    assert listed("mine", NADIA) == []
    actions.assign(actor=ANNA, now=clock.now(), conversation=asked, person=BRUNO.person)
    assert listed("mine", NADIA) == [asked]
    found = queries.views(actor=ANNA, now=clock.now())
    gone = {one.name: one.away for one in found.team}
    assert gone == {
        "Anna": None,
        "Bruno": Away(until=day(3), person=NADIA.person, name="Nadia"),
        "Nadia": None,
    }


def test_who_covers_is_told_before_and_meanwhile(brunos: Ref) -> None:
    away(BRUNO, NADIA, 14, 16)
    assert queries.views(actor=NADIA, now=clock.now()).covering == [
        Covering(name="Bruno", first=day(14), until=day(16))
    ]
    assert queries.views(actor=NADIA, now=NOON - timedelta(days=1)).covering == []
    assert queries.views(actor=NADIA, now=NOON + timedelta(days=15)).covering == [
        Covering(name="Bruno", until=day(16))
    ]
    assert queries.views(actor=ANNA, now=NOON + timedelta(days=15)).covering == []


def test_a_cover_who_goes_away_hands_on_what_they_cover(brunos: Ref) -> None:
    away(BRUNO, NADIA, 0, 9)
    away(NADIA, ANNA, 2, 4)
    assert listed("mine", ANNA, after=3) == [brunos]
    assert of(brunos, after=3) == Away(until=day(9), person=ANNA.person, name="Anna")
    assert listed("mine", NADIA, after=3) == []
    assert listed("mine", NADIA, after=5) == [brunos]
    [ahead, _] = queries.absences_of(actor=ANNA, now=clock.now()).ahead
    assert (ahead.cover_name, ahead.passes_on) == ("Nadia", True)
    with pytest.raises(Conflict, match="cover_away"):
        away(ANNA, BRUNO, 3, 3)


def test_a_long_chain_ends_with_who_is_there(brunos: Ref) -> None:
    more = [replace(NADIA, person=person(f"N{n}"), name=f"N{n}") for n in range(8)]
    hire(*more)
    away(BRUNO, more[0])
    for one, cover in pairwise(more):
        away(one, cover)
    assert of(brunos) == Away(until=day(3), person=more[-1].person, name="N7")
    assert listed("mine", more[-1]) == [brunos]


@pytest.mark.parametrize("leaves", ["Nadia", "Anna"])
def test_who_covered_has_left_so_it_is_nobodys_and_seen(brunos: Ref, leaves: str) -> None:
    """Straight, or at the end of a chain."""
    with acting(PLATFORM):
        Member.objects.filter(person_id=READER.person).update(role="owner")
    away(BRUNO, NADIA)
    if leaves == "Anna":
        away(NADIA, ANNA)
    boss = replace(ANNA, person=READER.person, name="Reader")
    [found] = [one for one in team_of(actor=boss) if one.name == leaves]
    marketplace.remove_member(actor=boss, now=clock.now(), member=found.ref)
    assert listed("nobody", boss) == [brunos]
    assert of(brunos) == Away(until=day(3))
    uncovered = {
        one.name for one in queries.absences_of(actor=boss, now=clock.now()).ahead if one.is_uncovered
    }
    assert "Bruno" in uncovered
    assert listed("mine", BRUNO) == [brunos]


def test_who_is_away_and_leaves_the_team_is_covered_by_nobody(brunos: Ref) -> None:
    away(BRUNO, NADIA)
    remove("Bruno")
    assert listed("mine", NADIA) == []
    assert listed("nobody", ANNA) == [brunos]
    assert queries.absences_of(actor=ANNA, now=clock.now()).ahead == []


def test_another_cover_takes_over_at_once(brunos: Ref) -> None:
    ref = away(BRUNO, NADIA)
    for _ in range(2):
        actions.choose_cover(actor=BRUNO, now=clock.now(), absence=ref, cover=ANNA.person)
    assert (listed("mine", NADIA), listed("mine", ANNA)) == ([], [brunos])


def test_a_cover_is_chosen_for_the_days_that_are_left(brunos: Ref) -> None:
    ref = away(BRUNO, NADIA, 0, 9)
    away(ANNA, NADIA, 0, 1)
    with pytest.raises(Conflict, match="cover_away"):
        actions.choose_cover(actor=BRUNO, now=clock.now(), absence=ref, cover=ANNA.person)
    actions.choose_cover(actor=BRUNO, now=NOON + timedelta(days=2), absence=ref, cover=ANNA.person)
    assert listed("mine", ANNA, after=2) == [brunos]


def test_back_early_and_not_away_after_all(brunos: Ref) -> None:
    ref, coming = away(BRUNO, NADIA), away(BRUNO, NADIA, 7, 9)
    for one in (ref, ref, coming):
        actions.end_absence(actor=ANNA, now=clock.now(), absence=one)
    assert listed("mine", NADIA) == listed("mine", NADIA, after=8) == []
    found = queries.absences_of(actor=BRUNO, now=clock.now())
    assert (found.ahead, [one.ended_at for one in found.past]) == ([], [NOON, NOON])
    away(BRUNO, NADIA)


def test_what_is_over_is_neither_ended_nor_changed() -> None:
    ref, late = away(BRUNO, NADIA), NOON + timedelta(days=4)
    with pytest.raises(Conflict, match=r"absence\.over"):
        actions.end_absence(actor=BRUNO, now=late, absence=ref)
    with pytest.raises(Conflict, match=r"absence\.over"):
        actions.choose_cover(actor=BRUNO, now=late, absence=ref, cover=ANNA.person)


@pytest.mark.parametrize(("actor", "refusal"), [(NADIA, Forbidden), (READER, Forbidden), (DMITRI, NotFound)])
def test_only_who_is_away_and_owners_change_it(actor: Actor, refusal: type[Exception]) -> None:
    ref = away(BRUNO, NADIA)
    with pytest.raises(refusal):
        actions.end_absence(actor=actor, now=clock.now(), absence=ref)
    with pytest.raises(refusal):
        actions.choose_cover(actor=actor, now=clock.now(), absence=ref, cover=ANNA.person)
    assert len(queries.absences_of(actor=ANNA, now=clock.now()).ahead) == 1


def test_no_clock_moves_and_the_buyer_sees_nothing(brunos: Ref) -> None:
    def seen() -> tuple[object, ...]:
        rows = conversations.inbox(actor=ANNA, limit=9)
        thread = conversations.thread(actor=CLARA, conversation=brunos)
        return thread, [row.obligation for row in rows]

    before = seen()
    ref = away(BRUNO, NADIA)
    assert seen() == before
    actions.end_absence(actor=BRUNO, now=clock.now(), absence=ref)
    assert seen() == before
    assert queries.marks_of(actor=CLARA, now=clock.now(), conversations=[brunos]) == {}


def test_it_costs_what_it_did(brunos: Ref) -> None:
    away(BRUNO, NADIA)
    for ceiling, read in (
        (1, lambda: queries.marks_of(actor=ANNA, now=NOON, conversations=[brunos])),
        (2, lambda: queries.views(actor=ANNA, now=NOON)),
        (9, lambda: queries.absences_of(actor=ANNA, now=NOON)),
        (4, lambda: queries.away_today(actor=ANNA, now=NOON)),
    ):
        with statements() as count:
            read()
        assert count() <= ceiling, count()
