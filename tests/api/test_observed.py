"""What machines see of the work: lines without words, metrics for those who may, checks by their names."""

import json
import logging
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from helpdesk.api import measured, metrics
from helpdesk.archive import actions as archive
from helpdesk.config.logs import JsonFormatter
from helpdesk.kernel import clock, lines
from helpdesk.kernel.actor import SYSTEM
from helpdesk.oversight.queries import fitness, fitness_for_system
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA
from tests.portal.conftest import sign_in as sign_in  # noqa: PLC0414 - a fixture
from tests.shops import Shops
from tests.statements import statements

TOKEN = "monitor-0123456789abcdef"
WORDS = ["Lindenweg", "espresso machine", "canary@example.com", "+48 600 700 800", "Grüße, Clara"]


@pytest.fixture
def written() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Everything that any logger writes meanwhile, as the lines that would be read."""
    out = StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonFormatter())
    root, line = logging.getLogger(), logging.getLogger(lines.NAME)
    before = root.level, line.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    line.setLevel(logging.INFO)
    yield lambda: [json.loads(one) for one in out.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(before[0])
    line.setLevel(before[1])


@pytest.fixture
def monitored(monkeypatch: pytest.MonkeyPatch) -> Client:
    """A monitor with its token, where metrics are on."""
    monkeypatch.setattr(settings.HELPDESK, "metrics_token", TOKEN)
    monkeypatch.setattr(metrics, "_kept", metrics._Kept())
    return Client(headers={"Authorization": f"Bearer {TOKEN}"})


def read(client: Client) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Every sample by its name and labels."""
    answer = client.get("/metrics")
    assert answer.status_code == 200, answer.content
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.content.decode())
        for sample in family.samples
    }


def test_a_line_for_each_request_and_nobodys_words(
    call: CallAs, shops: Shops, written: Callable[[], list[dict[str, Any]]]
) -> None:
    body = {"text": f"Where is my {' and '.join(WORDS)}?"}
    asked = call(CLARA).post(
        f"/orders/{shops.claras_order}/questions", {"text": "Where is my Lindenweg?"}, key="k"
    )
    assert asked.status_code == 201
    thread = asked.json()["conversation"]
    assert call(ANNA).post(f"/conversations/{thread}/replies", body, key="r").status_code == 422
    assert call(ANNA).get("/search?q=Lindenweg").status_code == 200
    assert call(DMITRI).get(f"/conversations/{thread}").status_code == 404
    assert Client().get("/sign-in?next=/canary@example.com").status_code == 200
    assert Client().get("/no/canary@example.com").status_code == 404
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=settings.HELPDESK_REACTIONS)

    found = written()
    requests = [one for one in found if one["event"] == "request"]
    assert [one["status"] for one in requests] == [201, 422, 200, 404, 200, 404]
    assert [one["side"] for one in requests] == [
        "buyer",
        "seller",
        "seller",
        "seller",
        "stranger",
        "stranger",
    ]
    assert requests[0]["route"] == "api/v1/orders/<order>/questions"
    assert requests[0]["sql"] > 0
    assert requests[0]["ms"] > 0
    assert requests[1]["refusal"].startswith("conduct.")
    assert requests[5]["route"] == "none"
    assert {one["reaction"] for one in found if one["event"] == "reaction"} >= {
        "helpdesk.notifications.reactions.on_entry"
    }
    everything = json.dumps(found, ensure_ascii=False)
    people = [one.name for one in (ANNA, BRUNO, CLARA, DMITRI, EDDA)]
    for word in [*WORDS, *people, "Anna's", "hd_", str(thread), "1001"]:
        assert word not in everything, word


def test_an_error_is_told_by_its_place_and_not_by_its_message(
    written: Callable[[], list[dict[str, Any]]],
) -> None:
    try:
        raise ValueError("Lindenweg\n{} forged")
    except ValueError:
        logging.getLogger("django.request").exception("Internal Server Error: /launch/secret")
    (line,) = written()
    assert (line["level"], line["event"], line["error"]) == ("error", "answered", "ValueError")
    assert line["passed"][0].endswith("test_an_error_is_told_by_its_place_and_not_by_its_message")
    assert "Lindenweg" not in json.dumps(line)


