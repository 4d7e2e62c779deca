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
