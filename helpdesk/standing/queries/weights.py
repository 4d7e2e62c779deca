"""The weights in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from helpdesk.archive.database.scope import everything
from helpdesk.standing.models import WeightsVersion
from helpdesk.standing.rules.shipped import shipped, weights_from
from helpdesk.standing.terms import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """A version of the weights, in force from a day on (UTC); None before the first was published."""

    weights: Weights
    effective_on: date | None


def published_weights_for_system(*, on: date) -> tuple[InForce, list[InForce]]:
    """Those in force on a day, and those that are announced. One SQL statement beside the scope's."""
    with everything():
        rows = WeightsVersion.objects.order_by("effective_on", "version")
        found = [
            InForce(weights=weights_from(facts=row.content), effective_on=row.effective_on) for row in rows
        ]
    past = [one for one in found if one.effective_on is None or one.effective_on <= on]
    now = past[-1] if past else InForce(weights=shipped(), effective_on=None)
    return now, found[len(past) :]


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


def weights_in(*, content: Mapping[str, object]) -> Weights:
    """What a file says. KeyError where a number is missing, TypeError or ValueError where it is none."""
    return weights_from(facts=content)
