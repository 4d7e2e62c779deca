"""Bodies out of court, as the operator names them by HELPDESK_DISPUTE_BODIES."""

from collections.abc import Iterable, Sequence

from django.conf import settings

from helpdesk.law.bodies import Body, BodyKind
from helpdesk.law.countries import EU, places


def bodies_in(*, country: str, kinds: Iterable[BodyKind] = tuple(BodyKind)) -> Sequence[Body]:
    """Those named for a country (ISO 3166-1) of the Union or for all of it, in the operator's order; none
    elsewhere, where neither law holds.
    """
    here, wanted = set(places(country)), set(kinds)
    if EU not in here:
        return ()
    return tuple(
        one.body
        for one in settings.HELPDESK.dispute_bodies
        if one.kind in wanted and (not one.countries or here & set(one.countries))
    )
