"""The inbox in views: mine, nobody's, put off, by tag; what is late or due today is never hidden."""

from datetime import UTC, datetime, timedelta

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.queries import view_named
from helpdesk.teamwork.terms import EVERYTHING, Shows, View
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, READER
from tests.past import any_present
from tests.shops import Shops, order
from tests.teamwork.conftest import ask

VIEWS = ("all", "mine", "nobody", "snoozed", "tag:vip")
FAR = timedelta(days=30)  # by then every question of now is late


def shown(
    written: str, *, now: datetime | None = None, actor: Actor = ANNA, market: str | None = None
) -> set[Ref]:
    """The threads of a view's lanes, at an instant."""
    lanes, _ = queries.lanes_in(
        actor=actor,
        now=now or clock.now(),
        view=view_named(written=written),
        limit=50,
        after={},
        market=market,
    )
    found = [row.conversation for lane in lanes.lanes for row in lane.rows]
    assert len(found) == sum(lane.waiting for lane in lanes.lanes) == len(set(found))
    return set(found)


def counts(*, now: datetime | None = None, actor: Actor = ANNA, market: str | None = None) -> dict[str, int]:
    """How many each view says that it shows."""
    found = queries.views(actor=actor, now=now or clock.now(), market=market)
    return {str(one.view): one.waiting for one in found.counted}


@pytest.fixture(autouse=True)
def tuesday(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Tuesday at noon: what is asked now is due tomorrow."""
    any_present(monkeypatch).set(datetime(2026, 11, 17, 12, tzinfo=UTC))


@pytest.fixture
def threads(shops: Shops) -> dict[str, Ref]:
    """Mine, Bruno's, nobody's, one put off, one with a tag that is Bruno's and put off."""
    names = ("mine", "brunos", "nobodys", "later", "vip")
    made = {name: ask(order(ANNA.seller_id or 0, f"A-{name}", CLARA, "de")) for name in names}
    now = clock.now()
    for name, person in (("mine", ANNA), ("brunos", BRUNO), ("vip", BRUNO)):
        actions.assign(actor=ANNA, now=now, conversation=made[name], person=person.person)
    for name in ("later", "vip"):
        actions.snooze(actor=ANNA, now=now, conversation=made[name], until=now + 2 * FAR)
    actions.set_tags(actor=ANNA, now=now, conversation=made["vip"], tags=["vip"])
    return made


def test_each_view_shows_its_own(threads: dict[str, Ref]) -> None:
    def named(*names: str) -> set[Ref]:
        return {threads[name] for name in names}

    assert shown("all") == named("mine", "brunos", "nobodys")
    assert shown("mine") == named("mine")
    assert shown("mine", actor=BRUNO) == named("brunos")
    assert shown("nobody") == named("nobodys")
    assert shown("snoozed") == named("later", "vip")
    assert shown("tag:vip") == named("vip")
    assert shown("tag:unknown") == set()


@pytest.mark.parametrize("ahead", [timedelta(), FAR])
def test_the_counts_are_those_of_the_lanes(threads: dict[str, Ref], ahead: timedelta) -> None:
    now = clock.now() + ahead
    assert counts(now=now) == {view: len(shown(view, now=now)) for view in VIEWS}


def test_what_is_late_is_shown_however_long_it_is_put_off(threads: dict[str, Ref]) -> None:
    assert shown("all", now=clock.now() + FAR) == set(threads.values())
    assert shown("nobody", now=clock.now() + FAR) == {threads["nobodys"], threads["later"]}


def test_what_is_due_today_is_shown_too(asked: Ref) -> None:
    actions.snooze(actor=ANNA, now=clock.now(), conversation=asked, until=clock.now() + FAR)
    assert shown("all") == set()
    [row] = queries.inbox_in(actor=ANNA, now=clock.now(), view=EVERYTHING)
    assert shown("all", now=row.obligation.deadline - timedelta(minutes=1)) == {asked}


def test_the_plain_list_hides_nothing(threads: dict[str, Ref]) -> None:
    def listed(view: View) -> set[Ref]:
        return {row.conversation for row in queries.inbox_in(actor=ANNA, now=clock.now(), view=view)}

    assert listed(EVERYTHING) == set(threads.values())
    assert listed(View(shows=Shows.MINE)) == {threads["mine"]}


def test_a_view_is_of_the_market_that_is_looked_at(threads: dict[str, Ref]) -> None:
    assert shown("mine", market="pl") == set()
    assert counts(market="pl") == dict.fromkeys(VIEWS, 0)
    assert counts(market="de") == counts()


def test_an_answered_thread_leaves_the_counts_and_stays_in_its_view(threads: dict[str, Ref]) -> None:
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=threads["mine"], draft="8.5 mm fits.", key="r"
    )
    assert counts()["mine"] == 0

    def quiet(written: str) -> list[Ref]:
        view = view_named(written=written)
        rows = queries.quiet_in(actor=ANNA, now=clock.now(), view=view, limit=9)
        return [row.conversation for row in rows]

    assert quiet("mine") == quiet("all") == [threads["mine"]]
    assert quiet("nobody") == quiet("snoozed") == quiet("tag:vip") == []


def test_the_team_is_who_answers(threads: dict[str, Ref]) -> None:
    found = queries.views(actor=READER, now=clock.now())
    assert [one.name for one in found.team] == ["Anna", "Bruno"]
    assert found.tags == ["vip"]
    assert counts(actor=READER)["mine"] == 0


def test_other_shops_and_sides_see_none_of_it(threads: dict[str, Ref]) -> None:
    assert shown("all", actor=DMITRI) == set()
    assert counts(actor=DMITRI) == {"all": 0, "mine": 0, "nobody": 0, "snoozed": 0}
    with pytest.raises(Forbidden):
        queries.views(actor=CLARA, now=clock.now())


@pytest.mark.parametrize("written", ["everything", "tag:", "tag", "mine:x", "tag:a,b"])
def test_a_view_that_is_none(written: str) -> None:
    with pytest.raises(Invalid):
        view_named(written=written)


def test_names_of_views_lead_back() -> None:
    for written in VIEWS:
        assert str(view_named(written=written)) == written
    assert view_named(written="tag:#VIP") == View(shows=Shows.TAG, tag="vip")
