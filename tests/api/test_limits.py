"""Rate limits: a bucket per credential, shared by processes, drawn in portions; by address without one."""

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Token
from helpdesk.api.limits import BUCKETS, Buckets
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests.api.client import Api, token_of
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO, PLATFORM
from tests.shops import Shops

AT = datetime.fromisoformat("2026-11-10T09:00:00Z")
POLICY, LEFT = re.compile(r'"(\w+)";q=(\d+);w=60'), re.compile(r'"(\w+)";r=(\d+);t=(\d+)')


@pytest.fixture(autouse=True)
def _fresh() -> None:
    BUCKETS.forget()


def limited(settings: Settings, **limits: int) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(update=limits)


def take(buckets: Buckets, credential: UUID, *, after: float = 0, a_minute: int = 60) -> bool:
    """Whether a request so many seconds later is taken."""
    now = AT + timedelta(seconds=after)
    return not buckets.take(credential=credential, name="credential", a_minute=a_minute, now=now).wait


def test_a_bucket_holds_a_minute_and_fills_evenly(database: str) -> None:
    one, credential = Buckets(), uuid4()
    assert [take(one, credential) for _ in range(61)] == [True] * 60 + [False]
    assert [take(one, credential, after=0.5), take(one, credential, after=1.1)] == [False, True]
    assert sum(take(one, credential, after=11.1) for _ in range(20)) == 10
    assert sum(take(one, credential, after=1_000) for _ in range(200)) == 60


def test_processes_share_one_bucket(database: str) -> None:
    one, other, credential = Buckets(), Buckets(), uuid4()
    taken = sum(take(each, credential) for _ in range(100) for each in (one, other))
    assert taken == 60
    assert take(one, uuid4())


def test_what_a_process_did_not_use_goes_back(database: str) -> None:
    one, other, credential = Buckets(), Buckets(), uuid4()
    assert take(one, credential)  # draws ten and uses one
    assert sum(take(other, credential) for _ in range(100)) == 50
    assert sum(take(one, credential, after=61) for _ in range(100)) == 60


def test_what_is_left_goes_back_once_when_two_threads_find_it_old(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    buckets, credential, draw = Buckets(), uuid4(), accounts.draw_allowance
    assert take(buckets, credential)  # draws ten and uses one
    backs: list[int] = []

    def drawing(**given: Any) -> tuple[int, float]:
        backs.append(given["back"])
        if len(backs) == 1:
            take(buckets, credential, after=61)  # the other thread, before this one has its answer
        return draw(**given)

    monkeypatch.setattr(accounts, "draw_allowance", drawing)
    take(buckets, credential, after=61)
    assert backs == [9, 0]


def test_a_request_costs_a_statement_once_in_a_portion(database: str) -> None:
    one, credential = Buckets(), uuid4()
    with CaptureQueriesContext(connection) as done:
        for _ in range(600):
            take(one, credential, a_minute=600)
    assert len(done) == 20
    with CaptureQueriesContext(connection) as done:
        assert not any(take(one, credential, a_minute=600, after=0.01) for _ in range(50))
    assert len(done) == 0  # while the bucket is known to be dry nobody asks it


def test_headers_say_what_is_left_and_a_429_when_to_come_back(shops: Shops, settings: Settings) -> None:
    limited(settings, api_requests=12)
    anna = Api(token_of(ANNA), language="de")
    for left in range(11, -1, -1):
        answer = anna.get("/inbox")
        policy, rest = POLICY.fullmatch(answer["RateLimit-Policy"]), LEFT.fullmatch(answer["RateLimit"])
        assert policy
        assert rest
        assert (answer.status_code, policy.groups(), rest[1], int(rest[2])) == (
            *(200, ("credential", "12")),
            *("credential", left),
        )
        assert int(rest[3]) == (12 - left) * 5
    refused = anna.get("/inbox")
    problem = refused.json()
    assert (refused.status_code, problem["code"]) == (429, "api.too_many")
    assert refused["Content-Type"] == "application/problem+json"
    assert refused["Content-Language"] == "de"
    assert 1 <= int(refused["Retry-After"]) == problem["seconds"] <= 5
    assert Api(token_of(BRUNO)).get("/inbox").status_code == 200  # another's bucket is another


def test_replies_through_the_thin_lane_count_as_well(shops: Shops, settings: Settings, asked: object) -> None:
    limited(settings, api_requests=11)
    anna = Api(token_of(ANNA))
    first = anna.post(f"/conversations/{asked}/replies", {"text": "Yes."})
    assert first.status_code == 201
    assert "r=10" in first["RateLimit"]
    second = anna.post(
        f"/conversations/{asked}/replies", {"text": ""}
    )  # looked at by both lanes: counted once
    assert (second.status_code, "r=9" in second["RateLimit"]) == (422, True)


def test_the_platform_has_a_limit_of_its_own(shops: Shops, settings: Settings) -> None:
    limited(settings, api_requests=12, api_requests_platform=5000)
    assert "q=5000" in Api(token_of(PLATFORM)).get("/standings")["RateLimit-Policy"]


def test_the_tokens_of_one_client_share_its_limit(shops: Shops, settings: Settings) -> None:
    limited(settings, api_requests_platform=12)
    client, secret = accounts.add_client(actor=SYSTEM, now=clock.now(), name="Shop")
    traded = [
        accounts.trade_secret(actor=SYSTEM, now=clock.now(), client=client, secret=secret)[0]
        for _ in range(2)
    ]
    asked = [Api(traded[n % 2]).get("/standings").status_code for n in range(13)]
    assert asked == [200] * 12 + [429]


def test_tries_without_a_token_are_limited_by_address_and_others_are_not(
    shops: Shops, settings: Settings
) -> None:
    limited(settings, api_failures=3)
    tried = [Api(f"hd_{n}").get("/inbox").status_code for n in range(5)]
    assert tried == [401, 401, 401, 429, 429]
    assert Api().get("/inbox").status_code == 429
    assert Api(token_of(ANNA)).get("/inbox").status_code == 200


def test_a_try_that_both_lanes_look_at_is_counted_once(
    shops: Shops, settings: Settings, asked: object
) -> None:
    limited(settings, api_failures=3)
    tried = [Api(f"hd_{n}").post(f"/conversations/{asked}/replies", {"text": "Yes."}) for n in range(4)]
    assert [answer.status_code for answer in tried] == [401, 401, 401, 429]


def test_last_use_is_noted_once_a_minute(shops: Shops, call: CallAs) -> None:
    anna = call(ANNA)
    before = clock.now()
    assert anna.get("/inbox").status_code == 200
    (used,) = Token.objects.values_list("used_at", flat=True)
    assert used
    assert used >= before
    with CaptureQueriesContext(connection) as done:
        anna.get("/inbox")
    assert not [one for one in done if "accounts_token SET" in one["sql"]]
    assert Token.objects.get().used_at == used


def test_full_buckets_and_old_tokens_are_swept(database: str) -> None:
    one, credential = Buckets(), uuid4()
    take(one, credential)
    client, secret = accounts.add_client(actor=SYSTEM, now=AT, name="Shop")
    accounts.trade_secret(actor=SYSTEM, now=AT, client=client, secret=secret)
    assert accounts.sweep_credentials(actor=SYSTEM, now=AT + timedelta(hours=2)) == 0
    assert accounts.sweep_credentials(actor=SYSTEM, now=AT + timedelta(days=8)) == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_allowance")
        assert cursor.fetchone() == (0,)
