"""The main job over HTTP, from the question to the verified record; and the thread as each side sees it."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.queries import receipt_key
from helpdesk.archive.rules.receipts import is_valid
from helpdesk.archive.terms import Receipt
from helpdesk.config.wiring import REACTIONS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, PLATFORM, READER
from tests.shops import Shops

ANSWER = "Yes, and please grease it thinly."


def test_the_main_job(call: CallAs, shops: Shops) -> None:
    anna, clara, edda = call(ANNA), call(CLARA), call(EDDA)
    asked = clara.post(f"/orders/{shops.claras_order}/questions", {"text": QUESTION}).json()
    thread = f"/conversations/{asked['conversation']}"

    (waiting,) = anna.get("/inbox").json()["data"]
    assert (waiting["id"], waiting["preview"], waiting["due_state"]) == (
        asked["conversation"],
        QUESTION,
        "ok",
    )
    assert (waiting["waiting_on"], waiting["due_zone"]) == ("seller", "Europe/Warsaw")
    assert datetime.fromisoformat(waiting["due_local"]) == datetime.fromisoformat(waiting["due_at"])
    assert anna.get(thread).json()["due_at"] == waiting["due_at"]

    answered = anna.post(f"{thread}/replies", {"text": ANSWER, "seen_n": 0})
    assert answered.status_code == 201
    assert anna.get("/inbox").json() == {"data": [], "next": None}
    read = clara.get(thread).json()
    assert [(m["side"], m["author"], m["text"]) for m in read["messages"]] == [
        ("buyer", "Clara", QUESTION),
        ("seller", "Anna", ANSWER),
    ]
    assert (read["waiting_on"], read["due_state"], read["due_at"]) == ("nobody", "none", None)

    entry = f"/entries/{answered.json()['archive']['entry']}"
    assert anna.get(entry).json()["number"] is None
    archive.number_entries(actor=SYSTEM, now=clock.now())
    assert clara.get(entry).json()["number"] > 0

    refused = edda.get(thread)
    assert (refused.status_code, refused.json()["code"]) == (403, "oversight.no_reading")
    assert edda.post(f"{thread}/readings", {"reason": "dispute"}).status_code == 201
    assert edda.get(thread).json()["messages"] == read["messages"]


def test_the_receipt_verifies_with_what_the_answer_says(call: CallAs, asked: Ref) -> None:
    stamp = call(ANNA).post(f"/conversations/{asked}/replies", {"text": ANSWER}).json()["archive"]
    told = stamp["receipt"]
    receipt = Receipt(
        entry=UUID(told["entry"]),
        leaf_hash=bytes.fromhex(stamp["leaf_hash"]),
        at=datetime.fromisoformat(told["at"]),
        key=told["key"],
        signature=bytes.fromhex(told["signature"]),
    )
    assert is_valid(receipt=receipt, public=receipt_key().public)
    assert datetime.fromisoformat(told["in_log_by"]) == receipt.in_log_by
    assert Ref.parse(stamp["entry"]) == Ref(asked.seller_id, receipt.entry)


def test_each_side_reads_the_same_thread_and_the_platforms_machines_none(call: CallAs, asked: Ref) -> None:
    read = [call(actor).get(f"/conversations/{asked}").json() for actor in (ANNA, READER, CLARA)]
    may = [[deed["action"] for deed in one.pop("allowed_actions")] for one in read]
    reasons = [one.pop("start_reasons") for one in read]
    assert [bool(one.pop("seller_rating")) for one in read] == [False, False, True]  # the Buyer's to see
    assert read[0] == read[1] == read[2], "but for what each may do"
    assert (may[0], may[1]) == (["reply", "waive", "start"], [])
    assert may[2] == ["ask"]
    assert reasons[1] == reasons[2] == []
    assert (read[0]["title"], read[0]["market"], read[0]["about"]) == ("A-1001", "de", "order")
    for stranger in (DMITRI, PLATFORM):
        assert call(stranger).get(f"/conversations/{asked}").status_code == 404


def test_a_long_thread_is_read_on_from_a_place(call: CallAs, asked: Ref) -> None:
    for text in ("One.", "Two.", "Three."):
        assert (
            call(ANNA)
            .post(f"/conversations/{asked}/replies", {"text": text, "reason": "invoice"})
            .status_code
            == 201
        )
    read = call(CLARA).get(f"/conversations/{asked}?after_n=1").json()
    assert ([m["n"] for m in read["messages"]], read["last_n"]) == ([2, 3], 3)
    assert call(CLARA).get(f"/conversations/{asked}?after_n=2000000000").json()["messages"] == []


def test_a_buyers_list_counts_and_its_mark_counts_down(call: CallAs, asked: Ref) -> None:
    clara, anna = call(CLARA), call(ANNA)
    for text in ("One.", "Two."):
        anna.post(f"/conversations/{asked}/replies", {"text": text, "reason": "invoice"})
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=REACTIONS)
    (row,) = clara.get("/conversations").json()["data"]
    assert (row["id"], row["seller"], row["messages"], row["unread"]) == (
        str(asked),
        "Anna's Espresso Parts",
        3,
        2,
    )
    assert clara.send("PUT", f"/conversations/{asked}/read-mark", {"n": 1}).status_code == 204
    assert clara.get("/conversations").json()["data"][0]["unread"] == 1
    assert call(ANNA).get("/conversations").json() == {"data": [], "next": None}
    assert call(ANNA).send("PUT", f"/conversations/{asked}/read-mark", {"n": 1}).status_code == 404
