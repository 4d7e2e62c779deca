"""A conversation from an older system, as both sides see it: the mark, one sentence, its said day."""

import pytest

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI
from tests.conversations.bringing import WORDS, brought, known, place, said, thread
from tests.portal.conftest import SignIn
from tests.shops import Shops


@pytest.fixture
def imported(shops: Shops) -> Ref:
    """Clara's with Anna, and a remark of the older platform's."""
    known(shops)
    brought(thread(said(), said("m2", "platform", "2024-03-06T09:00:00Z", "We looked into it.")))
    return place(shops)


@pytest.mark.parametrize(("who", "side"), [(ANNA, "seller"), (CLARA, "buyer")])
def test_both_sides_see_what_it_is(sign_in: SignIn, imported: Ref, who: Actor, side: str) -> None:
    client = sign_in(who)
    page = client.get(f"/{side}/conversations/{imported}").content.decode()
    assert page.count("brought here from an older system") == 1
    assert page.count("Imported · said to be from") == 2
    assert "5 Mar 2024" in page
    assert WORDS in page
    assert "Turn into a case" not in page
    history = client.get(f"/{side}/conversations/{imported}/history").content.decode()
    assert WORDS in history
    assert "· Imported" in history


def test_strangers_find_nothing(sign_in: SignIn, imported: Ref) -> None:
    assert sign_in(DMITRI).get(f"/seller/conversations/{imported}").status_code == 404


def test_an_ordinary_conversation_has_no_mark(sign_in: SignIn, asked: Ref) -> None:
    page = sign_in(CLARA).get(f"/buyer/conversations/{asked}").content.decode()
    assert "older system" not in page
