"""Shops and markets in numbers over the API: what the pages say, for those who read files."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import ExternalId
from helpdesk.oversight.actions import count_days
from tests.api.conftest import CallAs
from tests.cast import ANNA, ANNAS_SHOP, EDDA, GRETA, person

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))


@pytest.fixture
def days(asked: Ref) -> None:
    """A question that waits for Anna today."""
    count_days(actor=SYSTEM, now=clock.now())


def test_today_has_the_question_that_waits(call: CallAs, days: None) -> None:
    found = call(EDDA).get("/overview?days=7").json()
    today = found["days"][-1]
    assert len(found["days"]) == 7
    assert (today["on"], today["asked"], today["open"], today["overdue"]) == (
        str(clock.now().date()),
        1,
        1,
        0,
    )
    assert today["share"] is None
    assert [(one["market"], one["open"]) for one in found["markets"]] == [("de", 1)]
    assert found["total"]["asked"] == 1
    assert call(EDDA).get("/overview?days=7&market=pl").json()["total"]["asked"] == 0


def test_weeks_begin_on_mondays(call: CallAs, days: None) -> None:
    found = call(GRETA).get("/overview/weeks").json()
    mondays = [date.fromisoformat(on) for on in found["mondays"]]
    assert len(mondays) == 13
    assert {on.weekday() for on in mondays} == {0}
    assert found["shops"] == [], "nothing was due yet"


def test_a_shop_is_named_by_the_platforms_id(call: CallAs, days: None) -> None:
    [first, *_] = call(EDDA).get("/shops").json()["data"]
    assert (first["seller"], first["open"], first["proposed"]) == (ANNAS_SHOP, 1, False)
    with everything():
        ExternalId.objects.create(
            kind="seller",
            external_id="S-ANNA",
            seller_id=ANNAS_SHOP,
            id=UUID(int=1),
            version="1",
            version_order=1,
        )
    found = call(EDDA).get("/shops/S-ANNA").json()
    assert (found["name"], found["open"], found["score"]) == ("Anna's Espresso Parts", 1, 0.9)
    assert [week["asked"] for week in found["weeks"]] == [0] * 12 + [1]
    assert found["measures"] == []


def test_the_table_is_the_pages(call: CallAs, days: None) -> None:
    answer = call(EDDA).get("/overview/days.csv?days=30")
    assert answer.headers["Content-Type"].startswith("text/csv")
    head, row = answer.content.decode().splitlines()
    assert head == "on_day,market,seller_id,asked,met,late,missed,open,overdue,refused,cases"
    assert row == f"{clock.now().date()},de,{ANNAS_SHOP},1,0,0,0,1,0,0,0"


def test_it_is_for_those_who_read_files(call: CallAs, days: None) -> None:
    for path in ("/overview", "/overview/weeks", "/overview/days.csv", "/shops"):
        assert call(ANNA).get(path).status_code in (403, 404), path
        assert call(ROOT).get(path).status_code == 403, path
    assert call(EDDA).get("/overview?days=0").status_code == 422
    assert call(EDDA).get("/shops/nobody").status_code == 404
