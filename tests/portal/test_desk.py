"""The desk: what needs eyes at one glance, for each role its own, and integrity that shows its work."""

import json
from dataclasses import replace
from typing import Any, cast
from uuid import uuid4

import pytest

from helpdesk.accounts import actions as accounts
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy
from helpdesk.oversight import actions as oversight
from tests.cast import EDDA, FELIX, GRETA, person
from tests.oversight.tampering import spoil
from tests.portal.conftest import QUESTION, SignIn
from tests.shops import Shops

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))
PAGES = ("", "integrity", "readings", "records")


@pytest.fixture(autouse=True)
def everybody(shops: Shops) -> None:
    """The auditor and a platform administrator have accounts too."""
    for one in (GRETA, ROOT):
        now = clock.now()
        accounts.enrol_person(actor=SYSTEM, now=now, id=one.person, display_name=one.name, language="en")
        for role in one.roles:
            accounts.grant_role(actor=SYSTEM, now=now, person_id=one.person, role=role)


def page(client: Any, path: str) -> str:
    answer = client.get(f"/administrator/{path}")
    assert answer.status_code == 200, path
    return str(answer.content.decode())


def lines(client: Any) -> list[dict[str, Any]]:
    answer = client.post("/administrator/integrity/verifications", HTTP_ACCEPT="application/x-ndjson")
    assert answer["Content-Type"] == "application/x-ndjson"
    return [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]


def test_it_is_where_administrators_begin(sign_in: SignIn) -> None:
    assert sign_in(EDDA).get("/")["Location"] == "/administrator/"


@pytest.mark.parametrize("actor", [EDDA, FELIX, GRETA, ROOT])
def test_each_role_has_its_pages_and_no_list_has_words(sign_in: SignIn, asked: Ref, actor: Any) -> None:
    oversight.open_file(actor=EDDA, now=clock.now(), conversation=asked, reason="report", key="1")
    client = sign_in(actor)
    for path in PAGES:
        assert QUESTION not in page(client, path)
    assert "Report by a Buyer or Seller" in page(client, "readings")
    assert "A-1001" in page(client, "")


def test_only_those_who_may_read_can_search(sign_in: SignIn, asked: Ref) -> None:
    for actor in (EDDA, FELIX, GRETA):
        assert 'role="search"' in page(sign_in(actor), "")
    root = sign_in(ROOT)
    assert 'role="search"' not in page(root, "")
    assert f"/administrator/files/{asked}" not in page(root, "readings")
    assert root.get("/administrator/files", {"words": "A"}).status_code == 403
    assert root.get(f"/administrator/files/{asked}").status_code == 403


def test_what_is_open_for_me_stands_there_with_the_time_it_has(sign_in: SignIn, asked: Ref) -> None:
    edda = sign_in(EDDA)
    assert "No file is open." in page(edda, "")
    edda.post(f"/administrator/files/{asked}/readings", {"key": str(uuid4()), "reason": "appeal"})
    assert "Closes: <time" in page(edda, "")
    assert "No file is open." in page(sign_in(FELIX), "")


def test_a_look_shows_its_progress_and_leads_to_the_result(sign_in: SignIn, asked: Ref) -> None:
    edda = sign_in(EDDA)
    assert "not verified yet" in page(edda, "")
    said = lines(edda)
    assert said[-1] == {"findings": 0, "to": "/administrator/integrity"}
    percents = [one["percent"] for one in said[:-1]]
    assert percents == sorted(percents)
    assert percents[-1] == 100
    for path in ("", "integrity"):
        assert "all verified, all whole" in page(edda, path)


def test_without_a_script_the_page_fills_itself(sign_in: SignIn, asked: Ref) -> None:
    answer = sign_in(EDDA).post("/administrator/integrity/verifications")
    parts = [part.decode() for part in cast("Any", answer).streaming_content]
    assert parts[0].startswith("<!doctype html>")
    assert parts[-1].rstrip().endswith("</html>")
    assert "all verified, all whole" in "".join(parts)
    assert "no-store" in answer["Cache-Control"]


def test_it_is_said_in_the_readers_language_though_it_comes_late(sign_in: SignIn, asked: Ref) -> None:
    accounts.enrol_person(actor=SYSTEM, now=clock.now(), id=EDDA.person, display_name="Edda", language="de")
    assert "Einträge: Siegel" in lines(sign_in(EDDA))[0]["said"]


def test_a_spoilt_byte_turns_the_tile_red_and_is_named(sign_in: SignIn, asked: Ref) -> None:
    edda = sign_in(EDDA)
    spoil(asked)
    said = lines(edda)
    assert [one["fault"] for one in said if "fault" in one] == [
        "the text or another value is not the one that was sealed"
    ]
    for path in ("", "integrity"):
        shown = page(edda, path)
        assert "seal-broken" in shown
        assert f'href="/administrator/files/{asked}"' in shown
        assert "value.altered" in shown


def test_two_looks_at_once_are_one_too_many(
    sign_in: SignIn, asked: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(**_: object) -> Any:
        raise Busy("oversight.verifying")

    monkeypatch.setattr("helpdesk.portal.administrator.integrity.actions.verify", busy)
    assert "Somebody is verifying" in lines(sign_in(EDDA))[0]["refused"]


def test_readings_go_on_and_are_mine_if_asked(sign_in: SignIn, asked: Ref) -> None:
    for n in range(52):
        oversight.open_file(actor=EDDA, now=clock.now(), conversation=asked, reason="report", key=str(n))
    edda = sign_in(EDDA)
    first = page(edda, "readings")
    after = first.split("after=")[1].split('"')[0]
    assert (first.count("row-reading"), page(edda, f"readings?after={after}").count("row-reading")) == (50, 2)
    assert page(sign_in(FELIX), "readings?mine=1").count("row-reading") == 0


@pytest.mark.parametrize("after", ["1", "x.y", "\u0661.x", "9" * 40])
def test_a_place_that_is_none_is_refused(sign_in: SignIn, after: str) -> None:
    for path in ("readings", "records"):
        assert sign_in(EDDA).get(f"/administrator/{path}", {"after": after}).status_code == 400


def test_nothing_missing_is_said(sign_in: SignIn) -> None:
    assert "Nothing is missing" in page(sign_in(EDDA), "records")
