"""Deciding on a market: who may, what it makes, how it lives with what the Platform sends, and once only."""

from dataclasses import replace
from typing import Any

import pytest
from django.conf import settings

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.kernel.shape import Misshapen
from helpdesk.marketplace import actions, queries
from helpdesk.marketplace.models import Market
from helpdesk.marketplace.terms.deciding import Decided
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.terms import Verified
from tests.cast import ANNA, CLARA, EDDA, GRETA, PLATFORM, person
from tests.marketplace import samples
from tests.marketplace.samples import put
from tests.statements import statements

pytestmark = pytest.mark.usefixtures("database")

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))
CZECH: dict[str, Any] = {
    "country": "CZ",
    "currency": "CZK",
    "time_zone": "Europe/Prague",
    "languages": ["cs"],
    "delivery_countries": ["CZ", "SK"],
    "law": "CZ",
    "allowed_hosts": ["tracking.example"],
}


def decide(actor: Actor = ROOT, code: str = "cz", key: str = "k", seen: str = "", **said: Any) -> Decided:
    return actions.decide_market(
        actor=actor, now=clock.now(), code=code, said=CZECH | said, seen=seen, key=key
    )


def seen(code: str) -> str:
    return queries.market_held(actor=GRETA, code=code)[0].seen


def decided() -> list[str]:
    with everything():
        return list(Entry.objects.exclude(kind="key").order_by("n").values_list("kind", flat=True))


def test_a_market_opens_with_one_entry() -> None:
    assert decide() == ("cz", 1, False)
    assert decided() == ["market.decided"]
    held, history = queries.market_held(actor=GRETA, code="cz")
    assert (held.draft.currency, held.version, held.holds) == ("CZK", "", True)
    assert [(one.n, one.upon) for one in history] == [(1, "")]
    assert "cz" in {market.code for market in queries.markets_for_system()}


@pytest.mark.parametrize("stranger", [ANNA, CLARA, EDDA, GRETA, PLATFORM], ids=lambda actor: actor.name)
def test_only_platform_administrators_decide(stranger: Actor) -> None:
    with pytest.raises(Forbidden):
        decide(stranger)
    assert decided() == []


@pytest.mark.parametrize("stranger", [ANNA, CLARA, PLATFORM], ids=lambda actor: actor.name)
def test_only_the_desk_looks(stranger: Actor) -> None:
    for look in (
        lambda: queries.markets(actor=stranger),
        lambda: queries.market_held(actor=stranger, code="cz"),
        lambda: queries.market_outlook(actor=stranger, code="cz", said=CZECH),
        lambda: queries.usual_market(actor=stranger, country="CZ"),
    ):
        with pytest.raises(Forbidden):
            look()


def test_every_flaw_is_named_at_once() -> None:
    with pytest.raises(Misshapen) as caught:
        decide(code="c z", currency="XXQ", languages=["klingon", "cs"], allowed_hosts=["not a host"])
    assert {flaw.pointer for flaw in caught.value.flaws} == {
        "/code",
        "/currency",
        "/languages/0",
        "/allowed_hosts/0",
    }
    assert decided() == []


def test_the_same_key_decides_once() -> None:
    decide()
    assert decide() == ("cz", 1, True)
    assert decided() == ["market.decided"]
    with pytest.raises(KeyReused):
        decide(currency="EUR")


def test_what_is_there_is_not_opened_again() -> None:
    decide()
    with pytest.raises(Conflict, match="exists"):
        decide(key="2", currency="EUR")


def test_a_change_says_what_changed() -> None:
    decide()
    assert decide(key="2", seen=seen("cz"), currency="EUR") == ("cz", 2, False)
    held, (last, _) = queries.market_held(actor=GRETA, code="cz")
    assert (held.draft.currency, last.changed, held.decision) == ("EUR", ["currency"], last)


def test_nobody_changes_what_they_have_not_seen() -> None:
    decide()
    before = seen("cz")
    decide(key="2", seen=before, currency="EUR")
    with pytest.raises(Conflict, match="moved"):
        decide(key="3", seen=before, currency="USD")
    with pytest.raises(Conflict, match="moved"):
        decide(key="4", code="sk", seen=before)
    with pytest.raises(Invalid, match="nothing_changed"):
        decide(key="5", seen=seen("cz"), currency="EUR")


def test_what_the_platform_sends_next_replaces_it() -> None:
    decide()
    record = samples.market(id="cz", country="CZ", law="CZ", version=1)
    assert put(record).applied
    held = queries.market_held(actor=GRETA, code="cz")[0]
    assert (held.draft.currency, held.version, held.holds) == ("EUR", "1", False)
    assert decided() == ["market.decided", "market.changed"]


def test_a_decision_keeps_the_platforms_version() -> None:
    put(samples.market(version=7))
    decide(code="de", seen=seen("de"), country="DE", currency="CHF", law="DE", time_zone="Europe/Berlin")
    assert not put(samples.market(version=7)).applied
    assert not put(samples.market(version=6)).applied
    held = queries.market_held(actor=GRETA, code="de")[0]
    assert (held.draft.currency, held.version, held.holds) == ("CHF", "7", True)
    assert put(samples.market(version=8)).applied
    assert queries.market_held(actor=GRETA, code="de")[0].draft.currency == "EUR"


def test_the_platform_learns_that_its_first_version_is_not_newer() -> None:
    """It numbers from 1; one that begins with 0 is told that nothing was applied, and that there is none."""
    decide()
    answer = put(samples.market(id="cz", country="CZ", law="CZ", version=0))
    assert (answer.applied, answer.version) == (False, "")


def test_records_that_waited_are_taken_in() -> None:
    waiting = put(samples.buyer(market="cz"))
    assert waiting.waits_for
    assert queries.markets(actor=GRETA).awaited == [("cz", 1)]
    assert queries.market_outlook(actor=ROOT, code="cz", said=CZECH)[1].waiting == 1
    with pytest.raises(NotFound):
        queries.market_held(actor=ROOT, code="cz")
    decide()
    assert queries.markets(actor=GRETA).awaited == []
    assert queries.market_outlook(actor=ROOT, code="cz", said=CZECH | {"currency": "EUR"})[1].buyers == 1


def test_the_record_stays_whole() -> None:
    decide()
    decide(key="2", seen=seen("cz"), languages=["cs", "sk"])
    steps = oversight.verify(actor=ROOT, now=clock.now(), mirrors=settings.HELPDESK_MIRRORS)
    found = [step for step in steps if isinstance(step, Verified)]
    assert [step.findings for step in found] == [0]


def test_few_statements() -> None:
    put(samples.market())
    decide()
    with statements() as listed:
        assert len(queries.markets(actor=GRETA).held) == 2
    with statements() as looked:
        queries.market_outlook(actor=GRETA, code="cz", said=CZECH)
    assert (listed(), looked()) <= (8, 11)


def test_a_country_says_most_of_it() -> None:
    put(samples.market(allowed_hosts=["a.example", "b.example"]))
    put(samples.market(id="pl", allowed_hosts=["b.example"]))
    usual, hosts = queries.usual_market(actor=ROOT, country="CZ")
    assert usual == ("cz", "CZ", "CZK", "Europe/Prague", ("cs",), ("CZ",), "CZ")
    assert hosts == ("b.example",)
    assert queries.usual_market(actor=ROOT, country="DE")[0].code == "de-2"


def test_what_is_decided_is_read_alike_from_the_tables() -> None:
    decide()
    with everything():
        row = Market.objects.get(code="cz")
    assert queries.market_held(actor=ROOT, code="cz")[0].draft.model_dump() == {
        name: getattr(row, name) for name in CZECH
    }
