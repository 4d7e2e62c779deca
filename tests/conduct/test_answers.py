"""Which questions a buyer asks, and what a reply does with each of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.conduct.rules.answers import open_questions, questions_in, treat
from helpdesk.conduct.terms import Label

ASKED = [
    ("Is it new?", ["Is it new?"]),
    ("Is the lid metal and does it leak?", ["Is the lid metal", "does it leak?"]),
    ("Hello, please tell me the weight. Thanks", ["please tell me the weight"]),
    ("When I opened it, it was broken.", []),
    ("How are you? Thanks!", []),
    ("https://platform.example/a?b=1", []),
    ("Wann kommt das Paket", ["Wann kommt das Paket"]),
    ("Ist das neu und passt es?", ["Ist das neu", "passt es?"]),
    ("czy to nowe ??", ["czy to nowe ??"]),
    ("Kiedy wysyłka", ["Kiedy wysyłka"]),
    ("Proszę o fakturę.", ["Proszę o fakturę"]),
    ("Le cadre est neuf ?", ["Le cadre est neuf ?"]),
    ("Quelle taille, elle est neuve ?", ["Quelle taille", "elle est neuve ?"]),
    ("Mi faccia sapere quando parte.", ["Mi faccia sapere quando parte"]),
    ("Va bene la taglia M e quanto costa?", ["Va bene la taglia M", "quanto costa?"]),
]
REPLIES = [
    ("Is it new? Is it boxed?", "Both.", []),
    ("Is it new? When do you ship?", "Yes, new.", ["ignored"]),
    ("When does it arrive?", "As soon as possible.", ["vague"]),
    ("When does it arrive?", "On Tuesday.", []),
    ("Does it hum?", "I will measure it and post it here by Thursday.", []),
    ("Wie schwer ist es?", "It weighs 4 kg.", []),
    ("Wie schwer ist es?", "Ziemlich leicht.", ["vague"]),
    ("Ile waży? Kiedy wysyłka?", "2) jutro 1) 4 kg", []),
    ("Kiedy zwrot?", "Sprawa jest w toku.", ["vague"]),
    ("Il pèse combien ?", "Merci pour votre message.", ["ignored"]),
    ("Vous livrez le samedi ?", "Non, jamais.", []),
    ("È compatibile?", "Dovrebbe andare.", ["vague"]),
    ("Quanto pesa?", "Pesa 4 kg.", []),
]


@pytest.mark.parametrize(("text", "questions"), ASKED)
def test_questions_are_found_where_they_stand(text: str, questions: list[str]) -> None:
    found = questions_in(text=text)
    assert [one.text for one in found] == questions
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(("asked", "reply", "left"), REPLIES)
def test_a_reply_answers_evades_or_leaves_out(asked: str, reply: str, left: list[str]) -> None:
    found = treat(asked=asked, reply=reply)
    assert [one.treatment.value for one in found if one.treatment != "answered"] == left


def test_what_is_left_open_is_a_finding_without_a_span() -> None:
    (found,) = open_questions(treat(asked="How heavy is it?", reply="Thank you!"))
    assert (found.label, found.start) == (Label.IGNORED, None)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_read(asked: str, reply: str) -> None:
    found = treat(asked=asked, reply=reply)
    assert all(0 <= one.question.start < one.question.end <= len(asked) for one in found)
