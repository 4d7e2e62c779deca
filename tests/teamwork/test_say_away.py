"""Saying that somebody is away: who may, in which days, and who may cover."""

from datetime import UTC, datetime, timedelta

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import team_of
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.models import Absence
from helpdesk.teamwork.terms import MAX_COMING, Days, Stage
from helpdesk.teamwork.words import SENTENCES
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, PLATFORM, READER
from tests.past import any_present
from tests.shops import Shops
from tests.teamwork.leave import NADIA, NOON, away, day, team


@pytest.fixture(autouse=True)
def tuesday(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Tuesday at noon, and a team of three."""
    any_present(monkeypatch).set(NOON)
    team()


def test_everybody_of_the_shop_sees_it(shops: Shops) -> None:
    ref = away(BRUNO, ANNA, 0, 3)
    for reader in (ANNA, BRUNO, READER):
        [one] = queries.absences_of(actor=reader, now=clock.now()).ahead
        assert (one.ref, one.name, one.cover_name, one.stage) == (ref, "Bruno", "Anna", Stage.RUNNING)
        assert (one.days, one.may_change) == (Days(first=day(0), last=day(3)), reader is not READER)
        assert one.away is not None
        assert (one.away.name, one.is_uncovered) == ("Anna", False)
    assert queries.absences_of(actor=DMITRI, now=clock.now()).ahead == []
    for stranger in (CLARA, EDDA):
        with pytest.raises(Forbidden):
            queries.absences_of(actor=stranger, now=clock.now())
        with pytest.raises(Forbidden):
            queries.away_today(actor=stranger, now=clock.now())


def test_row_security_keeps_it_in_the_shop() -> None:
    away(BRUNO, ANNA)
    for stranger in (DMITRI, CLARA):
        with acting(stranger):
            assert not Absence.objects.exists()
    with acting(ANNA):
        assert Absence.objects.count() == 1


def test_it_is_a_mark_and_makes_no_entry() -> None:
    def entries() -> int:
        with acting(PLATFORM):
            return Entry.objects.count()

    before = entries()
    ref = away(BRUNO, ANNA)
    actions.choose_cover(actor=BRUNO, now=clock.now(), absence=ref, cover=NADIA.person)
    actions.end_absence(actor=BRUNO, now=clock.now(), absence=ref)
    assert entries() == before


def test_an_owner_says_it_for_a_colleague_and_an_agent_for_none() -> None:
    away(BRUNO, NADIA, actor=ANNA)
    [one] = queries.absences_of(actor=READER, now=clock.now()).ahead
    assert (one.name, one.said_by) == ("Bruno", "Anna")
    with pytest.raises(Forbidden, match="of_a_colleague"):
        away(NADIA, ANNA, actor=BRUNO)


@pytest.mark.parametrize("actor", [CLARA, EDDA, READER])
def test_who_answers_nothing_says_nothing(actor: Actor) -> None:
    with pytest.raises(Forbidden, match="not_yours"):
        away(actor, ANNA)


@pytest.mark.parametrize(
    ("who", "cover", "first", "last", "code"),
    [
        (ANNA, BRUNO, -1, 3, "absence.past"),
        (ANNA, BRUNO, 3, 2, "absence.backwards"),
        (ANNA, BRUNO, 367, 370, "absence.far"),
        (ANNA, BRUNO, 0, 366, "absence.too_long"),
        (ANNA, ANNA, 0, 3, "absence.own_cover"),
        (ANNA, READER, 0, 3, "absence.cover_not_on_team"),
        (ANNA, DMITRI, 0, 3, "absence.cover_not_on_team"),
        (ANNA, CLARA, 0, 3, "absence.cover_not_on_team"),
        (READER, ANNA, 0, 3, "absence.not_on_team"),
        (DMITRI, ANNA, 0, 3, "absence.not_on_team"),
    ],
)
def test_what_is_refused(who: Actor, cover: Actor, first: int, last: int, code: str) -> None:
    with pytest.raises(Invalid, match=code) as caught:
        away(who, cover, first, last, actor=ANNA)
    assert str(SENTENCES[code]) % caught.value.params
    assert queries.absences_of(actor=ANNA, now=clock.now()).ahead == []


@pytest.mark.parametrize(("first", "last"), [(3, 3), (5, 9), (2, 9), (0, 3)])
def test_whoever_covers_is_there_on_each_day(first: int, last: int) -> None:
    away(BRUNO, NADIA, 3, 5)
    with pytest.raises(Conflict, match="cover_away") as caught:
        away(ANNA, BRUNO, first, last)
    assert caught.value.params == {"name": "Bruno"}
    with pytest.raises(Conflict, match="overlaps"):
        away(BRUNO, ANNA, first, last)
    away(ANNA, BRUNO, 0, 2)
    away(ANNA, BRUNO, 6, 9)


def test_a_day_is_the_shops_own() -> None:
    """At 23:30 UTC it is tomorrow in Warsaw."""
    late = datetime(2026, 11, 17, 23, 30, tzinfo=UTC)
    with pytest.raises(Invalid, match=r"absence\.past"):
        away(ANNA, BRUNO, 0, 1, now=late)
    away(ANNA, BRUNO, 1, 1, now=late)
    midnight = datetime(2026, 11, 18, 23, tzinfo=UTC)
    assert set(queries.away_today(actor=ANNA, now=midnight - timedelta(microseconds=1))) == {ANNA.person}
    assert queries.away_today(actor=ANNA, now=midnight) == {}
    assert queries.away_today(actor=ANNA, now=late - timedelta(minutes=31)) == {}


def test_the_same_key_is_the_same_absence_and_another_ones_is_refused() -> None:
    first = away(BRUNO, ANNA, key="k")
    assert away(BRUNO, ANNA, key="k") == first
    with pytest.raises(KeyReused):
        away(BRUNO, ANNA, 0, 4, key="k")
    assert away(ANNA, NADIA, 9, 9, key="k") != first
    assert len(queries.absences_of(actor=ANNA, now=clock.now()).ahead) == 2


def test_a_person_has_so_many_ahead() -> None:
    for n in range(MAX_COMING):
        away(BRUNO, ANNA, 2 * n, 2 * n)
    with pytest.raises(Conflict, match="too_many"):
        away(BRUNO, ANNA, 99, 99)
    away(NADIA, ANNA, 0, 0)


def test_what_is_long_past_is_forgotten() -> None:
    away(BRUNO, ANNA)
    away(BRUNO, ANNA, 370, 371, now=NOON + timedelta(days=369))
    assert len(queries.absences_of(actor=ANNA, now=NOON + timedelta(days=369)).past) == 1
    away(NADIA, ANNA, 380, 381, now=NOON + timedelta(days=371))
    with acting(ANNA):
        assert Absence.objects.count() == 2


def test_past_ones_are_listed_with_who_covered_though_they_left() -> None:
    away(BRUNO, NADIA)
    [nadia] = [one for one in team_of(actor=ANNA) if one.name == "Nadia"]
    marketplace.remove_member(actor=ANNA, now=clock.now(), member=nadia.ref)
    found = queries.absences_of(actor=ANNA, now=NOON + timedelta(days=9))
    assert [(one.name, one.cover_name, one.stage) for one in found.past] == [("Bruno", "Nadia", Stage.OVER)]
    assert found.ahead == []


def test_a_reader_of_today_was_no_cover_yesterday() -> None:
    [bruno] = [one for one in team_of(actor=ANNA) if one.name == "Bruno"]
    marketplace.change_role(actor=ANNA, now=clock.now(), member=bruno.ref, role=Role.READER)
    with pytest.raises(Invalid, match="cover_not_on_team"):
        away(ANNA, BRUNO)


def test_nothing_of_it_is_free_text() -> None:
    """Why somebody is away is nobody's business: there is no column for it."""
    columns = {field.name: type(field).__name__ for field in Absence._meta.fields}
    assert not {name for name, kind in columns.items() if kind in ("TextField", "CharField", "JSONField")}
