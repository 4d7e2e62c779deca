"""The page with everything between a buyer and a seller: newest first, with chips."""

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI
from tests.portal.conftest import QUESTION, SignIn

ANSWER = "Yes, the 8 mm one."


@pytest.fixture
def answered(asked: Ref) -> Ref:
    """Anna has answered."""
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=ANSWER, key="a")
    return asked


@pytest.mark.parametrize(("who", "side"), [(ANNA, "seller"), (CLARA, "buyer")])
def test_both_read_it_newest_first(sign_in: SignIn, answered: Ref, who: Actor, side: str) -> None:
    page = sign_in(who).get(f"/{side}/conversations/{answered}/history").content.decode()
    assert page.index(ANSWER) < page.index(QUESTION)
    assert ("show=notes" in page) == (side == "seller")


def test_chips_narrow_it_down(sign_in: SignIn, answered: Ref) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{answered}/history"
    assert "There is nothing of this kind here." in anna.get(f"{path}?show=clock").content.decode()
    parcels = anna.get(f"{path}?show=parcels").content.decode()
    assert QUESTION not in parcels
    assert QUESTION in anna.get(f"{path}?show=messages&around=thread").content.decode()
    assert QUESTION in anna.get(f"{path}?show=nonsense").content.decode()


def test_the_conversation_leads_there(sign_in: SignIn, answered: Ref) -> None:
    for who, side in ((ANNA, "seller"), (CLARA, "buyer")):
        page = sign_in(who).get(f"/{side}/conversations/{answered}").content.decode()
        assert f"/{side}/conversations/{answered}/history" in page


def test_strangers_find_nothing(sign_in: SignIn, answered: Ref) -> None:
    assert sign_in(DMITRI).get(f"/seller/conversations/{answered}/history").status_code == 404
    assert sign_in(CLARA).get(f"/buyer/conversations/{answered}/history?before=x").status_code == 400
