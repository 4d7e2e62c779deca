"""The history of a buyer and a seller over the API."""

from typing import Any

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA


def of(call: CallAs, asked: Ref, query: str = "") -> Any:
    return call(ANNA).get(f"/conversations/{asked}/history{query}")


def test_it_says_who_wrote_what_and_what_it_did(call: CallAs, asked: Ref) -> None:
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=asked, draft="Yes, the 8 mm one.", key="a"
    )
    data = of(call, asked).json()["data"]
    assert [(one["side"], one["text"]) for one in data] == [
        ("seller", "Yes, the 8 mm one."),
        ("buyer", QUESTION),
    ]
    assert data[0]["facts"]["verdict"] == "met"
    assert data[0]["conversation"] == str(asked)
    assert call(CLARA).get(f"/conversations/{asked}/history").json()["data"] == data


def test_it_is_narrowed_down(call: CallAs, asked: Ref) -> None:
    assert of(call, asked, "?show=clock&around=thread").json() == {"data": [], "next": None}
    assert len(of(call, asked, "?show=messages").json()["data"]) == 1


@pytest.mark.parametrize("query", ["?show=all", "?around=me", "?after=x"])
def test_broken_wishes_are_refused(call: CallAs, asked: Ref, query: str) -> None:
    assert of(call, asked, query).status_code in (400, 422)


def test_others_find_nothing(call: CallAs, asked: Ref) -> None:
    assert call(DMITRI).get(f"/conversations/{asked}/history").status_code == 404
    assert call(EDDA).get(f"/conversations/{asked}/history").status_code == 403
