"""What was found, the best first."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.search import rules
from helpdesk.search.queries.matching import Match, matches
from helpdesk.search.queries.positions import cursor_of, position
from helpdesk.search.queries.reading import hits
from helpdesk.search.terms import AT_HAND, NAMES, PAGE, SAID, Asked, AtHand, Filters, Found, Hit, Kind

_READERS = (Side.SELLER, Side.BUYER, Side.ADMINISTRATOR)
_NOTHING = Found(hits=(), count=0, more_than_counted=False, forgiving=False, after=None)
_NOTHING_AT_HAND = AtHand(orders=(), conversations=(), people=())


def found(
    *, actor: Actor, text: str, filters: Filters | None = None, after: str | None = None, zone: str = "UTC"
) -> Found:
    """What the actor may see of what `text` asks for, PAGE at a time; `filters` win over those in the text.

    Sellers and buyers find what was said, threads, cases and people of their own; administrators threads,
    cases and people of all, never what was said; machines nothing. Where nothing is written quite so, words
    with one slip count. Days are those of `zone` (IANA). Three SQL statements, one more where slips are
    forgiven. Raises Invalid for a cursor that is none, Busy.
    """
    last = position(after)
    asked = _with(rules.asked_in(text), filters)
    if actor.side not in _READERS or not rules.query(asked):
        return _NOTHING
    with acting(actor):
        got = matches(asked=asked, zone=zone)
        rest = [one for one in got.best if last is None or one.rank < last]
        shown = (
            hits(matches=rest[:PAGE], asked=asked, forgiving=got.forgiving, side=actor.side) if rest else ()
        )
    return Found(
        hits=shown,
        count=len(got.best),
        more_than_counted=got.more,
        forgiving=got.forgiving and bool(got.best),
        after=cursor_of(*rest[PAGE - 1].rank) if len(rest) > PAGE else None,
    )


def at_hand(*, actor: Actor, text: str) -> AtHand:
    """At most AT_HAND orders, offers and cases, conversations in which it was said, and people.

    Four SQL statements, two more where slips are forgiven. Raises Busy.
    """
    asked = rules.asked_in(text)
    if actor.side not in _READERS or not rules.query(asked):
        return _NOTHING_AT_HAND
    with acting(actor):
        named, said = matches(asked=asked, kinds=NAMES), matches(asked=asked, kinds=SAID)
        guessed = named.forgiving and said.forgiving
        names = [one for one in named.best if guessed or not named.forgiving]
        words = [one for one in said.best if guessed or not said.forgiving]
        few = [
            *_few(names, Kind.THREAD, Kind.CASE),
            *_few(names, Kind.PERSON),
            *_few(words, *SAID),
        ]
        shown = hits(matches=few, asked=asked, forgiving=guessed, side=actor.side) if few else ()
    return AtHand(
        orders=_of(shown, Kind.THREAD, Kind.CASE),
        conversations=_of(shown, *SAID),
        people=_of(shown, Kind.PERSON),
    )


def _few(best: Sequence[Match], *kinds: Kind) -> list[Match]:
    """The best of these kinds, of each conversation one."""
    once: dict[UUID, Match] = {}
    for one in best:
        if one.kind in kinds:
            once.setdefault(one.conversation_id, one)
    return [*once.values()][:AT_HAND]


def _of(shown: Sequence[Hit], *kinds: Kind) -> tuple[Hit, ...]:
    return tuple(hit for hit in shown if hit.kind in kinds)


def _with(asked: Asked, filters: Filters | None) -> Asked:
    """The page's filters win over those that were typed."""
    if filters is None:
        return asked
    typed = asked.filters
    return replace(
        asked,
        filters=Filters(
            since=filters.since or typed.since,
            until=filters.until or typed.until,
            market=filters.market or typed.market,
            side=filters.side or typed.side,
            has_file=filters.has_file or typed.has_file,
            waiting=typed.waiting if filters.waiting is None else filters.waiting,
            case=filters.case or typed.case,
        ),
    )
