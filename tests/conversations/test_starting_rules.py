"""The rules of starting, for any order, instant and zone."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.conversations.rules import (
    Standing,
    Told,
    is_muted,
    needs_reason,
    open_until,
    refusal_to_start,
    repeats_notice,
    words_of,
)
from helpdesk.conversations.terms.starting import (
    ALWAYS_TOLD,
    DAYS_TO_START,
    IN_A_ROW,
    NO_LIMITS,
    UNDELIVERED,
    SellerReason,
)
from helpdesk.kernel.actor import Side
from helpdesk.marketplace.terms.progress import Progress, Stage

ZONES = st.sampled_from(
    ["Europe/Warsaw", "Europe/Berlin", "Africa/Cairo", "America/Santiago", "Asia/Tokyo", "UTC"]
)
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
INSTANTS = st.integers(0, 15 * 365 * 86_400).map(lambda seconds: FIRST + timedelta(seconds=seconds))
ENDED = st.sampled_from([Stage.DELIVERED, Stage.RETURNED, Stage.REFUNDED])
OPEN = st.sampled_from([Stage.ORDERED, Stage.DISPATCHED, Stage.EXPECTED, Stage.RETURNING])
HOUR = timedelta(hours=1)


def local(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone))


@given(at=INSTANTS, zone=ZONES, stage=ENDED)
def test_thirty_whole_local_days_follow_the_day_of_delivery(at: datetime, zone: str, stage: Stage) -> None:
    ends = open_until(progress=Progress(stage=stage, at=at), placed_at=at, zone=zone)
    last = local(ends - timedelta(microseconds=1), zone).date()
    assert last - local(at, zone).date() == timedelta(days=DAYS_TO_START)
    assert local(ends, zone).date() == last + timedelta(days=1)


@given(at=INSTANTS, zone=ZONES, hours=st.integers(0, 23))
def test_the_hour_of_delivery_does_not_matter(at: datetime, zone: str, hours: int) -> None:
    wall = ZoneInfo(zone)
    on = local(at, zone).date()
    noon = datetime.combine(on, time(12), tzinfo=wall).astimezone(UTC)
    other = datetime.combine(on, time(hours), tzinfo=wall).astimezone(UTC)
    if local(other, zone).date() != on:
        return  # an hour that the clocks skipped
    ends = {
        open_until(progress=Progress(stage=Stage.DELIVERED, at=one), placed_at=at, zone=zone)
        for one in (noon, other)
    }
    assert len(ends) == 1


@given(placed=INSTANTS, at=INSTANTS, zone=ZONES, stage=OPEN)
def test_without_a_delivery_the_order_itself_counts(
    placed: datetime, at: datetime, zone: str, stage: Stage
) -> None:
    progress = Progress(stage=stage, at=at)
    assert open_until(progress=progress, placed_at=placed, zone=zone) == placed + UNDELIVERED


@given(at=INSTANTS, heard=INSTANTS, zone=ZONES)
def test_what_the_buyer_writes_only_ever_adds_time(at: datetime, heard: datetime, zone: str) -> None:
    progress = Progress(stage=Stage.DELIVERED, at=at)
    silent = open_until(progress=progress, placed_at=at, zone=zone)
    spoken = open_until(progress=progress, placed_at=at, zone=zone, heard_at=heard)
    assert spoken >= silent
    assert spoken > heard + timedelta(days=DAYS_TO_START) - HOUR


@given(
    reason=st.sampled_from(SellerReason),
    now=INSTANTS,
    ends_at=INSTANTS,
    unanswered=st.integers(0, 2 * IN_A_ROW),
)
def test_a_start_is_refused_for_one_of_two_reasons_or_not_at_all(
    reason: SellerReason, now: datetime, ends_at: datetime, unanswered: int
) -> None:
    standing = Standing(last_side=Side.SELLER, unanswered=unanswered)
    code = refusal_to_start(reason=reason, now=now, ends_at=ends_at, standing=standing)
    stops = reason not in NO_LIMITS and (unanswered >= IN_A_ROW or now >= ends_at)
    assert (code is not None) is stops


@given(side=st.sampled_from([None, Side.SELLER, Side.BUYER]))
def test_only_whoever_answers_the_buyer_needs_no_reason(side: Side | None) -> None:
    assert needs_reason(standing=Standing(last_side=side)) is (side is not Side.BUYER)


@given(reason=st.sampled_from([None, *SellerReason]))
def test_what_is_always_told_and_what_answers_is_never_muted(reason: SellerReason | None) -> None:
    assert is_muted(reason=reason) is (reason is not None and reason not in ALWAYS_TOLD)


TOLD = Told(dispatched=True, words=words_of(["A-1001", "DHL", "00340434161094", "Anna"]))


@given(extra=st.sampled_from(["invoice", "4711", "00340434161095", "faktura", "morgen nachmittag", "wet"]))
def test_one_word_more_and_it_is_news(extra: str) -> None:
    text = "Your order A-1001 was shipped with DHL, tracking number 00340434161094."
    assert repeats_notice(text=text, told=TOLD)
    assert not repeats_notice(text=f"{text} {extra}.", told=TOLD)


@given(text=st.sampled_from(["Was it delivered?", "It has been delivered.", "Hello!", "Your order", ""]))
def test_what_was_not_told_is_not_repeated(text: str) -> None:
    assert not repeats_notice(text=text, told=TOLD)


@given(text=st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert repeats_notice(text=text, told=TOLD) in (True, False)
