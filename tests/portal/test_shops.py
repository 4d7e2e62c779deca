"""Shops at the desk: numbers for those who read files, nobody else's business, never a word of a message."""

import csv
import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models import F

from helpdesk.archive.database.scope import everything
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Seller
from helpdesk.oversight.actions import count_days
from helpdesk.oversight.models import Counted, Day
from helpdesk.oversight.queries.shops import SHOPS
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRIS_SHOP, EDDA
from tests.portal.conftest import SignIn
from tests.portal.test_statements import statements

PAGES = ("overview", "overview.csv", "shops", f"shops/{ANNAS_SHOP}")


@pytest.fixture
def days(asked: Ref) -> None:
    """A question that waits for Anna today, and a bad week of Dmitri's."""
    now = clock.now()
    count_days(actor=SYSTEM, now=now)
    with everything():
        Day.objects.create(
            seller_id=DMITRIS_SHOP,
            market="pl",
            on_day=now.date(),
            asked=9,
            met=3,
            late=2,
            missed=5,
            open=6,
            overdue=4,
            refused=1,
            cases=2,
        )
        Counted.objects.update(at=now)


def test_the_most_urgent_shop_comes_first(sign_in: SignIn, days: None) -> None:
    page = sign_in(EDDA).get("/administrator/shops").content.decode()
    assert page.index("Dmitri&#x27;s Lamps") < page.index("Anna&#x27;s Espresso Parts")
    assert "3 of 10" in page
    assert "Gasket" not in page


def test_a_shop_is_found_by_a_part_of_its_name(sign_in: SignIn, days: None) -> None:
    page = sign_in(EDDA).get("/administrator/shops?words=LAMPS").content.decode()
    assert "Dmitri" in page
    assert "Espresso" not in page
    assert "No shop found" in sign_in(EDDA).get("/administrator/shops?words=%25").content.decode()


def test_the_overview_tells_days_markets_and_weeks(sign_in: SignIn, days: None) -> None:
    page = sign_in(EDDA).get("/administrator/overview?days=7").content.decode()
    assert "3 in time, 2 late, 5 never or not yet" in page
    assert 'class="warm-5">30</td>' in page, "a week with three in ten in time"
    assert page.index("Poland</th>") < page.index("Germany</th>"), "by what came"


def test_after_midnight_what_was_counted_last_still_waits(sign_in: SignIn, days: None) -> None:
    """Until the new day is counted for the first time."""
    with everything():
        Day.objects.update(on_day=F("on_day") - timedelta(days=1))
        Counted.objects.update(until_day=F("until_day") - timedelta(days=1))
    page = sign_in(EDDA).get("/administrator/overview?days=7").content.decode()
    assert 'class="is-late">4</dd>' in page


def test_odd_days_are_as_good_as_none(sign_in: SignIn, days: None) -> None:
    edda = sign_in(EDDA)
    for asked in ("x", "0", "-1", "\u0667", "9" * 40, ""):
        answer = edda.get("/administrator/overview", {"days": asked})
        assert answer.status_code == 200
        assert 'href="?days=30" aria-current="page"' in answer.content.decode()


def test_the_table_has_a_line_for_each_day_of_a_shop_on_a_market(sign_in: SignIn, days: None) -> None:
    answer = sign_in(EDDA).get("/administrator/overview.csv?days=7")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    [bad] = [row for row in rows if row["seller_id"] == str(DMITRIS_SHOP)]
    assert (bad["asked"], bad["met"], bad["late"], bad["missed"]) == ("9", "3", "2", "5")
    assert {row["seller_id"] for row in rows} == {str(ANNAS_SHOP), str(DMITRIS_SHOP)}


def test_of_one_shop_the_desk_sees_weeks_and_score(sign_in: SignIn, days: None) -> None:
    page = sign_in(EDDA).get(f"/administrator/shops/{DMITRIS_SHOP}").content.decode()
    assert "<h1><bdi>Dmitri&#x27;s Lamps</bdi></h1>" in page
    assert "0.900" in page, "the score of whoever has no obligations"
    assert page.count('<li class="warm-') == 13


def test_a_shop_is_found_among_many_whose_names_hold_its_id(sign_in: SignIn, days: None) -> None:
    with everything():
        anna, bad = Seller.objects.get(seller_id=ANNAS_SHOP), Day.objects.get(seller_id=DMITRIS_SHOP)
        for n in range(SHOPS):
            anna.seller_id, anna.stand_in, anna.name = 9_000 + n, uuid4(), f"{anna.external_id} {n}"
            anna.save(force_insert=True)
            bad.seller_id = anna.seller_id
            bad.save(force_insert=True)
    edda = sign_in(EDDA)
    assert "/shops/9000" in edda.get("/administrator/shops").content.decode(), "the others come first"
    assert edda.get(f"/administrator/shops/{ANNAS_SHOP}").status_code == 200


def test_nobody_else_sees_them(sign_in: SignIn, days: None) -> None:
    for actor in (ANNA, CLARA):
        client = sign_in(actor)
        assert {client.get(f"/administrator/{page}").status_code for page in PAGES} == {404}
    for odd in (404_404, 2**63, 2**80):
        assert sign_in(EDDA).get(f"/administrator/shops/{odd}").status_code == 404


def test_they_cost_few_statements(sign_in: SignIn, days: None) -> None:
    edda = sign_in(EDDA)
    for ceiling, page in ((7, "overview"), (4, "shops"), (14, f"shops/{ANNAS_SHOP}")):
        found = statements(edda, f"/administrator/{page}")
        assert len(found) <= ceiling, "\n".join([page, *found])
