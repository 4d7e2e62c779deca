"""Words that break a rule elsewhere, in sentences that break none; and the same words where they do."""

import pytest

from helpdesk.conduct.rules.examining import examine
from helpdesk.conduct.terms import Said
from helpdesk.kernel.actor import Side

HONEST = [
    ("en", "buyer", "I feel such an idiot, it was under the sofa all along. sorry to bother you!!"),
    ("en", "buyer", "The driver was rude and called me a moron, not your fault of course"),
    ("de", "buyer", "Der DHL-Fahrer ist ein Idiot, hat das Paket über den Zaun geworfen."),
    ("en", "buyer", "This drill is utter rubbish, died after one hole"),
    ("de", "seller", 'Das Shirt "Halt die Klappe und angle" ist in XL weg'),
    ("en", "seller", "We only deal through this site, that protects us both"),
    ("it", "seller", "Mi spiace, fuori dal sito non mi accordo, resta tutto in chat"),
    ("pl", "buyer", "chciał Pan żebym zamknął spór przed wysyłką części, nie zrobię tego"),
    ("it", "seller", "non chiuda la controversia per me, aspetti che arrivi il pezzo"),
    ("fr", "seller", "Pas besoin de laisser un avis, content que ce soit arrivé entier"),
    ("de", "seller", "Weil es nach Ihren Maßen gefertigt ist, geht keine Rückgabe, außer es ist mangelhaft"),
    ("en", "seller", "RTX 4070 Ti SUPER, 16GB GDDR6X, 285 W, 2x HDMI? no 1x HDMI 2.1 + 3x DP 1.4a"),
    ("pl", "seller", "wykrój 601-234-567 jest na rozmiar 42, drugi na 44"),
    ("en", "seller", "There are no scratches on the base, the scratch on the lid is light."),
    ("en", "seller", "No batteries included, it takes 2 AA."),
]
BROKEN = [
    ("en", "buyer", "You are such an idiot, read the listing.", "D_INSULT"),
    ("de", "seller", "Sie sind ein Idiot, nicht der Fahrer.", "D_INSULT"),
    ("en", "seller", "We only sell here because we must, pay me in cash instead of here.", "B_PAY"),
    ("en", "seller", "One year warranty included. There is no warranty on this item.", "M_CONTRADICTS"),
    ("pl", "seller", "roczna gwarancja w cenie. Gwarancji na to nie dajemy.", "M_CONTRADICTS"),
    ("de", "seller", "Kratzer hat er keine. Der Kratzer am Deckel ist nur leicht.", "M_CONTRADICTS"),
    ("fr", "seller", "Un an de garantie inclus. Il n'y a aucune garantie dessus.", "M_CONTRADICTS"),
]


@pytest.mark.parametrize(("language", "side", "text"), HONEST)
def test_no_remark(language: str, side: str, text: str) -> None:
    verdict = examine(said=Said(text=text, side=Side(side), language=language))
    assert [(one.rule, one.score) for one in verdict.told] == []


@pytest.mark.parametrize(("language", "side", "text", "label"), BROKEN)
def test_still_found(language: str, side: str, text: str, label: str) -> None:
    verdict = examine(said=Said(text=text, side=Side(side), language=language))
    assert label in verdict.labels
