"""What the rules forbid from a later day on, as pages say it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from helpdesk.conduct.queries import Announced, Prohibition, Sort, announced
from helpdesk.conduct.words import title_of
from helpdesk.oversight.words import OUTCOMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """From `at` on, in `market` (empty: in all), one sentence for each thing that is forbidden."""

    market: str
    at: datetime
    said: Sequence[str]


def coming_prohibitions(*, now: datetime, most: int | None = None) -> list[Coming]:
    """The soonest first. Mostly no SQL."""
    return [_coming(one) for one in announced(at=now)[:most]]


def said_of(*, prohibitions: Iterable[Prohibition]) -> list[str]:
    """In the reader's language."""
    return [_said(one) for one in prohibitions]


def name_of_rule(*, one: Prohibition) -> str:
    """What people call it; a single rule keeps its code."""
    return title_of(one.label) if one.label else one.what


def _coming(one: Announced) -> Coming:
    version = one.version
    said = said_of(prohibitions=one.prohibitions)
    return Coming(market=version.market, at=version.effective_at, said=said)


def _said(one: Prohibition) -> str:
    named = {"what": one.what, "rule": name_of_rule(one=one)}
    if one.sort is Sort.PHRASE:
        return gettext("Writing “%(what)s” is forbidden (%(rule)s).") % named
    if one.sort is Sort.HOST:
        return gettext("Links to %(what)s are forbidden.") % named
    if one.decision is None:
        return gettext("%(rule)s is decided more strictly: as the rules of the Platform say.") % named
    strictest = {"done": str(OUTCOMES[one.decision])}
    return gettext("%(rule)s is decided more strictly: at most %(done)s.") % (named | strictest)
