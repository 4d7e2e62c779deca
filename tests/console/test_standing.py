"""`helpdesk standing`, and the worker's step: a day is counted, and found again in the record."""

import json
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import pytest
import typer
from django.db import connections
from typer.testing import CliRunner

from helpdesk.console import ground, rating
from helpdesk.console.commands import standing
from helpdesk.kernel import clock
from helpdesk.standing import actions
from helpdesk.standing.rules.shipped import shipped
from tests.conversations.clocks import MONDAY, Story
from tests.past import any_present
from tests.shops import open_shops
from tests.standing.rated import follow


@pytest.fixture
def story(database: str, monkeypatch: pytest.MonkeyPatch) -> Story:
    """A question that was answered on Monday; it is Tuesday, six in the morning."""
    present = any_present(monkeypatch)
    told = Story(open_shops())
    told.reply()
    follow(told.now)
    present.set(MONDAY + timedelta(hours=21))
    monkeypatch.setattr(ground, "database", nullcontext)
    return told


def run(*arguments: str) -> tuple[int, str]:
    app = typer.Typer()
    standing.register(app)
    result = CliRunner().invoke(app, ["standing", *arguments])
    return result.exit_code, result.output


def test_the_worker_counts_the_last_day_once(story: Story) -> None:
    assert rating.last_day(now=clock.now()) == MONDAY.date()
    assert rating.rate_once() == 1 + 1 + 2  # a new seller, one counted, both published
    assert rating.rate_once() == 0


def test_the_record_comes_to_the_same_and_a_flipped_verdict_is_named(story: Story) -> None:
    assert run("snapshot")[0] == 0
    code, said = run("recompute", "--json")
    last = json.loads(said.splitlines()[-1])
    assert (code, last["compared"], last["differences"]) == (0, 1, 0)
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE standing_point SET state = 'late', overrun_us = 1 RETURNING id")
        [(id,)] = cursor.fetchall()
    code, said = run("recompute", "--on", "2026-11-16")
    assert code == 1
    assert f"obligation {id} by entry" in said
    assert "✗ 1 differences" in said


def test_a_day_that_is_not_over_is_not_counted(story: Story) -> None:
    code, said = run("snapshot", "--on", "2026-11-17")
    assert code == 2
    assert "is not over" in said


def test_a_failure_is_no_reason_to_stop(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "take_snapshots", lambda **_: 1 / 0)
    assert rating.rate_once() is None


def test_other_weights_are_held_against_the_last_days_and_announced(story: Story, tmp_path: Path) -> None:
    assert run("snapshot")[0] == 0
    rating.rate_once()
    file, effective_on = tmp_path / "weights.json", (clock.now() + timedelta(days=15)).date()
    file.write_text(json.dumps(shipped().facts() | {"version": 2, "label_from": 1}))
    code, said = run("shadow", str(file), "--on", "2026-11-17", "--days", "2")
    assert code == 0
    assert "new -> rated" in said
    assert "Of 1 sellers it would touch 1" in said
    [row] = map(json.loads, run("shadow", str(file), "--on", "2026-11-17", "--json")[1].splitlines())
    assert (row["level"], row["would_be_level"]) == ("new", "rated")
    assert run("announce", str(file), "--effective-on", "2026-11-18") == (
        1,
        "✗ Sellers are told at least 15 days before: please choose a later day. [standing.notice]\n",
    )
    assert run("announce", str(file), "--effective-on", str(effective_on))[0] == 0
    file.write_text("{}")
    code, said = run("announce", str(file), "--effective-on", str(effective_on))
    assert (code, "KeyError" in said) == (2, True)
