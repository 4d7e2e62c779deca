"""Asking before a sale: the offer on the buyer's market, to whom a question goes, and by when."""

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import queries
from helpdesk.marketplace.models import ExternalId, Offer
from tests.cast import ANNA, CLARA, EDDA, HANIA, PLATFORM
from tests.portal.conftest import SignIn
from tests.portal.test_composer import send
from tests.shops import Shops


@pytest.fixture
def path(shops: Shops) -> str:
    """Sold in Germany only, and known to the Platform as O-1."""
    seller_id, id = shops.offer
    on = {"price_minor": 1290, "currency": "EUR", "availability": "limited", "delivery_countries": []}
    with acting(PLATFORM):
        Offer.objects.filter(seller_id=seller_id, id=id).update(
            markets={"de": on}, return_days=14, guarantee={"giver": "producer", "months": 24}
        )
        ExternalId.objects.create(
            kind="offer", external_id="O-1", seller_id=seller_id, id=id, version="1", version_order=1
        )
    return f"/buyer/offers/{shops.offer}"


def test_what_is_known_of_it(sign_in: SignIn, path: str) -> None:
    page = sign_in(CLARA).get(path).content.decode()
    for words in (
        "Gasket 8 mm",
        "Poland",
        "€12.90",
        "Only a few left",
        "24 months, from the manufacturer",
        "within 14 days",
        "Your question goes to Anna&#x27;s Espresso Parts.",
        "Answer by ",
    ):
        assert words in page


def test_what_is_not_sold_here_may_be_asked_about(sign_in: SignIn, path: str) -> None:
    page = sign_in(HANIA).get(path).content.decode()
    assert "Not sold in your market" in page
    assert "12.90" not in page
    assert "<textarea" in page


def test_a_question_opens_the_one_thread(sign_in: SignIn, shops: Shops, path: str) -> None:
    clara = sign_in(CLARA)
    assert send(clara, f"{path}/questions", "Is it the 8 mm one?")[0] == 302
    thread = queries.thread_about_offer(actor=CLARA, offer=shops.offer)
    assert thread is not None
    page = clara.get(path).content.decode()
    assert f'href="/buyer/conversations/{thread.conversation}"' in page
    assert "<textarea" not in page
    assert "<textarea" in sign_in(HANIA).get(path).content.decode()
    beside = clara.get(f"/buyer/conversations/{thread.conversation}").content.decode()
    assert "€12.90" in beside


def test_a_refused_question_keeps_the_page(sign_in: SignIn, path: str) -> None:
    status, page = send(sign_in(CLARA), f"{path}/questions", "\u200b")
    assert status == 422
    assert 'role="alert"' in page


def test_the_platforms_ask_the_seller_leads_here(sign_in: SignIn, path: str) -> None:
    assert sign_in(CLARA).get("/buyer/offers/ext:O-1")["Location"] == path
    assert sign_in(CLARA).get("/buyer/offers/ext:O-2").status_code == 404
    for other in (ANNA, EDDA):
        for place in (path, "/buyer/offers/ext:O-1"):
            assert sign_in(other).get(place).status_code == 404
