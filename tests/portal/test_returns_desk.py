"""The seller's returns desk: a number opens its case, the list says what is due, one press goes on."""

import re
from io import BytesIO
from uuid import uuid4

import pytest
from django.test import Client
from pypdf import PdfReader

from helpdesk.archive.database.scope import acting
from helpdesk.cases import actions as cases
from helpdesk.cases import queries
from helpdesk.cases.terms.deeds import CaseShown, Opening
from helpdesk.cases.terms.names import Situation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import SellerIdentity
from tests.cast import ANNA, CLARA, DMITRI, HANIA, PLATFORM
from tests.portal.conftest import SignIn
from tests.portal.test_agreements import text_of
from tests.portal.test_statements import statements
from tests.shops import Shops

PARCEL = {"carrier": "DHL", "tracking": "JJD000390007382915046"}
DAMAGED = Opening(situation=Situation.DAMAGED, wanted="refund")
CLAIM = Opening(situation=Situation.OTHER)


def opened(shops: Shops, opening: Opening = DAMAGED) -> Ref:
    """Clara's case."""
    posted = cases.open_case(
        actor=CLARA,
        now=clock.now(),
        order=shops.claras_order,
        opening=opening,
        key=str(uuid4()),
        words="The handle is broken.",
    )
    return Ref(shops.claras_order.seller_id, posted.receipt.entry)


def step(case: Ref, name: str, actor: Actor = ANNA, **given: str | int) -> None:
    cases.take_step(actor=actor, now=clock.now(), case=case, step=name, key=str(uuid4()), given=given)


def shown(case: Ref) -> CaseShown:
    return queries.case_of(actor=ANNA, now=clock.now(), case=case)


def sent(shops: Shops) -> Ref:
    """On its way back."""
    case = opened(shops)
    step(case, "accept", remedy="refund")
    step(case, "send", CLARA, **PARCEL)
    return case


def where(client: Client, number: str) -> str:
    """Where the field leads."""
    answer = client.get("/seller/cases", {"q": number})
    assert answer.status_code in (200, 302)
    return answer.headers.get("Location", "")


def test_every_number_of_it_opens_the_case(sign_in: SignIn, shops: Shops) -> None:
    case = sent(shops)
    anna, number = sign_in(ANNA), shown(case).number
    for typed in (number, number.lower(), f"http://testserver/seller/cases?q={number}", "A-1001"):
        assert where(anna, typed) == f"/seller/cases/{case}", typed
    assert where(anna, PARCEL["tracking"]) == f"/seller/cases/{case}"
    assert where(anna, "A-1002") == f"/seller/orders/{shops.hanias_order}#updates"
    assert where(anna, "A-9999") == ""
    assert "No case, parcel or order of yours has the number “A-9999”." in text_of(
        anna, "/seller/cases?q=A-9999"
    )
    dmitri = sign_in(DMITRI)
    assert [where(dmitri, one) for one in (number, "A-1001", PARCEL["tracking"])] == ["", "", ""]


def test_several_cases_of_an_order_are_offered(sign_in: SignIn, shops: Shops) -> None:
    first, second = opened(shops), opened(shops, CLAIM)
    page = sign_in(ANNA).get("/seller/cases?q=A-1001").content.decode()
    for case in (first, second):
        assert page.count(f'href="/seller/cases/{case}"') == 2  # found, and in the list


def test_the_list_is_by_stage_with_counts(sign_in: SignIn, shops: Shops) -> None:
    anna = sign_in(ANNA)
    assert "Nothing to do here" in text_of(anna, "/seller/cases")
    back = sent(shops)
    opened(shops, CLAIM)
    said = text_of(anna, "/seller/cases")
    assert "Yours to do 2" in said
    assert "With the Buyer 0" in said
    assert "1 On its way back" in said
    assert "1 Made" in said
    page = anna.get("/seller/cases?stage=sent").content.decode()
    assert f'href="/seller/cases/{back}"' in page
    assert page.count('class="row row-case') == 1
    assert re.search(r'Cases <span class="places-count number">2</span>', page)


