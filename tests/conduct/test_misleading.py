"""Denials of consumers' rights, and messages that contradict themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.conduct.rules.examining import examine
from helpdesk.conduct.rules.tracking import is_of_carrier
from helpdesk.conduct.terms import Facts, Label, Said
from helpdesk.kernel.actor import Side

DENIED = [
    "We do not accept returns.",
    "Once opened it cannot be returned.",
    "Only the manufacturer is liable.",
    "Nie przyjmujemy zwrotów.",
    "Umtausch ausgeschlossen, gekauft wie gesehen.",
    "Pas de remboursement, uniquement un bon d'achat.",
    "Visto e piaciuto, non rimborsiamo.",
]
TRUE = [
    "Engraved rings are made to order, so the right of withdrawal does not apply.",
    "No return needed, keep it.",
    "Nach zwei Jahren ist die Gewährleistung abgelaufen.",
    "La garantie du fabricant s'ajoute à la garantie légale.",
]
CONTRADICTED = [
    "Your parcel was shipped yesterday, it is not packed yet.",
    "We refund 20 EUR today. The refund of 35 EUR is on its way.",
    "It is in stock, we have to reorder it.",
    "Track it with UPS, tracking number 1Z999AA10123456785.",
    "Three bowls at £12 each, £42 altogether.",
    "Statt 80 € zahlen Sie mit 25 % Rabatt 70 €.",
    "Wysłaliśmy 31 czerwca.",
    "Zugestellt am 3. Mai, dem Kurier übergeben am 6. Mai.",
    "Je vous ai écrit hier lundi, et aujourd'hui jeudi.",
    "La scarpiera ha due ripiani, ognuno dei quattro ripiani regge 5 kg.",
    "Two years from 4 May 2025, so until 4 May 2026.",
    "70 % wool and 40 % silk.",
]
RECALLED = [
    ("The rack holds nine bottles.", "As I said, it holds seven bottles."),
    ("Der Gürtel ist aus Leder.", "Wie gesagt ist er aus Kunststoff."),
    ("Zwróciłem 80 zł.", "Żadnego zwrotu nigdy nie było."),
    ("Il arrive mardi.", "Comme promis, il arrive vendredi."),
]
CONSISTENT = [
    ("The rack holds nine bottles.", "Sorry, I miscounted, it holds seven bottles."),
    ("Wir versenden am Montag.", "Wie versprochen kommt es am Mittwoch an."),
    ("", "Three bowls at £12 each and £4 postage, £40 altogether."),
    ("", "The frame has ten years' warranty, the fork two."),
    ("", "Von 3. Mai bis 5. Mai geschlossen, die 14 Tage laufen weiter."),
]


def labels(text: str, facts: Facts | None = None) -> frozenset[Label]:
    return examine(said=Said(text=text, side=Side.SELLER, facts=facts or Facts())).labels


@pytest.mark.parametrize("text", DENIED)
def test_a_denial_is_found(text: str) -> None:
    assert Label.RIGHTS in labels(text)


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_not(text: str) -> None:
    assert Label.RIGHTS not in labels(text)


@pytest.mark.parametrize("text", CONTRADICTED)
def test_a_contradiction_is_found(text: str) -> None:
    assert Label.CONTRADICTS in labels(text)


@pytest.mark.parametrize(("before", "now"), RECALLED)
def test_what_was_said_before_is_held_against_it(before: str, now: str) -> None:
    language = {"T": "en", "D": "de", "Z": "pl", "I": "fr"}[before[0]]
    said = Said(text=now, side=Side.SELLER, language=language, earlier=(before,))
    assert Label.CONTRADICTS in examine(said=said).labels


@pytest.mark.parametrize(("before", "now"), CONSISTENT)
def test_what_may_be_true_is_not_accused(before: str, now: str) -> None:
    said = Said(text=now, side=Side.SELLER, earlier=(before,) if before else ())
    assert Label.CONTRADICTS not in examine(said=said).labels


@pytest.mark.parametrize(("today", "wrong"), [("2026-06-01", False), ("2027-06-01", True), (None, False)])
def test_the_year_of_a_day_is_that_of_the_writing(today: str | None, wrong: bool) -> None:
    said = Said(text="It comes on Friday, 5 June.", side=Side.SELLER, today=today)
    assert (Label.CONTRADICTS in examine(said=said).labels) is wrong


def test_sent_is_held_against_the_record() -> None:
    text = "Your parcel was shipped yesterday."
    assert Label.CONTRADICTS in labels(text, Facts(dispatched=False))
    assert Label.CONTRADICTS not in labels(text, Facts(dispatched=True))


def test_a_buyer_denies_no_rights() -> None:
    said = Said(text=DENIED[0], side=Side.BUYER)
    assert not examine(said=said).labels & {Label.RIGHTS, Label.CONTRADICTS}


@pytest.mark.parametrize(
    ("carrier", "number", "right"),
    [
        ("ups", "1Z999AA10123456784", True),
        ("ups", "1Z999AA10123456785", False),
        ("royalmail", "RB123456785GB", True),
        ("royalmail", "RB123456786GB", False),
        ("inpost", "12345", False),
    ],
)
def test_tracking_numbers_have_forms_and_check_digits(carrier: str, number: str, right: bool) -> None:
    assert is_of_carrier(carrier, number) is right


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for one in examine(said=Said(text=text, side=Side.SELLER)).findings:
        if one.start is not None and one.end is not None:
            assert 0 <= one.start < one.end <= len(text)
