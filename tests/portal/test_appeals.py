"""A shop appeals on its pages, the desk decides, and everybody may read the figures."""

import pytest
from django.test import Client

from helpdesk.accounts import actions as accounts
from helpdesk.conduct.terms import Label
from helpdesk.enforcement.terms import MeasureKind
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX
from tests.enforcement.appealed import JONAS
from tests.enforcement.told import IRIS, Tale
from tests.past import any_present
from tests.portal.conftest import SignIn
from tests.shops import Shops

WORDS = "The number was the courier's."
KEY = "0190f7a0-0000-7000-8000-00000000000{}"


@pytest.fixture
def measure(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Ref:
    """A limit of messages, by Iris and a colleague of hers."""
    any_present(monkeypatch)
    tale = Tale(shops)
    accounts.enrol_person(actor=SYSTEM, now=tale.now, id=ANNA.person, display_name="Anna", language="en")
    tale.found(Label.DEAL)
    tale.follow()
    tale.approve(IRIS, MeasureKind.MESSAGING_LIMIT, grave=True)
    done = tale.approve(JONAS, MeasureKind.MESSAGING_LIMIT, grave=True)
    assert done.measure is not None
    return done.measure


def test_it_goes_from_the_form_to_a_decision(sign_in: SignIn, measure: Ref) -> None:
    anna, felix = sign_in(ANNA), sign_in(FELIX)
    page = f"/seller/measures/{measure}/appeal"
    assert "File the appeal" in anna.get(page).content.decode()
    empty = anna.post(f"{page}s", {"words": " ", "key": KEY.format(1)})
    assert empty.status_code == 400
    sent = anna.post(f"{page}s", {"words": WORDS, "stay": "1", "key": KEY.format(2)}, follow=True)
    shown = sent.content.decode()
    assert "Your appeal is on record." in shown
    assert anna.get(page).status_code == 302
    assert "Limit of messages" in anna.get("/seller/appeals").content.decode()
    listed = felix.get("/administrator/appeals").content.decode()
    assert WORDS not in listed
    at = "/administrator/appeals/" + listed.split('href="/administrator/appeals/')[1].split('"')[0]
    opened = felix.get(at).content.decode()
    assert "courier" in opened
    assert "Deal outside the Platform" in opened
    assert "Compliance decides appeals." in sign_in(EDDA).get(at).content.decode()
    wrong = felix.post(f"{at}/settlements", {"verdict": "", "words": "No.", "key": KEY.format(3)})
    assert wrong.status_code == 400
    odd = felix.post(
        f"{at}/settlements",
        {"verdict": "reversed", "words": "No.", "take_back": "x", "key": KEY.format(3)},
    )
    assert odd.status_code == 400
    decision = {"verdict": "reversed", "words": "You were right.", "key": KEY.format(4)}
    done = felix.post(f"{at}/settlements", decision, follow=True)
    assert "Your decision is on record." in done.content.decode()
    mine = anna.get(page, follow=True).content.decode()
    assert "You were right." in mine
    public = Client().get("/appeals?year=2026").content.decode()
    assert "Limit of messages" in public
    table = Client().get("/appeals/2026.csv")
    assert (table.status_code, table["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert "2026,measure,messaging_limit,1,1,0,0,1,0" in table.content.decode()


def test_strangers_find_nothing(sign_in: SignIn, measure: Ref) -> None:
    page = f"/seller/measures/{measure}/appeal"
    for actor in (DMITRI, CLARA):
        client = sign_in(actor)
        assert client.get(page).status_code in (403, 404)
        assert client.post(f"{page}s", {"words": WORDS, "key": KEY.format(5)}).status_code in (403, 404)
    assert sign_in(DMITRI).get(page).status_code == 404
    assert sign_in(ANNA).get(f"/seller/violations/{measure}/appeal").status_code == 404
    assert sign_in(ANNA).get("/administrator/appeals").status_code in (403, 404)


def test_figures_of_no_year_are_those_of_this_one(sign_in: SignIn) -> None:
    for odd in ("", "?year=1", "?year=9999", "?year=x", "?year=²²²²"):
        assert Client().get(f"/appeals{odd}").status_code == 200
    assert Client().get("/appeals/1999.csv").status_code == 404
