"""Contact details of which each message says a part."""

import pytest

from helpdesk.conduct.rules.examining import examine
from helpdesk.conduct.terms import Decision, Label, Said
from helpdesk.kernel.actor import Side

SPLIT = [
    ("en", ["I am on telegram"], "lena_shop77", Label.MSGR),
    ("de", ["insta"], "holz.huber", Label.MSGR),
    ("fr", ["mon paypal"], "lune.boutique", Label.PAYH),
    ("en", ["My mobile begins 07700"], "and goes on 900 461", Label.PHONE),
    ("fr", ["zéro six"], "douze trente-quatre cinquante-six soixante-dix-huit", Label.PHONE),
    ("en", ["oh seven seven"], "double oh nine double oh four six one", Label.PHONE),
    ("it", ["348 12"], "34 567", Label.PHONE),
    ("pl", ["sklep.ania"], "małpa wp kropka pl", Label.EMAIL),
    ("de", ["werkzeug-huber"], "punkt de", Label.URL),
    ("pl", ["PL61 1090 1014"], "0000 0712 1981 2874", Label.BANK),
]
HONEST = [
    ("en", ["The watch shows messages of WhatsApp"], "Yes, and calls."),
    ("de", ["PayPal geht an der Kasse"], "Gern, Anna"),
    ("pl", ["Ma 12 cm"], "Tak, 3 sztuki"),
    ("fr", ["Les vis font 6 mm"], "un, deux ou trois sachets"),
]


def found(language: str, earlier: list[str], text: str) -> frozenset[Label]:
    said = Said(text=text, side=Side.SELLER, language=language, earlier=tuple(earlier))
    told = [one for one in examine(said=said).findings if one.decision.strength >= Decision.WARN.strength]
    assert all(0 <= one.start < one.end <= len(text) for one in told if one.start is not None and one.end)
    return frozenset(one.label for one in told)


@pytest.mark.parametrize(("language", "earlier", "text", "label"), SPLIT)
def test_the_last_part_is_found(language: str, earlier: list[str], text: str, label: Label) -> None:
    assert label in found(language, earlier, text)


@pytest.mark.parametrize(("language", "earlier", "text"), HONEST)
def test_what_only_follows_is_not(language: str, earlier: list[str], text: str) -> None:
    assert found(language, earlier, text) == frozenset()
