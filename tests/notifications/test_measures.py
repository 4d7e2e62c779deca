"""Notices of measures: the shop hears of each turn once, in its language; compliance of what waits."""

from datetime import timedelta

import pytest
from django.utils import translation

from helpdesk.conduct.terms import Label
from helpdesk.console.letters import _link
from helpdesk.enforcement import actions as enforcement
from helpdesk.enforcement.terms import MeasureKind
from helpdesk.enforcement.terms.appeals import Verdict
from helpdesk.kernel.actor import SYSTEM, Side
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import queries
from helpdesk.notifications.terms import Kind
from helpdesk.notifications.words import said
from helpdesk.portal.notices.centre import _way
from tests.cast import ANNA, CLARA, DMITRI, FELIX
from tests.enforcement.appealed import JONAS, appeal, limited, settle
from tests.enforcement.refusals import confirmed
from tests.enforcement.told import IRIS, Tale
from tests.notifications.told import NAMES, open_notices, react, rows
from tests.past import any_present
from tests.shops import open_shops

NAMES |= {IRIS.person: "Iris"}
SHOP = ["Anna", "Bruno"]
SENTENCES = {
    "en": "The Platform has decided on a measure that concerns your shop.",
    "pl": "Platforma podjęła decyzję o środku, który dotyczy Twojego sklepu.",
    "de": "Die Plattform hat über eine Maßnahme entschieden, die Ihren Shop betrifft.",
    "fr": "La Plateforme a pris une décision sur une mesure qui concerne votre boutique.",
    "it": "La Piattaforma ha deciso su una misura che riguarda il Suo negozio.",
}


@pytest.fixture
def tale(database: str, monkeypatch: pytest.MonkeyPatch) -> Tale:
    any_present(monkeypatch)
    return Tale(open_shops())


def of(kind: Kind) -> list[str]:
    """Who was told, once for each notice."""
    return sorted(NAMES[row.person_id] for row in rows() if row.kind == kind.value)


def test_a_buyer_hears_of_the_own_appeal_and_the_shop_does_not(tale: Tale) -> None:
    kept = enforcement.appeal_refusal(
        actor=CLARA, now=tale.later(), attempt=confirmed(tale), words="It is a name.", key="mine"
    )
    react(tale.now)
    assert of(Kind.APPEAL) == ["Felix", "Iris"]
    settle(tale, kept)
    react(tale.now)
    assert of(Kind.APPEAL) == ["Clara", "Felix", "Iris"]
    [row] = [one for one in rows() if one.kind == Kind.APPEAL and one.side == Side.BUYER]
    assert row.conversation_id == kept.receipt.entry


def turns(tale: Tale) -> int:
    """How many turns of measures the shop was told of, by each of its people alike; reading again is none."""
    react(tale.now)
    react(tale.now)
    told = of(Kind.MEASURE)
    assert told == sorted(SHOP * (len(told) // 2))
    return len(told) // 2


def test_compliance_hears_of_a_proposal_until_persons_have_decided(tale: Tale) -> None:
    tale.found(Label.DEAL)
    tale.follow()
    react(tale.now)
    assert of(Kind.PROPOSAL) == ["Felix", "Iris"]
    assert of(Kind.MEASURE) == []
    [line] = [one for one in queries.notices_of(actor=FELIX) if one.kind is Kind.PROPOSAL]
    assert _way(FELIX, line).startswith("/administrator/enforcement/proposals/")
    tale.approve()
    assert turns(tale) == 1
    assert [one for one in open_notices() if one[1] == "proposal"] == []


def test_each_turn_of_a_measure_is_told_once(tale: Tale) -> None:
    measure = limited(tale)
    assert turns(tale) == 1, "imposed"
    filed = appeal(tale, measure, stay=True)
    assert turns(tale) == 2, "stayed"
    settle(tale, filed, Verdict.UPHELD)
    assert turns(tale) == 3, "resumed"
    enforcement.lift_measure(
        actor=JONAS, now=tale.later(), measure=measure, reason="It was a quotation.", key=tale.key()
    )
    assert turns(tale) == 4, "lifted"
    assert [one for one in queries.notices_of(actor=DMITRI) if one.kind is Kind.MEASURE] == []
    assert [one for one in queries.notices_of(actor=CLARA) if one.kind is Kind.MEASURE] == []


@pytest.mark.parametrize("kind", list(MeasureKind))
def test_each_kind_is_told_and_leads_to_its_reasons(tale: Tale, kind: MeasureKind) -> None:
    """Removal is announced, all others are imposed."""
    tale.found(Label.DEAL)
    tale.follow()
    done = tale.approve(FELIX, kind, grave=kind is not MeasureKind.NOTICE)
    done = tale.approve(IRIS, kind, grave=True) if done.waits_for else done
    assert turns(tale) == 1
    [line] = [one for one in queries.notices_of(actor=ANNA) if one.kind is Kind.MEASURE]
    assert done.measure == Ref(line.id.seller_id, line.conversation.id)
    assert _way(ANNA, line) == f"/seller/measures/{done.measure}"


def test_it_is_said_in_five_languages_and_names_nothing(tale: Tale) -> None:
    tale.warned_for(Label.PHONE)
    assert turns(tale) == 1
    [line] = [one for one in queries.notices_of(actor=ANNA) if one.kind is Kind.MEASURE]
    assert line.side is Side.SELLER
    for language, sentence in SENTENCES.items():
        with translation.override(language):
            assert said(line=line) == sentence
    assert _link(line).endswith(f"/seller/notices/{line.id}"), (
        "the mail leads to the measure, not to a thread"
    )


def test_what_is_days_old_is_no_news(tale: Tale) -> None:
    tale.warned_for(Label.PHONE)
    react(tale.now + timedelta(days=4))
    assert of(Kind.MEASURE) == []
    assert enforcement.propose_measures(actor=SYSTEM, now=tale.later(), limit=9) == 0
