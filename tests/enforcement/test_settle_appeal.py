"""Another person decides: what was wrong is given back at once, what was right goes on with its time."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.conduct.terms import Label
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.terms import MeasureKind, Phase
from helpdesk.enforcement.terms.appeals import Against, Verdict
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.standing.models import Shown
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRI, EDDA, FELIX, PLATFORM
from tests.enforcement.appealed import ANSWER, JONAS, appeal, limited, settle
from tests.enforcement.told import IRIS, Tale, measures, restricted, verified, violations


def due() -> bool:
    with everything():
        return Shown.objects.filter(seller_id=ANNAS_SHOP, due=True).exists()


def test_reversed_it_is_as_if_it_had_never_been(tale: Tale) -> None:
    measure = limited(tale)
    with everything():
        Shown.objects.create(seller_id=ANNAS_SHOP, due=False)
    of = appeal(tale, measure)
    [violation] = violations()
    settle(tale, of, take_back=[violation.id])
    assert restricted(tale.later()) == []
    [shown] = measures()
    assert (shown.phase(at=tale.now), shown.lifted_reason) == (Phase.LIFTED, ANSWER)
    assert violations()[0].taken_back_at is not None
    assert queries.own_standing(actor=ANNA, now=tale.now).points == 0
    assert due(), "the corrected place is sent out again"
    told = queries.appeal_against(actor=ANNA, subject=measure)
    assert told is not None
    assert (told.verdict, told.answer, told.took_back) == (Verdict.REVERSED, ANSWER, [violation.id])
    assert queries.appeals_waiting(actor=FELIX, limit=1) == []
    assert verified() == []


def test_upheld_after_a_stay_it_goes_on_with_the_time_that_was_left(tale: Tale) -> None:
    measure = limited(tale)
    end = measures()[0].ends_at
    assert end is not None
    tale.later(timedelta(days=2))
    of = appeal(tale, measure, stay=True)
    begun = of.receipt.at
    tale.later(timedelta(days=3))
    settled = settle(tale, of, Verdict.UPHELD)
    assert restricted(tale.later()) == ["messaging"]
    [shown] = measures()
    assert shown.ends_at is not None
    assert shown.ends_at - end >= settled.receipt.at - begun
    assert shown.ends_at - end < settled.receipt.at - begun + timedelta(seconds=1)
    assert shown.phase(at=tale.now) is Phase.IN_FORCE
    assert verified() == []


def test_upheld_without_a_stay_nothing_changes(tale: Tale) -> None:
    measure = limited(tale)
    before = measures()
    settle(tale, appeal(tale, measure), Verdict.UPHELD)
    assert measures() == before
    assert restricted(tale.now) == ["messaging"]


def test_right_in_part_the_measure_ends_and_its_violation_stays(tale: Tale) -> None:
    measure = limited(tale)
    settle(tale, appeal(tale, measure, stay=True), Verdict.CHANGED)
    assert restricted(tale.later()) == []
    assert measures()[0].lifted_at is not None
    assert violations()[0].taken_back_at is None
    assert verified() == []


def test_a_violation_that_was_none_counts_no_more(tale: Tale) -> None:
    entry = tale.found(Label.PHONE)
    tale.follow()
    of = appeal(tale, Ref(ANNAS_SHOP, entry), against=Against.VIOLATION)
    with pytest.raises(Invalid, match=r"appeal\.verdict"):
        settle(tale, of, Verdict.CHANGED)
    settle(tale, of)
    assert violations()[0].taken_back_at is not None
    assert verified() == []


def test_a_measure_that_is_over_may_still_be_found_wrong(tale: Tale) -> None:
    measure = limited(tale)
    tale.later(timedelta(days=30))
    settle(tale, appeal(tale, measure))
    assert measures()[0].phase(at=tale.later()) is Phase.LIFTED


def test_one_that_was_lifted_meanwhile_stays_lifted(tale: Tale) -> None:
    measure = limited(tale)
    of = appeal(tale, measure)
    actions.lift_measure(actor=FELIX, now=tale.later(), measure=measure, reason="Mistake.", key="lift")
    settle(tale, of)
    assert measures()[0].lifted_reason == "Mistake."


def test_whoever_took_the_decision_does_not_decide_about_it(tale: Tale) -> None:
    measure = limited(tale)
    of = appeal(tale, measure)
    for actor in (FELIX, IRIS):
        with pytest.raises(Forbidden, match=r"appeal\.own_decision"):
            settle(tale, of, actor=actor)
    assert not settle(tale, of).replayed


def test_it_is_decided_once(tale: Tale) -> None:
    of = appeal(tale, limited(tale))
    first = settle(tale, of, key="one")
    assert settle(tale, of, key="one").receipt == first.receipt
    with pytest.raises(KeyReused):
        settle(tale, of, Verdict.UPHELD, key="one")
    with pytest.raises(Conflict, match=r"appeal\.settled"):
        settle(tale, of, Verdict.UPHELD)


def test_what_is_sent_must_make_sense(tale: Tale) -> None:
    of = appeal(tale, limited(tale, kind=MeasureKind.DEMOTION))
    [violation] = violations()
    for more in (
        {"verdict": "perhaps"},
        {"words": " "},
        {"take_back": [uuid7()]},
        {"verdict": Verdict.UPHELD, "take_back": [violation.id]},
    ):
        with pytest.raises(Invalid):
            settle(tale, of, **more)
    assert restricted(tale.now) == ["demotion"]


def test_who_may_not(tale: Tale) -> None:
    of = appeal(tale, limited(tale))
    for actor in (ANNA, CLARA, DMITRI, PLATFORM):
        with pytest.raises(NotFound):
            settle(tale, of, actor=actor)
    with pytest.raises(Forbidden, match=r"appeal\.not_yours_to_settle"):
        settle(tale, of, actor=EDDA)
    with pytest.raises(NotFound):
        actions.settle_appeal(
            actor=JONAS,
            now=tale.now,
            appeal=Ref(ANNAS_SHOP, uuid7()),
            verdict=Verdict.UPHELD,
            words=ANSWER,
            key="x",
        )


def test_the_figures_of_a_year_name_nobody(tale: Tale) -> None:
    of = appeal(tale, limited(tale), stay=True)
    tale.later(timedelta(days=2))
    settle(tale, of)
    [figure] = queries.appeal_figures_for_system(year=2026)
    assert (figure.matter, figure.code, figure.filed, figure.decided, figure.reversed, figure.stayed) == (
        "measure",
        "messaging_limit",
        1,
        1,
        1,
        1,
    )
    assert figure.median is not None
    assert 48 <= figure.median < 49
    assert figure.in_time == 1
    lines = queries.appeal_figures_csv(year=2026).splitlines()
    assert lines[0].startswith("year,matter,kind,filed")
    assert lines[1].startswith("2026,measure,messaging_limit,1,1,0,0,1,1,1,48.")
    assert queries.appeal_figures_for_system(year=2025) == []
    assert queries.years_for_system(now=tale.now) == [2026]
