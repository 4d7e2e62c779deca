"""Mirroring: the five beats of taking records in, shared by `put_record` and `import_records`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime

from django.db import DataError, IntegrityError, OperationalError, transaction
from psycopg.errors import DeadlockDetected

from helpdesk.accounts import actions as accounts
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.refusal import Busy
from helpdesk.kernel.shape import Flaw
from helpdesk.marketplace.actions.moves import moves
from helpdesk.marketplace.actions.store import Store
from helpdesk.marketplace.actions.taken import Outcome, Sent
from helpdesk.marketplace.rules import judging
from helpdesk.marketplace.rules.reading import record_in
from helpdesk.marketplace.rules.rows import Row, rows_of
from helpdesk.marketplace.rules.stubs import stubs_of
from helpdesk.marketplace.terms.kinds import Name
from helpdesk.marketplace.terms.records import ExpectedOrderBody

TRIES = 5  # of a batch against which other transactions raced; each loses only to one that was stored


class _Overtaken(Exception):
    """Another transaction was faster with one of the batch's records."""


class Mirroring:
    """Takes in batches within one transaction in scope all. A batch names each record once.

    `strict`: what names something that has not arrived is refused, instead of waiting for it.
    """

    def __init__(self, *, now: datetime, strict: bool = False) -> None:
        self._store, self._now, self._strict = Store(strict=strict), now, strict

    def held(self, names: Collection[Name]) -> dict[Name, int]:
        """How new ours are of those that we have, so that what is not newer need not be read at all."""
        return self._store.versions(names)

    def incomplete(self) -> int:
        """How many things have been named and have not arrived."""
        return self._store.incomplete()

    def take_in(self, batch: Sequence[Sent]) -> Outcome:
        """Judge and store; then what had waited for these records. Raises Busy.

        Where the database itself objects, halves of the batch are tried, down to the record at fault.
        """
        outcome = self._batch(batch)
        while outcome.arrived and (waiting := self._store.release(outcome.arrived)):
            for part in apart(map(_that_waited, filter(None, waiting)), limit=len(waiting)):
                outcome.absorb(self._batch(part))
        return outcome

    def _batch(self, batch: Sequence[Sent]) -> Outcome:
        for _ in range(TRIES):
            try:
                with transaction.atomic():
                    return self._attempt(batch)
            except _Overtaken:
                pass
            except (IntegrityError, DataError):
                self._store.forget()
                return self._in_halves(batch)
            except OperationalError as error:
                if not isinstance(error.__cause__, DeadlockDetected):
                    raise
            self._store.forget()
        raise Busy("record.busy")

    def _in_halves(self, batch: Sequence[Sent]) -> Outcome:
        if len(batch) == 1:
            return Outcome(rejected=[(batch[0], [Flaw(code="record.conflict")])])
        middle = len(batch) // 2
        outcome = self._batch(batch[:middle])
        outcome.absorb(self._batch(batch[middle:]))
        return outcome

    def _attempt(self, batch: Sequence[Sent]) -> Outcome:
        """Load and judge, then write. Raises _Overtaken."""
        outcome = Outcome(world=self._store.world(batch))
        for sent in batch:
            self._judge(sent, outcome)
        if outcome.fresh:
            self._write(outcome)
        return outcome

    def _judge(self, sent: Sent, outcome: Outcome) -> None:
        name, record, world = sent.name, sent.record, outcome.world
        if not judging.is_newer(name=name, record=record, world=world):
            outcome.left(sent)
        elif self._strict and (flaws := judging.unknown(record=record, world=world)):
            outcome.rejected.append((sent, flaws))
        elif missing := judging.awaited(record=record, world=world):
            if isinstance(record, ExpectedOrderBody):
                outcome.rejected.append((sent, judging.unknown(record=record, world=world)))
            else:
                outcome.wait(sent, missing, judging.wait(names=missing, world=world))
        elif flaws := judging.disagreements(name=name, record=record, world=world):
            outcome.rejected.append((sent, flaws))
        else:
            old = world.known.get(name)
            fresh = judging.settle(name=name, record=record, world=world)
            stubs = stubs_of(name=name, record=record, fresh=fresh, world=world, now=self._now)
            outcome.take(sent, old, fresh, stubs)

    def _write(self, outcome: Outcome) -> None:
        versions = {sent.name: sent.record.version.text for sent in outcome.applied}
        if not self._store.claim(outcome.fresh, versions, self._now):
            raise _Overtaken
        rows = _by_table(outcome)
        outcome.deeds = moves(outcome=outcome, rows=rows)
        self._store.stand_in(outcome.stubs.values())
        self._store.write(rows, with_old=bool(outcome.replaced))
        if outcome.replaced:
            self._revoke_tokens(rows.get("marketplace_member", ()))
        self._store.mention(outcome.mentions)

    def _revoke_tokens(self, members: Iterable[Row]) -> None:
        """Pages ask for the membership each time; a token has the role that it was issued with."""
        for row in members:
            accounts.revoke_tokens(
                actor=SYSTEM,
                now=self._now,
                person_id=row["person_id"],
                seller_id=row["seller_id"],
                keeping=None if row["removed_at"] else Role(row["role"]),
            )


def apart(records: Iterable[Sent], *, limit: int) -> Iterator[list[Sent]]:
    """Batches in order, each name once in each, so that versions are taken in one by one."""
    batch: dict[Name, Sent] = {}
    for sent in records:
        if sent.name in batch or len(batch) == limit:
            yield [*batch.values()]
            batch = {}
        batch[sent.name] = sent
    if batch:
        yield [*batch.values()]


def _that_waited(line: str) -> Sent:
    name, record = record_in(line.encode())
    return Sent(line=0, name=name, record=record)


def _by_table(outcome: Outcome) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = defaultdict(list)
    for sent in outcome.applied:
        for table, row in rows_of(name=sent.name, record=sent.record, world=outcome.world):
            tables[table].append(row)
    return tables
