"""Outages at the desk and for everybody: declared in local time, previewed, decided once, read by all."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.accounts import actions as accounts
from helpdesk.deadlines import actions, queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.portal.administrator.declarations import Declaration
from helpdesk.portal.outages import told
from helpdesk.portal.spans import WIDE, span_drawn
from tests.cast import EDDA, GRETA, TUESDAY, person
from tests.portal.conftest import SignIn
from tests.shops import Shops

PAULA = replace(EDDA, person=person("Paula"), name="Paula", roles=frozenset({Role.PLATFORM_ADMIN}))
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def desk(shops: Shops) -> None:
    """The auditor and a platform administrator have accounts too."""
    queries.forget()
    for one in (GRETA, PAULA):
        now = clock.now()
        accounts.enrol_person(actor=SYSTEM, now=now, id=one.person, display_name=one.name, language="en")
        for role in one.roles:
            accounts.grant_role(actor=SYSTEM, now=now, person_id=one.person, role=role)


def form(**other: str) -> dict[str, str]:
    hours = {
        name: f"{clock.now() - ago * HOUR:%Y-%m-%dT%H:%M}" for name, ago in (("starts_at", 3), ("ends_at", 1))
    }
    return {"key": str(uuid4()), **hours, "reason": "network", "note": "A <b>cable</b>.", **other}


def declared(client: Client, **other: str) -> str:
    """The proposal's page."""
    answer = client.post("/administrator/outages/declarations", form(**other))
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_an_empty_desk_says_so(sign_in: SignIn) -> None:
    said = text(sign_in(GRETA).get("/administrator/outages"))
    assert "Nothing waits for a decision." in said
    assert '<form class="card' not in said  # an auditor looks
    assert "No outage so far" in text(Client().get("/outages"))


def test_from_a_declaration_to_what_everybody_reads(sign_in: SignIn, asked: Ref) -> None:
    place = declared(sign_in(EDDA))
    assert "1 proposal waits for a decision" in text(sign_in(EDDA).get("/administrator/"))
    seen = text(sign_in(EDDA).get(place))
    assert "a platform administrator decides" in seen
    assert "Publish for everybody" not in seen
    paula = sign_in(PAULA)
    assert "Publish for everybody" in text(paula.get(place))
    answer = paula.post(f"{place}/publication", form(reason="maintenance", note="We <i>moved</i>.\r\nSorry."))
    assert answer["Location"] == "/administrator/outages#outage-1"
    assert paula.get(place).status_code == 404
    said = text(Client().get("/outages"))
    assert "Helpdesk was closed for maintenance." in said
    assert "We &lt;i&gt;moved&lt;/i&gt;.<br>Sorry." in said
    assert "<b>2 h 00</b> count for nobody" in said
    assert "Helpdesk was closed for maintenance." in text(paula.get("/administrator/outages"))


def test_a_measured_one_can_be_dismissed(sign_in: SignIn) -> None:
    actions.note_pulse(actor=SYSTEM, now=clock.now() - 3 * HOUR)
    proposal = actions.note_pulse(actor=SYSTEM, now=clock.now() - HOUR)
    paula = sign_in(PAULA)
    assert "Measured: nobody could work" in text(paula.get("/administrator/outages"))
    answer = paula.post(f"/administrator/outages/{proposal}/dismissal", {"why": "not_in_service"})
    assert answer["Location"] == "/administrator/outages"
    assert "Nothing waits for a decision." in text(paula.get("/administrator/outages"))
    assert "No outage so far" in text(Client().get("/outages"))


@pytest.mark.parametrize(
    ("other", "said", "status"),
    [
        ({"starts_at": ""}, "say the day and the hour", 400),
        ({"ends_at": "2026-02-30T10:00"}, "say the day and the hour", 400),
        ({"ends_at": "2024-02-03T10:00"}, "ends after it begins", 400),
        ({"starts_at": "0001-01-01T00:00"}, "so long ago", 400),
        ({"starts_at": "2026-01-01T00:00"}, "more than a week", 400),
        ({"reason": "x"}, "what was out of order", 400),
        ({"note": "x" * 501}, "", 413),
    ],
)
def test_what_is_wrong_stands_above_the_form(
    sign_in: SignIn, other: dict[str, str], said: str, status: int
) -> None:
    answer = sign_in(EDDA).post("/administrator/outages/declarations", form(**other))
    assert answer.status_code == status
    assert said in text(answer)
    assert "A &lt;b&gt;cable&lt;/b&gt;." in text(answer) or "note" in other


