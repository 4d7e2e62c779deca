"""`helpdesk enforcement`: other tracks of measures, held against the last days and announced."""

import json
import time
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from helpdesk.console import ground, rating, say, sentences
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.terms import Step, Tracks
from helpdesk.enforcement.terms.shadowed import Touched
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Refusal

DONE, REFUSED, NO_FILE = 0, 1, 2  # exit codes
SHOWN = 20  # of those whom it would touch; --json says all

Day = Annotated[
    datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="A UTC day; else yesterday.")
]
Days = Annotated[int, typer.Option(help="How many days up to it.", min=1, max=365)]
File = Annotated[Path, typer.Argument(help="A version of the tracks, as data/tracks.v1.json has them.")]
Effective = Annotated[
    datetime, typer.Option("--effective-on", formats=["%Y-%m-%d"], help="A UTC day, 15 days ahead or more.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Lines of JSON, for programs.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Tracks of measures.", no_args_is_help=True)
    group.command()(shadow)
    group.command()(announce)
    app.add_typer(group, name="enforcement")


def shadow(file: File, on: Day = None, days: Days = queries.SHADOW_DAYS, as_json: AsJson = False) -> None:
    """Hold other tracks against the last days: for whom another step would be proposed. Nothing is stored."""
    began, tracks, sellers = time.monotonic(), _read(file), 0
    day = on.date() if on else rating.last_day(now=clock.now())
    touched: list[Touched] = []
    with ground.database():
        for part in queries.shadowed_tracks_for_system(tracks=tracks, on=day, days=days):
            sellers += part.sellers
            touched += part.touched
    touched.sort(key=lambda one: (-one.days, one.seller_id, one.track))
    for one in touched if as_json else touched[:SHOWN]:
        say.line(json.dumps(_row(one)) if as_json else _told(one))
    if not as_json:
        say.line(
            f"✓ Of {sellers:,} sellers with violations or too few answers in time, another step would be"
            f" proposed for {len({one.seller_id for one in touched}):,} ({days} days up to {day},"
            f" {time.monotonic() - began:.1f} s)"
        )


def announce(file: File, effective_on: Effective) -> None:
    """Publish another version of the tracks, which Sellers are told 15 days before it holds, or earlier."""
    tracks = _read(file)
    with ground.database():
        try:
            actions.announce_tracks(
                actor=SYSTEM, now=clock.now(), tracks=tracks, effective_on=effective_on.date()
            )
        except Refusal as refusal:
            say.line(f"✗ {sentences.sentence(refusal.code, refusal.params)}")
            raise SystemExit(REFUSED) from None
    say.line(f"✓ Announced; in force from {effective_on:%Y-%m-%d} on")


def _read(file: Path) -> Tracks:
    try:
        return queries.tracks_in(content=json.loads(file.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        say.line(f"✗ {file}: {type(error).__name__} {error}")
        raise SystemExit(NO_FILE) from None


def _told(one: Touched) -> str:
    return (
        f"  seller {one.seller_id}, {one.track.value}: {_step(one.step)} -> {_step(one.would_be)}"
        f" ({one.days} days, the last {one.on})"
    )


def _step(step: Step | None) -> str:
    if step is None:
        return "nothing"
    return f"{step.kind.value} of {step.days} days" if step.days else step.kind.value


def _row(one: Touched) -> dict[str, Any]:
    return {
        "seller": one.seller_id,
        "track": one.track.value,
        "days": one.days,
        "on": one.on.isoformat(),
        "step": one.step and one.step.kind.value,
        "would_be": one.would_be and one.would_be.kind.value,
    }
