"""Retain what must be kept, and order the rest to go: the daily look at what is older than its period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.agreements import queries as agreements
from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.cases import queries as cases
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.models import Attempt, Conversation, HandedOver
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.letters import queries as letters
from helpdesk.letters.models import Letter
from helpdesk.reports import queries as reports
from helpdesk.reports.models import Report
from helpdesk.retention.actions.ordering import Order, order
from helpdesk.retention.queries.due import READING, due_threads, kept_markets, readings_held
from helpdesk.retention.queries.holding import held, holds_on_threads, spared
from helpdesk.retention.queries.periods import periods
from helpdesk.retention.rules import in_force, latest_due
from helpdesk.retention.terms import EVERYWHERE, Ground, Kept, Period

BATCH = 100  # threads, texts or readings of one look, each ordered in a transaction of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    actor: Actor
    now: datetime
    limit: int

    def order(self, period: Period) -> Order:
        facts: dict[str, int | str] = {"kept": period.kept.value, "months": period.months}
        return Order(
            actor=self.actor, now=self.now, ground=Ground.PERIOD.value, facts=facts, by=period.published
        )


def retain(*, actor: Actor, now: datetime, limit: int = BATCH) -> int:
    """How many threads, refused texts and readings were ordered to go; at most `limit` of each period.

    What a hold covers is left alone. Whoever calls goes on until nothing is left; two at once order nothing
    twice. Raises Forbidden, Busy.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("erasure.not_yours")
    look = _Look(actor=actor, now=now, limit=limit)
    with acting(actor):
        known = periods()
    done = sum(_threads(look, known, kept) for kept in (Kept.ORDER, Kept.PRESALE))
    done += _handed_over(look, _everywhere(known, Kept.ORDER, now))
    done += _agreed(look, _everywhere(known, Kept.ORDER, now))
    done += _letters(look, _everywhere(known, Kept.ORDER, now))
    done += _reports(look, _everywhere(known, Kept.ORDER, now))
    return done + _attempts(look, _everywhere(known, Kept.ATTEMPT, now)) + _readings(look, known)


def _everywhere(known: Sequence[Period], kept: Kept, now: datetime) -> Period:
    return in_force(known, market=EVERYWHERE, kept=kept, on=now.date())


def _threads(look: _Look, known: Sequence[Period], kept: Kept) -> int:
    done = 0
    for markets, others, period in kept_markets(known=known, kept=kept, on=look.now.date()):
        with acting(look.actor):
            due = due_threads(
                kept=kept, period=period, now=look.now, limit=look.limit, markets=markets, others=others
            )
        for thread in due:
            done += _thread(look, thread, period)
    return done


def _thread(look: _Look, thread: Conversation, period: Period) -> int:
    with acting(look.actor):
        hot.lock_chain(chain=log.house().id)  # holds are placed under the same lock
        if any(holds_on_threads(threads=[thread]).values()):
            return 0
        chains = conversations.chains_of_thread(thread=thread) + letters.letter_chains(thread=thread)
        chains += reports.report_chains(thread=thread)
        return min(1, order(said=look.order(period), chains=chains))


def _attempts(look: _Look, period: Period) -> int:
    before = latest_due(look.now.date(), months=period.months)
    with acting(look.actor):
        due = conversations.old_attempts(before=before, limit=look.limit, spared=spared())
    return sum(_attempt(look, attempt, period) for attempt in due)


def _attempt(look: _Look, attempt: Attempt, period: Period) -> int:
    with acting(look.actor):
        hot.lock_chain(chain=log.house().id)
        if any(held(conversations=[Ref(attempt.seller_id, attempt.conversation_id)]).values()):
            return 0
        chain = conversations.chains_of_attempt(attempt=attempt)
        return min(1, order(said=look.order(period), chains=[chain], only=[attempt.id]))


def _handed_over(look: _Look, period: Period) -> int:
    """What lies beside a thread goes with it; this is for orders about which nobody ever wrote."""
    before = latest_due(look.now.date(), months=period.months)
    with acting(look.actor):
        due = conversations.old_handed_over(before=before, limit=look.limit, spared=spared())
    return sum(_given(look, row, period) for row in due)


def _given(look: _Look, row: HandedOver, period: Period) -> int:
    with acting(look.actor):
        hot.lock_chain(chain=log.house().id)
        if any(held(conversations=[Ref(row.seller_id, row.conversation_id)]).values()):
            return 0
        chain = conversations.chain_of_handed_over(row=row)
        return min(1, order(said=look.order(period), chains=[chain], only=[row.id]))


def _agreed(look: _Look, period: Period) -> int:
    """What was agreed, and cases, go with their thread; this is for what was said after that had gone, or
    where nobody ever wrote.
    """
    before = latest_due(look.now.date(), months=period.months)
    with acting(look.actor):
        due = agreements.old_agreements(before=before, limit=look.limit, spared=spared())
        due += cases.old_steps(before=before, limit=look.limit, spared=spared())
        threads = conversations.threads_by_ref(refs=[thread for thread, _ in due])
    return sum(_said_after(look, threads[thread], said, period) for thread, said in due)


def _said_after(look: _Look, thread: Conversation, said: Sequence[Ref], period: Period) -> int:
    with acting(look.actor):
        hot.lock_chain(chain=log.house().id)
        if any(holds_on_threads(threads=[thread]).values()):
            return 0
        shared = conversations.chains_of_thread(thread=thread)[0]
        return min(1, order(said=look.order(period), chains=[shared], only=[one.id for one in said]))


def _letters(look: _Look, period: Period) -> int:
    """Letters beside a thread go with it; this is for the others."""
    before = latest_due(look.now.date(), months=period.months)
    with acting(look.actor):
        due = letters.old_letters(before=before, limit=look.limit, spared=spared())
    return sum(_letter(look, row, period) for row in due)


def _letter(look: _Look, row: Letter, period: Period) -> int:
    with acting(look.actor):
        hot.lock_chain(chain=log.house().id)
        chain = letters.chain_of_letter(row=row)
        return min(1, order(said=look.order(period), chains=[chain], only=[row.id]))


def _reports(look: _Look, period: Period) -> int:
    """Reports beside a thread go with it; this is for the others."""
    before = latest_due(look.now.date(), months=period.months)
    with acting(look.actor):
        due = reports.old_reports(before=before, limit=look.limit, spared=spared())
    return sum(_report(look, row, period) for row in due)


def _report(look: _Look, row: Report, period: Period) -> int:
    """With its outcome, which its reporter alone was told."""
    with acting(look.actor):
        hot.lock_chain(chain=log.house().id)
        chain = reports.chain_of_report(row=row)
        gone = [row.id] if row.settled_by is None else [row.id, row.settled_by]
        return min(1, order(said=look.order(period), chains=[chain], only=gone))


def _readings(look: _Look, known: Sequence[Period]) -> int:
    period = _everywhere(known, Kept.ACCESS, look.now)
    before = latest_due(look.now.date(), months=period.months)
    with acting(look.actor):
        old = log.oldest_of_kind(kind=READING, before=before, limit=look.limit)
        spare = readings_held(entries=old)
    done = 0
    for entry in old:
        if entry.id in spare:
            continue
        desk = Chain(seller_id=OPERATOR, id=entry.chain, name=ChainName.DESK, audience=Audience.OPERATOR)
        with acting(look.actor):
            done += min(1, order(said=look.order(period), chains=[desk], only=[entry.id]))
    return done
