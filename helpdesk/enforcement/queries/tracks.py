"""The tracks in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from helpdesk.archive.database.scope import everything
from helpdesk.enforcement.models import TracksVersion
from helpdesk.enforcement.rules.shipped import facts_of, shipped, tracks_from
from helpdesk.enforcement.terms import Tracks


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """A version of the tracks, in force from a UTC day on; None before the first was published."""

    tracks: Tracks
    effective_on: date | None


def published_tracks_for_system(*, on: date) -> tuple[InForce, list[InForce]]:
    """Those in force on a day, and those that are announced. One SQL statement beside the scope's."""
    with everything():
        rows = TracksVersion.objects.order_by("effective_on", "version")
        found = [
            InForce(tracks=tracks_from(content=row.content), effective_on=row.effective_on) for row in rows
        ]
    past = [one for one in found if one.effective_on is None or one.effective_on <= on]
    now = past[-1] if past else InForce(tracks=shipped(), effective_on=None)
    return now, found[len(past) :]


def tracks_in(*, content: Mapping[str, Any]) -> Tracks:
    """Of a file as `data/tracks.v1.json`. KeyError, TypeError, ValueError where it is none."""
    return tracks_from(content=content)


def parameters_of(*, tracks: Tracks) -> dict[str, int | str]:
    """Every number and code by its name, as the leaf of the version says them."""
    return facts_of(tracks=tracks)


def tracks_on(*, on: date) -> Tracks:
    """Those by which a day is counted, in the present scope; those of the release before any was published.

    One SQL statement.
    """
    rows = TracksVersion.objects.filter(effective_on__lte=on).order_by("-effective_on", "-version")
    row = rows.first()
    return shipped() if row is None else tracks_from(content=row.content)


def published_versions() -> list[int]:
    """The versions that were published, in the present scope. One SQL statement."""
    return list(TracksVersion.objects.order_by("version").values_list("version", flat=True))


def tracks_by_version() -> dict[int, Tracks]:
    """All that were published, and the release's, in the present scope. One SQL statement."""
    found = {row.version: tracks_from(content=row.content) for row in TracksVersion.objects.all()}
    return {shipped().version: shipped()} | found
