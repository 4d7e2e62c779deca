"""A verdict is disputed on the shop's page, decided at the desk, and the shop reads what came of it."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.standing.models import Point
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRI, EDDA, FELIX
from tests.portal.conftest import SignIn
from tests.shops import Shops
from tests.standing.rated import follow

WORDS = "Our town had a holiday."
KEY = "0190f7a0-0000-7000-8000-00000000000{}"


@pytest.fixture
def late(shops: Shops, asked: Ref) -> Ref:
    """Clara's question counts as answered nine hours late."""
    follow(clock.now())
    with everything():
        Point.objects.filter(chain=asked.id).update(
            state="late",
            overrun_us=9 * 3_600_000_000,
            deadline_us=clock.to_us(clock.now() - timedelta(days=2)),
        )
        return Ref(ANNAS_SHOP, Point.objects.get(chain=asked.id).id)


def test_it_goes_from_the_list_to_a_decision_and_back(sign_in: SignIn, late: Ref, asked: Ref) -> None:
    anna, felix = sign_in(ANNA), sign_in(FELIX)
    page = f"/seller/standing/points/{late}"
    assert page in anna.get("/seller/standing").content.decode()
    assert "point-late" in anna.get(page).content.decode()
    empty = anna.post(f"{page}/disputes", {"claim": "", "words": WORDS, "key": KEY.format("a")})
    assert empty.status_code == 400
    assert WORDS in empty.content.decode()
    sent = anna.post(
        f"{page}/disputes", {"claim": "holiday", "words": WORDS, "key": KEY.format("b")}, follow=True
    )
    shown = sent.content.decode()
    assert "Your dispute is on record." in shown
    assert "Dispute it" not in shown
    assert WORDS in shown
    listed = felix.get("/administrator/disputes").content.decode()
    assert "It was a public holiday" in listed
    assert WORDS not in listed
    [dispute] = [part.split('"')[0] for part in listed.split('href="/administrator/disputes/')[1:]]
    at = f"/administrator/disputes/{dispute}"
    assert WORDS not in felix.get(at).content.decode()
    opened = felix.post(f"{at}/readings", {"key": KEY.format("1")}, follow=True)
    assert WORDS in opened.content.decode()
    wrong = felix.post(f"{at}/settlements", {"decision": "met/spam", "words": "Yes.", "key": KEY.format("c")})
    assert wrong.status_code == 400
    done = felix.post(
        f"{at}/settlements",
        {"decision": "excluded/spam", "words": "It is spam.", "key": KEY.format("d")},
        follow=True,
    )
    assert "Your decision is on record." in done.content.decode()
    follow(clock.now())
    shown = anna.get(page).content.decode()
    assert "It is spam." in shown
    assert "left out" in shown
    assert "Left out: it counts neither" in anna.get("/seller/standing/disputes").content.decode()
    owed = felix.get(f"/administrator/files/{asked}/obligations").content.decode()
    assert "Put it back" in owed
    back = felix.post(
        f"/administrator/files/{asked}/obligations/{late}/inclusions",
        {"words": "No.", "key": KEY.format("e")},
    )
    assert back.status_code == 302
    follow(clock.now())
    assert "point-late" in anna.get(page).content.decode()


def test_an_obligation_is_left_out_from_the_file(sign_in: SignIn, late: Ref, asked: Ref) -> None:
    edda = sign_in(EDDA)
    place = f"/administrator/files/{asked}/obligations"
    assert edda.get(place).status_code == 403
    edda.post(f"/administrator/files/{asked}/readings", {"reason": "dispute", "key": KEY.format("1")})
    assert place in edda.get(f"/administrator/files/{asked}").content.decode()
    form = {"reason": "linked_accounts", "words": "One household.", "key": KEY.format("3")}
    refused = edda.post(f"{place}/{late}/exclusions", form | {"words": ""})
    assert refused.status_code == 400
    assert edda.post(f"{place}/{late}/exclusions", form).status_code == 302
    follow(clock.now())
    assert "One household." in sign_in(ANNA).get(f"/seller/standing/points/{late}").content.decode()


def test_strangers_find_nothing(sign_in: SignIn, late: Ref) -> None:
    page = f"/seller/standing/points/{late}"
    assert sign_in(DMITRI).get(page).status_code == 404
    assert (
        sign_in(DMITRI).post(f"{page}/disputes", {"claim": "spam", "key": KEY.format("2")}).status_code == 404
    )
    assert sign_in(CLARA).get(page).status_code in (403, 404)
    assert sign_in(ANNA).get("/administrator/disputes").status_code in (403, 404)
