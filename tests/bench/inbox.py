"""`bin/bench inbox`: the first 25 open questions of a seller, by deadline."""

import random
from collections.abc import Callable, Mapping

from tests.bench.world import FIRST_SELLER, SELLER_STEP, SELLERS, token

TITLE = "Seller's inbox: GET /api/v1/inbox?limit=25"
STATUS = 200

SCRIPT = f"""
\\set k random(0, {SELLERS} - 1)
\\set seller {FIRST_SELLER} + :k * {SELLER_STEP}
SELECT * FROM conversation_inbox_v3('own', :seller::text, '', :seller::bigint, NULL, '-infinity', 'infinity',
    NULL, NULL, 25, 400);
"""


def given() -> Mapping[str, str]:
    """Nothing: the script needs no values."""
    return {}


def requests(*, conversations: int) -> Callable[[], bytes]:
    """The next seller's inbox; how many conversations there are matters to the database alone."""
    chance = random.Random(conversations)

    def request() -> bytes:
        return (
            "GET /api/v1/inbox?limit=25 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Authorization: Bearer {token(chance.randrange(SELLERS))}\r\n\r\n"
        ).encode()

    return request
