"""Who takes part, under which name, beside whom, and what it cannot say."""

from dataclasses import dataclass
from typing import Final

INTEGERS: Final = "Helpdesk, integers"
BATCH: Final = "Helpdesk, a million at once"
ELAPSED: Final = "Helpdesk, counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the table. `made_by` names a function in `module`, `beside` the line to compare with."""

    name: str
    made_by: str
    module: str
    beside: str
    cannot: str = ""
    given: tuple[tuple[str, bool], ...] = ()


DEADLINES = (
    Entry(name=INTEGERS, made_by="integers", module="ours", beside=INTEGERS),
    Entry(name="Helpdesk, datetimes", made_by="datetimes", module="ours", beside=INTEGERS),
    Entry(
        name="a loop over days",
        made_by="day_loop",
        module="ours",
        beside=INTEGERS,
        cannot="days whose midnight is missing or comes twice",
    ),
    Entry(
        name="numpy busday_offset",
        made_by="numpy_days",
        module="peers",
        beside=INTEGERS,
        cannot="hours (carried over by hand here), zones, clock changes, ties",
    ),
    Entry(
        name="pandas CustomBusinessHour",
        made_by="pandas_hours",
        module="peers",
        beside=INTEGERS,
        cannot="a day open for 24 hours: 00:00 to 23:59 at most; clock changes",
    ),
    Entry(
        name="businesstimedelta",
        made_by="businesstimedelta",
        module="peers",
        beside=INTEGERS,
        cannot="a day open until 24:00: 23:59:59.999999 at most",
    ),
    Entry(
        name="businesstimedelta, until 24:00",
        made_by="businesstimedelta",
        module="peers",
        beside=INTEGERS,
        cannot="anything: it looks for an open day for ever",
        given=(("whole_days", True),),
    ),
)
BATCHES = (
    Entry(name=BATCH, made_by="ours", module="batches", beside=BATCH),
    Entry(
        name="  in order of time", made_by="ours", module="batches", beside=BATCH, given=(("in_order", True),)
    ),
    Entry(
        name="  without numpy",
        made_by="without_numpy",
        module="batches",
        beside=BATCH,
        given=(("in_order", False),),
    ),
    Entry(
        name="  without numpy, in order of time",
        made_by="without_numpy",
        module="batches",
        beside=BATCH,
        given=(("in_order", True),),
    ),
    Entry(
        name="numpy busday_offset, a million at once",
        made_by="numpy_days",
        module="batches",
        beside=BATCH,
        cannot="as above",
    ),
)
ELAPSEDS = (
    Entry(name=ELAPSED, made_by="counted", module="ours", beside=ELAPSED),
    Entry(
        name="businesstimedelta, difference",
        made_by="businesstimedelta_elapsed",
        module="peers",
        beside=ELAPSED,
        cannot="less than a second; a day open until 24:00",
    ),
    Entry(
        name="business-duration",
        made_by="business_duration",
        module="peers",
        beside=ELAPSED,
        cannot="less than a second; zones, clock changes; deadlines",
    ),
)
ALL = (*DEADLINES, *BATCHES, *ELAPSEDS)
