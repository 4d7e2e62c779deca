"""Why a clock leaves hours out, or stands: a measure keeps the Seller from writing."""

from django.utils.translation import gettext


def may_not_write(*, start: str, end: str | None, is_own: bool = False) -> str:
    """Why time does not count, inside a sentence, from `start` to `end` (None: until further notice).

    `is_own`: the Seller's people are told that it is by a measure, a Buyer only that it is so.
    """
    values = {"start": start, "end": end}
    if is_own and end is None:
        return gettext("by a measure of the Platform you may not write here until further notice")
    if is_own:
        return (
            gettext("by a measure of the Platform you may not write here from %(start)s to %(end)s") % values
        )
    if end is None:
        return gettext("the Seller may not write here until further notice")
    return gettext("the Seller may not write here from %(start)s to %(end)s") % values


def not_writing() -> str:
    """Of hours that do not count, where it is plain which."""
    return gettext("the Seller may not write here")


def hours_out(*, start: str, end: str) -> str:
    """Beside a deadline: hours that it leaves out."""
    return gettext(
        "From %(start)s to %(end)s the Seller may not write here, so this time does not count."
    ) % {
        "start": start,
        "end": end,
    }


def standing_still(*, reason: str) -> str:
    """In the place of a deadline, with the reason of `may_not_write`."""
    return gettext("The time to answer stands still: %(reason)s") % {"reason": reason}
