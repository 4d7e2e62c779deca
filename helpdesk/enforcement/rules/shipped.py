"""The tracks that come with the release, and how they are written to a leaf and read back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from helpdesk.enforcement.terms import LadderStep, MeasureKind, Track, Tracks, ViolationKind

_FILE = files("helpdesk.enforcement") / "data" / "tracks.v1.json"
_NUMBERS = tuple(one.name for one in fields(Tracks) if one.name not in ("points", *map(str, Track)))
_STEP = tuple(one.name for one in fields(LadderStep) if one.name != "kind")
_USUAL = LadderStep(kind=MeasureKind.NOTICE)


@lru_cache(maxsize=1)
def shipped() -> Tracks:
    """The first version: in force until the operator publishes another."""
    return tracks_from(content=msgspec.json.decode(_FILE.read_bytes()))


def tracks_from(*, content: Mapping[str, Any]) -> Tracks:
    """Of a record as the data file holds it. KeyError, TypeError, ValueError where it is none."""
    return Tracks(
        points={kind: int(content["points"][kind.value]) for kind in ViolationKind},
        response=tuple(map(_step, content[Track.RESPONSE.value])),
        conduct=tuple(map(_step, content[Track.CONDUCT.value])),
        **{name: int(content[name]) for name in _NUMBERS},
    )


def content_of(*, tracks: Tracks) -> dict[str, Any]:
    """The record as the data file holds it: what `tracks_from` reads back."""
    numbers: dict[str, Any] = {name: getattr(tracks, name) for name in _NUMBERS}
    return numbers | {
        "points": {kind.value: tracks.points[kind] for kind in ViolationKind},
        Track.RESPONSE.value: [_said(step) for step in tracks.response],
        Track.CONDUCT.value: [_said(step) for step in tracks.conduct],
    }


def facts_of(*, tracks: Tracks) -> dict[str, int | str]:
    """What its entry's leaf says: everything, so that a leaf alone is enough to compute.

    Steps are counted from 1: `conduct_3` is a measure, `conduct_3_days` and the like belong to it.
    """
    facts: dict[str, int | str] = {name: getattr(tracks, name) for name in _NUMBERS}
    facts |= {f"points_{kind.value}": tracks.points[kind] for kind in ViolationKind}
    for track in Track:
        facts |= dict(_facts_of_ladder(track, tracks.ladder(track)))
    return facts


def _facts_of_ladder(track: Track, steps: Iterable[LadderStep]) -> Iterator[tuple[str, int | str]]:
    for place, step in enumerate(steps, start=1):
        said = _said(step)
        yield f"{track.value}_{place}", said.pop("kind")
        yield from ((f"{track.value}_{place}_{name}", value) for name, value in said.items())


def _step(row: Mapping[str, Any]) -> LadderStep:
    return LadderStep(
        kind=MeasureKind(row["kind"]), **{name: int(row[name]) for name in _STEP if name in row}
    )


def _said(step: LadderStep) -> dict[str, Any]:
    usual = asdict(_USUAL)
    numbers = {name: getattr(step, name) for name in _STEP if getattr(step, name) != usual[name]}
    return {"kind": step.kind.value, **numbers}
