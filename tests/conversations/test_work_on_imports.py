"""A file of older threads: handed in, tried by the worker, begun by a person, taken in, cleared away."""

import io
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.config.files import files
from helpdesk.conversations import actions, queries
from helpdesk.conversations.models import Intake, Message
from helpdesk.conversations.terms.importing import ThreadFormat
from helpdesk.conversations.terms.intakes import LIVES, SILENT, IntakeShown
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import uuid7
from helpdesk.kernel.refusal import Busy, Conflict, Forbidden, Invalid, NotFound, TooLarge
from tests.accounts.people import CHIEF, enrol
from tests.api.conftest import CallAs, call, shops
from tests.cast import ANNA, CLARA, EDDA, PLATFORM, person
from tests.conversations.bringing import known, said, streamed, thread
from tests.shops import Shops

__all__ = ["call", "shops"]

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))
OFFER = thread(said("o1"), id="t3", order=None, offer="gasket")
BAD = thread(id="t2", buyer="nobody", order="A-1002")


@pytest.fixture(autouse=True)
def folder(shops: Shops, settings: Settings, tmp_path: Path) -> Path:
    """Where handed-in files are kept; Root has an account, and the Platform's ids are known."""
    settings.STORAGES = {**settings.STORAGES, "imports": files("", home=tmp_path, what="imports")}
    enrol(ROOT, with_roles=True)
    known(shops)
    return tmp_path / "imports"


def handed_in(*threads: dict[str, Any], actor: Actor = ROOT) -> UUID:
    text = "\n".join(json.dumps(one) for one in threads)
    return actions.hand_in_threads(
        actor=actor, now=clock.now(), name="old.ndjson", written=ThreadFormat.NDJSON, chunks=[text.encode()]
    )


def worked(days: float = 0, **more: Any) -> int:
    return actions.work_on_imports(actor=SYSTEM, now=clock.now() + timedelta(days=days), **more)


def begun(id: UUID) -> None:
    actions.begin_import(actor=ROOT, now=clock.now(), intake=id)


def shown(id: UUID) -> IntakeShown:
    return queries.intake(actor=ROOT, intake=id)


def counts(one: IntakeShown) -> tuple[str, int, int, int, int]:
    return one.state.value, one.begun, one.messages, one.known, one.rejected


def messages() -> int:
    with acting(SYSTEM):
        return Message.objects.count()


def on_disk(folder: Path) -> int:
    return len([path for path in folder.rglob("*") if path.is_file()])


def test_it_is_tried_first_and_kept_when_somebody_says_so(folder: Path, call: CallAs) -> None:
    id = handed_in(thread(), BAD)
    assert (counts(shown(id)), on_disk(folder)) == (("trying", 0, 0, 0, 0), 1)
    with pytest.raises(Conflict):
        begun(id)
    assert (worked(), worked()) == (1, 0)
    assert (counts(shown(id)), messages()) == (("tried", 1, 2, 0, 1), 0)
    [problem] = shown(id).problems
    assert (problem.line, problem.thread, problem.flaw.code) == (2, "t2", "record.unknown_reference")
    begun(id)
    assert (counts(shown(id)), shown(id).problems) == (("running", 0, 0, 0, 0), [])
    assert worked() == 1
    assert (counts(shown(id)), messages(), on_disk(folder)) == (("done", 1, 2, 0, 1), 2, 0)
    begun(id)
    assert counts(shown(id))[0] == "done"
    [row] = call(EDDA).get("/imports").json()["data"]
    assert (row["by"], row["name"], row["state"], row["percent"]) == ("Root", "old.ndjson", "done", 100)
    whole = call(EDDA).get(f"/imports/{id}").json()
    assert (whole["problems"][0]["pointer"], "nobody" in whole["problems"][0]["detail"]) == ("/buyer", True)
    assert call(EDDA).get(f"/entries/{row['entry']}").status_code == 200


def test_commands_and_requests_stand_in_the_list_and_trials_of_theirs_do_not(call: CallAs) -> None:
    body = json.dumps(thread()).encode()
    call(PLATFORM).post("/imports?dry_run=true", body)
    call(PLATFORM).post("/imports", body)
    actions.import_threads(
        actor=SYSTEM,
        now=clock.now(),
        stream=io.BytesIO(body),
        written=ThreadFormat.NDJSON,
        name="f\udcfcr\u202e.ndjson",  # as Python reads a name that is not UTF-8
    )
    streamed(b"nonsense\n")
    first = call(PLATFORM).get("/imports?limit=2").json()
    rest = call(PLATFORM).get(f"/imports?limit=2&after={first['next']}").json()
    rows = first["data"] + rest["data"]
    assert [(row["name"], row["by"], row["messages"], row["known"]) for row in rows] == [
        ("", "Platform", 0, 0),
        ("fr.ndjson", "", 0, 2),
        ("", "Platform", 2, 0),
    ]
    assert (rows[0]["rejected"], rest["next"]) == (1, None)