def test_a_long_one_is_confirmed(sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    long = form(starts_at="2026-01-01T00:00")
    assert 'name="certain"' in text(edda.post("/administrator/outages/declarations", long))
    assert edda.post("/administrator/outages/declarations", {**long, "certain": "1"}).status_code == 302


def test_a_decision_that_came_too_late_says_so(sign_in: SignIn) -> None:
    place, paula = declared(sign_in(EDDA)), sign_in(PAULA)
    paula.post(f"{place}/dismissal", {"why": "mistake"})
    for deed, sent in (("publication", form()), ("dismissal", {"why": "people_could_work"})):
        answer = paula.post(f"{place}/{deed}", sent)
        assert (answer.status_code, "has decided" in text(answer)) == (409, True)


def test_what_is_wrong_with_a_decision_stands_on_its_page(sign_in: SignIn) -> None:
    place, paula = declared(sign_in(EDDA)), sign_in(PAULA)
    assert "choose why" in text(paula.post(f"{place}/dismissal", {"why": "", "key": str(uuid4())}))
    assert "choose what" in text(paula.post(f"{place}/publication", form(reason="")))
    assert paula.post(f"{place}/publication", {}).status_code == 400


def test_only_whose_it_is_decides(sign_in: SignIn) -> None:
    place = declared(sign_in(EDDA))
    for actor in (EDDA, GRETA):
        assert sign_in(actor).post(f"{place}/publication", form()).status_code == 403
        assert sign_in(actor).post(f"{place}/dismissal", {"why": "mistake"}).status_code == 403
    assert sign_in(GRETA).post("/administrator/outages/declarations", form()).status_code == 403
    assert sign_in(EDDA).get(f"/administrator/outages/{uuid4()}").status_code == 404


def test_the_public_list_goes_on(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "OUTAGES", 2)
    paula = sign_in(PAULA)
    for _ in range(3):
        paula.post(f"{declared(paula)}/publication", form())
    first = text(Client().get("/outages"))
    assert re.findall(r'id="outage-(\d)"', first) == ["3", "2"]
    assert re.findall(r'id="outage-(\d)"', text(Client().get("/outages?before=2"))) == ["1"]
    for odd in ("x", "\u0661", "9" * 10, "-1"):
        assert Client().get("/outages", {"before": odd}).status_code == 400


def at(written: str, *, is_end: bool = False, zone: str = "Europe/Warsaw") -> datetime:
    return Declaration().instant(written, zone=zone, field="starts_at", is_end=is_end)


def test_an_hour_is_read_on_the_desks_wall_clock() -> None:
    assert at("2026-11-10T18:00") == TUESDAY
    assert at("2026-11-10T18:00").tzinfo is UTC
    assert Declaration().written(TUESDAY, zone="Europe/Warsaw") == "2026-11-10T18:00"


def test_an_hour_that_comes_twice_is_taken_whole() -> None:
    assert at("2026-10-25T02:30", is_end=True) - at("2026-10-25T02:30") == HOUR


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2026-03-29T02:30", "outage.no_such_hour"),
        ("2026-11-10T18:00+01:00", "outage.when"),
        ("0001-01-01T00:00", "outage.when"),  # before the first instant in UTC
        ("tomorrow", "outage.when"),
        ("", "outage.when"),
    ],
)
def test_an_hour_that_is_none_is_refused(written: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        at(written)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("start", "hours", "days", "x", "width"),
    [
        ("2026-11-10T12:00:00+01:00", 6, 1, WIDE / 2, WIDE / 4),
        ("2026-11-10T23:59:59+01:00", 0.0001, 1, WIDE - 3, 3),  # still to be seen, still on the drawing
        ("2026-11-10T00:00:00+01:00", 48, 2, 0, WIDE),
        ("2026-10-25T00:00:00+02:00", 25, 1, 0, WIDE),  # a day of 25 hours
        ("2026-11-10T12:00:00+01:00", 480, 21, WIDE / 42, WIDE * 20 / 21),
    ],
)
def test_an_outage_is_drawn_to_scale(start: str, hours: float, days: int, x: float, width: float) -> None:
    begins = datetime.fromisoformat(start).astimezone(UTC)
    drawn = span_drawn(starts_at=begins, ends_at=begins + hours * HOUR, zone="Europe/Warsaw")
    assert len(drawn.days) == days
    assert [drawn.x, drawn.width] == pytest.approx([x, width], abs=0.2)
    assert sum(day.width for day in drawn.days) == pytest.approx(WIDE, abs=2)


def test_days_have_names_where_there_is_room(sign_in: SignIn) -> None:
    sign_in(PAULA).post(f"{declared(sign_in(PAULA))}/publication", form())
    (shown,) = queries.published_outages_for_system()
    for days, named in ((1, "date"), (6, "weekday"), (30, "")):
        long = replace(shown, starts_at=TUESDAY, ends_at=TUESDAY + (days - 0.5) * 24 * HOUR)
        labels = [label for _, label in told(long, zone="UTC").labels]
        assert (bool(labels), any(map(str.isdigit, "".join(labels)))) == (bool(named), named == "date")
