"""Translations over the API: asked for, and read with the engine's name."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django import Settings

from helpdesk.console.translating import translate_once
from helpdesk.kernel.ids import Ref
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA
from tests.translations.engine import Playing, playing


@pytest.fixture
def engine(asked: Ref, settings: Settings) -> Iterator[Playing]:
    """The operator has named it."""
    with playing() as engine:
        named = {"translation_url": engine.engine.url}
        settings.HELPDESK = settings.HELPDESK.model_copy(update=named)
        yield engine


def message(call: CallAs, asked: Ref) -> str:
    shown: Any = call(ANNA).get(f"/conversations/{asked}").json()["messages"][0]["id"]
    return str(shown)


def test_a_message_in_a_language_that_the_caller_names(call: CallAs, asked: Ref, engine: Playing) -> None:
    anna, place = call(ANNA), f"/conversations/{asked}/translations"
    said = {"language": "fr", "messages": [message(call, asked)]}
    answer = anna.post(place, said)
    assert (answer.status_code, answer.json()) == (202, {"messages": 1})
    assert translate_once(engine=engine.engine) == 1
    [made] = anna.get(f"{place}?language=fr").json()["data"]
    assert (made["text"], made["engine"], made["version"]) == (QUESTION[::-1], "Backwards", "1.6.5")
    assert made["message"] == said["messages"][0]
    assert anna.get(place).json() == {"data": []}  # nothing was asked for in Anna's own
    [same] = call(CLARA).get(f"{place}?language=fr").json()["data"]
    assert same == made


def test_nobody_translates_here(call: CallAs, asked: Ref) -> None:
    answer = call(ANNA).post(f"/conversations/{asked}/translations", {})
    assert (answer.status_code, answer.json()["code"]) == (422, "translation.off")


def test_whoever_may_not_read_it_gets_none(call: CallAs, asked: Ref, engine: Playing) -> None:
    place = f"/conversations/{asked}/translations"
    assert call(DMITRI).get(place).status_code == 404
    assert call(DMITRI).post(place, {}).status_code == 404
    assert call(EDDA).get(place).status_code == 403
    assert call(EDDA).post(place, {}).status_code == 403


def test_messages_that_are_not_there(call: CallAs, asked: Ref, engine: Playing) -> None:
    body = {"messages": [str(asked.id)]}
    assert call(ANNA).post(f"/conversations/{asked}/translations", body).status_code == 404


@pytest.mark.parametrize(
    "body", [{"language": "nl"}, {"messages": []}, {"messages": ["nonsense"]}, {"more": 1}]
)
def test_broken_wishes_are_refused(call: CallAs, asked: Ref, engine: Playing, body: Any) -> None:
    assert call(ANNA).post(f"/conversations/{asked}/translations", body).status_code in (400, 422)
