"""How often, how long and how many."""

from datetime import timedelta

_S, _M, _H = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)

# the pauses of Standard Webhooks: three days in all, after which a delivery is dead
PAUSES = (5 * _S, 5 * _M, 30 * _M, 2 * _H, 5 * _H, 10 * _H, 14 * _H, 20 * _H, 24 * _H)
JITTER = 0.2  # of each pause, to either side: receivers that come back are not met by all at once

LEASE = timedelta(minutes=2)  # longer than a request may take: who dies with one in hand leaves it then
SECONDS = 10.0  # for a request, from the first byte sent to the end of the answer's head
MOST_READ = 16_384  # bytes of an answer that are read, and dropped
MOST_EACH = 2  # requests at a time to one endpoint, by one worker

BREAKS_AFTER = 5  # failures in a row: from then on one request at a time, with rests between them
FIRST_REST, LONGEST_REST = 10 * _S, 15 * _M
FAILING_FOR = timedelta(days=5)  # without one success: then nothing is sent any more

TOLD_WITHIN = timedelta(hours=6)  # how long what was given up is looked for, should nobody have been told

OVERLAP = timedelta(hours=24)  # both secrets sign, so that a receiver can change over
KEPT = timedelta(days=30)  # how long deliveries that are done with are listed

MAX_ENDPOINTS = 20  # of one owner
MAX_URL = 500  # characters
MAX_DESCRIPTION = 200
MAX_PAGE = 1000  # events of one answer
SPAN = 5000  # entries that are looked at for one answer, however few of them are asked for
REPLAYED = 1000  # dead deliveries that one replay takes up
