"""Calendars at the desk and in public: the list, the year, a change, what it moves, its publication."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import everything
from helpdesk.conversations import actions as conversations
from helpdesk.deadlines import queries
from helpdesk.deadlines.terms.editions import MAX_DAYS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.marketplace.models import Seller
from helpdesk.workdays import known
from tests.cast import ANNA, CLARA, EDDA, GRETA, person
from tests.past import any_present
from tests.portal.conftest import SignIn
from tests.shops import Shops

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
TUESDAY = date(2026, 11, 17)
ONE_DAY = {"on_0": "2026-11-17", "name_0": "Day of mourning", "name_pl_0": "Żałoba narodowa", "expected": "1"}
FEED = b"""BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20261117
SUMMARY:Day of mourning
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20261225
SUMMARY:Christmas
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;VALUE=DATE:20261121
SUMMARY:Saturday fair
END:VEVENT
BEGIN:VEVENT
UID:4
DTSTART:20261201T100000Z
SUMMARY:Meeting
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture(autouse=True)
def monday(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Monday in November; a platform administrator and an auditor have accounts."""
    for one in (ROOT, GRETA):
        accounts.enrol_person(
            actor=SYSTEM, now=clock.now(), id=one.person, display_name=one.name, language="en"
        )
        for role in one.roles:
            accounts.grant_role(actor=SYSTEM, now=clock.now(), person_id=one.person, role=role)
    any_present(monkeypatch).set(MONDAY)


@pytest.fixture
def root(sign_in: SignIn) -> Client:
    """The platform administrator's browser."""
    return sign_in(ROOT)


def page(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()[:2000]
    return " ".join(answer.content.decode().split())


def fields(shown: str, action: str) -> dict[str, str]:
    """The hidden fields of the form that leads there."""
    form = shown.split(f'action="/administrator/calendars/{action}')[1].split("</form>", maxsplit=1)[0]
    found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: value.replace("&quot;", '"') for name, value in found}


def ask(shops: Shops, *, hours: int) -> None:
    """Asked so many hours before Monday, 10:00."""
    conversations.ask_about_order(
        actor=CLARA, now=MONDAY - timedelta(hours=hours), order=shops.claras_order, draft="When?", key="1"
    )


def test_the_list_says_what_counts_and_who_counts_by_it(root: Client, shops: Shops) -> None:
    ask(shops, hours=1)
    with everything():
        Seller.objects.filter(name="Dmitri's Lamps").update(country="US")
    shown = page(root.get("/administrator/calendars"))
    used = shown.split('id="used"')[1].split("</section>")[0]
    assert "/administrator/calendars/PL" in used
    assert ("1 Seller" in used, "1 open" in used, "/administrator/calendars/IT-BZ" in used) == (
        True,
        True,
        False,
    )
    assert "Bolzano/Bozen" in shown
    assert shown.count('href="/administrator/calendars/PL"') == 1
    assert "Dmitri&#x27;s Lamps" in shown.split('id="elsewhere"')[1]


def test_four_requests_from_a_day_to_its_publication(root: Client, shops: Shops) -> None:
    ask(shops, hours=1)
    form = page(root.get("/administrator/calendars/PL?on=2026-11-17"))
    assert 'value="2026-11-17"' in form
    shown = page(root.post("/administrator/calendars/PL/previews", ONE_DAY))
    assert "<b>1</b> <span> open deadline moves" in shown.replace("<span>open", "<span> open")
    assert "17 Nov 2026" in shown
    answer = root.post("/administrator/calendars/PL/versions", fields(shown, "PL/versions"))
    assert answer["Location"] == "/administrator/calendars/PL?published=1001&year=2026"
    after = page(root.get(answer["Location"]))
    assert "Published: version 1 of the Platform is in force." in after
    assert "ersion 1001" not in after
    assert "1 deadline is still to be moved" in after
    assert "Day of mourning" in after
    assert "Root" in after.split('id="versions"')[1]


@pytest.mark.parametrize(
    ("form", "says"),
    [
        (ONE_DAY, "No open deadline runs over this day."),
        (ONE_DAY | {"on_1": "2026-11-18", "name_1": "Another"}, "No open deadline runs over these days."),
        ({"remove": "2026-12-25", "expected": "1"}, "No open deadline moves."),
    ],
)
def test_nothing_to_move_is_a_sentence(root: Client, form: dict[str, str], says: str) -> None:
    shown = page(root.post("/administrator/calendars/PL/previews", form))
    assert says in shown
    assert 'class="foreseen"' not in shown


def test_late_ones_that_become_in_time_are_counted(root: Client, shops: Shops) -> None:
    ask(shops, hours=25 + 48)  # on Friday at 9: due on Monday at 9, an hour ago
    late = {**ONE_DAY, "on_0": "2026-11-16"}
    shown = page(root.post("/administrator/calendars/PL/previews", late))
    assert re.search(r"<b>1</b> <span>\s*late one becomes in time", shown)


def test_two_people_at_once_do_not_overwrite_each_other(root: Client) -> None:
    shown = page(root.post("/administrator/calendars/PL/previews", ONE_DAY))
    other = page(root.post("/administrator/calendars/PL/previews", {**ONE_DAY, "on_0": "2026-11-18"}))
    for _ in range(2):  # a double click is one publication
        assert (
            root.post("/administrator/calendars/PL/versions", fields(shown, "PL/versions")).status_code == 302
        )
    late = root.post("/administrator/calendars/PL/versions", fields(other, "PL/versions"))
    assert "Somebody has published another version" in page(late, 409)


@pytest.mark.parametrize(
    ("form", "status", "says"),
    [
        ({}, 400, "Please add a day or remove one."),
        ({"on_0": "2026-11-11", "name_0": "Again"}, 400, "A day off already: 2026-11-11."),
        ({"on_0": "2026-11-17"}, 400, "Please name the day"),
        ({"on_0": "soon", "name_0": "x"}, 400, "Please give a date"),
        ({"name_0": "x"}, 400, "Please give a date"),
        ({"remove": "2026-11-17"}, 400, "Not a day off"),
        ({"on_0": "2031-01-01", "name_0": "x"}, 400, "Outside the days"),
        ({"on_0": "2026-11-17", "name_0": "x" * 121}, 413, ""),
        ({"change": "{"}, 400, "The form arrived damaged."),
        ({"change": '{"added":{"2026-11-17":{"xx":"y"}}}'}, 400, "Names are in English"),
        ({"expected": "x"}, 400, "The form arrived damaged."),
    ],
)
def test_what_is_wrong_is_said_above_the_form_that_keeps_it(
    root: Client, form: dict[str, str], status: int, says: str
) -> None:
    shown = page(root.post("/administrator/calendars/PL/previews", {"expected": "1", **form}), status)
    assert says in shown
    assert all(f'value="{form[name]}"' in shown for name in ("on_0", "name_0") if form.get(name))


def test_a_file_proposes_and_a_person_ticks(root: Client) -> None:
    upload = {"feed": SimpleUploadedFile("days.ics", FEED, content_type="text/calendar")}
    shown = page(root.post("/administrator/calendars/PL/imports", upload))
    ticks = dict(re.findall(r'name="take" value="([\d-]+)"( checked| disabled)?', shown))
    assert ticks == {"2026-11-17": " checked", "2026-11-21": "", "2026-12-25": " disabled"}
    assert "not a whole day" in shown
    form: dict[str, Any] = fields(shown, "PL/previews") | {"take": ["2026-11-17", "2026-11-18"]}
    preview = page(root.post("/administrator/calendars/PL/previews", form))
    assert "Day of mourning" in preview
    assert "Saturday fair" not in preview


def test_a_person_may_tick_as_many_days_as_a_file_proposes(root: Client) -> None:
    off = known.edition(code="PL").holidays
    days = [on for n in range(MAX_DAYS) if (on := MONDAY.date() + timedelta(days=n)) not in off]
    assert len(days) > 250
    written = json.dumps({"added": {on.isoformat(): {"en": "Strike"} for on in days}, "removed": []})
    form = {"change": written, "chosen": "1", "take": [*map(str, days)], "expected": "1"}
    shown = page(root.post("/administrator/calendars/PL/previews", form))
    assert shown.count("diff-plus") == len(days)


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"BEGIN:VCALENDAR\nEND:VCALENDAR", FEED.replace(b"2026", b"1999")]
)
def test_a_file_that_proposes_nothing_is_refused(root: Client, data: bytes) -> None:
    upload = {"feed": SimpleUploadedFile("days.ics", data)} if data else {}
    assert "refusal" in page(root.post("/administrator/calendars/PL/imports", upload), 400)


