"""What is said to an engine, what is taken from it, and when it is asked again."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.translations import rules
from helpdesk.translations.terms import MAX_MADE, PAUSES, NotMade
from tests.conversations.clocks import MONDAY


@given(
    text=st.text(st.characters(exclude_categories=["Cs"])),
    key=st.text(st.characters(exclude_categories=["Cs"])),
)
def test_an_engine_gets_the_words_as_they_are(text: str, key: str) -> None:
    said = msgspec.json.decode(rules.asked(text=text, source="de", language="pl", key=key))
    assert (said["q"], said["source"], said["target"], said["format"]) == (text, "de", "pl", "text")
    assert said.get("api_key", "") == key


@given(st.binary())
def test_no_answer_breaks_the_worker(body: bytes) -> None:
    for read in (rules.made_in, rules.engine_in):
        with pytest.raises(NotMade):
            read(body=body)


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "a\x00b", "a" * (MAX_MADE + 1), 7, None])
def test_what_no_page_could_show_is_no_translation(text: object) -> None:
    with pytest.raises(NotMade):
        rules.made_in(body=msgspec.json.encode({"translatedText": text}))


def test_the_text_is_taken_as_it_is() -> None:
    assert rules.made_in(body=b'{"translatedText": "a <b>\\n c"}') == "a <b>\n c"


@pytest.mark.parametrize(
    "info", [None, {}, {"title": "X"}, {"title": "", "version": "1"}, {"title": 1, "version": 2}]
)
def test_an_engine_says_who_it_is(info: object) -> None:
    with pytest.raises(NotMade):
        rules.engine_in(body=msgspec.json.encode({"info": info}))


def test_an_engine_is_named_shortly() -> None:
    said = {"info": {"title": " LibreTranslate ", "version": "1" * 500}}
    assert rules.engine_in(body=msgspec.json.encode(said)) == ("LibreTranslate", "1" * 100)


def test_pauses_grow_and_end() -> None:
    tries = range(1, len(PAUSES) + 2)
    again = [rules.again_at(tries=each, now=MONDAY) for each in tries]
    assert again == [*(MONDAY + pause for pause in PAUSES), None]
    assert list(PAUSES) == sorted(PAUSES)
    assert PAUSES[0] > timedelta(0)
