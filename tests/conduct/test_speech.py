"""What is said: moving elsewhere, marketing, reviews, insults, threats, shouting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.conduct.rules import speech
from helpdesk.conduct.rules.clauses import patterns
from helpdesk.conduct.rules.etiquette.unmasking import bared
from helpdesk.conduct.rules.packs import SHIPPED
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import folded, raw
from helpdesk.conduct.rules.wordlists import choices
from helpdesk.conduct.terms import Facts, Finding, Label, Said
from helpdesk.kernel.actor import Side

NOTHING = frozenset[str]()


def found(
    text: str, language: str = "en", side: Side = Side.SELLER, facts: Facts | None = None
) -> list[Finding]:
    said = Said(text=text, side=side, language=language, facts=facts or Facts())
    return [*speech.find(Reading(text=text, said=said, pack=SHIPPED))]


def labels(text: str, language: str = "en", side: Side = Side.SELLER) -> set[Label]:
    return {one.label for one in found(text, language, side)}


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("en", "Please ring me back this evening about the hinge.", Label.MOVE),
        ("pl", "Proszę podać numer telefonu, oddzwonimy.", Label.MOVE),
        ("de", "Unsere Kontaktdaten stehen auf dem Flyer im Paket.", Label.MOVE),
        ("fr", "Comment vous joindre en dehors de ce site ?", Label.MOVE),
        ("it", "Preferisco sentirla a voce, mi lasci un recapito.", Label.MOVE),
        ("en", "Use the code for ten percent off your next order.", Label.PROMO),
        ("pl", "Zapisz się do naszego newslettera!", Label.PROMO),
        ("de", "Empfehlen Sie uns weiter.", Label.PROMO),
        ("fr", "Parrainez un ami et recevez un bon.", Label.PROMO),
        ("it", "Venga a scoprire la nuova collezione.", Label.PROMO),
        ("en", "A five star review would help us.", Label.REVIEW),
        ("pl", "Czy zmieni pan ocenę?", Label.REVIEW),
        ("de", "Daumen hoch würde uns freuen.", Label.REVIEW),
        ("fr", "Laissez-nous un petit commentaire.", Label.REVIEW),
        ("it", "Due parole gentili ci aiuterebbero.", Label.REVIEW),
        ("en", "You are a bunch of liars.", Label.INSULT),
        ("pl", "ty p4jacu", Label.INSULT),
        ("de", "ihr hur***söhne", Label.INSULT),
        ("fr", "bande de voleurs", Label.INSULT),
        ("it", "v a f f a n c u l o", Label.INSULT),
        ("en", "I know where you live.", Label.THREAT),
        ("pl", "połamię ci nogi", Label.THREAT),
        ("de", "ihr werdet es noch bereuen", Label.THREAT),
        ("fr", "je vais te casser la gueule", Label.THREAT),
        ("it", "guardati le spalle", Label.THREAT),
        ("en", "WHERE IS MY PARCEL", Label.SHOUT),
        ("pl", "GDZIE JEST PACZKA", Label.SHOUT),
        ("de", "ANTWORTEN SIE ENDLICH!!! WO IST MEIN GELD???", Label.SHOUT),
        ("fr", "OU EST MON COLIS", Label.SHOUT),
        ("it", "VOGLIO I MIEI SOLDI SUBITO", Label.SHOUT),
    ],
)
def test_found(language: str, text: str, label: Label) -> None:
    assert label in labels(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The DPD driver will call you before he arrives."),
        ("en", "Could you send me your order number?"),
        ("en", "The voucher you used was deducted, so the refund is 45.20."),
        ("en", "The fuse has a rating of 16A."),
        ("en", "silly question maybe, but which side is up?"),
        ("en", "If this isn't solved I'll open a dispute with the Platform."),
        ("en", 'The label reads "DO NOT USE NEAR WATER OR OPEN FLAME".'),
        ("pl", "Kurier zadzwoni przed dostawą."),
        ("pl", "ale ze mnie idiota, złe napięcie zamówiłem"),
        ("pl", "Zgłoszę sprawę do rzecznika konsumentów."),
        ("de", "Nummern tauschen wir nicht aus, das ist Regel der Plattform."),
        ("de", "Der Techniker bewertet den Schaden als Transportschaden."),
        ("de", "ACHTUNG: NICHT ÖFFNEN."),
        ("fr", "je veux déposer une plainte pour le retard"),
        ("fr", "La lampe en forme d'étoile prend une ampoule E14."),
        ("fr", "merci de livrer à M. JEAN DUPONT 14 RUE LONGUE 75011 PARIS"),
        ("it", "Il corriere la chiamerà prima di passare."),
        ("it", "Per il graffio rimborsiamo il 10% del prezzo."),
        ("it", "TV SAMSUNG QLED con HDMI, ha la USB?"),
    ],
)
def test_left_alone(language: str, text: str) -> None:
    assert labels(text, language) == NOTHING


def test_buyers_do_not_advertise() -> None:
    assert labels("Refer a friend and get a voucher.", side=Side.BUYER) == NOTHING


def test_titles_of_the_listing_are_no_shouting() -> None:
    text = "IS IT THE FROBNITZ SUPER CHAIR"
    known = Facts(names=frozenset({"frobnitz", "super", "chair"}))
    assert [one.label for one in found(text)] == [Label.SHOUT]
    assert found(text, facts=known) == []


def test_spans_lead_back_to_what_was_written() -> None:
    text = "Well, h u r e n s o h n it is"
    [one] = [one for one in found(text, "de") if one.label is Label.INSULT]
    assert one.start is not None
    assert text[one.start : one.end] == "h u r e n s o h n"


def test_masked_words_are_read_out() -> None:
    view = bared(folded(raw("what a b*stard, art. 10*20, 5* hotel")))
    assert view is not None
    assert view.text == "what a bastard, art. 10*20, 5* hotel"
    assert view.span(7, 14) == (7, 14)
    assert bared(folded(raw("order 4471, 10x20"))) is None


def test_choices() -> None:
    assert [*choices("(a|b|) c")] == ["a c", "b c", "c"]


def test_a_pattern_without_a_score_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        patterns("move.call: CALLME")


@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    for one in found(text):
        assert one.start is not None
        assert one.end is not None
        assert 0 <= one.start < one.end <= len(text)


PIECES = st.lists(
    st.sampled_from(
        ["call", "me", "your", "idiot", "f***", "WHERE", "IS", "!!!", "review", "sale", "or", "i d i o t"]
    ),
    max_size=40,
)


@given(PIECES)
def test_any_words(words: list[str]) -> None:
    text = " ".join(words)
    for one in found(text):
        assert one.start is not None
        assert one.end is not None
        assert text[one.start : one.end].strip()


@given(st.sampled_from(["Please ring me back.", "You are a liar.", "A five star review would help us."]))
def test_clean_sentences_change_nothing(text: str) -> None:
    assert labels(text) <= labels(text + " The parcel left our warehouse on Tuesday.")
