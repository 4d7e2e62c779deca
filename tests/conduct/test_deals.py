"""Outside deals and places: what is found, and what only looks alike, in five languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.conduct.rules import deals
from helpdesk.conduct.rules.packs import SHIPPED
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Finding, Label, Said
from helpdesk.kernel.actor import Side

WARNS = 0.60
FOUND = [
    ("en", "seller", Label.PAY, "Hand the driver cash when he drops it off and we're square."),
    ("pl", "buyer", Label.PAY, "czy moge zaplacic gotowka przy odbiorze osobistym?"),
    ("de", "seller", Label.PAY, "Den Aufpreis begleichen Sie bitte in bar bei unserem Fahrer."),
    ("fr", "buyer", Label.PAY, "au black c possible ? ça arrange tout le monde"),
    ("it", "buyer", Label.PAY, "posso pagare in contanti quando vengo a ritirare?"),
    ("en", "seller", Label.DEAL, "Cancel it here and buy it from our own shop, 15 less."),
    ("pl", "buyer", Label.DEAL, "mozemy sie dogadac prywatnie? wzialbym dwa"),
    ("de", "buyer", Label.DEAL, "geht das auch auf dem kleinen dienstweg ohne dass die was abzwacken?"),
    ("fr", "seller", Label.DEAL, "La prochaine fois commandez en direct chez nous, sans commission."),
    ("it", "seller", Label.DEAL, "Sul nostro sito l'armadio costa meno, dia un'occhiata prima."),
    ("en", "seller", Label.TERMS, "Please close the case first, then we'll send the new pump."),
    ("pl", "seller", Label.TERMS, "Niech pani nie zgłasza zwrotu, dzbanek zostaje u pani, a ja oddam 30 zł."),
    ("de", "seller", Label.TERMS, "Bestätigen Sie bitte jetzt schon den Erhalt, das Paket kommt eh Freitag."),
    ("fr", "buyer", Label.TERMS, "on dit qu'il est jamais arrivé, vous touchez l'assurance et on partage"),
    ("it", "seller", Label.TERMS, "La tenga e acqua in bocca, le do 15 euro per la strisciata."),
]
CLEAN = [
    ("en", "seller", "We can't take cash or transfers, please pay only at the checkout."),
    ("en", "buyer", "I'll open a dispute on the Platform if there is no answer by Friday."),
    ("en", "seller", "The cash box has a coin tray and two keys."),
    ("pl", "seller", "Niestety prywatnie nic nie możemy ustalać, wszystko idzie przez Platformę."),
    ("pl", "seller", "Proszę potwierdzić odbiór dopiero po sprawdzeniu ramy."),
    ("de", "buyer", "kann ich an der kasse mit paypal zahlen oder nur karte"),
    ("de", "seller", "Barhocker und Theke passen zusammen, Sitzhöhe 75 cm."),
    ("fr", "seller", "N'envoyez jamais d'argent directement et signalez ces demandes à la Plateforme."),
    ("fr", "seller", "Le retour est accepté, l'étiquette est dans votre commande."),
    ("it", "seller", "Il rimborso è andato sulla carta usata per pagare, servono 3-5 giorni."),
    ("it", "seller", "Centro resi come stampato: Porta 2, via Aeroporto, 13100."),
    ("it", "buyer", "consegnare in via dei Prati 8, 13100 Vercelli, cancello verde"),
]
PLACES = [
    ("en", "Send a cheque to Pinebrook, The Old Mill, BT19 7QT.", "Pinebrook, The Old Mill, BT19 7QT"),
    ("de", "Verrechnungsscheck bitte an Ofenbau Harder, Am Kai 17, 25980 Westerland.", "Am Kai 17"),
    ("fr", "Venez au 22 rue du Château, Vitré et payez sur place, pas besoin du site.", "22 rue du Château"),
    ("pl", "Gotówkę można wysłać listem na ul. Młyńska 4, 34-300 Żywiec.", "ul. Młyńska 4, 34-300 Żywiec"),
    (
        "it",
        "Venga in via Castello 22, Bobbio e paghi sul posto, il sito non serve.",
        "via Castello 22, Bobbio",
    ),
]


def found(text: str, language: str = "en", side: str = "seller") -> list[Finding]:
    said = Said(text=text, side=Side(side), language=language)
    return [*deals.find(Reading(text=text, said=said, pack=SHIPPED))]


def warned(findings: list[Finding]) -> set[Label]:
    return {one.label for one in findings if one.score >= WARNS}


@pytest.mark.parametrize(("language", "side", "label", "text"), FOUND)
def test_an_outside_deal_is_found(language: str, side: str, label: Label, text: str) -> None:
    assert label in warned(found(text, language, side))


@pytest.mark.parametrize(("language", "side", "text"), CLEAN)
def test_what_only_looks_like_one_is_not(language: str, side: str, text: str) -> None:
    assert warned(found(text, language, side)) == set()


@pytest.mark.parametrize(("language", "text", "place"), PLACES)
def test_a_place_as_a_way_around_is_marked(language: str, text: str, place: str) -> None:
    [post] = [one for one in found(text, language) if one.label is Label.POST]
    assert post.score >= WARNS
    assert post.start is not None
    assert place in text[post.start : post.end]


def test_the_span_is_the_words_that_say_it() -> None:
    text = "Thanks for the photos. Please close the case first, then we'll send the pump."
    [one] = [one for one in found(text) if one.label is Label.TERMS]
    assert one.start is not None
    assert "close the case" in text[one.start : one.end]


def test_another_language_than_the_one_stated_is_read() -> None:
    assert Label.PAY in warned(found("czy moge zaplacic gotowka przy odbiorze osobistym?", "de", "buyer"))


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    for one in found(f"cash {text} outside the platform, 3 Mill Road"):
        assert one.start is not None
        assert one.end is not None
        assert 0 <= one.start < one.end


@settings(max_examples=40)
@given(st.sampled_from(FOUND), st.sampled_from(["The bolt is 8 mm.", "Danke.", "Il colore è blu."]))
def test_a_clean_sentence_after_it_hides_nothing(row: tuple[str, str, Label, str], after: str) -> None:
    language, side, label, text = row
    ended = text if text[-1] in ".?!" else f"{text}."
    assert label in warned(found(f"{ended} {after}", language, side))
