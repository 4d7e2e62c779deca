"""A Seller's own standing over HTTP: the score with what makes it; and the weights, for everybody."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.standing.rules.shipped import shipped
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM, READER
from tests.shops import Shops
from tests.standing.rated import follow, more


@pytest.fixture
def answered(shops: Shops, asked: Ref) -> Ref:
    """Clara's question is answered; Hania's waits."""
    now = clock.now()
    conversations.post_reply(actor=ANNA, now=now, conversation=asked, draft="Yes, it is 8 mm.", key="a-1")
    conversations.ask_about_order(
        actor=HANIA, now=clock.now(), order=shops.hanias_order, draft="Is it blue?", key="h-1"
    )
    follow(clock.now() + timedelta(seconds=1))
    return asked


def test_a_new_shop_has_no_number(call: CallAs, answered: Ref) -> None:
    for actor in (ANNA, READER):
        found = call(actor).get("/standing").json()
        assert (found["level"], found["score"], found["visibility"], found["published"]) == (
            "new",
            None,
            None,
            None,
        )
        assert (found["n"], found["m"], found["points"], found["measure"]) == (1.0, 1.0, 2, 1.0)
        assert found["foreseen"] == {"open": 1, "overdue": 0, "answered": None, "left": None}
        assert found["shares"][0] == {"days": 7, "met": 1, "late": 0, "missed": 0, "share": 1.0}
        assert found["response_times"]["bins"] == [1, *[0] * 12]
        assert (len(found["weeks"]), found["days"], found["weights"]) == (13, [], 1)


def test_five_obligations_show_a_number_with_its_pair(call: CallAs, five: Ref) -> None:
    found = call(ANNA).get("/standing").json()
    assert (found["level"], found["n"], found["points"]) == ("rated", 5.0, 6)
    assert found["score"] == round(23 / 25, 6)
    assert found["visibility"] == round(0.70 + 0.30 * (23 / 25 - 0.70) / 0.25, 6)
    assert found["foreseen"] == {
        "open": 1,
        "overdue": 0,
        "answered": round(24 / 26, 6),
        "left": round(23 / 26, 6),
    }


@pytest.fixture
def five(answered: Ref) -> Ref:
    """Five obligations were met, each to a Buyer of its own."""
    more(count=4)
    return answered


def test_points_name_their_messages_and_sum_to_the_score(call: CallAs, answered: Ref) -> None:
    page = call(ANNA).get("/standing/points").json()
    waiting, done = page["data"]
    assert page["next"] is None
    assert (waiting["state"], waiting["counts"], waiting["weight"]) == ("open", "open", 0.0)
    assert (done["state"], done["counts"], done["conversation"]) == ("met", "counts", str(answered))
    assert (done["base"], done["age_weight"], done["buyer_share"], done["weight"], done["value"]) == (
        *(1.0, 1.0, 1.0),
        *(1.0, 1.0),
    )
    question = call(ANNA).get(f"/entries/{done['id']}").json()
    answer = call(ANNA).get(f"/entries/{done['entry']}").json()
    assert (question["kind"], answer["kind"]) == ("message", "message")
    assert call(ANNA).get("/standing/points?costly=true").json() == {"data": [], "next": None}


def test_pages_follow_each_other(call: CallAs, five: Ref) -> None:
    whole = call(ANNA).get("/standing/points").json()["data"]
    first = call(ANNA).get("/standing/points?limit=4").json()
    rest = call(ANNA).get(f"/standing/points?limit=4&after={first['next']}").json()
    assert first["data"] + rest["data"] == whole
    assert (len(whole), rest["next"]) == (6, None)
    assert call(ANNA).get("/standing/points?after=x").json()["code"] == "input.cursor"


def test_the_csv_holds_every_point(call: CallAs, answered: Ref) -> None:
    answer = call(ANNA).get("/standing/points.csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [row["state"] for row in rows] == ["open", "met"]
    assert (rows[1]["weight_2_32"], rows[1]["value_2_16"]) == (str(1 << 32), str(1 << 16))


def test_it_is_the_own_one_alone(call: CallAs, answered: Ref) -> None:
    own = call(DMITRI).get("/standing").json()
    assert (own["points"], own["n"], own["foreseen"]) == (0, 0.0, None)
    assert call(DMITRI).get("/standing/points").json()["data"] == []
    assert len(call(DMITRI).get("/standing/points.csv").content.decode().splitlines()) == 1
    for actor in (CLARA, EDDA, PLATFORM):
        for path in ("/standing", "/standing/points", "/standing/points.csv"):
            answer = call(actor).get(path)
            assert (answer.status_code, answer.json()["code"]) == (403, "standing.own")


def test_the_weights_are_for_everybody(shops: Shops) -> None:
    found = Client().get("/api/v1/standing/weights").json()
    assert found["announced"] == []
    facts = {name: value for name, value in shipped().facts().items() if name != "version"}
    assert found["in_force"] == {"version": 1, "effective_on": None, "parameters": facts}
