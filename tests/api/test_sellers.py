"""One Seller's standing over HTTP, for the Platform and its administrators: what is told, and why."""

from dataclasses import replace
from datetime import timedelta

import pytest

from helpdesk.conduct.terms import Label
from helpdesk.conversations import actions as conversations
from helpdesk.enforcement.terms import MeasureKind
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.ids import Ref
from helpdesk.standing import actions
from tests.api.conftest import CallAs
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRIS_SHOP, EDDA, FELIX, GRETA, PLATFORM, person
from tests.enforcement.told import IRIS, Tale, measures
from tests.marketplace import samples
from tests.marketplace.samples import put
from tests.past import any_present
from tests.shops import Shops
from tests.standing.rated import follow, more

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))
PLACE = f"/sellers/{ANNAS_SHOP}/standing"


@pytest.fixture
def published(shops: Shops, asked: Ref) -> Shops:
    """Both shops have a place, and Anna's was asked something."""
    actions.note_sellers(actor=SYSTEM, now=clock.now(), limit=100)
    actions.publish_standings(actor=SYSTEM, now=clock.now(), limit=100)
    follow(clock.now() + timedelta(seconds=1))
    return shops


def test_what_is_told_is_what_the_feed_tells(call: CallAs, published: Shops) -> None:
    platform = call(PLATFORM)
    found = platform.get(PLACE).json()
    feed = platform.get("/standings").json()
    [row] = [row for row in feed["data"] if row["seller"] == found["seller"]]
    told = found["published"]
    assert [f"{told[name]:.3f}" for name in ("rank_factor", "visibility", "measure")] == [
        row[name] for name in ("rank_factor", "visibility", "measure")
    ]
    for name in ("level", "explanation", "weights"):
        assert told[name] == row[name]
    assert told["published_at"][:19] == row["published_at"][:19]
    assert found["valid_until"][:19] == feed["valid_until"][:19]


def test_a_score_stands_there_once_there_is_one(call: CallAs, published: Shops, asked: Ref) -> None:
    now = clock.now()
    conversations.post_reply(actor=ANNA, now=now, conversation=asked, draft="Yes, it is.", key="a")
    follow(clock.now() + timedelta(seconds=1))
    new = call(EDDA).get(PLACE).json()
    assert (new["level"], new["score"], new["n"], new["measures"]) == ("new", None, 1.0, [])
    more(count=4)
    found = call(EDDA).get(PLACE).json()
    own = call(ANNA).get("/standing").json()
    for name in ("level", "score", "n", "m", "shares"):
        assert found[name] == own[name]
    assert found["level"] == "rated"
    assert call(EDDA).get(f"/sellers/{DMITRIS_SHOP}/standing").json()["score"] is None


def test_before_anything_is_told_a_shop_is_there_by_the_platforms_id(call: CallAs, shops: Shops) -> None:
    put(samples.market())
    put(samples.seller())
    found = call(PLATFORM).get("/sellers/ext:anna/standing").json()
    assert (found["seller"], found["published"], found["level"]) == ("anna", None, "new")


def test_measures_in_force_stand_there_and_those_that_ended_do_not(
    call: CallAs, shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    present, tale = any_present(monkeypatch), Tale(shops, known=True)
    tale.found(Label.DEAL)
    tale.follow()
    for actor in (FELIX, IRIS):
        tale.approve(actor, MeasureKind.DEMOTION, grave=True)
    [measure] = measures()
    present.set(measure.starts_at)
    [shown] = call(FELIX).get(PLACE).json()["measures"]
    whole = call(FELIX).get(f"/measures/{measure.id}").json()
    assert shown == {name: whole[name] for name in shown}
    assert (shown["id"], shown["kind"]) == (str(measure.id), "demotion")
    assert measure.ends_at is not None
    present.set(measure.ends_at)
    assert call(FELIX).get(PLACE).json()["measures"] == []


def test_strangers_learn_nothing(call: CallAs, shops: Shops) -> None:
    for actor in (ANNA, CLARA, ROOT):
        for place in (PLACE, "/sellers/ext:nobody/standing"):
            answer = call(actor).get(place)
            assert (answer.status_code, answer.json()["code"]) == (403, "standing.feed")
    for actor in (PLATFORM, GRETA):
        for nobody in ("7", "ext:nobody", "x", "9" * 30, "²"):
            answer = call(actor).get(f"/sellers/{nobody}/standing")
            assert (answer.status_code, answer.json()["code"]) == (404, "seller.not_found")
