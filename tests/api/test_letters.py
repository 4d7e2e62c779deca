"""Letters and the Administrator's voice over HTTP: whose they are, and who never learns of them."""

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, GRETA, HANIA
from tests.shops import Shops

TEXT = "The shop asks me to pay the postage twice."


def test_a_side_writes_and_is_answered(call: CallAs, asked: Ref) -> None:
    stored = call(CLARA).post("/letters", {"text": TEXT, "conversation": str(asked)})
    assert stored.status_code == 201
    id = stored.json()["correspondence"]
    path = f"/letters/{id}"
    [waits] = call(EDDA).get("/letters").json()["data"]
    assert (waits["id"], waits["file"], waits["side"]) == (id, str(asked), "buyer")
    assert TEXT not in call(EDDA).get("/letters").content.decode()
    assert call(EDDA).get(path).status_code == 403
    call(EDDA).post(f"/conversations/{asked}/readings", {"reason": "complaint"})
    assert call(EDDA).get(path).json()["letters"][0]["text"] == TEXT
    assert call(EDDA).post(f"{path}/answers", {"text": "We look at it."}).status_code == 201
    shown = call(CLARA).get(path).json()
    assert [(one["side"], one["text"]) for one in shown["letters"]] == [
        ("buyer", TEXT),
        ("administrator", "We look at it."),
    ]
    assert shown["due_at"] is None
    assert len(call(GRETA).get("/letters?state=answered").json()["data"]) == 1


def test_the_other_side_and_strangers_find_nothing(call: CallAs, asked: Ref) -> None:
    stored = call(CLARA).post("/letters", {"text": TEXT, "conversation": str(asked)}).json()
    for actor in (ANNA, DMITRI, HANIA):
        client = call(actor)
        assert client.get(f"/letters/{stored['correspondence']}").status_code == 404
        assert client.post(f"/letters/{stored['correspondence']}/answers", {"text": "x"}).status_code == 404
        assert client.get(f"/entries/{stored['archive']['entry']}").status_code == 404
        assert client.get("/letters").json()["data"] == []
    assert TEXT not in call(ANNA).get(f"/conversations/{asked}").content.decode()


def test_about_an_order(call: CallAs, shops: Shops) -> None:
    body = {"text": TEXT, "order": str(shops.claras_order)}
    stored = call(CLARA).post("/letters", body)
    shown = call(CLARA).get(f"/letters/{stored.json()['correspondence']}").json()
    assert (shown["about"], shown["order"], shown["title"]) == ("order", str(shops.claras_order), "A-1001")
    assert call(HANIA).post("/letters", body).status_code == 404
    assert call(CLARA).post("/letters", body | {"order": "ext:nobody's"}).status_code == 404


def test_support_joins_and_speaks(call: CallAs, asked: Ref) -> None:
    edda, path = call(EDDA), f"/conversations/{asked}"
    edda.post(f"{path}/readings", {"reason": "dispute"})
    early = edda.post(f"{path}/remarks", {"text": "I help you."})
    assert (early.status_code, early.json()["code"]) == (409, "joining.first")
    assert edda.post(f"{path}/joinings", {"reason": "dispute"}).status_code == 201
    spoken = edda.post(f"{path}/remarks", {"text": "I help you."}, key="one")
    assert spoken.status_code == 201
    again = edda.post(f"{path}/remarks", {"text": "I help you."}, key="one")
    assert again.headers["Idempotency-Replayed"] == "true"
    for actor in (ANNA, CLARA):
        [one] = call(actor).get(f"{path}/joinings").json()["data"]
        assert (one["name"], one["reason"]) == ("Edda", "dispute")
        last = call(actor).get(path).json()["messages"][-1]
        assert (last["side"], last["text"]) == ("administrator", "I help you.")


def test_a_letter_to_one_side(call: CallAs, asked: Ref) -> None:
    edda, path = call(EDDA), f"/conversations/{asked}/letters"
    assert edda.post(path, {"text": "Please look.", "side": "seller"}).status_code == 403
    edda.post(f"/conversations/{asked}/readings", {"reason": "dispute"})
    stored = edda.post(path, {"text": "Please look.", "side": "seller"}).json()
    place = f"/letters/{stored['correspondence']}"
    assert call(ANNA).get(place).json()["letters"][0]["text"] == "Please look."
    assert call(CLARA).get(place).status_code == 404


def test_what_it_says_of_mistakes(call: CallAs, asked: Ref, shops: Shops) -> None:
    clara = call(CLARA)
    both = {"text": TEXT, "conversation": str(asked), "order": str(shops.claras_order)}
    assert clara.post("/letters", both).json()["code"] == "letter.one_subject"
    assert clara.post("/letters", {"text": "\u200b"}).json()["code"] == "message.invisible"
    assert clara.post("/letters", {"text": TEXT, "conversation": "nonsense"}).status_code == 404
    assert clara.get("/letters/nonsense").status_code == 404


def test_support_closes_without_an_answer(call: CallAs, asked: Ref) -> None:
    stored = call(CLARA).post("/letters", {"text": TEXT, "conversation": str(asked)}).json()
    path, edda = f"/letters/{stored['correspondence']}", call(EDDA)
    body = {"reason": "settled"}
    assert edda.post(f"{path}/closings", body).json()["code"] == "oversight.no_reading"
    edda.post(f"/conversations/{asked}/readings", {"reason": "complaint"})
    assert edda.post(f"{path}/closings", {"reason": "tired"}).status_code == 422
    done = edda.post(f"{path}/closings", body, key="one")
    assert done.status_code == 201
    again = edda.post(f"{path}/closings", body, key="one")
    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (201, "true")
    assert edda.post(f"{path}/closings", body).json()["code"] == "letter.nothing_waits"
    assert edda.get("/letters").json()["data"] == []
    [closed] = edda.get("/letters?state=closed").json()["data"]
    assert closed["closed"]["reason"] == "settled"
    shown = call(CLARA).get(path).json()
    assert shown["letters"][0]["closed"] == shown["closed"] == closed["closed"]
    for actor in (ANNA, CLARA, DMITRI, HANIA):
        assert call(actor).post(f"{path}/closings", body).status_code == 404
    assert call(GRETA).post(f"{path}/closings", body).status_code == 403
