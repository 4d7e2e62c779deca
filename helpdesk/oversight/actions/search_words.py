"""Search what people wrote: an administrator says for which words and why, before anything is found."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.oversight.actions.open_file import desk
from helpdesk.oversight.models import Search
from helpdesk.oversight.policies import can_read_files
from helpdesk.oversight.terms import MOST_WORDS, SEARCH, SEARCH_LASTS, Reason
from helpdesk.search.queries import asks_for_something


def search_words(
    *, actor: Actor, now: datetime, words: str, reason: str, key: str, market: str | None = None
) -> Kept:
    """The search, on record before its result is shown. `market` keeps those of one.

    Raises NotFound (for the other sides), Forbidden, Invalid (no such reason; nothing to look for), TooLarge,
    KeyReused, Busy.
    """
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("page.not_found")
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    if reason not in list(Reason):
        raise Invalid("oversight.reason", field="reason")
    asked = text.storable(words, limit=MOST_WORDS, field="words").strip()
    if not asks_for_something(text=asked):
        raise Invalid("oversight.no_words", field="words")
    said = {"words": asked, "reason": reason} | ({"market": market} if market else {})
    with acting(actor):
        kept = archive.append(
            chain=desk(actor),
            kind=SEARCH,
            actor=actor,
            now=now,
            key=key,
            values={"search": canonical(said)},
            facts=_facts(reason, market),
        )
        if not kept.replayed:
            _start(actor, reason, market, kept)
    return kept


def _facts(reason: str, market: str | None) -> dict[str, int | str]:
    said: dict[str, int | str] = {"reason": reason, "seconds": int(SEARCH_LASTS.total_seconds())}
    return said | ({"market": market} if market else {})


def _start(actor: Actor, reason: str, market: str | None, kept: Kept) -> None:
    starts_at = kept.receipt.at
    Search.objects.create(
        id=kept.receipt.entry,
        person_id=actor.person,
        reason=reason,
        market=market,
        starts_at=starts_at,
        ends_at=starts_at + SEARCH_LASTS,
    )
