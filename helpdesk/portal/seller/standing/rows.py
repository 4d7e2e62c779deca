"""Obligations as rows: what was owed, where it stands, what it weighs and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from helpdesk.conversations import queries as conversations
from helpdesk.conversations.queries import Pointers
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.portal.figures import decimal, percent, short
from helpdesk.portal.obligations import verdict_of, what_of
from helpdesk.portal.searching import message_in
from helpdesk.standing import queries
from helpdesk.standing.policies import can_dispute
from helpdesk.standing.terms import V_ONE, W_ONE, Level, Line, Matter, Score, State, Weights, Why
from helpdesk.standing.terms.disputes import Dispute
from helpdesk.standing.words import OUTCOMES, RULED

_PLACES = 4  # of what one obligation costs: less is as good as nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`state` is met, late, missed, open or excluded, for its drawing; `asked` and `done` lead to messages.

    `costs` is what the score would gain had it been met, empty where that is nothing or not shown. `page` is
    the obligation's own; `dispute` says where one of it stands, and `may_dispute` that this reader may begin
    one.
    """

    what: str
    title: str
    due_at: datetime
    state: str
    verdict: str
    why: Sequence[str]
    weight: str
    value: str
    costs: str
    asked: str
    done: str
    page: str
    dispute: str
    may_dispute: bool


def rows(*, actor: Actor, now: datetime, lines: Sequence[Line], score: Score, weights: Weights) -> list[Row]:
    """Of the actor's own shop. Three SQL statements."""
    seller_id = actor.seller_id or 0
    disputes = queries.disputes_of(actor=actor, points=[line.point.id for line in lines])
    known = conversations.pointers(
        actor=actor,
        threads={Ref(seller_id, line.point.chain) for line in lines},
        entries={id for line in lines for id in (line.point.id, line.point.by)},
    )
    may = can_dispute(actor=actor)
    return [
        replace(
            _row(seller_id, line, known, score, weights, now),
            dispute=_dispute(disputes.get(line.point.id)),
            may_dispute=may and queries.is_open_to_dispute(line=line, last=disputes.get(line.point.id)),
        )
        for line in lines
    ]


def _row(seller_id: int, line: Line, known: Pointers, score: Score, weights: Weights, now: datetime) -> Row:
    point, ref = line.point, Ref(seller_id, line.point.chain)
    thread = known.threads.get(ref)
    at = "" if thread is None else reverse("seller:conversation", args=[ref])
    last_n = 0 if thread is None else thread.last_n
    asked, done = known.messages.get(point.id), known.messages.get(point.by)
    return Row(
        what=what_of(point),
        title="" if thread is None else thread.title,
        due_at=clock.from_us(point.deadline),
        state=_state(line),
        verdict=verdict_of(point, at=clock.to_us(now)),
        why=_why(line, weights),
        weight=short(Fraction(line.weight, W_ONE)) if line.why is Why.COUNTS else "",
        value=short(Fraction(line.value, V_ONE)) if line.why is Why.COUNTS else "",
        costs=_costs(line, score, weights),
        asked=at if asked is None or not at else at + message_in(n=asked, last_n=last_n),
        done="" if done is None or done == asked or not at else at + message_in(n=done, last_n=last_n),
        page=reverse("seller:standing_point", args=[Ref(seller_id, point.id)]),
        dispute="",
        may_dispute=False,
    )


def _dispute(of: Dispute | None) -> str:
    if of is None:
        return ""
    if of.outcome is None:
        return gettext("Disputed: the Platform decides.")
    return gettext("Disputed and decided: %(outcome)s.") % {"outcome": str(OUTCOMES[of.outcome])}


def _state(line: Line) -> str:
    if line.why is Why.COUNTS and line.point.stands is State.OPEN:
        return State.MISSED.value
    return line.point.stands.value


def _why(line: Line, weights: Weights) -> list[str]:
    if line.why is Why.EXCLUDED:
        return [_left_out(line)]
    if line.why is Why.OPEN:
        return [gettext("It counts once it is answered, or once its time is over.")]
    return [*_worth(line, weights), *_weighs(line, weights)]


def _left_out(line: Line) -> str:
    if line.point.ruled is None:
        return gettext("It was marked as needing no reply, so it counts neither for you nor against you.")
    said = gettext("The Platform left it out: %(reason)s. It counts neither for you nor against you.")
    return said % {"reason": RULED[line.point.ruled]}


def _worth(line: Line, weights: Weights) -> list[str]:
    if line.point.stands is State.MET:
        return [gettext("The Platform decided that it was in time.")] if line.point.ruled else []
    if line.value:
        return [gettext("Late, so it is worth %(part)s %%.") % {"part": percent(line.value / V_ONE)}]
    if line.point.stands is State.OPEN:
        part = percent(weights.late / 1000)
        return [
            gettext("Worth nothing so far. Answered now, it is worth up to %(part)s %%.") % {"part": part}
        ]
    return [gettext("It is worth nothing.")]


def _weighs(line: Line, weights: Weights) -> list[str]:
    found = []
    if line.point.matter is Matter.PROMISE:
        found.append(gettext("A promise weighs %(weight)s.") % {"weight": short(line.base)})
    if line.age:
        said = ngettext(
            "%(days)s day old: %(part)s of it is left.",
            "%(days)s days old: %(part)s of it is left.",
            line.age,
        )
        found.append(said % {"days": line.age, "part": decimal(line.by_age / W_ONE, places=2)})
    if line.scale < 1:
        said = gettext("One Buyer weighs at most %(most)s, so all of this Buyer's count %(part)s of it.")
        most = Fraction(weights.buyer, 2)
        found.append(said % {"most": short(most), "part": decimal(line.scale, places=2)})
    return found


def _costs(line: Line, score: Score, weights: Weights) -> str:
    if score.level is Level.NEW or line.why is not Why.COUNTS:
        return ""
    lost = line.lost / (weights.prior + score.n)
    return decimal(lost, places=_PLACES) if lost >= Fraction(1, 2 * 10**_PLACES) else ""
