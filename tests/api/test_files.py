"""Files over HTTP: who, about what and when, but not a word of it."""

from typing import Any

import pytest

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, CLARA, EDDA, PLATFORM


def test_a_file_is_found_by_number_title_or_id(call: CallAs, asked: Ref) -> None:
    for words in ("A-1001", "a-1", "Clara", "espresso", str(asked), f"https://x.example/files/{asked}"):
        answer = call(EDDA).get(f"/files?words={words}")
        (file,) = answer.json()["data"]
        assert (file["id"], file["title"], file["seller"]) == (str(asked), "A-1001", "Anna's Espresso Parts")
        assert QUESTION not in answer.content.decode()


@pytest.mark.parametrize("words", ["Z-9", "%25", "_", "%20", "1001", "lara", "gasket"])
def test_nothing_else_finds_one(call: CallAs, asked: Ref, words: str) -> None:
    assert call(EDDA).get(f"/files?words={words}").json() == {"data": []}


def test_days_find_too_and_nothing_finds_nothing(call: CallAs, asked: Ref) -> None:
    today = clock.now().date()
    for query in (f"since={today}", f"until={today}", f"since={today}&until={today}&words=A-1001"):
        assert [file["id"] for file in call(EDDA).get(f"/files?{query}").json()["data"]] == [str(asked)]
    for query in ("", "words=", "since=9999-12-31", "until=0001-01-01"):
        assert call(EDDA).get(f"/files?{query}").json() == {"data": []}


@pytest.mark.parametrize(
    ("name", "value"), [("words", "x" * 101), ("since", "2026-02-30"), ("until", "tomorrow")]
)
def test_what_cannot_be_looked_for_is_named(call: CallAs, name: str, value: str) -> None:
    answer = call(EDDA).get(f"/files?{name}={value}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == name


@pytest.mark.parametrize("actor", [ANNA, CLARA, PLATFORM])
def test_the_desk_is_the_administrators(call: CallAs, asked: Ref, actor: Any) -> None:
    answer = call(actor).get("/files?words=A")
    assert (answer.status_code, answer.json()["code"]) == (403, "oversight.not_yours")
