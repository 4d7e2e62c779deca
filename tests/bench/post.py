"""`bin/bench post`: replies of many sellers in many threads."""

import random
import uuid
from collections.abc import Callable, Mapping
from itertools import count

import msgspec

from helpdesk.archive.actions import entry_parameters, seal
from helpdesk.archive.terms import Head
from helpdesk.kernel import clock
from tests.bench.world import ANSWER, FIRST_SELLER, SELLER_STEP, SELLERS, Thread, agent, token

TITLE = "Post a reply: POST /api/v1/conversations/<ref>/replies"
STATUS = 201

SCRIPT = f"""
\\set i random(0, :conversations - 1)
\\set k :i % {SELLERS}
\\set seller {FIRST_SELLER} + :k * {SELLER_STEP}
\\set key random(0, 9000000000000000000)
SELECT * FROM conversation_load_v3('own', :seller::text, '', :seller::bigint,
    md5('conversation ' || :i)::uuid, md5('agent ' || :k)::uuid, 'bench/' || :key) \\gset l_
SELECT conversation_post_v4('own', :seller::text, '', :seller::bigint, uuidv7(),
    md5('conversation ' || :i)::uuid, :l_head_n::integer + 1, 'message',
    greatest(clock_timestamp(), :l_head_at::timestamptz + interval '1 microsecond'),
    md5('agent ' || :k)::uuid, 'bench/' || :key, :leaf::bytea, :leaf_hash::bytea, 0::smallint,
    :l_buyer_id::uuid, :receipt_key::text, :receipt::bytea, '{{body,by}}'::text[],
    ARRAY[:body::bytea, :author::bytea], ARRAY[:salt::bytea, :salt::bytea], false, 'seller', 'pl',
    NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, nullif(:l_o_id, '')::uuid,
    CASE WHEN :l_o_id::text = '' THEN NULL ELSE 'met' END, nullif(:l_o_deadline, '')::timestamptz,
    nullif(:l_o_calendar_version, '')::integer, nullif(:l_o_outages, '')::integer, false,
    NULL, NULL, NULL, NULL, NULL, '{{}}'::uuid[], '{{removal}}'::text[]);
"""


def given() -> Mapping[str, str]:
    """Values of real size, as a reply that closes a question has them."""
    thread = Thread(0)
    sealed = seal(
        chain=thread.chain,
        kind="message",
        actor=agent(0),
        now=clock.now(),
        key="sample",
        expected_head=Head(n=2, leaf_hash=bytes(32), at=clock.now()),
        values={"body": ANSWER.encode()},
        facts={
            "answered_deadline": 1_700_000_000_000_000,
            "answered_received": 1_700_000_000_000_000,
            "answered_version": 1,
            "counted": 36_000_000_000,
            "language": "pl",
            "overrun": 0,
            "verdict": "met",
        },
        ref=[("answers", thread.order_id)],
    )
    receipt_key, receipt = entry_parameters(sealed=sealed)[12:14]
    assert isinstance(receipt, bytes)
    author, salt = sealed.salted["by"]
    parts = {
        "leaf": sealed.leaf,
        "leaf_hash": sealed.leaf_hash,
        "receipt": receipt,
        "body": ANSWER.encode(),
        "author": author,
        "salt": salt,
    }
    return {name: f"\\x{value.hex()}" for name, value in parts.items()} | {"receipt_key": str(receipt_key)}


def requests(*, conversations: int) -> Callable[[], bytes]:
    """The next reply, in any thread, under a key of its own."""
    body = msgspec.json.encode({"text": ANSWER, "reason": "safety_recall"})  # where a thread comes up again
    run, numbers, chance = uuid.uuid4().hex, count(), random.Random(2)

    def request() -> bytes:
        thread = Thread(chance.randrange(conversations))
        return (
            f"POST /api/v1/conversations/{thread.ref}/replies HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Authorization: Bearer {token(thread.seller)}\r\nIdempotency-Key: {run}/{next(numbers)}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        ).encode() + body

    return request
