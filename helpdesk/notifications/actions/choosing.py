"""What any choice of mails must keep: a zone that exists, and minutes that a day has."""

from zoneinfo import available_timezones

from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Invalid
from helpdesk.notifications.terms import DAY_MINUTES, KINDS_OF, Wishes


def check(*, wishes: Wishes) -> None:
    """Raises Invalid for a zone that is none and minutes that no day has; an empty zone is the usual one."""
    if wishes.zone and wishes.zone not in available_timezones():
        raise Invalid("wishes.zone", field="zone")
    for field in ("digest_at", "quiet_from", "quiet_until"):
        if not 0 <= getattr(wishes, field) < DAY_MINUTES:
            raise Invalid("wishes.minutes", field=field)


def columns(*, wishes: Wishes, side: Side) -> dict[str, object]:
    """The row's columns, of what this side can be told."""
    return {
        "mailed": [kind.value for kind in KINDS_OF[side] if kind in wishes.mailed],
        "rhythm": wishes.rhythm.value,
        "zone": wishes.zone,
        "digest_at": wishes.digest_at,
        "quiet_from": wishes.quiet_from,
        "quiet_until": wishes.quiet_until,
    }
