"""An iCalendar file proposes days, says what it leaves out, and is never more than refused."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpdesk.workdays.feeds import MAX_BYTES, MAX_RULES, Feed, Reason, read_ics
from helpdesk.workdays.refusals import InvalidFeed

FIRST, LAST = date(2024, 1, 1), date(2029, 12, 31)


def ics(*events: str, head: str = "") -> bytes:
    """A file of these events, each as lines; every one has a name unless it gives one."""
    found = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", *head.splitlines()]
    for event in events:
        lines = event.strip().splitlines()
        named = any(line.startswith("SUMMARY") for line in lines)
        found += ["BEGIN:VEVENT", *lines, *([] if named else ["SUMMARY:Day"]), "END:VEVENT"]
    return "\r\n".join([*found, "END:VCALENDAR", ""]).encode()


def read(data: bytes) -> Feed:
    return read_ics(data, first_day=FIRST, last_day=LAST)


def days(*events: str) -> list[str]:
    return [str(day.holiday.on) for day in read(ics(*events)).days]


def skipped(*events: str) -> list[tuple[str, Reason]]:
    """What is left out beside one day that is not."""
    return [(each.name, each.reason) for each in read(ics("DTSTART;VALUE=DATE:20260101", *events)).skipped]


def test_a_public_holiday_as_a_well_known_feed_writes_it() -> None:
    feed = read(
        ics(
            "DTSTART;VALUE=DATE:20261111\nDTEND;VALUE=DATE:20261112\nUID:1\nTRANSP:TRANSPARENT\n"
            "DESCRIPTION:Public holiday\nSUMMARY:Święto Niepodległości",
            "DTSTART;VALUE=DATE:20261206\nDTEND;VALUE=DATE:20261207\nTRANSP:TRANSPARENT\n"
            "DESCRIPTION:Observance\\nTo hide observances\\, go to Settings\nSUMMARY:Mikołajki",
            head="X-WR-CALNAME:Holidays in Poland\nX-WR-TIMEZONE:UTC",
        )
    )
    assert feed.name == "Holidays in Poland"
    assert [(str(day.holiday.on), day.note, day.free) for day in feed.days] == [
        ("2026-11-11", "Public holiday", True),
        ("2026-12-06", "Observance", True),
    ]
    assert feed.days[0].holiday.names == {"en": "Święto Niepodległości"}
    assert feed.skipped == ()


def test_a_name_in_a_language_is_that_language_s_and_everybody_s() -> None:
    (day,) = read(ics("DTSTART;VALUE=DATE:20260406\nSUMMARY;LANGUAGE=de-AT:Ostermontag")).days
    assert day.holiday.names == {"de": "Ostermontag", "en": "Ostermontag"}
    both = [
        "SUMMARY;LANGUAGE=de:Ostermontag",
        "SUMMARY;LANGUAGE=en:Easter Monday",
        "SUMMARY;LANGUAGE=cs:Pondělí",
    ]
    (day,) = read(ics(*(f"DTSTART;VALUE=DATE:20260406\n{name}" for name in both))).days
    assert day.holiday.names == {"de": "Ostermontag", "en": "Easter Monday; Pondělí"}
    (day,) = read(ics("\n".join(["DTSTART;VALUE=DATE:20260406", *both[:2]]))).days
    assert day.holiday.names == {"de": "Ostermontag", "en": "Easter Monday"}


def test_a_day_named_twice_is_proposed_once() -> None:
    event = "DTSTART;VALUE=DATE:20260406\nSUMMARY:Easter Monday"
    (day,) = read(ics(event, event)).days
    assert day.holiday.names == {"en": "Easter Monday"}


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("DTEND;VALUE=DATE:20260408", ["2026-04-06", "2026-04-07"]),
        ("DURATION:P2D", ["2026-04-06", "2026-04-07"]),
        ("DTEND;VALUE=DATE:20260406", ["2026-04-06"]),
        ("X-NONE:", ["2026-04-06"]),
    ],
)
def test_an_end_is_the_day_after(end: str, expected: list[str]) -> None:
    assert days(f"DTSTART;VALUE=DATE:20260406\n{end}") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("DTSTART;VALUE=DATE:20200501\nRRULE:FREQ=YEARLY", [f"{year}-05-01" for year in range(2024, 2030)]),
        ("DTSTART;VALUE=DATE:20280229\nRRULE:FREQ=YEARLY", ["2028-02-29"]),
        ("DTSTART;VALUE=DATE:10010501\nRRULE:FREQ=YEARLY;UNTIL=20240501", ["2024-05-01"]),
        ("DTSTART;VALUE=DATE:20230501\nRRULE:FREQ=YEARLY;COUNT=3", ["2024-05-01", "2025-05-01"]),
        (
            "DTSTART;VALUE=DATE:20250501\nRRULE:FREQ=YEARLY;UNTIL=20260501T000000Z",
            ["2025-05-01", "2026-05-01"],
        ),
        (
            "DTSTART;VALUE=DATE:20240527\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=3",
            ["2024-05-27", "2025-05-26", "2026-05-25"],
        ),
        (
            "DTSTART;VALUE=DATE:20251225\nDTEND;VALUE=DATE:20251227\nRRULE:FREQ=YEARLY;COUNT=2",
            ["2025-12-25", "2025-12-26", "2026-12-25", "2026-12-26"],
        ),
        ("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY;COUNT=2", ["2026-01-01", "2026-01-02"]),
        ("DTSTART;VALUE=DATE:20291218\nRRULE:FREQ=WEEKLY", ["2029-12-18", "2029-12-25"]),
        (
            "DTSTART;VALUE=DATE:20260501\nRDATE;VALUE=DATE:20260502,20260503",
            ["2026-05-01", "2026-05-02", "2026-05-03"],
        ),
        (
            "DTSTART;VALUE=DATE:20250501\nRRULE:FREQ=YEARLY;COUNT=4\nEXDATE;VALUE=DATE:20260501\nEXDATE:20270501T000000Z",
            ["2025-05-01", "2028-05-01"],
        ),
        ("DTSTART;VALUE=DATE:20231231\nDTEND;VALUE=DATE:20240102", ["2024-01-01"]),
        ("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", ["2026-01-01"]),  # never
    ],
)
def test_recurring_days_within_the_table(lines: str, expected: list[str]) -> None:
    assert days(lines) == expected


def test_an_event_of_its_own_replaces_a_recurrence() -> None:
    series = "UID:s\nDTSTART;VALUE=DATE:20250501\nRRULE:FREQ=YEARLY;COUNT=3"
    moved = "UID:s\nRECURRENCE-ID;VALUE=DATE:20260501\nDTSTART;VALUE=DATE:20260504"
    off = "UID:s\nRECURRENCE-ID;VALUE=DATE:20270501\nDTSTART;VALUE=DATE:20270501\nSTATUS:CANCELLED"
    assert days(series, moved, off) == ["2025-05-01", "2026-05-04"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("DTSTART:20260101T100000Z", Reason.TIMED),
        ("DTSTART;TZID=Mars/Phobos:20260101T000000", Reason.TIMED),
        ("DTSTART;VALUE=DATE:20260102\nSTATUS:CANCELLED", Reason.CANCELLED),
        ("DTSTART;VALUE=DATE:20261331", Reason.BROKEN),
        ("DTSTART;VALUE=DATE:20260102\nno line at all", Reason.BROKEN),
        ("X-NO:start", Reason.BROKEN),
        ("DTSTART;VALUE=DATE:20260102\nDTSTART;VALUE=DATE:20260103", Reason.BROKEN),
        ("DTSTART;VALUE=DATE:20260102\nDTEND;VALUE=DATE:20260101", Reason.BROKEN),
        ("DTSTART;VALUE=DATE:20260102\nDTEND:20260103T000000Z", Reason.BROKEN),
        ("DTSTART;VALUE=DATE:99991231", Reason.BROKEN),
        ("DTSTART;VALUE=DATE:20260102\nRRULE:FREQ=FORTNIGHTLY", Reason.BROKEN),
        ("DTSTART;VALUE=DATE:20260102\nRDATE;VALUE=DATE:soon", Reason.BROKEN),
        ("DTSTART;VALUE=DATE:20230102", Reason.OUTSIDE),
        ("DTSTART;VALUE=DATE:20260102\nEXDATE;VALUE=DATE:20260102", Reason.OUTSIDE),
        ("DTSTART;VALUE=DATE:20260102\nDTEND;VALUE=DATE:20260301", Reason.TOO_LONG),
        ("DTSTART;VALUE=DATE:20260102\nRRULE:FREQ=SECONDLY", Reason.RECURRENCE),
        ("DTSTART;VALUE=DATE:20260102\nRRULE:FREQ=YEARLY;BYHOUR=1", Reason.RECURRENCE),
        ("DTSTART;VALUE=DATE:20260102\nRRULE:FREQ=YEARLY;INTERVAL=0", Reason.RECURRENCE),
        ("DTSTART;VALUE=DATE:20260102\nRRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO", Reason.RECURRENCE),
        ("DTSTART;VALUE=DATE:20260102\nRRULE:FREQ=YEARLY;BYEASTER=1", Reason.RECURRENCE),
        (
            "DTSTART;VALUE=DATE:20260102\nRRULE:FREQ=YEARLY;BYMONTHDAY=" + ",".join(["1"] * 200),
            Reason.RECURRENCE,
        ),
        ("DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=DAILY", Reason.RECURRENCE),
        ("DTSTART;VALUE=DATE:20260102\nEXRULE:FREQ=YEARLY", Reason.RECURRENCE),
    ],
)
def test_what_proposes_no_day_is_named_with_the_reason(lines: str, reason: Reason) -> None:
    assert skipped(f"{lines}\nSUMMARY:Named") == [("Named", reason)]


def test_an_event_without_a_name_says_its_day() -> None:
    feed = read(ics("DTSTART;VALUE=DATE:20260101", "DTSTART;VALUE=DATE:20260501\nSUMMARY: \u200b\u202e"))
    (left_out,) = feed.skipped
    assert (left_out.reason, left_out.on) == (Reason.UNNAMED, date(2026, 5, 1))


def test_what_is_no_event_is_said_and_a_time_zone_is_not() -> None:
    head = "BEGIN:VTODO\nSUMMARY:Buy cake\nEND:VTODO\nBEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE"
    feed = read(ics("DTSTART;VALUE=DATE:20260101", head=head))
    assert [(each.name, each.reason) for each in feed.skipped] == [("Buy cake", Reason.NOT_AN_EVENT)]


def test_a_name_is_one_line_that_fits() -> None:
    (day,) = read(ics("DTSTART;VALUE=DATE:20260101\nSUMMARY:New\\nYear \x07" + "x" * 900)).days
    assert day.holiday.names == {"en": "New"}
    (day,) = read(ics("DTSTART;VALUE=DATE:20260101\nSUMMARY:" + "x" * 900)).days
    assert day.holiday.names == {"en": "x" * 200}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!doctype html><title>Sign in</title>",
        b"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260101\r\nEND:VEVENT\r\n",
        b"\xff\xfeB\x00E\x00",
        b"\x00" * 100,
        b"BEGIN:VCALENDAR\r\nnot a line\r\nEND:VCALENDAR\r\n",
        ics("DTSTART;VALUE=DATE:20260101").replace(b"Day", b"\xf6"),
        b"PK\x03\x04",
    ],
)
def test_bytes_that_are_no_icalendar(data: bytes) -> None:
    with pytest.raises(InvalidFeed) as refused:
        read(data)
    assert refused.value.code == "feed.not_icalendar"


def test_a_file_without_a_day_is_refused_and_says_how_many_events_it_has() -> None:
    with pytest.raises(InvalidFeed, match="2 skipped") as refused:
        read(ics("DTSTART:20260101T100000Z", "DTSTART;VALUE=DATE:20190101"))
    assert (refused.value.code, refused.value.skipped) == ("feed.no_days", 2)


def test_a_file_that_is_too_large_is_not_read() -> None:
    with pytest.raises(InvalidFeed) as refused:
        read(b" " * (MAX_BYTES + 1))
    assert refused.value.code == "feed.too_large"


def test_a_file_that_proposes_every_day_is_refused() -> None:
    with pytest.raises(InvalidFeed) as refused:
        read(ics(*(f"DTSTART;VALUE=DATE:{year}0101\nRRULE:FREQ=DAILY;COUNT=1096" for year in (2024, 2027))))
    assert refused.value.code == "feed.too_many_days"


def test_so_many_recurring_events_are_followed_and_no_more() -> None:
    feed = read(ics(*["DTSTART;VALUE=DATE:20240101\nRRULE:FREQ=YEARLY"] * (MAX_RULES + 2)))
    assert [each.reason for each in feed.skipped] == [Reason.RECURRENCE] * 2
    assert len(feed.days) == 6


def test_a_byte_order_mark_and_bare_line_ends_are_read() -> None:
    data = b"\xef\xbb\xbf" + ics("DTSTART;VALUE=DATE:20260101").replace(b"\r\n", b"\n")
    assert len(read(data).days) == 1


WORDS = st.sampled_from(
    """BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VEVENT|END:VEVENT|BEGIN:VTODO|DTSTART;VALUE=DATE:20260101|DTSTART:x|
    DTSTART;VALUE=DATE:00010101|DTEND;VALUE=DATE:99991231|DURATION:-P9999999D|DURATION:P1W|RRULE:FREQ=YEARLY|
    RRULE:FREQ=YEARLY;UNTIL=1|RRULE:FREQ=MONTHLY;BYDAY=9MO;BYSETPOS=0|RRULE:FREQ=DAILY;COUNT=x|RRULE:;|SUMMARY:A|
    SUMMARY;LANGUAGE=:|STATUS:CANCELLED|STATUS:A\r\nSTATUS:B|RDATE:20260101T000000Z/P1D|EXDATE:|UID:1|
    RECURRENCE-ID;VALUE=DATE:20260101|RECURRENCE-ID:x|TRANSP:OPAQUE|NAME:a\r\nNAME:b|DESCRIPTION:\\n|;:;| x|
    DTSTART;VALUE=PERIOD:20260101T000000Z/P1D|BEGIN:|END:|X-WR-CALNAME;X=Y:z""".replace("\n", "")
    .replace("|    ", "|")
    .split("|")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS | st.text(max_size=20), max_size=25), st.booleans())
@example(["NAME:a\r\nNAME:b"], True)
def test_hostile_files_are_read_or_refused(lines: list[str], framed: bool) -> None:
    text = "\r\n".join(lines).encode("utf-8", "surrogatepass")
    frame = b"BEGIN:VCALENDAR\r\n%s\r\nEND:VCALENDAR\r\n" if framed else b"%s"
    try:
        feed = read(frame % text)
    except InvalidFeed:
        return
    assert all(FIRST <= day.holiday.on <= LAST and day.holiday.names["en"] for day in feed.days)


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 60_000,
        ics("DTSTART;VALUE=DATE:20260101\nRDATE;VALUE=DATE:" + "20260102," * 50_000 + "20260103"),
        ics(*["DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"] * 20),
        ics(*["DTSTART;VALUE=DATE:20240101\nDTEND;VALUE=DATE:20240131\nRRULE:FREQ=DAILY;COUNT=900"] * 20),
    ],
)
def test_files_made_to_take_for_ever_end(data: bytes) -> None:
    with suppress(InvalidFeed):
        assert len(read(data).days) < 2_000