def test_others_of_the_desk_look_and_do_not_change(sign_in: SignIn) -> None:
    for actor in (EDDA, GRETA):
        client = sign_in(actor)
        page(client.get("/administrator/calendars"))
        assert 'id="change"' not in page(client.get("/administrator/calendars/PL"))
        for deed in ("previews", "versions"):
            assert client.post(f"/administrator/calendars/PL/{deed}", ONE_DAY).status_code == 403
        assert client.post("/administrator/calendars/PL/imports").status_code == 403
    assert sign_in(ANNA).get("/administrator/calendars").status_code == 404


@pytest.mark.parametrize("path", ["XX", "PL?year=1999", "PL?year=x", "PL?year=20261"])
def test_what_is_not_here_is_not_found(root: Client, path: str) -> None:
    assert root.get(f"/administrator/calendars/{path}").status_code == 404
    assert Client().get(f"/calendars/{path}").status_code == 404


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Independence Day"),
        ("pl", "Narodowe Święto Niepodległości"),
        ("de", "Unabhängigkeitstag"),
        ("fr", "indépendance"),
        ("it", "indipendenza"),
    ],
)
def test_everybody_sees_the_year_in_their_language(shops: Shops, language: str, says: str) -> None:
    answer = Client(headers={"Accept-Language": language}).get("/calendars/PL?year=2026")
    assert says.casefold() in page(answer).casefold()
    assert len(answer.content) < 100_000
    assert answer.content.decode().count("<table") == 12


def test_a_year_begins_on_monday_and_marks_what_the_platform_changed(root: Client) -> None:
    shown = page(root.post("/administrator/calendars/PL/previews", ONE_DAY | {"remove": "2026-12-25"}))
    root.post("/administrator/calendars/PL/versions", fields(shown, "PL/versions"))
    year = page(Client(headers={"Accept-Language": "en"}).get("/calendars/PL?year=2026"))
    assert 'abbr="Monday"' in year.split("<tr>")[1].split("</th>")[0]
    assert year.count("day-added") == year.count("day-removed") == 2  # in the grid and in the list below
    assert "added by the Platform" in year


def test_a_calendar_that_ends_soon_is_told_at_the_desk(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert queries.short_horizons_for_system(today=TUESDAY) == {}
    assert queries.short_horizons_for_system(today=date(2029, 9, 3)) == {"DE": 119, "PL": 119}
    any_present(monkeypatch).set(datetime(2029, 9, 3, tzinfo=UTC))
    root = sign_in(ROOT)
    assert "Poland" in page(root.get("/administrator/")).split('id="short"')[1]
    assert "Fewer than 120 days left" in page(root.get("/administrator/calendars"))
