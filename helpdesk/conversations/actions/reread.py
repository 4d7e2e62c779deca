"""Reread: the worker's steps through old messages, for a newer release and for trials."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.conduct import actions as conduct
from helpdesk.conduct.queries import pack_in_force
from helpdesk.conduct.rules.amending import amendment, both
from helpdesk.conduct.rules.packs import Pack
from helpdesk.conduct.rules.rereading import Again
from helpdesk.conduct.terms import Tried
from helpdesk.conversations.queries.again import Setting, read_again
from helpdesk.kernel.actor import Actor


def rescan(*, actor: Actor, now: datetime) -> int:
    """One step through the archive with this release's recognition; how many messages were read.

    Of what is forbidden only that counts which was forbidden when the message was sent, and still is.
    """
    return conduct.rescan(actor=actor, now=now, read=_as_then)


def try_rules(*, actor: Actor, now: datetime) -> int:
    """One step of a trial that waits; how many messages were read, 0: none waits."""
    return conduct.go_on_trying(actor=actor, now=now, read=_as_tried)


def _as_then(after: int, up_to: int, limit: int) -> Sequence[Again]:
    return read_again(after=after, up_to=up_to, limit=limit, pack_of=_then)


def _then(of: Setting) -> Pack:
    now = pack_in_force(countries=of.countries, hosts=of.hosts, market=of.market)
    then = pack_in_force(countries=of.countries, hosts=of.hosts, market=of.market, at=of.at)
    return both(then=then, now=now)


def _as_tried(tried: Tried, after: int, up_to: int, limit: int) -> Sequence[Again]:
    draft = None if tried.content is None else (tried.market, amendment(tried.content))

    def pack_of(of: Setting) -> Pack:
        return pack_in_force(countries=of.countries, hosts=of.hosts, market=of.market, instead=draft)

    return read_again(after=after, up_to=up_to, limit=limit, pack_of=pack_of)
