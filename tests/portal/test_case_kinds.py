"""Change the kind of a case: a page of the Buyer's and of the Platform's, and of nobody else."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.cases.terms.names import Kind
from tests.cases.told import Tale
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, HANIA
from tests.past import any_present
from tests.portal.conftest import SignIn
from tests.portal.test_escalations import opened, text
from tests.portal.test_statements import statements
from tests.shops import Shops

WORDS = "It is about the price after all."


@pytest.fixture
def tale(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """A complaint; pages see the tale's own present."""
    present = any_present(monkeypatch)
    tale = Tale(shops.claras_order)
    tale.open()
    present.set(tale.later())
    return tale


def buyers(tale: Tale) -> str:
    return f"/buyer/cases/{tale.case}/kinds"


def desks(tale: Tale) -> str:
    return f"/administrator/escalations/{tale.case}/kinds"


def send(client: Client, path: str, **form: str) -> tuple[int, str]:
    answer = client.post(path, {"key": str(uuid4()), **form})
    return answer.status_code, answer.headers.get("Location") or answer.content.decode()


def test_the_buyer_says_that_it_is_something_else(tale: Tale, sign_in: SignIn) -> None:
    clara = sign_in(CLARA)
    began = tale.shown().dated_at
    assert buyers(tale) in clara.get(f"/buyer/cases/{tale.case}").content.decode()
    status, to = send(clara, buyers(tale), kind="claim", text=WORDS)
    assert (status, to.startswith(f"/buyer/cases/{tale.case}?done=")) == (302, True)
    assert (tale.shown().kind, tale.shown().dated_at) == (Kind.CLAIM, began)
    said = text(clara, f"/buyer/cases/{tale.case}")
    assert "The case is now of another kind. Its first date stays." in said
    assert WORDS in said


def test_it_offers_what_the_case_can_be_and_says_why_not_the_rest(tale: Tale, sign_in: SignIn) -> None:
    clara = sign_in(CLARA)
    page = clara.get(buyers(tale)).content.decode()
    offered = re.findall(r'name="kind" value="(\w+)"', page)
    assert offered == ["shipping_problem", "withdrawal", "claim"]
    assert "No guarantee came with this offer." in page
    for kind in offered[::-1]:
        assert send(clara, buyers(tale), kind=kind)[0] == 302
    assert tale.shown().kind == "shipping_problem"


def test_a_complaint_asks_what_is_wanted_and_keeps_what_was_typed(tale: Tale, sign_in: SignIn) -> None:
    clara = sign_in(CLARA)
    send(clara, buyers(tale), kind="claim")
    page = clara.get(buyers(tale)).content.decode()
    assert 'name="wanted" value="repair"' in page
    status, _ = send(clara, buyers(tale), kind="complaint", wanted="refund", text=WORDS)
    assert status == 302
    assert (tale.shown().kind, tale.shown().facts["wanted"]) == (Kind.COMPLAINT, "refund")


@pytest.mark.parametrize(
    ("kind", "status", "sentence"),
    [
        ("", 400, "There is no such kind of case."),
        ("wish", 400, "There is no such kind of case."),
        ("complaint", 409, "The case is of this kind already."),
        ("warranty", 409, "No guarantee came with this offer."),
    ],
)
def test_what_it_cannot_be_is_said_and_the_words_stay(
    tale: Tale, sign_in: SignIn, kind: str, status: int, sentence: str
) -> None:
    answered, page = send(sign_in(CLARA), buyers(tale), kind=kind, text=WORDS)
    assert answered == status
    assert sentence in page
    assert WORDS in page
    assert tale.shown().kind is Kind.COMPLAINT


def test_a_closed_case_stays_what_it_was(tale: Tale, sign_in: SignIn) -> None:
    tale.step("drop", CLARA)
    clara = sign_in(CLARA)
    assert buyers(tale) not in clara.get(f"/buyer/cases/{tale.case}").content.decode()
    assert "This case cannot be of another kind." in text(clara, buyers(tale))
    assert send(clara, buyers(tale), kind="claim")[0] == 409


def test_the_platform_changes_it_once_it_has_read_it(tale: Tale, sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    closed = edda.get(desks(tale))
    assert closed.headers["Location"] == f"/administrator/escalations/{tale.case}"
    assert send(edda, desks(tale), kind="claim")[0] == 403
    opened(edda, tale)
    assert desks(tale) in edda.get(f"/administrator/escalations/{tale.case}").content.decode()
    status, to = send(edda, desks(tale), kind="claim", text=WORDS)
    assert (status, to.startswith(f"/administrator/escalations/{tale.case}?done=")) == (302, True)
    assert tale.shown().kind is Kind.CLAIM


def test_nobody_else_does(tale: Tale, sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    assert "/kinds" not in anna.get(f"/seller/cases/{tale.case}").content.decode()
    assert anna.post(f"/seller/cases/{tale.case}/kinds", {"kind": "claim"}).status_code == 404
    for actor in (ANNA, DMITRI, HANIA):
        for path in (buyers(tale), desks(tale)):
            assert sign_in(actor).get(path).status_code == 404
            assert send(sign_in(actor), path, kind="claim")[0] == 404
    felix = sign_in(FELIX)
    assert felix.get(desks(tale)).status_code == 403
    assert send(felix, desks(tale), kind="claim")[0] == 403
    assert tale.shown().kind is Kind.COMPLAINT


def test_it_keeps_its_ceiling(tale: Tale, sign_in: SignIn) -> None:
    assert len(statements(sign_in(CLARA), buyers(tale))) <= 14
