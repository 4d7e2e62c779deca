"""Mirroring: the five beats of taking records in, shared by `put_record` and `import_records`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from helpdesk.archive.terms import Draft
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.refusal import Busy
from helpdesk.kernel.shape import Flaw
from helpdesk.marketplace.actions.store import Store
from helpdesk.marketplace.models import Market, Seller
from helpdesk.marketplace.rules import judging
from helpdesk.marketplace.rules.known import World
from helpdesk.marketplace.rules.rows import Row, rows_of
from helpdesk.marketplace.terms.kinds import Kind, Known, Name
from helpdesk.marketplace.terms.records import Body

TRIES = 5  # of a batch against which other transactions raced; each loses only to one that was stored

ESTABLISHMENT, MARKET = "seller.establishment", "market.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A record and the line it came on (0: by itself)."""

    line: int
    name: Name
    record: Body


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What became of a batch. `deeds` are the entries it owes to the Archive."""

    world: World
    applied: list[Sent] = field(default_factory=list)
    unchanged: list[Sent] = field(default_factory=list)
    rejected: list[tuple[Sent, Sequence[Flaw]]] = field(default_factory=list)
    deeds: list[Draft] = field(default_factory=list)


def _judged(batch: Sequence[Sent], world: World) -> tuple[Outcome, dict[Name, Known]]:
    outcome, fresh = Outcome(world=world), {}
    for sent in batch:
        if not judging.is_newer(name=sent.name, record=sent.record, world=world):
            outcome.unchanged.append(sent)
        elif flaws := judging.flaws(name=sent.name, record=sent.record, world=world):
            outcome.rejected.append((sent, flaws))
        else:
            fresh.update(judging.settle(name=sent.name, record=sent.record, world=world))
            outcome.applied.append(sent)
    return outcome, fresh


class Mirroring:
    """Takes in batches within one transaction in scope all. A batch names each record once."""

    def __init__(self) -> None:
        self._store = Store()

    def take_in(self, batch: Sequence[Sent]) -> Outcome:
        """Judge and store; all of the batch's own transaction or nothing. Raises Busy, IntegrityError."""
        names = {sent.name for sent in batch}
        names.update(reference.name for sent in batch for reference in sent.record.references)
        for _ in range(TRIES):
            world = self._store.world(names)
            before = set(world.known)
            outcome, fresh = _judged(batch, world)
            if not fresh or self._stored(outcome, fresh, before):
                return outcome
        raise Busy("record.busy")

    def _stored(self, outcome: Outcome, fresh: dict[Name, Known], before: set[Name]) -> bool:
        versions = {sent.name: sent.record.version.text for sent in outcome.applied}
        with transaction.atomic():
            if not self._store.claim(fresh, versions):
                transaction.set_rollback(True)
                return False
            old = [sent for sent in outcome.applied if sent.name in before]
            rows = _by_table(outcome)
            outcome.deeds = [*_moved_sellers(old, outcome.world, rows), *_changed_markets(old, rows)]
            self._store.write(rows, with_old=bool(old))
        return True


def _by_table(outcome: Outcome) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = defaultdict(list)
    for sent in outcome.applied:
        for table, row in rows_of(name=sent.name, record=sent.record, world=outcome.world):
            tables[table].append(row)
    return tables


def _moved_sellers(old: Iterable[Sent], world: World, rows: dict[str, list[Row]]) -> Iterator[Draft]:
    """A deed for each known seller whose establishment is not what it was: its legal clock moves."""
    sent = {world.known[s.name].seller_id: s for s in old if s.name.kind is Kind.SELLER}
    if not sent:
        return
    places = {row["seller_id"]: row for row in rows["marketplace_seller"]}
    for seller in Seller.objects.filter(seller_id__in=sent):
        new = places[seller.seller_id]
        was = {
            "country": seller.country,
            "subdivision": seller.subdivision,
            "time_zone": seller.time_zone,
        }
        if any(new[name] != value for name, value in was.items()):
            facts = {"seller": str(seller.stand_in), **{name: new[name] for name in was}}
            facts |= {f"was_{name}": value for name, value in was.items()}
            yield Draft(kind=ESTABLISHMENT, key=_key(sent[seller.seller_id]), facts=facts)


def _changed_markets(old: Iterable[Sent], rows: dict[str, list[Row]]) -> Iterator[Draft]:
    """A deed for each known market that is not what it was."""
    sent = {s.name.external_id: s for s in old if s.name.kind is Kind.MARKET}
    if not sent:
        return
    fresh = {row["code"]: row for row in rows["marketplace_market"]}
    was: dict[str, Any]
    for was in map(dict, Market.objects.filter(code__in=sent).values()):
        new = fresh[was["code"]]
        changed = sorted(name for name in new if new[name] != was[name])
        if changed:
            values = {"market": canonical(new), "was": canonical(was)}
            facts = {"market": new["code"], "changed": " ".join(changed)}
            yield Draft(kind=MARKET, key=_key(sent[new["code"]]), values=values, facts=facts)


def _key(sent: Sent) -> str:
    """One entry per record and version, however often it is sent."""
    return f"{sent.name.kind.value}/{sent.name.external_id}/{sent.record.version.order}"
