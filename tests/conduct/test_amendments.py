"""Amendments: what the operator changes of the rules, announced where it forbids more."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.conduct import actions, queries
from helpdesk.conduct.rules import examine
from helpdesk.conduct.rules.amending import NOTICE_DAYS, Amendment, BadAmendment, amendment
from helpdesk.conduct.rules.announcing import new_prohibitions
from helpdesk.conduct.rules.packs import Pack
from helpdesk.conduct.terms import Decision, Said
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Role, Side
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused
from tests.cast import EDDA, FELIX
from tests.past import any_present
from tests.shops import open_shops

COMPLIANCE = replace(FELIX, roles=frozenset({Role.COMPLIANCE}))
HOSTS = {"hosts": ["https://GLS.example/", "müller.example"]}
PHRASES = {"phrases": [{"label": "C_PROMO", "words": "Katalóg  gratis"}]}


def publish(content: dict[str, Any], **more: Any) -> int:
    asked: dict[str, Any] = {
        "market": "",
        "effective_at": None,
        "expected_number": 0,
        "key": "k",
        "now": clock.now(),
    }
    return actions.publish_amendment(**{**asked, "actor": COMPLIANCE, "content": content, **more})


def labels(text: str, pack: Pack) -> set[str]:
    return {one.value for one in examine(said=Said(text=text, side=Side.SELLER), pack=pack).labels}


def test_more_hosts_hold_at_once(database: str) -> None:
    text = "Follow it at gls.example/track?n=5 please."
    assert labels(text, queries.pack_in_force()) == {"A_URL"}
    assert publish(HOSTS) == 1
    assert labels(text, queries.pack_in_force()) == set()
    assert queries.pack_in_force().version.endswith("+all.1")


def test_a_new_prohibition_is_announced_fifteen_days_before(database: str) -> None:
    now = clock.now()
    with pytest.raises(Invalid, match="too_soon"):
        publish(PHRASES, effective_at=now + timedelta(days=NOTICE_DAYS - 1), now=now)
    publish(PHRASES, now=now)
    (coming,) = queries.announced(at=now)
    assert coming.version.effective_at == now + timedelta(days=NOTICE_DAYS)
    assert queries.pack_in_force().phrases == ()
    later = queries.amendments_in_force(market="pl", at=coming.version.effective_at)
    assert [one.words for _, found in later for one in found.phrases] == ["katalog gratis"]


def test_one_market_has_rules_of_its_own(database: str) -> None:
    open_shops()
    with pytest.raises(Invalid, match=r"pack\.market"):
        publish(HOSTS, market="zz")
    publish(HOSTS, market="pl")
    assert "gls.example" in queries.pack_in_force(market="pl").hosts
    assert "gls.example" not in queries.pack_in_force(market="de").hosts


def test_the_same_key_is_the_same_version(database: str) -> None:
    assert publish(HOSTS) == publish(HOSTS) == 1
    with pytest.raises(KeyReused):
        publish(PHRASES)
    with pytest.raises(Conflict):
        publish(HOSTS, key="another")
    assert publish({}, key="another", expected_number=1) == 2
    assert len(queries.published()) == 2


def test_only_compliance_publishes(database: str) -> None:
    with pytest.raises(Forbidden):
        publish(HOSTS, actor=replace(EDDA, roles=frozenset({Role.REVIEWER})))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"hosts": ["no host"]}, "pack.host"),
        ({"hosts": ["localhost"]}, "pack.host"),
        ({"phrases": [{"label": "C_PROMO", "words": "ab"}]}, "pack.phrase"),
        ({"phrases": [{"label": "C_PROMO", "words": "12 34 56"}]}, "pack.phrase"),
        ({"phrases": [{"label": "X", "words": "free gift"}]}, "pack.label"),
        ({"ceilings": {"D_SHOUT": "shout"}}, "pack.ceiling"),
        ({"ceilings": {"X": "log"}}, "pack.ceiling"),
        ({"hosts": [f"a{n}.example" for n in range(501)]}, "pack.too_long"),
    ],
)
def test_what_is_not_understood(content: dict[str, Any], code: str) -> None:
    with pytest.raises(BadAmendment) as refused:
        amendment(content)
    assert refused.value.code == code


def test_a_forbidden_phrase_is_found_in_any_case_and_spacing() -> None:
    pack = Pack(phrases=amendment(PHRASES).phrases)
    assert labels("Dorzucimy KATALOG\n gratis!", pack) == {"C_PROMO"}
    assert "C_PROMO" not in labels("Katalog gratisowy", pack)


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        ({}, HOSTS, False),
        (HOSTS, {}, True),
        ({}, PHRASES, True),
        (PHRASES, {}, False),
        ({}, {"ceilings": {"D_SHOUT": "log"}}, False),
        ({"ceilings": {"D_SHOUT": "log"}}, {}, True),
        ({"ceilings": {"D_SHOUT": "log"}}, {"ceilings": {"D_SHOUT": "warn"}}, True),
        ({"ceilings": {"D_SHOUT": "warn"}}, {"ceilings": {"D_SHOUT": "log"}}, False),
    ],
)
def test_what_forbids_more(before: dict[str, Any], after: dict[str, Any], more: bool) -> None:
    assert bool(new_prohibitions(before=amendment(before), after=amendment(after))) is more


@given(st.sets(st.sampled_from(["a.example", "b.example"])), st.sampled_from(list(Decision)))
def test_what_is_stored_reads_back_and_forbids_nothing_new(hosts: set[str], ceiling: Decision) -> None:
    one = Amendment(hosts=frozenset(hosts), ceilings={"D_SHOUT": ceiling})
    assert amendment(one.content()) == one
    assert not new_prohibitions(before=one, after=one)


def test_what_is_replaced_before_it_holds_is_no_longer_announced(database: str) -> None:
    now = clock.now()
    publish(PHRASES, now=now)
    publish({}, now=now, key="back", expected_number=1)
    assert queries.announced(at=now) == []
    (first, second) = sorted(queries.published(), key=lambda one: one.number)
    assert first.effective_at == second.effective_at
    assert queries.amendments_in_force(market="", at=first.effective_at)[0][0] == "all.2"


def test_a_markets_own_ceiling_above_everybodys_is_announced(database: str) -> None:
    open_shops()
    publish({"ceilings": {"D_SHOUT": "log"}})
    now = clock.now()
    publish({"ceilings": {"D_SHOUT": "warn"}}, market="pl", now=now, key="2")
    (coming,) = queries.announced(at=now)
    assert [(one.what, one.decision) for one in coming.prohibitions] == [("D_SHOUT", Decision.WARN)]
    assert coming.version.market == "pl"


def test_a_phrase_of_a_market_is_looked_for_before_the_market_is_known(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second look, which knows the market, decides."""
    open_shops()
    present, now = any_present(monkeypatch), clock.now()
    publish(PHRASES, market="pl", now=now)
    present.set(now + timedelta(days=NOTICE_DAYS))
    assert {one.words for one in queries.pack_of_anywhere().phrases} == {"katalog gratis"}
    assert queries.pack_in_force().phrases == ()


def test_a_host_below_one_that_stays_is_no_prohibition() -> None:
    both = amendment({"hosts": ["gls.example", "track.gls.example"]})
    assert not new_prohibitions(before=both, after=amendment({"hosts": ["gls.example"]}))
