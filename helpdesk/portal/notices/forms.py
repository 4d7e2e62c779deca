"""What the forms of mails and hours hold, and how they are read."""

from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django.http import QueryDict

from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.notifications.terms import KINDS_OF, Kind, Rhythm, Wishes, minute_of, wall
from helpdesk.notifications.words import RHYTHMS, SAID, SENTENCES
from helpdesk.portal.words import SENTENCES as OURS

_SENTENCES = {**SENTENCES, **OURS}


def read(form: QueryDict) -> Wishes:
    """What was ticked and typed. Raises Invalid for a rhythm that there is not."""
    if form.get("rhythm") not in list(Rhythm):
        raise Invalid("form.damaged")
    quiet = "quiet" in form
    return Wishes(
        mailed=frozenset(Kind(word) for word in form.getlist("mailed") if word in list(Kind)),
        rhythm=Rhythm(str(form["rhythm"])),
        zone=form.get("zone", ""),
        digest_at=minute_of(form.get("digest_at", "")),
        quiet_from=minute_of(form.get("quiet_from", "")) if quiet else 0,
        quiet_until=minute_of(form.get("quiet_until", "")) if quiet else 0,
    )


def fields(*, side: Side, wishes: Wishes, refusal: Refusal | None = None) -> dict[str, Any]:
    """For notices/fields.html."""
    quiet = wishes.quiet_from != wishes.quiet_until
    return {
        "kinds": [(kind, _label(side, kind), kind in wishes.mailed) for kind in KINDS_OF[side]],
        "rhythms": [(rhythm, RHYTHMS[rhythm], rhythm is wishes.rhythm) for rhythm in Rhythm],
        "wishes": wishes,
        "digest_at": wall(max(wishes.digest_at, 0)),
        "quiet": quiet,
        "quiet_from": wall(max(wishes.quiet_from, 0)) if quiet else "21:00",
        "quiet_until": wall(max(wishes.quiet_until, 0)) if quiet else "07:00",
        "zones": _zones(),
        "refusal": refusal and {"sentence": str(_SENTENCES[refusal.code])},
        "invalid": refusal.field if refusal else "",
    }


def _label(side: Side, kind: Kind) -> str:
    return str(SAID[side][kind]).rstrip(".")


@cache
def _zones() -> tuple[str, ...]:
    """Places that people know; not the short names of old."""
    return ("UTC", *sorted(zone for zone in available_timezones() if "/" in zone and zone[:3] != "Etc"))
