"""Other tracks: held against the last days first, told fifteen days ahead, in force on their day."""

import json
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from helpdesk.archive.database.scope import everything
from helpdesk.conduct.terms import Label
from helpdesk.console import ground
from helpdesk.console.commands import enforcement
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.rules.shadowing import Past, response_step
from helpdesk.enforcement.rules.shipped import content_of, shipped
from helpdesk.enforcement.rules.soundness import is_sound
from helpdesk.enforcement.rules.stepping import Taken
from helpdesk.enforcement.terms import LadderStep, MeasureKind, Track, Tracks, ViolationKind
from helpdesk.enforcement.terms.shadowed import Touched
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Conflict, Invalid
from tests.cast import ANNAS_SHOP
from tests.enforcement.told import Tale

DAY = timedelta(days=1)
DAY_US = 86_400_000_000
LAXER = replace(
    shipped(), version=2, conduct=(replace(shipped().conduct[0], at=1_900, slack=0), *shipped().conduct[1:])
)
LAXER = replace(LAXER, conduct=(LAXER.conduct[0], replace(LAXER.conduct[1], slack=0), *LAXER.conduct[2:]))
HARSHER = replace(shipped(), version=2, points=dict.fromkeys(ViolationKind, 5_000))
ONE_STEP = replace(shipped(), version=2, conduct=shipped().conduct[:1])
NEVER = LadderStep(kind=MeasureKind.REMOVAL, buyers=3)


def announced(tale: Tale, tracks: Tracks = LAXER, *, days: int = 15) -> None:
    actions.announce_tracks(
        actor=SYSTEM, now=tale.now, tracks=tracks, effective_on=(tale.now + days * DAY).date()
    )


def in_force(tale: Tale, *, days: int) -> int:
    with everything():
        return queries.tracks_on(on=(tale.now + days * DAY).date()).version


def shadow(tale: Tale, tracks: Tracks, *, days: int = 30) -> list[Touched]:
    parts = queries.shadowed_tracks_for_system(tracks=tracks, on=tale.now.date(), days=days)
    return [one for part in parts for one in part.touched]


def test_they_hold_from_their_day_on_and_not_before(tale: Tale) -> None:
    actions.publish_tracks(actor=SYSTEM, now=tale.now)
    announced(tale)
    assert [in_force(tale, days=days) for days in (0, 14, 15, 400)] == [1, 1, 2, 2]
    now, coming = queries.published_tracks_for_system(on=tale.now.date())
    assert (now.tracks, [one.tracks for one in coming]) == (shipped(), [LAXER])


def test_sooner_than_fifteen_days_and_out_of_order_is_refused(tale: Tale) -> None:
    actions.publish_tracks(actor=SYSTEM, now=tale.now)
    with pytest.raises(Invalid, match=r"standing\.notice"):
        announced(tale, days=14)
    for version in (1, 3):
        with pytest.raises(Conflict, match=r"standing\.version"):
            announced(tale, replace(LAXER, version=version))
    with pytest.raises(Invalid, match=r"measure\.tracks"):
        announced(tale, replace(LAXER, wait_days=7))


@pytest.mark.parametrize(
    "broken",
    [
        {"half_life_days": 0},
        {"wait_days": 29},
        {"new_obligations": 19},
        {"two_over_days": 8},
        {"removal_days": 29},
        {"appeal_days": 182},
        {"points": dict.fromkeys(ViolationKind, 0)},
        {"response": (*shipped().response, NEVER)},  # answers alone remove nobody
        {"response": ()},
        {"conduct": shipped().conduct[::-1]},
        {"conduct": (replace(shipped().conduct[0], slack=1_000),)},  # reached by nothing
        {"conduct": (*shipped().conduct[:-1], replace(shipped().conduct[-1], buyers=2))},
        {"response": (LadderStep(kind=MeasureKind.DEMOTION, days=14),)},  # which lowers nothing
        {"response": (LadderStep(kind=MeasureKind.SUSPENSION, days=31),)},
        {"response": (LadderStep(kind=MeasureKind.SUSPENSION),)},  # without an end
    ],
)
def test_what_breaks_a_promise_is_not_sound(broken: dict[str, object]) -> None:
    assert is_sound(tracks=shipped())
    assert is_sound(tracks=LAXER)
    assert not is_sound(tracks=replace(shipped(), **broken))  # type: ignore[arg-type]


def test_the_shadow_says_whose_step_would_be_another_and_stores_nothing(tale: Tale) -> None:
    tale.found(Label.PHONE)
    tale.follow()
    assert shadow(tale, shipped()) == []
    [one] = shadow(tale, LAXER)
    assert one.step
    assert (one.seller_id, one.track, one.days) == (ANNAS_SHOP, Track.CONDUCT, 1)
    assert (one.step.kind, one.would_be, one.on) == (MeasureKind.NOTICE, None, tale.now.date())
    with everything():
        assert queries.tracks_on(on=(tale.now + 400 * DAY).date()).version == 1


def test_each_day_is_held_by_what_was_decided_until_then(tale: Tale) -> None:
    tale.warned_for(Label.PHONE)
    assert shadow(tale, HARSHER) == [], "nothing is punished twice"
    tale.later(2 * DAY)
    tale.found(Label.PHONE)
    tale.follow()
    tale.later(2 * DAY)
    [one] = shadow(tale, ONE_STEP, days=9)
    assert one.step
    assert (one.step.kind, one.days) == (MeasureKind.WARNING, 3)
    assert one.would_be
    assert one.would_be.kind is MeasureKind.NOTICE


def test_answers_ask_by_the_ladder_of_either_version() -> None:
    now = 100 * DAY_US
    sterner = replace(shipped(), response=shipped().response[1:])
    for tracks, kind in ((shipped(), MeasureKind.NOTICE), (sterner, MeasureKind.WARNING)):
        step = response_step(Past(), asks=True, due=[], at=now, tracks=tracks)
        assert step
        assert step.kind is kind
    past = Past(taken=[Taken(place=0, at=now - 31 * DAY_US), Taken(place=1, at=now + 1)])
    due = [now - n * DAY_US for n in range(20)]
    step = response_step(past, asks=True, due=due, at=now, tracks=shipped())
    assert step
    assert step.kind is MeasureKind.WARNING
    assert response_step(past, asks=True, due=due[1:], at=now, tracks=shipped()) is None


def run(*arguments: str) -> tuple[int, str]:
    app = typer.Typer()
    enforcement.register(app)
    result = CliRunner().invoke(app, ["enforcement", *arguments])
    return result.exit_code, result.output


def test_the_commands_hold_them_against_the_days_and_announce(
    tale: Tale, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ground, "database", nullcontext)
    tale.found(Label.PHONE)
    tale.follow()
    actions.publish_tracks(actor=SYSTEM, now=tale.now)
    file = tmp_path / "tracks.json"
    file.write_text(json.dumps(content_of(tracks=LAXER)))
    code, said = run("shadow", str(file), "--on", str(tale.now.date()))
    assert code == 0
    assert "conduct: notice -> nothing (1 days" in said
    [row] = map(json.loads, run("shadow", str(file), "--on", str(tale.now.date()), "--json")[1].splitlines())
    assert (row["seller"], row["step"], row["would_be"]) == (ANNAS_SHOP, "notice", None)
    code, said = run("announce", str(file), "--effective-on", "2026-11-18")
    assert (code, "standing.notice" in said) == (1, True)
    assert run("announce", str(file), "--effective-on", "2099-01-01")[0] == 0
    file.write_text("{}")
    assert run("announce", str(file), "--effective-on", "2099-01-01")[0] == 2
