"""`helpdesk standing`: scores counted, and computed once more from the record."""

import json
import time
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.console import ground, rating, say, sentences
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Refusal
from helpdesk.standing import actions, queries
from helpdesk.standing.terms import Weights
from helpdesk.standing.terms.recomputed import Difference, What
from helpdesk.standing.terms.shadowed import Touched

ALIKE, DIFFERENT, NOT_YET = 0, 1, 2  # exit codes

Day = Annotated[
    datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="A UTC day; else yesterday.")
]
Days = Annotated[int, typer.Option(help="How many days up to it.", min=1, max=365)]
File = Annotated[Path, typer.Argument(help="A version of the weights, as data/weights.v1.json has them.")]
Effective = Annotated[
    datetime, typer.Option("--effective-on", formats=["%Y-%m-%d"], help="A UTC day, 15 days ahead or more.")
]
SHOWN = 20  # of those whom it would touch; --json says all
AsJson = Annotated[bool, typer.Option("--json", help="Lines of JSON, for programs.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Ratings and visibility.", no_args_is_help=True)
    group.command()(recompute)
    group.command()(snapshot)
    group.command()(shadow)
    group.command()(announce)
    app.add_typer(group, name="standing")


def recompute(on: Day = None, as_json: AsJson = False) -> None:
    """Compute every Seller's obligations and score from leaf bytes alone, and compare with what is stored.

    A verdict that differs is named with the entry that it stands by. Exit codes: 0 alike, 1 different.
    """
    began, day, sellers, compared, found = time.monotonic(), _day(on), 0, 0, 0
    with ground.database():
        for part in queries.recomputed_for_system(on=day):
            sellers, compared = sellers + part.sellers, compared + part.compared
            found += len(part.differences)
            for one in part.differences:
                _say(one, as_json)
            if not as_json:
                say.line(f"  {sellers:,} sellers")
    _conclude(day, sellers, compared, found, time.monotonic() - began, as_json)
    raise SystemExit(DIFFERENT if found else ALIKE)


def snapshot(on: Day = None) -> None:
    """Count every Seller for a day, as the worker does each night; safe to repeat. Exit code 2: not yet."""
    began, day, done = time.monotonic(), _day(on), 0
    with ground.database():
        while found := actions.take_snapshots(
            actor=SYSTEM, now=clock.now(), on=day, limit=rating.COUNTED_AT_ONCE
        ):
            done += found
            say.line(f"  {done:,} sellers")
    if found is None:
        say.line(f"✗ {day} is not over, or not all of its entries have been taken in")
        raise SystemExit(NOT_YET)
    say.line(f"✓ {day}: {done:,} sellers counted ({time.monotonic() - began:.1f} s)")


def shadow(file: File, on: Day = None, days: Days = queries.SHADOW_DAYS, as_json: AsJson = False) -> None:
    """Hold other weights against the last days: whom they would touch, and how. Nothing is stored."""
    began, day, weights, sellers = time.monotonic(), _day(on), _read(file), 0
    touched: list[Touched] = []
    with ground.database():
        for part in queries.shadowed_for_system(weights=weights, on=day, days=days):
            sellers += part.sellers
            touched += part.touched
            if not as_json:
                say.line(f"  {sellers:,} sellers")
    touched.sort(key=lambda one: (one.change, one.seller_id))
    for one in touched if as_json else touched[:SHOWN]:
        say.line(json.dumps(asdict(one) | {"change": one.change}) if as_json else _told(one))
    if not as_json:
        falls = sum(one.change < 0 for one in touched)
        asked = sum(one.would_be_asked_days > one.asked_days for one in touched)
        say.line(
            f"✓ Of {sellers:,} sellers it would touch {len(touched):,}: {falls:,} fall, a measure could be"
            f" proposed more often for {asked:,} ({days} days up to {day}, {time.monotonic() - began:.1f} s)"
        )


def announce(file: File, effective_on: Effective) -> None:
    """Publish another version of the weights, which Sellers are told 15 days before it holds, or earlier."""
    with ground.database():
        try:
            actions.announce_weights(
                actor=SYSTEM, now=clock.now(), weights=_read(file), effective_on=effective_on.date()
            )
        except Refusal as refusal:
            say.line(f"✗ {sentences.sentence(refusal.code, refusal.params)}")
            raise SystemExit(DIFFERENT) from None
    say.line(f"✓ Announced; in force from {effective_on:%Y-%m-%d} on")


def _read(file: Path) -> Weights:
    try:
        return queries.weights_in(content=json.loads(file.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        say.line(f"✗ {file}: {type(error).__name__} {error}")
        raise SystemExit(NOT_YET) from None


def _told(one: Touched) -> str:
    level = "" if one.level is one.would_be_level else f", {one.level.value} -> {one.would_be_level.value}"
    asked = f", measure proposable on {one.asked_days} -> {one.would_be_asked_days} days"
    return (
        f"  seller {one.seller_id}: {one.visibility / 1000:.3f} -> {one.would_be / 1000:.3f}{level}"
        f"{asked if one.asked_days != one.would_be_asked_days else ''}"
    )


def _day(on: datetime | None) -> date:
    return on.date() if on else rating.last_day(now=clock.now())


def _say(one: Difference, as_json: bool) -> None:
    named = {"point": str(one.point), "entry": str(one.by)} if one.what is What.POINT else {}
    if as_json:
        row = {"seller": one.seller_id, "what": one.what.value, "stored": one.stored, "found": one.found}
        say.line(json.dumps(row | named))
        return
    place = f"obligation {one.point} by entry {one.by}" if named else "the day's score"
    say.line(f"✗ seller {one.seller_id}, {place}: stored {one.stored}, by the leaves {one.found}")


def _conclude(day: date, sellers: int, compared: int, found: int, seconds: float, as_json: bool) -> None:
    if as_json:
        row = {"on": day.isoformat(), "sellers": sellers, "compared": compared, "differences": found}
        say.line(json.dumps(row | {"seconds": round(seconds, 3)}))
        return
    mark = f"✗ {found:,} differences" if found else "✓ The scores are those that the leaves come to"
    say.line(f"{mark}: {sellers:,} sellers, {compared:,} scores of {day} ({seconds:.1f} s)")
