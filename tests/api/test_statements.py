"""How many SQL statements each endpoint sends: a query per row, or one that came in unseen, shows here."""

from typing import Any

import pytest

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA, HANIA, PLATFORM
from tests.marketplace import samples
from tests.shops import Shops
from tests.statements import statements

# As measured. Everything counts: the token's question, BEGIN, COMMIT, the scope's setting, savepoints.
CEILINGS: list[tuple[int, Actor, str, Any]] = [
    (2, ANNA, "GET /inbox", None),
    (7, ANNA, "GET /search?q=gasket", None),  # nothing taken in: exact, then forgiving
    (9, ANNA, "GET /search/at-hand?q=gasket", None),
    (5, ANNA, "GET /warnings", None),
    (8, ANNA, "GET /conversations/{asked}", None),  # with what was said of its questions, and what may be
    (8, ANNA, "GET /conversations/{asked}/clocks", None),
    (3, ANNA, "POST /conversations/{asked}/replies", {"text": "Yes."}),
    (3, CLARA, "POST /conversations/{asked}/questions", {"text": "Does this fit, too?"}),
    (4, CLARA, "POST /conversations/{asked}/questions", {"text": "And?"}),  # could end what she began
    (25, CLARA, "POST /orders/{order}/questions", {"text": "When will this come?"}),  # the first of the two
    (
        29,
        CLARA,
        "POST /orders/{order}/questions",
        {"text": "When?"},
    ),  # the same, and whether she wrote before
    (23, CLARA, "POST /offers/{offer}/questions", {"text": "How long?"}),
    (2, CLARA, "GET /conversations", None),
    (7, CLARA, "PUT /conversations/{asked}/read-mark", {"n": 0}),
    (6, CLARA, "GET /notices", None),
    (5, ANNA, "GET /notices/wishes", None),
    (11, CLARA, "GET /orders", None),
    (25, CLARA, "GET /orders/{order}", None),  # with its parcels, its thread, and a promise
    (20, CLARA, "GET /offers/{offer}", None),
    (11, CLARA, "GET /entries/{entry}", None),  # with its proof
    (12, EDDA, "GET /files?words=A", None),
    (10, EDDA, "POST /conversations/{asked}/readings", {"reason": "dispute"}),
    (11, EDDA, "GET /conversations/{read}", None),
    (60, EDDA, "POST /conversations/{read}/packages", {}),  # however long the conversation is
    (5, EDDA, "GET /samples", None),  # nothing waits; with rows two more
    (5, EDDA, "GET /attempts", None),
    (9, EDDA, "GET /reviews", None),
    (6, EDDA, "GET /figures", None),
    (7, EDDA, "GET /rules/messages", None),
    (5, EDDA, "GET /trials", None),
    (6, ANNA, "GET /quality", None),
    (11, ANNA, "GET /standing", None),
    (6, ANNA, "GET /standing/points", None),
    (11, PLATFORM, f"GET /sellers/{ANNAS_SHOP}/standing", None),  # with measures one or two more
    (9, PLATFORM, "PUT /platform/markets/it", samples.market()),
]


@pytest.fixture
def places(call: CallAs, shops: Shops, asked: Ref) -> dict[str, str]:
    """Two open threads in Anna's inbox, two in Clara's list, two files to find, one of them open."""
    hanias = call(HANIA).post(f"/orders/{shops.hanias_order}/questions", {"text": "Mine too?"}).json()
    about = call(CLARA).post(f"/offers/{shops.offer}/questions", {"text": "Still there?"}).json()
    read = hanias["conversation"]
    assert call(EDDA).post(f"/conversations/{read}/readings", {"reason": "report"}).status_code == 201
    found = {"asked": asked, "order": shops.dmitris_order, "offer": shops.offer, "read": read}
    return {name: str(ref) for name, ref in found.items()} | {"entry": about["archive"]["entry"]}


@pytest.mark.parametrize(("ceiling", "actor", "request_line", "body"), CEILINGS)
def test_each_endpoint_keeps_its_ceiling(
    call: CallAs, places: dict[str, str], ceiling: int, actor: Actor, request_line: str, body: Any
) -> None:
    api, (method, path) = call(actor), request_line.format(**places).split(" ")
    record = {name: value for name, value in (body or {}).items() if name not in ("type", "id")}
    api.get("/me")  # the first request of a credential draws a portion of its limit
    with statements() as count:
        answer = api.send(method, path, record, **{"Idempotency-Key": "s"})
    assert answer.status_code < 300, answer.content
    assert count() <= ceiling


def test_files_cost_one_statement_more(call: CallAs, asked: Ref) -> None:
    """Of a post, and of a thread that has some."""
    clara, at = call(CLARA), f"/conversations/{asked}"
    path, key = f"/uploads?name=a.txt&conversation={asked}", {"Idempotency-Key": "u"}
    with statements() as count:
        file = clara.send("POST", path, b"The part number is on the back.", **key).json()
    assert count() <= 22
    with statements() as count:
        sent = clara.post(f"{at}/questions", {"text": "See the note.", "files": [file["id"]]})
    assert sent.status_code == 201
    assert count() <= 4
    with statements() as count:
        assert clara.get(at).json()["messages"][-1]["files"]
    assert count() <= 9


def test_a_replay_costs_less_than_the_deed(call: CallAs, asked: Ref) -> None:
    anna, path = call(ANNA), f"/conversations/{asked}/replies"
    anna.post(path, {"text": "Yes."}, key="k")
    with statements() as count:
        assert anna.post(path, {"text": "Yes."}, key="k").status_code == 201
    assert count() <= 2
