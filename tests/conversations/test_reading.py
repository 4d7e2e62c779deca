"""What a text reads as: courtesy starts no clock, so a request that is taken for it is the worst mistake."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.conversations.rules import reading_of
from helpdesk.conversations.terms import MAX_TEXT, Reading
from tests.conversations import sentences

WAYS = (str, str.lower, str.upper, lambda text: f"  {text}\n", lambda text: text.replace(" ", "  "))


def lines(text: str) -> list[str]:
    return [line.replace("\\n", "\n") for line in text.strip().splitlines()]


READ = {
    Reading.COURTESY: sentences.COURTESY,
    Reading.HOLDING: sentences.HOLDING,
    Reading.VAGUE: sentences.VAGUE,
    None: sentences.ANSWERS,
}
CASES = [(line, reading) for reading, text in READ.items() for line in lines(text)]
REQUESTS = lines(sentences.NO_COURTESY)


# alone they may be the beginning of a question; with thanks they are none
QUIET = {"Hello", "Hi there,", "Dzień dobry", "Guten Tag", "Bonjour", "Buongiorno", "for your quick reply"}


@pytest.mark.parametrize(("text", "reading"), CASES)
def test_a_sentence_reads_as(text: str, reading: Reading | None) -> None:
    assert reading_of(text=text) is reading


@pytest.mark.parametrize("text", REQUESTS)
def test_whoever_wants_something_starts_a_clock(text: str) -> None:
    for way in WAYS:
        assert reading_of(text=way(text)) is not Reading.COURTESY, way(text)


@pytest.mark.parametrize("text", [line for line in REQUESTS if line not in QUIET | {"!!!", "..."}])
def test_no_thanks_around_it_make_a_request_courtesy(text: str) -> None:
    for courtesy in ("Thanks!", "Vielen Dank!", "Dziękuję", "Merci !", "Grazie mille"):
        for whole in (f"{courtesy} {text}", f"{text}. {courtesy}", f"{courtesy}\n{text}\n{courtesy}"):
            assert reading_of(text=whole) is not Reading.COURTESY, whole


@pytest.mark.parametrize("text", [line for line, reading in CASES if reading is Reading.COURTESY])
def test_a_question_mark_or_a_digit_is_never_courtesy(text: str) -> None:
    for more in ("?", "\uff1f", " 5", " ½", " \u0663", " ¿", "\u061f"):
        assert reading_of(text=text + more) is not Reading.COURTESY


@pytest.mark.parametrize("text", lines(sentences.HOLDING + sentences.VAGUE))
def test_a_day_or_a_number_is_an_answer(text: str) -> None:
    for more in ("Monday", "poniedziałek", "Montag", "lundi", "lunedì", "15.12.", "1Z999AA10123456784"):
        assert reading_of(text=f"{text} {more}") is None


def test_letters_are_letters_however_they_are_made() -> None:
    assert reading_of(text="De\u0301sole\u0301, peut-e\u0302tre.") is Reading.VAGUE
    assert reading_of(text="Tre\u0300s bien, merci") is Reading.COURTESY
    assert reading_of(text="C\u2019est parfait") is Reading.COURTESY


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    reading_of(text=text)


HOSTILE = (
    "thanks ",
    "thank you so much ",
    "we will ",
    "as soon as ",
    "(|)",
    "a ",
    "\n",
    ".",
    ":-",
    "d'",
    "👍",
    "e\u0301",
    "\u0301",
    "für die schnelle ",
    "x",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_twenty_thousand_characters_are_read_at_once(piece: str) -> None:
    text = (piece * MAX_TEXT)[:MAX_TEXT]
    began = process_time()
    reading_of(text=text)
    assert process_time() - began < 5  # linear: some milliseconds; quadratic would be minutes
