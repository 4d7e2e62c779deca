"""Rule on an obligation without a dispute: leave it out of the score with a reason, or take a ruling back."""

from collections.abc import Mapping
from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Kept
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from helpdesk.standing.actions.publish_standing import chain_of
from helpdesk.standing.policies import can_settle
from helpdesk.standing.queries.ledgers import point_of
from helpdesk.standing.terms import Kind, Point
from helpdesk.standing.terms.disputes import EXCLUDING, MAX_WORDS


def exclude_obligation(*, actor: Actor, now: datetime, point: Ref, reason: str, words: str, key: str) -> Kept:
    """It counts neither for nor against its Seller from now on. `reason` is one of EXCLUDING.

    Raises Forbidden (not a reviewer or compliance), NotFound, Invalid, TooLarge, KeyReused, Busy, and
    Conflict where somebody ruled on it and that was not taken back.
    """
    if reason not in EXCLUDING:
        raise Invalid("dispute.reason", field="reason")
    return _ruled(actor, now, point, Kind.EXCLUDED, {"reason": reason}, words, key)


def include_obligation(*, actor: Actor, now: datetime, point: Ref, words: str, key: str) -> Kept:
    """What a person ruled is taken back: it counts exactly as if nobody had.

    Raises as the above, and Conflict where nothing is ruled.
    """
    return _ruled(actor, now, point, Kind.INCLUDED, {}, words, key)


def said_why(*, words: str) -> bytes:
    """What the Seller reads of a decision. Raises Invalid where it is empty, TooLarge."""
    said = text.storable(words.strip(), limit=MAX_WORDS, field="words")
    if not text.is_visible(said):
        raise Invalid("dispute.words", field="words")
    return said.encode()


def _ruled(
    actor: Actor, now: datetime, ref: Ref, kind: Kind, facts: Mapping[str, str], words: str, key: str
) -> Kept:
    if not can_settle(actor=actor):
        raise Forbidden("dispute.not_yours_to_settle")
    values = {"said": canonical({"point": str(ref), **facts}), "words": said_why(words=words)}
    with acting(actor):
        chain = chain_of(seller_id=ref.seller_id)
        hot.lock_chain(chain=chain.id)
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=kind, values=values):
            return kept
        point = _judged(ref, takes_back=kind is Kind.INCLUDED)
        how, of = ("restores", point.ruled_by) if point.ruled_by else ("excludes", point.by)
        return archive.append(
            chain=chain,
            kind=kind,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts={"point": str(ref.id), **facts},
            ref=[(how, of)],
        )


def _judged(ref: Ref, *, takes_back: bool) -> Point:
    point = point_of(point=ref)
    if point is None:
        raise NotFound("standing.not_found")
    if takes_back is not (point.ruled is not None):
        raise Conflict("dispute.not_ruled" if takes_back else "dispute.ruled")
    return point