def test_one_that_is_interrupted_goes_on_and_counts_once() -> None:
    id = handed_in(thread(), OFFER)
    worked()
    tried = shown(id)
    begun(id)
    worked(stop=lambda: True)
    assert counts(shown(id)) == ("running", 1, 2, 0, 0)
    worked()
    assert (counts(shown(id)), messages()) == (("done", 2, 3, 0, 0), 3)
    assert shown(id).remarked == tried.remarked == 1


def test_a_worker_that_died_is_followed_by_another() -> None:
    id = handed_in(thread())
    with acting(SYSTEM):
        Intake.objects.update(beat_at=clock.now())
    assert worked() == 0
    assert worked(days=SILENT / timedelta(days=1)) == 1
    assert counts(shown(id))[0] == "tried"


def test_dropped_it_goes_with_its_file(folder: Path, call: CallAs) -> None:
    tried, running = handed_in(thread()), handed_in(OFFER)
    worked()
    worked()
    begun(running)
    actions.drop_import(actor=ROOT, now=clock.now(), intake=tried)
    assert call(ROOT).send("DELETE", f"/imports/{running}").status_code == 204
    assert (worked(), messages(), on_disk(folder)) == (0, 0, 0)
    assert {counts(shown(id))[0] for id in (tried, running)} == {"removed"}
    with pytest.raises(Conflict):
        begun(tried)


def test_after_a_week_file_and_names_are_gone(folder: Path) -> None:
    waits, done = handed_in(BAD), handed_in(thread(), thread(id="t4", buyer="x"))
    worked()
    worked()
    begun(done)
    worked()
    assert worked(days=LIVES.days) == 2
    assert [counts(shown(id))[0] for id in (waits, done)] == ["removed", "done"]
    assert ([*shown(waits).problems, *shown(done).problems], on_disk(folder)) == ([], 0)
    assert worked(days=LIVES.days) == 0


def test_who_lost_the_right_meanwhile_brings_nothing(folder: Path) -> None:
    id = handed_in(thread())
    worked()
    begun(id)
    enrol(CHIEF, with_roles=True)  # one has to stay
    accounts.disable_person(actor=SYSTEM, now=clock.now(), person_id=ROOT.person)
    assert worked() == 1
    assert (counts(shown(id))[0], messages(), on_disk(folder)) == ("removed", 0, 0)


def test_a_storage_that_is_away_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    id = handed_in(thread())
    with monkeypatch.context() as patch:
        patch.setattr("helpdesk.attachments.storage.folder.DurableFolder.open", _away)
        with pytest.raises(Busy):
            worked()
    assert worked(days=1) == 1
    assert counts(shown(id))[0] == "tried"


def test_a_file_that_cannot_be_removed_undoes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id = handed_in(thread())
    worked()
    begun(id)
    with monkeypatch.context() as patch:
        patch.setattr("helpdesk.attachments.storage.folder.DurableFolder.delete", _away)
        with pytest.raises(Busy):
            worked()
    assert (counts(shown(id)), messages(), on_disk(folder)) == (("done", 1, 2, 0, 0), 2, 1)
    assert worked(days=LIVES.days) == 1
    assert (counts(shown(id))[0], on_disk(folder)) == ("done", 0)


def test_one_whose_file_is_gone_is_not_tried_for_ever(folder: Path) -> None:
    id = handed_in(thread())
    worked()
    begun(id)
    [path] = [path for path in folder.rglob("*") if path.is_file()]
    path.unlink()
    assert (worked(), worked()) == (1, 0)
    assert (counts(shown(id))[0], messages()) == ("removed", 0)


def _away(*_: object) -> object:
    raise OSError("no route to the bucket")


def test_who_may(call: CallAs) -> None:
    id = handed_in(thread())
    for actor in (EDDA, ANNA, CLARA):
        with pytest.raises(Forbidden):
            handed_in(thread(), actor=actor)
        for deed in (actions.begin_import, actions.drop_import):
            with pytest.raises(Forbidden):
                deed(actor=actor, now=clock.now(), intake=id)
    for actor in (ANNA, CLARA):
        assert call(actor).get("/imports").status_code == 403
        assert call(actor).get(f"/imports/{id}").status_code == 403
    for wrong in (uuid7(), "x"):
        assert call(ROOT).get(f"/imports/{wrong}").status_code == 404
    with pytest.raises(NotFound):
        begun(uuid7())
    with pytest.raises(Invalid):
        actions.hand_in_threads(actor=ROOT, now=clock.now(), name="", written=ThreadFormat.CSV, chunks=[b""])
    with pytest.raises(TooLarge):
        actions.hand_in_threads(
            actor=ROOT,
            now=clock.now(),
            name="",
            written=ThreadFormat.CSV,
            chunks=(bytes(100_000_000) for _ in range(3)),
        )