def test_nobody_finds_metrics_that_were_not_named(shops: Shops, monitored: Client) -> None:
    assert monitored.get("/metrics").status_code == 200
    for wrong in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": f"bearer {TOKEN}"}):
        assert Client(headers=wrong).get("/metrics").status_code == 404
    assert monitored.post("/metrics").status_code == 405


def test_a_network_may_read_and_a_forged_address_may_not(
    shops: Shops,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings.HELPDESK, "metrics_from", ["10.0.0.0/8"])
    assert Client(REMOTE_ADDR="10.1.2.3").get("/metrics").status_code == 200
    assert Client(REMOTE_ADDR="192.0.2.1").get("/metrics").status_code == 404
    forged = {"X-Forwarded-For": "10.1.2.3"}
    assert Client(REMOTE_ADDR="192.0.2.1", headers=forged).get("/metrics").status_code == 404
    monkeypatch.setattr(settings.HELPDESK, "trusted_proxies", 1)
    passed = {"X-Forwarded-For": "10.9.9.9, 192.0.2.7"}
    assert Client(REMOTE_ADDR="10.0.0.1", headers=passed).get("/metrics").status_code == 404
    assert (
        Client(REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": "10.2.2.2"}).get("/metrics").status_code
        == 200
    )


def test_metrics_count_what_happens(call: CallAs, shops: Shops, monitored: Client) -> None:
    before = read(monitored)
    call(CLARA).post(f"/orders/{shops.claras_order}/questions", {"text": "When?"}, key="k")
    metrics._kept.at = -metrics.KEPT_SECONDS
    after = read(monitored)
    answers = ("helpdesk_answers_total", (("side", "buyer"), ("status", "201")))
    assert after[answers] - before.get(answers, 0) == 1
    route = (("method", "POST"), ("route", "api/v1/orders/<order>/questions"))
    assert after["helpdesk_request_seconds_count", route] >= 1
    market = (("market", "de"),)
    assert after["helpdesk_obligations_open", market] == 1
    assert after["helpdesk_obligations_overdue", market] == 0
    assert after["helpdesk_entries_unnumbered", ()] >= 1
    assert after["helpdesk_sequencer_lag_seconds", ()] >= 0
    assert after["helpdesk_deliveries_due", (("channel", "mail"),)] == 0
    assert after["helpdesk_webhook_lag_seconds", (("receiver", "well"),)] == 0
    assert after["helpdesk_webhooks_paused", (("reason", "failing"),)] == 0
    assert {value for (name, _), value in after.items() if name == "helpdesk_scrape_failed"} == {0}


def test_a_scrape_costs_a_statement_a_group_and_none_when_repeated(shops: Shops, monitored: Client) -> None:
    read(monitored)
    metrics._kept.at = -metrics.KEPT_SECONDS
    with statements() as first:
        metrics.gauges()
    with statements() as again:
        metrics.gauges()
    scopes = 3 * (len(settings.HELPDESK_GAUGES) - 1)  # BEGIN, the scope, and what ends it
    assert first() <= len(settings.HELPDESK_GAUGES) - 1 + scopes
    assert again() == 0


def test_without_a_reader_nothing_is_measured(shops: Shops) -> None:
    assert not measured.is_on()
    assert Client().get("/metrics").status_code == 404


def test_every_check_by_its_name(shops: Shops) -> None:
    assert Client().get("/healthz").json() == {"status": "live"}
    answer = Client().get("/readyz")
    assert answer.status_code == 200, answer.json()
    assert answer.json()["checks"].keys() == {
        "database",
        "migrations",
        "clock",
        "sequencer",
        "guard",
        "attachments",
    }
    assert answer.json()["checks"]["database"] == {"state": "ok"}


def test_what_warns_leaves_people_able_to_work_and_what_failed_does_not(
    shops: Shops,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fitness, "LEAST_FREE", 1 << 80)
    monkeypatch.setattr(fitness, "LATE_SECONDS", -1.0)
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
    assert answer.json()["checks"]["attachments"] == {"state": "warning", "why": "nearly_full"}
    assert answer.json()["checks"]["sequencer"] == {"state": "warning", "why": "late"}
    monkeypatch.setattr(fitness, "MAX_OFFSET", -1 * fitness.MAX_OFFSET)
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (503, "unready")
    assert answer["Retry-After"]
    assert {check.name for check in fitness_for_system(now=clock.now()) if check.state == "failed"} == {
        "clock"
    }
