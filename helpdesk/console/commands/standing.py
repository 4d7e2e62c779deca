"""`helpdesk standing`: scores counted, and computed once more from the record."""

import json
import time
from datetime import date, datetime
from typing import Annotated

import typer

from helpdesk.console import ground, rating, say
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.standing import actions, queries
from helpdesk.standing.terms.recomputed import Difference, What

ALIKE, DIFFERENT, NOT_YET = 0, 1, 2  # exit codes

Day = Annotated[
    datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="A UTC day; else yesterday.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Lines of JSON, for programs.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Ratings and visibility.", no_args_is_help=True)
    group.command()(recompute)
    group.command()(snapshot)
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
