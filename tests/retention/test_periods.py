"""Periods: months as the calendar counts them, which one is in force, and how the operator changes them."""

import json
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.retention import actions, queries
from helpdesk.retention.rules import add_months, due_on, in_force, is_shorter, latest_due
from helpdesk.retention.terms import Asked, Kept, Period
from tests.cast import CLARA, EDDA, FELIX, GRETA
from tests.retention.asking import FIONA, PAULA, entries, faults
from tests.shops import Shops

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2200, 12, 31))
MONTHS = st.integers(min_value=1, max_value=1200)


@given(DAYS, MONTHS)
def test_months_end_on_the_same_day_or_on_the_months_last(day: date, months: int) -> None:
    end = add_months(day, months=months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)


@given(DAYS, DAYS, MONTHS)
def test_later_days_are_never_due_earlier(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert due_on(last=first, months=months) <= due_on(last=second, months=months)
    assert due_on(last=one, months=months) < due_on(last=one, months=months + 1)


@given(DAYS, MONTHS, st.integers(min_value=-40, max_value=40))
def test_the_search_finds_all_that_is_due_and_no_day_more(today: date, months: int, off: int) -> None:
    before = latest_due(today, months=months)
    last = before.date() + timedelta(days=off)
    happened = datetime(last.year, last.month, last.day, 12, tzinfo=UTC)
    assert (happened < before) == (due_on(last=last, months=months) <= today)


@pytest.mark.parametrize(
    ("last", "months", "due"),
    [
        (date(2026, 11, 22), 72, date(2032, 11, 23)),
        (date(2024, 2, 29), 12, date(2025, 3, 1)),
        (date(2026, 1, 31), 1, date(2026, 3, 1)),
        (date(2026, 12, 31), 12, date(2028, 1, 1)),
        (date(9999, 12, 31), 12, date.max),
    ],
)
def test_due_on_the_day_after_the_last_one(last: date, months: int, due: date) -> None:
    assert due_on(last=last, months=months) == due


def period(market: str, months: int, on: date, kept: Kept = Kept.ORDER) -> Period:
    return Period(market=market, kept=kept, months=months, effective_on=on)


DEFAULT = period("", 72, date(2026, 1, 1))


def test_a_markets_own_period_comes_before_that_of_everywhere() -> None:
    known = [DEFAULT, period("de", 120, date(2027, 1, 1)), period("", 60, date(2028, 1, 1))]
    found = [
        in_force(known, market=market, kept=Kept.ORDER, on=on).months
        for market, on in (
            ("de", date(2026, 12, 31)),
            ("de", date(2027, 1, 1)),
            ("de", date(2029, 1, 1)),
            ("pl", date(2027, 6, 1)),
            ("pl", date(2028, 1, 1)),
        )
    ]
    assert found == [72, 120, 120, 72, 60]
    with pytest.raises(LookupError):
        in_force(known, market="de", kept=Kept.ACCESS, on=date(2027, 1, 1))


def test_of_one_day_the_later_published_counts() -> None:
    known = [DEFAULT, period("", 80, date(2027, 1, 1)), period("", 90, date(2027, 1, 1))]
    assert in_force(known, market="", kept=Kept.ORDER, on=date(2027, 1, 1)).months == 90


@given(MONTHS, MONTHS)
def test_shorter_than_what_counts_by_then(before: int, after: int) -> None:
    known = [DEFAULT, period("de", before, date(2027, 1, 1))]
    assert is_shorter(known, of=period("de", after, date(2027, 2, 1))) == (after < before)
    assert is_shorter(known, of=period("de", after, date(2026, 2, 1))) == (after < 72)


def publish(
    months: int,
    days: int = 40,
    market: str = "",
    kept: str = "presale",
    actor: Actor = FELIX,
    key: str = "period",
) -> Asked:
    now = clock.now()
    return actions.publish_period(
        actor=actor,
        now=now,
        market=market,
        kept=kept,
        months=months,
        effective_on=now.date() + timedelta(days=days),
        key=key,
    )


def approve(asked: Asked, actor: Actor = PAULA, key: str = "agree") -> None:
    assert asked.proposal is not None
    actions.approve_period(actor=actor, now=clock.now(), proposal=asked.proposal, key=key)


def test_a_longer_period_is_published_at_once_and_counts_later(shops: Shops) -> None:
    asked = publish(24, days=1)
    [entry] = entries("retention.published")
    assert (asked.entry, asked.proposal) == (entry.id, None)
    said = json.loads(bytes(entry.leaf))["f"]
    assert (said["kept"], said["months"]) == ("presale", 24)
    rows = queries.period_table(actor=GRETA, now=clock.now()).rows
    [row] = [row for row in rows if row.period.kept is Kept.PRESALE]
    assert (row.period.months, [one.months for one in row.later]) == (12, [24])
    assert row.source
    assert faults() == []


def test_a_shorter_period_takes_two_people_and_30_days(shops: Shops) -> None:
    with pytest.raises(Invalid, match=r"period\.too_soon_shorter"):
        publish(6, days=29)
    asked = publish(6, days=31)
    assert (asked.entry, entries("retention.published")) == (None, [])
    with pytest.raises(Forbidden, match=r"period\.second_person"):
        approve(asked, actor=FELIX)
    approve(asked)
    approve(asked)  # the same request again
    with pytest.raises(Conflict, match=r"period\.settled"):
        approve(asked, actor=FIONA)
    assert len(entries("retention.published")) == 1
    assert faults() == []


def test_a_market_may_have_its_own(shops: Shops) -> None:
    publish(120, market="de", kept="order")
    table = queries.period_table(actor=GRETA, now=clock.now() + timedelta(days=41))
    found = {(row.period.market, row.period.kept): row.period.months for row in table.rows}
    assert found[("de", Kept.ORDER)] == 120
    assert found[("", Kept.ORDER)] == 72


def test_a_proposal_can_be_withdrawn(shops: Shops) -> None:
    asked = publish(6)
    assert asked.proposal is not None
    actions.withdraw_period(actor=FELIX, now=clock.now(), proposal=asked.proposal)
    with pytest.raises(Conflict, match=r"period\.settled"):
        approve(asked)
    assert queries.period_table(actor=GRETA, now=clock.now()).proposals == []


def test_the_same_request_again_is_the_same_answer(shops: Shops) -> None:
    longer, again = publish(24), publish(24)
    assert (again.entry, again.replayed) == (longer.entry, True)
    shorter, once_more = publish(6, key="s"), publish(6, key="s")
    assert (once_more.proposal, once_more.replayed) == (shorter.proposal, True)
    with pytest.raises(KeyReused):
        publish(30)
    with pytest.raises(KeyReused):
        publish(7, key="s")


def test_what_makes_no_sense_is_refused(shops: Shops) -> None:
    for refused, field in (
        ("period.kept", {"kept": "chats"}),
        ("period.months", {"months": 0}),
        ("period.months", {"months": 1201}),
        ("period.too_soon", {"days": 0}),
    ):
        with pytest.raises(Invalid, match=refused):
            publish(**{"months": 24, **field})  # type: ignore[arg-type]
    with pytest.raises(NotFound, match=r"market\.not_found"):
        publish(24, market="xx")
    with pytest.raises(NotFound, match=r"period\.not_found"):
        actions.approve_period(actor=PAULA, now=clock.now(), proposal=uuid4(), key="k")


@pytest.mark.parametrize("actor", [EDDA, GRETA, CLARA])
def test_who_sets_no_periods(shops: Shops, actor: Actor) -> None:
    with pytest.raises(Forbidden, match=r"period\.not_yours"):
        publish(24, actor=actor)


@pytest.mark.parametrize("kept", ["attempt", "access"])
def test_what_has_no_market_has_one_period_everywhere(shops: Shops, kept: str) -> None:
    now = clock.now()

    def publish(market: str) -> Asked:
        day = now.date() + timedelta(days=1)
        return actions.publish_period(
            actor=FELIX, now=now, market=market, kept=kept, months=96, effective_on=day, key=f"p{market}"
        )

    with pytest.raises(Invalid) as refused:
        publish("de")
    assert (refused.value.code, refused.value.field) == ("period.everywhere", "market")
    assert entries("retention.published") == []
    assert publish("").entry


def test_a_market_whose_own_period_is_still_to_come_stands_under_its_own_name(shops: Shops) -> None:
    now = clock.now()
    day = now.date() + timedelta(days=1)
    actions.publish_period(
        actor=FELIX, now=now, market="de", kept="order", months=120, effective_on=day, key="p"
    )
    rows = [row for row in queries.period_table(actor=GRETA, now=now).rows if row.period.kept is Kept.ORDER]
    assert [(row.period.market, row.period.months, bool(row.source)) for row in rows] == [
        ("", 72, True),
        ("de", 72, False),
    ]
    assert [[one.months for one in row.later] for row in rows] == [[], [120]]
