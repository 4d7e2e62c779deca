"""Pure rules of webhooks: pauses, rests, secrets, signatures."""

import hmac
from base64 import b64decode, b64encode
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from helpdesk.webhooks import rules
from helpdesk.webhooks.terms import BREAKS_AFTER, FIRST_REST, JITTER, LONGEST_REST, PAUSES

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
DRAWS = some.floats(0, 1, exclude_max=True)
ID = UUID(int=7)


@given(tries=some.integers(1, len(PAUSES)), draw=DRAWS)
def test_each_pause_is_the_standards_give_or_take_the_jitter(tries: int, draw: float) -> None:
    again = rules.next_try(tries=tries, now=NOW, draw=draw)
    assert again is not None
    assert PAUSES[tries - 1] * (1 - JITTER) <= again - NOW <= PAUSES[tries - 1] * (1 + JITTER)


@given(tries=some.integers(2, len(PAUSES)), draws=some.tuples(DRAWS, DRAWS))
def test_pauses_never_shrink_while_the_standards_grow_faster_than_the_jitter(
    tries: int, draws: tuple[float, float]
) -> None:
    before, after = (
        rules.next_try(tries=n, now=NOW, draw=draw) for n, draw in zip((tries - 1, tries), draws, strict=True)
    )
    assert before is not None
    assert after is not None
    if PAUSES[tries - 1] * (1 - JITTER) >= PAUSES[tries - 2] * (1 + JITTER):
        assert after > before


def test_after_the_last_pause_there_is_none() -> None:
    assert rules.next_try(tries=len(PAUSES) + 1, now=NOW, draw=0.5) is None
    assert timedelta(days=3) < sum(PAUSES, timedelta()) < timedelta(days=4)


@given(failures=some.integers(0, 10_000), draw=DRAWS)
def test_rests_begin_after_some_failures_and_have_a_limit(failures: int, draw: float) -> None:
    until = rules.rest(failures=failures, now=NOW, draw=draw)
    assert (until is None) == (failures < BREAKS_AFTER)
    if until is not None:
        assert FIRST_REST * (1 - JITTER) <= until - NOW <= LONGEST_REST * (1 + JITTER)


@given(failures=some.integers(BREAKS_AFTER, 50), draw=DRAWS)
def test_more_failures_never_mean_a_shorter_rest(failures: int, draw: float) -> None:
    shorter, longer = (rules.rest(failures=n, now=NOW, draw=draw) for n in (failures, failures + 1))
    assert shorter is not None
    assert longer is not None
    assert shorter <= longer


def test_a_secret_follows_from_the_key_the_endpoint_and_its_turn() -> None:
    made = {
        rules.secret_of(key=key, webhook=webhook, turn=turn)
        for key in ("a", "b")
        for webhook in (ID, UUID(int=8))
        for turn in (1, 2, 12)
    }
    assert len(made) == 12
    written = rules.written(rules.secret_of(key="a", webhook=ID, turn=1))
    assert written.startswith("whsec_")
    assert len(b64decode(written.removeprefix("whsec_"), validate=True)) == 32


@given(body=some.binary(max_size=200), secrets=some.lists(some.binary(min_size=24), min_size=1, max_size=2))
def test_each_live_secret_signs_id_time_and_body(body: bytes, secrets: list[bytes]) -> None:
    headers = rules.headers(id="Ab1", now=NOW, body=body, secrets=secrets)
    signed = b"Ab1." + headers["webhook-timestamp"].encode() + b"." + body
    expected = [f"v1,{b64encode(hmac.digest(secret, signed, 'sha256')).decode()}" for secret in secrets]
    assert headers["webhook-signature"].split(" ") == expected
    assert headers["webhook-timestamp"] == str(int(NOW.timestamp()))
