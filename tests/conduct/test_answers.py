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
    ("Mam dwa psy, wie pani jak to jest? Czy da się prać?", ["Czy da się prać?"]),
    ("Który to kolor, szary czy czarny?", ["Który to kolor, szary czy czarny?"]),
    ("Wer denkt sich so etwas aus?", []),
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
    ("Gibt es ein Fach für die Brille? Wie tief?", "Bis 12 cm.", []),
    ("Gilt das pro Person? Oder pro Zimmer?", "Pro Zimmer.", []),
    ("Może być prana? W ilu stopniach?", "Tak, 40.", []),
    ("Ça se lave ? À quelle température ?", "À 30.", []),
    ("Quanto dura? Ha il coperchio?", "Sei settimane, senza coperchio.", []),
    ("Who pays for the return?", "The label is on us.", []),
    ("How many are left and when is it sent?", "Around 40. It leaves tomorrow.", []),
    ("Is the manual in French?", "The manual is in five languages.", []),
    ("Est-ce solide ?", "Chêne solide.", []),
    ("Is it waterproof?", "Yes, no need to worry.", []),
    ("Ile to waży?", "Da się przenieść.", ["vague"]),
    ("Wie baue ich das auf?", "Kinderleicht.", ["vague"]),
    ("È sicuro per i gatti?", "I clienti sono molto contenti.", ["vague"]),
    ("How long will it take? Where is it made?", "In Leeds. As for how long, that depends.", ["vague"]),
    ("When is it back?", "Maybe tomorrow, maybe in a month.", ["vague"]),
    ("Does the drawer lock?", "The cabinet has solid oak sides and a walnut back.", ["ignored"]),
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
