"""Accounts by a number, by a network's sign or a coin's name, and meetings where no address is written."""

import pytest

from helpdesk.conduct.rules import examine
from helpdesk.conduct.rules.deals import meetings
from helpdesk.conduct.rules.deals.prefixes import prefixes
from helpdesk.conduct.rules.packs import SHIPPED
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Label, Said
from helpdesk.kernel.actor import Side


def found(text: str, label: Label, language: str = "en") -> list[str]:
    said = Said(text=text, side=Side.SELLER, language=language)
    verdict = examine(said=said)
    return [text[one.start : one.end] for one in verdict.findings if one.label is label and one.score >= 0.6]


@pytest.mark.parametrize(
    ("text", "language", "account"),
    [
        ("Ping me on the purple handset one, 07700 900 614", "en", "07700 900 614"),
        ("auf dem Netzwerk mit dem Schmetterling: toepfer.ute", "de", "toepfer.ute"),
        ("zielona apka 601 443 928", "pl", "601 443 928"),
        ("là où les jeunes dansent : toupie_lea", "fr", "toupie_lea"),
        ("Discord: tornio_gino#4432", "it", "tornio_gino#4432"),
        ("Pinterest/werkbankwilli", "de", "werkbankwilli"),
    ],
)
def test_account(text: str, language: str, account: str) -> None:
    assert account in found(text, Label.MSGR, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Facebook-Likes als Aufkleber, Set mit 50 Stück, 3 cm.", "de"),
        ("czytnik QR za każdym razem otwiera tiktoka, da się wyłączyć?", "pl"),
        ("Please look into settings.default.ini, the line is in config.backup.old too.", "en"),
    ],
)
def test_no_account(text: str, language: str) -> None:
    assert not found(text, Label.MSGR, language)


@pytest.mark.parametrize(
    ("text", "language", "payee"),
    [
        ("send eth to 0x3C9a41eF02", "en", "0x3C9a41eF02"),
        ("Il codice del buono Amazon è AQ7X-9KLM-C2VD", "it", "AQ7X-9KLM-C2VD"),
        ("mein Revolut-Tag ist rückwärts negah", "de", "negah"),
        ("paypal entre proches : lea chez free", "fr", "lea chez free"),
        ("rzuć na rewolut, stolarz dwa cztery", "pl", "stolarz dwa cztery"),
    ],
)
def test_payee(text: str, language: str, payee: str) -> None:
    assert payee in found(text, Label.PAYH, language)


@pytest.mark.parametrize(
    "text",
    [
        "The gift card code from your shop doesn't work: AQ7X-9KLM-C2VD",
        "Jeżeli ktoś prosi panią o kod BLIK na czacie, proszę go nie podawać, to oszustwo.",
    ],
)
def test_no_payee(text: str) -> None:
    assert not found(text, Label.PAYH)


def met(text: str) -> bool:
    said = Said(text=text, side=Side.SELLER)
    return any(meetings.find(Reading(text=text, said=said, pack=SHIPPED)))


@pytest.mark.parametrize(
    "text",
    [
        "Meet me at the petrol station, bring cash.",
        "Kommen Sie in meine Werkstatt, dann zahlen Sie bar.",
        "Venez à mon atelier, vous payez en liquide.",
        "Passi in officina e mi paga in contanti.",
        "Proszę przyjechać do warsztatu, zapłata gotówką.",
    ],
)
def test_meeting(text: str) -> None:
    assert met(text)


@pytest.mark.parametrize(
    "text", ["The courier will call at your house, payment was taken.", "Bring it to the pick-up point."]
)
def test_no_meeting(text: str) -> None:
    assert not met(text)


def test_prefixes() -> None:
    assert {*prefixes(r"(?:my|our) (?:\w+ )?shop")} == {"my ", "our ", "my shop", "our sho"}
    assert {*prefixes(r"pick-?up")} == {"pickup", "pick-up"}
