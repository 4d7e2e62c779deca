"""When reports are abused, and which findings lead outside: pure rules."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.conduct.terms import Label
from helpdesk.kernel.actor import Side
from helpdesk.reports.rules import abuse_of, budget_us, outside_of, rules_in_force, rules_named
from helpdesk.reports.terms import FOUND_OF, OF, OTHER_SIDE, USUAL, Abuse, Outcome, Past, What

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
RULES = rules_in_force(on=NOW.date())
PASTS = st.lists(
    st.builds(
        Past,
        at=st.integers(-500, 1).map(lambda days: NOW + timedelta(days=days)),
        outcome=st.sampled_from(Outcome),
        warned=st.booleans(),
    ),
    max_size=12,
)


def past(outcome: Outcome, *, days: int = 1, warned: bool = False) -> Past:
    return Past(at=NOW - timedelta(days=days), outcome=outcome, warned=warned)


def judged(*pasts: Past) -> Abuse:
    return abuse_of(past=pasts, now=NOW, rules=RULES)


def test_the_first_brings_nothing_the_second_a_warning_the_third_the_last_rank() -> None:
    one, two = past(Outcome.ABUSIVE), past(Outcome.ABUSIVE, warned=True)
    assert judged() == Abuse()
    assert judged(one) == Abuse(warns=True)
    assert judged(one, two) == Abuse(last_until=NOW + timedelta(days=RULES.last_days))


def test_who_is_mostly_right_is_left_alone() -> None:
    right = [past(Outcome.FOUNDED)] * 3
    assert judged(past(Outcome.ABUSIVE), *right[:2]) == Abuse(warns=True)
    assert judged(past(Outcome.ABUSIVE), *right) == Abuse()


def test_what_is_long_ago_counts_no_more() -> None:
    assert judged(past(Outcome.ABUSIVE, days=RULES.days)) == Abuse()
    assert judged(past(Outcome.ABUSIVE, days=RULES.days - 1)) == Abuse(warns=True)


@given(PASTS)
def test_nobody_ranks_last_without_a_warning_in_that_time(pasts: list[Past]) -> None:
    found = judged(*pasts)
    recent = [one for one in pasts if NOW - timedelta(days=RULES.days) < one.at <= NOW]
    assert not (found.warns and found.last_until)
    if found.last_until is not None:
        assert any(one.warned for one in recent)
    if found.warns:
        assert not any(one.warned for one in recent)


@given(PASTS)
def test_more_founded_ones_never_make_it_worse(pasts: list[Past]) -> None:
    if judged(*pasts) == Abuse():
        assert judged(*pasts, past(Outcome.FOUNDED)) == Abuse()


def test_the_gravest_way_outside_is_named() -> None:
    assert outside_of(labels=[Label.PHONE, Label.BANK]) is What.PAY_OUTSIDE
    assert outside_of(labels=[Label.MOVE, Label.TERMS]) is What.DEAL_OUTSIDE
    assert outside_of(labels=[Label.EMAIL]) is What.CONTACT_OUTSIDE
    assert outside_of(labels=[Label.INSULT, Label.PROMO]) is None


def test_the_urgent_are_decided_sooner() -> None:
    hour = 3_600_000_000
    assert budget_us(what=What.THREAT, rules=RULES) == RULES.urgent_hours * hour
    assert budget_us(what=What.MISLEADING, rules=RULES) == RULES.hours * hour


def test_the_shipped_numbers_hold_together() -> None:
    assert rules_named(version=RULES.version) == RULES
    assert rules_in_force(on=date(2020, 1, 1)).version == 1
    assert 1 <= RULES.warn_at < RULES.last_at <= RULES.open
    assert 0 < RULES.urgent_hours <= RULES.hours


def test_whatever_is_reported_has_something_to_be_found() -> None:
    for side, whats in OF.items():
        usual = {USUAL[what] for what in whats if what is not What.OTHER}
        assert usual <= set(FOUND_OF[OTHER_SIDE[side]]), side
    assert {side: len(kinds) for side, kinds in FOUND_OF.items()} == {Side.SELLER: 9, Side.BUYER: 4}
