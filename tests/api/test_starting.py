"""Starting over HTTP: sellers write first about an order, buyers say what for, and mute."""

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, HANIA, READER
from tests.conversations.handing import placed
from tests.shops import Shops

FIRST = {"text": "One gasket is missing. May we send a blue one?", "reason": "order_problem"}


def test_a_seller_writes_first_and_the_buyer_reads_why(call: CallAs, shops: Shops) -> None:
    placed(shops.claras_order)
    path = f"/orders/{shops.claras_order}/messages"
    posted = call(ANNA).post(path, FIRST, key="k")
    assert posted.status_code == 201
    again = call(ANNA).post(path, FIRST, key="k")
    assert again.json() == posted.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    thread = call(CLARA).get(f"/conversations/{posted.json()['conversation']}").json()
    (message,) = thread["messages"]
    assert (message["reason"], message["line"], thread["muted"]) == ("order_problem", None, False)


def test_strangers_readers_and_buyers_do_not(call: CallAs, shops: Shops) -> None:
    path = f"/orders/{shops.claras_order}/messages"
    codes = {
        actor.name: call(actor).post(path, FIRST).status_code for actor in (DMITRI, HANIA, READER, CLARA)
    }
    assert codes == {"Dmitri": 404, "Hania": 404, "Reader": 403, "Clara": 403}


def test_a_reason_outside_the_list_is_refused(call: CallAs, shops: Shops) -> None:
    path = f"/orders/{shops.claras_order}/messages"
    for body in ({"text": "Buy more!"}, {"text": "Buy more!", "reason": "offer"}):
        assert call(ANNA).post(path, body).status_code == 422


def test_a_dry_run_stores_nothing(call: CallAs, shops: Shops) -> None:
    path = f"/orders/{shops.claras_order}/messages?dry_run=true"
    assert call(ANNA).post(path, FIRST).status_code == 200
    assert call(CLARA).get("/conversations").json()["data"] == []


def test_where_somebody_waits_one_answers_in_the_conversation(call: CallAs, shops: Shops, asked: Ref) -> None:
    refused = call(ANNA).post(f"/orders/{shops.claras_order}/messages", FIRST)
    assert (refused.status_code, refused.json()["code"]) == (409, "start.somebody_waits")


def test_a_reply_where_nobody_waits_is_told_the_reasons(call: CallAs, asked: Ref) -> None:
    path = f"/conversations/{asked}/replies"
    assert call(ANNA).post(path, {"text": "Yes, it is the right one."}).status_code == 201
    refused = call(ANNA).post(path, {"text": "Here is the invoice."}).json()
    assert refused["code"] == "start.reason_needed"
    assert "invoice" in refused["choices"]
    sent = call(ANNA).post(path, {"text": "Here is the invoice.", "reason": "invoice"})
    assert sent.status_code == 201


def test_a_buyer_says_which_line_and_what_for(call: CallAs, shops: Shops) -> None:
    path = f"/orders/{shops.claras_order}/questions"
    body = {"text": "It is broken.", "reason": "damaged", "line": "1"}
    posted = call(CLARA).post(path, body).json()
    (message,) = call(ANNA).get(f"/conversations/{posted['conversation']}").json()["messages"]
    assert (message["reason"], message["line"]) == ("damaged", "1")
    assert call(CLARA).post(path, body | {"line": "9"}).json()["code"] == "start.no_such_line"
    assert call(CLARA).post(path, body | {"reason": "invoiced"}).status_code == 422


def test_a_buyer_mutes_and_the_seller_does_not_see_it(call: CallAs, shops: Shops, asked: Ref) -> None:
    for path in (f"/orders/{shops.claras_order}/mute", f"/conversations/{asked}/mute"):
        for muted in (True, False):
            assert call(CLARA).put(path, {"muted": muted}).status_code == 204
            assert call(CLARA).get(f"/conversations/{asked}").json()["muted"] is muted
            assert call(ANNA).get(f"/conversations/{asked}").json()["muted"] is False
        assert call(HANIA).put(path, {"muted": True}).status_code == 404
        assert call(ANNA).put(path, {"muted": True}).status_code == 403


def test_a_seller_finds_orders_by_number_and_name(call: CallAs, shops: Shops) -> None:
    def numbers(find: str) -> list[str]:
        return [one["number"] for one in call(ANNA).get(f"/orders?find={find}").json()["data"]]

    assert sorted(numbers("")) == ["A-1001", "A-1002"]
    assert numbers("a-1002") == ["A-1002"]
    assert numbers("D-2001") == []
    call(CLARA).post(f"/orders/{shops.claras_order}/questions", {"text": "Is it 8 mm?"})
    assert numbers("clar") == ["A-1001"]
    (found,) = call(ANNA).get("/orders?find=clar").json()["data"]
    assert found["buyer"] == "Clara"
    assert {one["buyer"] for one in call(CLARA).get("/orders").json()["data"]} == {None}
