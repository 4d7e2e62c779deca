"""The demo's cases: told in five languages, whenever it starts, by deeds that the flows allow."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from operator import itemgetter
from uuid import UUID

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.cases.models import Case, Contact
from helpdesk.cases.queries import cases_of
from helpdesk.cases.terms.deeds import News
from helpdesk.cases.terms.names import Owner
from helpdesk.conduct import rules as conduct
from helpdesk.conduct.terms import Decision, Said
from helpdesk.console.demo import aftersales, people, plan, records, scenes, sweeping, tending
from helpdesk.console.demo.aftersales import Tale, tales
from helpdesk.console.demo.records import Cast, Record
from helpdesk.kernel.actor import SYSTEM, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.workdays.localdays import local_date, zone_named
from tests.console.test_plan import EVER
from tests.past import any_present

NOON = datetime(2026, 11, 17, 11, tzinfo=UTC)
STANDING = {
    "repair": ("complaint", "completed"),
    "way-back": ("withdrawal", "sent"),
    "refund-today": ("withdrawal", "inspected"),
    "return": ("return", "received"),
    "claim": ("claim", "escalated"),
    "guarantee": ("warranty", "made"),
    "silence": ("complaint", "made"),
    "accepted-by-silence": ("complaint", "to_send"),
    "silence-in-doubt": ("complaint", "administrator"),
    "not-arrived": ("shipping_problem", "enquiry"),
    "decided": ("complaint", "decided_for_buyer"),
}


def chosen(now: datetime) -> tuple[Cast, Mapping[str, Tale]]:
    cast = records.cast(shift=records.days_since(now=now))
    return cast, aftersales.chosen(cast=cast, now=now)


@pytest.mark.parametrize("now", EVER, ids=str)
def test_every_tale_has_an_order_whenever_it_starts(now: datetime) -> None:
    now = now.astimezone(UTC)
    cast, found = chosen(now)
    assert [tale.name for tale in found.values()] == [tale.name for tale in tales()]
    buyers = {cast.orders[order]["buyer"] for order in found}
    assert {"B-DE-1", "B-PL-1", "P-BRUNO"} <= buyers, "Clara, Hania and Bruno have something to look at"


def test_no_order_has_two_tales() -> None:
    cast, found = chosen(NOON)
    others = plan.events(cast=cast, now=NOON, free=lambda id: id not in found)
    played = scenes.scenes(cast=cast, now=NOON, free=lambda id: id not in found)
    assert found.keys().isdisjoint({event.about for event in [*others, *played]})


def test_they_are_told_in_five_languages_one_day_after_the_other() -> None:
    assert {tale.language for tale in tales()} == {"en", "pl", "de", "fr", "it"}
    for tale in tales():
        days = [turn.days for turn in tale.turns]
        assert days == sorted(days, reverse=True)
        assert tale.turns[0].do in ("open", *News)


def test_what_is_said_may_be_said() -> None:
    for tale in tales():
        for turn in tale.turns:
            side = {"buyer": Side.BUYER, "seller": Side.SELLER}.get(turn.by)
            if side and turn.words:
                said = Said(text=turn.words, side=side, language=tale.language)
                decision = conduct.examine(said=said).decision
                assert decision.strength < Decision.WARN.strength, (tale.name, turn.words)


def _order(id: str) -> UUID:
    return _ref(id).id


def _ref(id: str) -> Ref:
    return resolve_for_system(kind=Kind.ORDER, external_id=id)


@pytest.fixture
def kept(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo's log: it takes past instants."""
    any_present(monkeypatch).set(NOON)


def test_each_stands_where_its_tale_ends(kept: None) -> None:
    cast, found = chosen(NOON)
    _take_place(cast, found)
    with everything():
        stand = {row.order_id: (row.kind, row.stage) for row in Case.objects.all()}
        noted = Contact.objects.filter(outcome=None).count()
    orders = {_order(id): tale.name for id, tale in found.items()}
    assert {orders[order]: where for order, where in stand.items()} == STANDING
    assert noted == 2


def test_a_refund_is_due_on_the_day_of_the_start(kept: None) -> None:
    cast, found = chosen(NOON)
    only = {id: tale for id, tale in found.items() if tale.name == "refund-today"}
    shop = _take_place(cast, only)["S-ANNA"][0]
    [case] = cases_of(actor=shop, now=NOON, limit=2)
    assert case.due is not None
    assert case.due.due is not None
    day = local_date(at=case.due.due, zone=zone_named("Europe/Rome"))
    assert (case.waiting_on, case.due.code, day) == (Owner.SELLER, "refund", NOON.date())


def _take_place(cast: Cast, found: Mapping[str, Tale]) -> people.Writers:
    """Only what these tales need, so that it is quick; who writes there."""
    needed = [record for record in cast.records if _is_needed(record, found)]
    some = Cast(records=needed)
    last = min(datetime.fromisoformat(cast.orders[id]["placed_at"]) for id in found)
    lines = (json.dumps(record).encode() for record in needed)
    marketplace.import_records(actor=SYSTEM, now=last, lines=lines, strict=True)
    hats = people.enrol(cast=some, now=NOON)
    writers = people.writers(cast=some)
    steps = tending.steps(cast=some, hats=hats, writers=writers, find=_ref, now=NOON)
    for at, do in sorted(steps, key=itemgetter(0)):
        sweeping.sweep(since=last, until=at)
        do()
        last = at
    sweeping.sweep(since=last, until=NOON)
    return writers


def _is_needed(record: Record, found: Mapping[str, Tale]) -> bool:
    shops = {tale.seller for tale in found.values()}
    match record["type"]:
        case "seller":
            return record["id"] in shops
        case "member" | "offer":
            return record["seller"] in shops
        case "order":
            return record["id"] in found
        case "shipment" | "refund":
            return record["order"] in found
    return True
