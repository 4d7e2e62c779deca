"""Mediators and certified bodies that the operator names: in reasons, in outcomes, and beside decisions."""

import json
from typing import Any

import pytest
from pydantic import ValidationError
from pytest_django import Settings

from helpdesk.conduct.terms import Label
from helpdesk.conduct.words import statement_of
from helpdesk.config.environment import Environment
from helpdesk.enforcement import queries
from helpdesk.enforcement.terms.appeals import Verdict
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.law.bodies import Body, BodyKind
from helpdesk.marketplace.queries import bodies_in
from helpdesk.reports.queries import redress
from tests.cast import ANNA, ANNAS_SHOP, CLARA
from tests.enforcement.appealed import appeal, limited, settle
from tests.enforcement.refusals import confirmed
from tests.enforcement.test_appeal_refusal import appeal as appeal_refusal
from tests.enforcement.told import Tale, measures, verified
from tests.statements import statements

POLISH = {"kind": "mediator", "name": "Izba", "url": "https://izba.example/", "countries": ["PL"]}
ABROAD = {"kind": "mediator", "name": "Chambre", "url": "https://chambre.example/", "countries": ["FR"]}
CERTIFIED = {"kind": "certified", "name": "Board", "url": "https://board.example/"}


@pytest.fixture
def named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    found = read(monkeypatch, POLISH, ABROAD, CERTIFIED).dispute_bodies
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"dispute_bodies": found})


def read(monkeypatch: pytest.MonkeyPatch, *given: dict[str, Any]) -> Environment:
    monkeypatch.setenv("HELPDESK_DISPUTE_BODIES", json.dumps(given))
    return Environment()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "court"},
        {"name": ""},
        {"name": "Two\nlines"},
        {"url": "http://izba.example/"},
        {"url": "javascript:alert(1)"},
        {"countries": ["Poland"]},
        {"countries": ["PL", "GB"]},
        {"address": "Warszawa"},
    ],
)
def test_what_names_nobody_is_refused_at_the_start(
    monkeypatch: pytest.MonkeyPatch, wrong: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError, match="dispute_bodies"):
        read(monkeypatch, POLISH | wrong)


@pytest.mark.usefixtures("named")
def test_each_country_has_its_own_and_those_of_all() -> None:
    def names(country: str, *kinds: BodyKind) -> list[str]:
        return [one.name for one in bodies_in(country=country, kinds=kinds or tuple(BodyKind))]

    assert names("PL") == ["Izba", "Board"]
    assert names("DE") == ["Board"]
    assert names("FR", BodyKind.MEDIATOR) == ["Chambre"]
    assert names("GB") == [], "neither law holds there"


@pytest.mark.usefixtures("named")
def test_a_statement_of_reasons_names_them_for_ever(tale: Tale, settings: Settings) -> None:
    limited(tale)
    [told] = measures()
    assert told.statement.facts["bodies"] == [
        {"kind": "mediator", "name": "Izba", "url": "https://izba.example/"},
        {"kind": "certified", "name": "Board", "url": "https://board.example/"},
    ]
    last = " ".join(told.statement.sections[-1][1])
    assert "Izba (https://izba.example/)" in last
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"dispute_bodies": []})
    again = queries.said_again(shown=told.statement, basis=told.basis, language="en")
    said = " ".join(again.sections[-1][1])
    assert "You can also turn to a mediator: Izba (https://izba.example/)." in said
    assert "certified body for settling disputes out of court: Board (https://board.example/)." in said
    assert "whom the Platform's terms name" not in said
    assert verified() == []


@pytest.mark.parametrize(("given", "kind"), [(POLISH, "mediator"), (CERTIFIED, "certified body")])
def test_who_names_one_kind_does_not_hide_the_other(
    tale: Tale, settings: Settings, monkeypatch: pytest.MonkeyPatch, given: dict[str, Any], kind: str
) -> None:
    found = read(monkeypatch, given).dispute_bodies
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"dispute_bodies": found})
    limited(tale)
    [told] = measures()
    said = queries.said_again(shown=told.statement, basis=told.basis, language="en").sections[-1][1]
    assert any(one.startswith(f"You can also turn to a {kind}") and given["url"] in one for one in said)
    assert any("whom the Platform's terms name, or to a certified body" in one for one in said)


def test_without_a_name_it_says_that_there_are_some(tale: Tale) -> None:
    limited(tale)
    [told] = measures()
    assert told.statement.facts["bodies"] == []
    assert "mediator" in " ".join(told.statement.sections[-1][1])
    kept = appeal(tale, told.id)
    settle(tale, kept, Verdict.UPHELD)
    with statements() as count:
        assert queries.appeal_of(actor=ANNA, appeal=Ref(ANNAS_SHOP, kept.receipt.entry)).bodies == ()
    assert count() <= 7


@pytest.mark.usefixtures("named")
def test_they_stand_beside_the_decision_of_an_appeal_and_not_before(tale: Tale) -> None:
    kept = appeal(tale, limited(tale))
    ref = Ref(ANNAS_SHOP, kept.receipt.entry)
    assert queries.appeal_of(actor=ANNA, appeal=ref).bodies == ()
    settle(tale, kept, Verdict.UPHELD)
    with statements() as count:
        found = queries.appeal_of(actor=ANNA, appeal=ref)
    assert [one.name for one in found.bodies] == ["Izba", "Board"]
    assert count() <= 8


@pytest.mark.usefixtures("named")
def test_a_buyer_is_told_of_certified_bodies_alone(tale: Tale) -> None:
    kept = appeal_refusal(tale, confirmed(tale))
    settle(tale, kept, Verdict.UPHELD)
    with statements() as count:
        found = queries.appeal_of(actor=CLARA, appeal=Ref(ANNAS_SHOP, kept.receipt.entry))
    assert count() <= 10
    assert [one.name for one in found.bodies] == ["Board"]
    assert [one.name for one in redress(market="de", on=clock.now().date()).bodies] == ["Board"]


def test_reasons_of_a_refusal_name_them() -> None:
    certified = [Body(kind=BodyKind.CERTIFIED, name="Board", url="https://board.example/")]
    said = statement_of(labels=[Label.INSULT], country="PL", bodies=certified).redress
    assert said.endswith("Such a body: Board (https://board.example/).")
    assert "Such a body" not in statement_of(labels=[Label.INSULT], country="GB", bodies=certified).redress
