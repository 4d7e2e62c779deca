"""Business-time arithmetic: how much time counted, and when a budget of it runs out.

Owns: calendars (which local dates are business days) and exact sums over them.
Promises: integers only (microseconds since 1970-01-01T00:00Z), exact to the microsecond, across changes of
daylight saving, skipped dates and doubled midnights.
Refuses: to guess. An instant outside a calendar's table raises `OutsideCalendar`; no calendar, no answer.

Read `calendar.py` for the arithmetic, `known.py` for the calendars that come with the package, `build.py` for
calendars of one's own, `exclusions.py` for time that does not count, `moments.py` for what follows from a
deadline, `explain.py` and `shown.py` for what people are told. `changes.py`
and `feeds.py` lead to next versions.
"""