def test_one_press_in_the_list_takes_the_next_step(sign_in: SignIn, shops: Shops) -> None:
    case = sent(shops)
    opened(shops, CLAIM)  # whoever accepts that has opened it
    anna = sign_in(ANNA)
    page = anna.get("/seller/cases").content.decode()
    assert re.findall(r'name="step" value="(\w+)"', page) == ["receive"]
    form = {"key": str(uuid4()), "step": "receive", "seen_n": shown(case).last_n, "then": "list"}
    answer = anna.post(f"/seller/cases/{case}/steps", form)
    assert answer.headers["Location"] == "/seller/cases?done=1"
    assert shown(case).stage == "refunding"


def test_the_lists_cost_does_not_grow(sign_in: SignIn, shops: Shops) -> None:
    anna = sign_in(ANNA)
    opened(shops)
    few = statements(anna, "/seller/cases")
    for _ in range(5):
        opened(shops, CLAIM)
    assert len(statements(anna, "/seller/cases")) == len(few) <= 9


def test_the_label_says_whither_and_is_its_parties_own(sign_in: SignIn, shops: Shops) -> None:
    case = opened(shops)
    with acting(PLATFORM):
        SellerIdentity.objects.create(
            seller_id=case.seller_id,
            legal_name="Anna Nowak",
            address={"lines": ["Długa 1"], "postal_code": "00-238", "city": "Warszawa", "country": "PL"},
            contact={},
            return_addresses=[],
        )
    for side, actor in (("seller", ANNA), ("buyer", CLARA)):
        answer = sign_in(actor).get(f"/{side}/cases/{case}/label")
        assert answer.headers["Content-Type"] == "application/pdf"
        said = printed(answer.content)
        for words in (
            "Anna Nowak",
            "Długa 1",
            "00-238 Warszawa",
            "Poland",
            shown(case).number,
            "Clara",
            "A-1001",
        ):
            assert words in said, words
    assert sign_in(HANIA).get(f"/buyer/cases/{case}/label").status_code == 404
    assert sign_in(DMITRI).get(f"/seller/cases/{case}/label").status_code == 404


def test_without_an_address_the_label_names_the_shop(sign_in: SignIn, shops: Shops) -> None:
    assert "Anna's Espresso Parts" in printed(
        sign_in(CLARA).get(f"/buyer/cases/{opened(shops)}/label").content
    )


def printed(pdf: bytes) -> str:
    [page] = PdfReader(BytesIO(pdf)).pages
    return " ".join(page.extract_text().split()).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@pytest.mark.parametrize(
    ("number", "carrier"),
    [("1Z999AA10123456784", "UPS"), ("1Z999AA10123456785", ""), ("RR123456785PL", "Poczta Polska")],
)
def test_a_parcels_number_is_looked_at_while_it_is_typed(sign_in: SignIn, number: str, carrier: str) -> None:
    assert sign_in(ANNA).get("/parcels", {"number": number}).json()["carrier"] == carrier
    wrong = sign_in(ANNA).get("/parcels", {"number": "1Z999AA10123456785", "carrier": "UPS"}).json()
    assert (wrong["wrong"], wrong["said"] != "") == (True, True)


def test_news_of_an_order_show_what_the_buyer_will_read(sign_in: SignIn, shops: Shops) -> None:
    anna, address = sign_in(ANNA), f"/seller/orders/{shops.claras_order}"
    assert (
        '<q lang="de">Ihre Bestellung wird für den Versand vorbereitet.</q>'
        in anna.get(address).content.decode()
    )
    wrong = {"what": "dispatched", "tracking": "1Z999AA10123456785", "carrier": "UPS"}
    answer = anna.post(f"{address}/updates", {"key": str(uuid4()), **wrong})
    assert answer.status_code == 400
    assert "A digit or letter of this tracking number is wrong." in answer.content.decode()
    assert 'value="1Z999AA10123456785"' in answer.content.decode()
    right = wrong | {"tracking": "1z 999 aa1 01 2345 6784", "carrier": ""}
    answer = anna.post(f"{address}/updates", {"key": str(uuid4()), **right})
    assert answer.headers["Location"] == f"{address}?told=0#updates"
    told = "Your order was dispatched with UPS, number 1Z999AA10123456784."
    assert told in text_of(anna, address)
    assert told in text_of(sign_in(CLARA), f"/buyer/orders/{shops.claras_order}")
    [update] = queries.updates_of(actor=ANNA, order=shops.claras_order)
    assert told in text_of(anna, f"/seller/conversations/{update.conversation}")
    assert anna.post(f"{address}/updates", {"key": str(uuid4()), "what": "gone"}).status_code == 400
