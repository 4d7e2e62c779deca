"""Every finding is said in five languages: what it is, which rule, how to write it instead."""

from dataclasses import replace

import pytest
from django.utils import translation

from helpdesk.conduct.terms import Decision, Finding, Label, Place
from helpdesk.conduct.words import DECISIONS, reason_of, remedy_of, statement_of, title_of
from helpdesk.kernel.actor import Side

LANGUAGES = ("en", "pl", "de", "fr", "it")
SIDES = (Side.SELLER, Side.BUYER)


def finding(label: Label, place: Place = Place.TEXT, **more: str) -> Finding:
    return Finding(label=label, rule="x.y", start=0, end=3, score=0.9, place=place, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("label", Label)
def test_each_label_has_its_words_in_each_language(label: Label) -> None:
    said = set()
    for language in LANGUAGES:
        with translation.override(language):
            words = (title_of(label), reason_of(finding(label)), remedy_of(finding(label), side=Side.SELLER))
        assert all(words)
        said.add(words)
    assert len(said) == len(LANGUAGES), "a sentence is not translated"


@pytest.mark.parametrize("side", SIDES)
def test_each_label_has_a_remedy_for_each_side(side: Side) -> None:
    with translation.override("en"):
        assert all(remedy_of(finding(label), side=side).endswith(".") for label in Label)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        (Label.PHONE, "Delivery details"),
        (Label.EMAIL, "Delivery details"),
        (Label.POST, "Delivery details"),
        (Label.BANK, "Refund account"),
        (Label.PAYH, "Refund account"),
    ],
)
def test_a_buyer_is_led_to_the_right_field_and_a_seller_is_not(label: Label, field: str) -> None:
    with translation.override("en"):
        assert field in remedy_of(finding(label), side=Side.BUYER)
        assert field not in remedy_of(finding(label), side=Side.SELLER)


@pytest.mark.parametrize("place", [place for place in Place if place is not Place.TEXT])
def test_a_reason_says_where_it_stands(place: Place) -> None:
    with translation.override("en"):
        assert reason_of(finding(Label.PHONE, place)) != reason_of(finding(Label.PHONE))


def test_in_a_file_the_file_is_changed() -> None:
    with translation.override("en"):
        name = remedy_of(finding(Label.PHONE, Place.NAME), side=Side.BUYER)
        picture = remedy_of(finding(Label.PHONE, Place.PICTURE), side=Side.BUYER)
    assert ("name" in name, "cover" in picture) == (True, True)


def test_disguised_words_are_said_as_they_are_read() -> None:
    hidden = finding(Label.PHONE, as_read="+48600700800", view="joined")
    with translation.override("de"):
        assert "„+48600700800“" in reason_of(hidden)
        assert "+48" not in reason_of(replace(hidden, view="folded"))


def test_every_decision_has_a_sentence() -> None:
    assert DECISIONS.keys() == {*Decision}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_has_all_that_it_owes(language: str) -> None:
    with translation.override(language):
        said = statement_of(labels=[Label.PHONE, Label.EMAIL, Label.PHONE])
        assert said.facts.count(title_of(Label.PHONE)) == 1
        assert title_of(Label.EMAIL) in said.facts
        assert said.ground.count(reason_of(finding(Label.PHONE)).rsplit(". ", 1)[-1]) == 1
        held = statement_of(labels=[Label.PHONE], held=True)
        assert held.measure != said.measure
        assert statement_of(labels=[Label.PHONE], confirmed=True).automated != said.automated


@pytest.mark.parametrize("country", ["GB", "GB-SCT", "CH", "UA"])
def test_where_the_unions_law_does_not_hold_it_is_not_spoken_of(country: str) -> None:
    with translation.override("en"):
        assert "six months" in statement_of(labels=[Label.PHONE], country="DE").redress
        there = statement_of(labels=[Label.PHONE], country=country).redress
    assert "six months" not in there
    assert "court" in there
