"""Feeds for business intelligence: whose rows, from where on, in which form, and never a word."""

import csv
import io
import json
from typing import Any

import pytest

from helpdesk.archive import actions as archive
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.standing import actions as standing
from helpdesk.takeout.queries import feeds
from helpdesk.takeout.rules.writing import head, line
from helpdesk.takeout.terms.feeds import COLUMNS, Feed, Format
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, FELIX, GRETA, PLATFORM
from tests.shops import Shops
from tests.takeout.conftest import SECRET, talk


def rows(answer: Any) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.content
    return [json.loads(one) for one in answer.getvalue().decode().splitlines()]


@pytest.fixture
def talked(shops: Shops) -> Shops:
    """With standings, too."""
    standing.note_sellers(actor=SYSTEM, now=clock.now(), limit=100)
    standing.publish_standings(actor=SYSTEM, now=clock.now(), limit=100)
    talk(shops)
    return shops


def test_the_platform_reads_all_and_a_shop_its_own(call: CallAs, talked: Shops) -> None:
    counted = {
        feed: [len(rows(call(actor).get(f"/bi/{feed}"))) for actor in (PLATFORM, ANNA, DMITRI)]
        for feed in Feed
    }
    assert counted == {
        Feed.CONVERSATIONS: [3, 2, 1],
        Feed.MESSAGES: [4, 3, 1],
        Feed.OBLIGATIONS: [3, 2, 1],
        Feed.CASES: [0, 0, 0],
        Feed.STANDINGS: [2, 1, 1],
        Feed.MEASURES: [0, 0, 0],
    }
    one = next(row for row in rows(call(ANNA).get("/bi/obligations")) if row["answered_at"])
    assert (one["verdict"], one["cause"], one["seller"]) == ("met", "message", "Anna's Espresso Parts")


@pytest.mark.parametrize("feed", Feed)
def test_every_feed_has_its_columns_and_no_words(call: CallAs, talked: Shops, feed: Feed) -> None:
    answer = call(PLATFORM).get(f"/bi/{feed}?format=csv")
    text = answer.getvalue().decode()
    table = [*csv.reader(io.StringIO(text))]
    assert table[0] == [*COLUMNS[feed]]
    assert {len(cells) for cells in table} == {len(COLUMNS[feed])}
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert not [word for word in (SECRET, "Gasket", "Clara", "Yes, it is.") if word in text]
    assert [set(row) for row in rows(call(PLATFORM).get(f"/bi/{feed}"))][:1] in ([], [{*COLUMNS[feed]}])


def test_reading_goes_on_where_it_stopped(call: CallAs, talked: Shops) -> None:
    whole = rows(call(PLATFORM).get("/bi/messages"))
    assert [row["number"] for row in whole] == sorted({row["number"] for row in whole})
    first = rows(call(PLATFORM).get("/bi/messages?limit=2"))
    rest = call(PLATFORM).get(f"/bi/messages?changed_after={first[-1]['number']}")
    assert first + rows(rest) == whole
    until = int(rest.headers["Helpdesk-Until"])
    assert rows(call(PLATFORM).get(f"/bi/messages?changed_after={until}")) == []
    waiting = next(row for row in rows(call(ANNA).get("/bi/obligations")) if not row["answered_at"])
    conversations.post_reply(
        actor=ANNA,
        now=clock.now(),
        conversation=Ref.parse(waiting["conversation"]),
        draft="It does, yes.",
        key="it",
    )
    archive.number_entries(actor=SYSTEM, now=clock.now())
    [again] = rows(call(ANNA).get(f"/bi/obligations?changed_after={until}"))
    assert (again["obligation"], again["verdict"]) == (waiting["obligation"], "met")


def test_small_batches_say_the_same(talked: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    """The later row of a thing counts: batches cut the log anywhere."""

    def latest() -> dict[str, Any]:
        lines = feeds.feed(
            actor=PLATFORM, feed=Feed.OBLIGATIONS, form=Format.NDJSON, after=-1, limit=99
        ).lines
        return {row["obligation"]: row for row in map(json.loads, b"".join(lines).splitlines())}

    whole = latest()
    monkeypatch.setattr(feeds, "BATCH", 1)
    assert latest() == whole
    assert len(whole) == 3


def test_rows_of_one_number_are_never_parted() -> None:
    """An entry that closes two questions changes two things under one number."""
    two = [(7, 1, "a"), (7, 1, "b"), (8, 1, "c")]
    assert feeds._up_to(two, 1) == two[:2]
    assert feeds._up_to(two, 2) == two[:2]
    assert feeds._up_to(two, 9) == two


def test_who_may(call: CallAs, shops: Shops) -> None:
    may: dict[Actor, int] = {PLATFORM: 200, ANNA: 200, BRUNO: 200, FELIX: 200, GRETA: 200}
    for actor, status in (may | {CLARA: 403, EDDA: 403}).items():
        assert call(actor).get("/bi/cases").status_code == status, actor.name


@pytest.mark.parametrize("odd", ["cases?limit=0", "cases?changed_after=-2", "cases?format=xml", "people"])
def test_odd_questions_are_refused(call: CallAs, shops: Shops, odd: str) -> None:
    assert call(PLATFORM).get(f"/bi/{odd}").status_code == 422


def test_no_cell_is_a_formula() -> None:
    assert line({"a": '=HYPERLINK("x")', "b": -3, "c": None, "d": True}, form=Format.CSV) == (
        b'"\'=HYPERLINK(""x"")",-3,,true\r\n'
    )
    assert head(columns=["a", "b"], form=Format.CSV) == b"a,b\r\n"
    assert head(columns=["a"], form=Format.NDJSON) == b""
