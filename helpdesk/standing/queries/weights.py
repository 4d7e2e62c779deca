"""The weights in force."""

from datetime import date

from helpdesk.standing.models import WeightsVersion
from helpdesk.standing.rules.shipped import shipped, weights_from
from helpdesk.standing.terms import Weights


def weights_on(*, on: date) -> Weights:
    """Those by which a day is counted, in the present scope; those of the release before any was published.

    One SQL statement.
    """
    rows = WeightsVersion.objects.filter(effective_on__lte=on).order_by("-effective_on", "-version")
    row = rows.first()
    return shipped() if row is None else weights_from(facts=row.content)


def published_versions() -> list[int]:
    """The versions that were published, in the present scope. One SQL statement."""
    return list(WeightsVersion.objects.order_by("version").values_list("version", flat=True))
