"""What monitors ask about the log: it may be signed, or why not; pages serve either way."""

import pytest
from django.test import Client

from helpdesk.archive.models import State

pytestmark = pytest.mark.usefixtures("database")


def test_a_log_that_may_be_signed() -> None:
    answer = Client().get("/health/log")
    assert (answer.status_code, answer.json()) == (200, {"status": "signing"})


def test_a_log_that_may_not_be_signed_stops_no_page() -> None:
    State.objects.using("sequencer").update(refused="guard.ahead")
    answer = Client().get("/health/log")
    assert (answer.status_code, answer.json()) == (503, {"status": "unready", "why": "guard.ahead"})
    assert Client().get("/health/ready").status_code == 200
