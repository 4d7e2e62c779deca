"""The rules of notifications, over any wishes in any zone: nobody is told twice, or woken."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import rules
from helpdesk.notifications.terms import (
    DAY_MINUTES,
    KEPT_WAITING,
    KINDS_OF,
    OF_OWNERS,
    RETRIES,
    URGENT,
    Channel,
    Happened,
    Kind,
    Outcome,
    Reader,
    Rhythm,
    State,
    Wishes,
)

ZONES = ("Europe/Warsaw", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu", "UTC")
MINUTES = st.integers(0, DAY_MINUTES - 1)
INSTANTS = st.integers(1_322_697_600, 1_893_456_000).map(lambda s: datetime.fromtimestamp(s, UTC))  # to 2030
WISHES = st.builds(
    Wishes,
    mailed=st.frozensets(st.sampled_from(Kind)),
    rhythm=st.sampled_from(Rhythm),
    zone=st.sampled_from(ZONES),
    digest_at=MINUTES,
    quiet_from=MINUTES,
    quiet_until=MINUTES,
)
KINDS = st.sampled_from(Kind)
NOON = datetime(2026, 11, 10, 12, 20, tzinfo=UTC)
PLAIN = Wishes(mailed=frozenset(Kind), rhythm=Rhythm.AT_ONCE, zone="Europe/Warsaw")
PEOPLE = [UUID(int=n) for n in range(1, 5)]
READERS = st.builds(
    Reader,
    person=st.sampled_from(PEOPLE),
    side=st.sampled_from([Side.SELLER, Side.BUYER]),
    wishes=WISHES,
    seller_id=st.sampled_from([None, 1, 2]),
    has_address=st.booleans(),
    works=st.booleans(),
    owns=st.booleans(),
)
HAPPENED = st.builds(
    Happened,
    kind=KINDS,
    conversation=st.sampled_from([Ref(1, UUID(int=9)), Ref(2, UUID(int=9))]),
    buyer_id=st.sampled_from(PEOPLE),
    subject=st.just(UUID(int=8)),
    at=INSTANTS,
    to=st.sampled_from([Side.SELLER, Side.BUYER]),
    author=st.none() | st.sampled_from(PEOPLE),
    only=st.none() | st.sampled_from(PEOPLE),
)


def wishes(**changes: object) -> Wishes:
    base = {name: getattr(PLAIN, name) for name in Wishes.__slots__}
    return Wishes(**{**base, **changes})


@given(kind=KINDS, at=INSTANTS, wants=WISHES)
@example(  # the night in which Warsaw has no 2:30
    kind=Kind.MESSAGE,
    at=datetime(2026, 3, 29, 0, 10, tzinfo=UTC),
    wants=wishes(quiet_from=1320, quiet_until=150),
)
@example(  # and the one that has it twice
    kind=Kind.MESSAGE,
    at=datetime(2026, 10, 25, 0, 40, tzinfo=UTC),
    wants=wishes(quiet_from=140, quiet_until=165),
)
@example(  # Apia went without 30 December 2011
    kind=Kind.MESSAGE,
    at=datetime(2011, 12, 30, 9, 59, tzinfo=UTC),
    wants=wishes(zone="Pacific/Apia", rhythm=Rhythm.DAILY, digest_at=480),
)
def test_a_notice_leaves_outside_quiet_hours_neither_early_nor_days_late(
    kind: Kind, at: datetime, wants: Wishes
) -> None:
    leaves = rules.leaves_at(kind=kind, at=at, wishes=wants)
    assert not rules.is_quiet(at=leaves, wishes=wants)
    assert at <= leaves <= at + timedelta(hours=2 * 25 + 24 * (wants.zone == "Pacific/Apia"))


@given(at=INSTANTS, wants=WISHES)
def test_what_is_urgent_waits_for_no_digest(at: datetime, wants: Wishes) -> None:
    for kind in URGENT:
        leaves = rules.leaves_at(kind=kind, at=at, wishes=wants)
        assert rules.is_quiet(at=at, wishes=wants) or leaves == at


@pytest.mark.parametrize(
    ("changes", "local"),
    [
        ({}, "2026-11-10 13:20"),
        ({"rhythm": Rhythm.HOURLY}, "2026-11-10 14:00"),
        ({"rhythm": Rhythm.DAILY}, "2026-11-11 08:00"),
        ({"rhythm": Rhythm.DAILY, "digest_at": 18 * 60 + 30}, "2026-11-10 18:30"),
        ({"rhythm": Rhythm.DAILY, "digest_at": 60}, "2026-11-11 07:00"),
        ({"quiet_from": 12 * 60, "quiet_until": 15 * 60}, "2026-11-10 15:00"),
        ({"quiet_from": 0, "quiet_until": 0}, "2026-11-10 13:20"),
    ],
)
def test_a_message_at_twenty_past_one(changes: dict[str, object], local: str) -> None:
    leaves = rules.leaves_at(kind=Kind.MESSAGE, at=NOON, wishes=wishes(**changes))
    assert f"{leaves.astimezone(ZoneInfo('Europe/Warsaw')):%Y-%m-%d %H:%M}" == local


def test_a_full_hour_is_an_hourly_digest_of_its_own() -> None:
    hour = NOON.replace(minute=0)
    assert rules.leaves_at(kind=Kind.MESSAGE, at=hour, wishes=wishes(rhythm=Rhythm.HOURLY)) == hour


@given(happened=HAPPENED, readers=st.lists(READERS, unique_by=lambda reader: reader.person), by=st.booleans())
def test_who_is_told_is_concerned_can_act_and_is_told_once(
    happened: Happened, readers: list[Reader], by: bool
) -> None:
    found = rules.told(happened=happened, readers=readers, by_platform=by, stand_ins={})
    by_id = {reader.person: reader for reader in readers}
    assert len({told.person for told in found}) == len(found)
    for told in found:
        reader = by_id[told.person]
        assert reader.side is happened.to
        assert reader.owns if happened.kind in OF_OWNERS else reader.works
        assert told.person != happened.author
        assert happened.only in (None, told.person)
        assert happened.kind in KINDS_OF[reader.side]
        if happened.to is Side.BUYER:
            assert told.person == happened.buyer_id
        else:
            assert reader.seller_id == happened.conversation.seller_id
        wanted = happened.kind in reader.wishes.mailed
        assert (told.channel is Channel.PLATFORM) == (wanted and by)
        assert (told.channel is Channel.MAIL) == (wanted and not by and reader.has_address)
        assert (told.leaves_at is None) == (told.channel is None)


def test_both_colleagues_are_told_and_the_one_who_wrote_is_not() -> None:
    anna, bruno, reader, stranger = (
        Reader(person=PEOPLE[n], side=Side.SELLER, wishes=PLAIN, seller_id=1 + (n == 3), works=n != 2)
        for n in range(4)
    )
    happened = Happened(
        kind=Kind.DECISION,
        conversation=Ref(1, UUID(int=9)),
        buyer_id=UUID(int=7),
        subject=UUID(int=8),
        at=NOON,
        to=Side.SELLER,
        author=PEOPLE[1],
    )
    team = [anna, bruno, reader, stranger]
    assert [
        told.person for told in rules.told(happened=happened, readers=team, by_platform=False, stand_ins={})
    ] == [PEOPLE[0]]


def test_retries_grow_and_end() -> None:
    waits = [rules.next_try(tries=n, now=NOON) for n in range(1, len(RETRIES) + 2)]
    assert waits[-1] is None
    assert waits[:-1] == [NOON + wait for wait in RETRIES]
    assert [*RETRIES] == sorted(RETRIES)


@pytest.mark.parametrize(
    ("outcome", "tries", "waited", "state"),
    [
        (Outcome.TAKEN, 1, timedelta(0), State.SENT),
        (Outcome.NEVER, 1, timedelta(0), State.BOUNCED),
        (Outcome.LATER, 1, timedelta(0), State.WAITING),
        (Outcome.LATER, len(RETRIES), timedelta(days=1), State.WAITING),
        (Outcome.LATER, len(RETRIES) + 1, timedelta(days=2), State.GIVEN_UP),
        (Outcome.AWAY, 99, KEPT_WAITING, State.WAITING),
        (Outcome.AWAY, 0, KEPT_WAITING + timedelta(seconds=1), State.GIVEN_UP),
    ],
)
def test_what_becomes_of_a_mail(outcome: Outcome, tries: int, waited: timedelta, state: State) -> None:
    assert rules.after(outcome=outcome, tries=tries, due_at=NOON - waited, now=NOON) is state
