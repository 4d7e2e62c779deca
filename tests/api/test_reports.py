"""Reports over HTTP: whose they are, who decides, and who never learns of them."""

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA, HANIA
from tests.shops import Shops

TEXT = "They wrote to my private address."


def test_a_buyer_reports_and_is_told(call: CallAs, shops: Shops, asked: Ref) -> None:
    call(ANNA).post(f"/conversations/{asked}/replies", {"text": "Yes, it fits."})
    said = call(CLARA).get(f"/conversations/{asked}").json()["messages"][-1]
    body = {"what": "deal_outside", "conversation": str(asked), "message": said["id"], "text": TEXT}
    stored = call(CLARA).post("/reports", body, key="one")
    assert stored.status_code == 201
    assert call(CLARA).post("/reports", body, key="one").headers["Idempotency-Replayed"] == "true"
    assert call(CLARA).post("/reports", body, key="two").status_code == 409
    receipt = stored.json()
    path = f"/reports/{receipt['report']}"
    own = call(CLARA).get(path).json()
    assert (own["text"], own["due_at"], own["outcome"]) == (TEXT, receipt["due_at"], None)
    assert "around" not in own

    [waits] = call(EDDA).get("/reports").json()["data"]
    assert (waits["id"], waits["file"], waits["side"], waits["message"]) == (
        receipt["report"],
        str(asked),
        "buyer",
        said["id"],
    )
    assert TEXT not in call(EDDA).get("/reports").content.decode()
    assert call(EDDA).get(path).status_code == 403
    decision = {"decision": "founded", "kind": "deal", "reason": "Thank you."}
    assert call(EDDA).post(f"{path}/decisions", decision).status_code == 403
    call(EDDA).post(f"/conversations/{asked}/readings", {"reason": "report"})
    found = call(EDDA).get(path).json()
    assert [one["text"] for one in found["around"]][-1] == "Yes, it fits."
    assert found["past"] == {"founded": 0, "unfounded": 0, "abusive": 0}
    assert call(EDDA).post(f"{path}/decisions", decision).status_code == 201
    outcome = call(CLARA).get(path).json()["outcome"]
    assert (outcome["decision"], outcome["kind"], outcome["reason"]) == ("founded", "deal", "Thank you.")
    assert len(call(GRETA).get("/reports?state=settled").json()["data"]) == 1


def test_the_other_side_and_strangers_find_nothing(call: CallAs, asked: Ref) -> None:
    stored = call(CLARA).post("/reports", {"what": "insult", "conversation": str(asked), "text": TEXT}).json()
    for actor in (ANNA, DMITRI, HANIA):
        client = call(actor)
        assert client.get(f"/reports/{stored['report']}").status_code == 404
        decision = {"decision": "abusive", "reason": "x"}
        assert client.post(f"/reports/{stored['report']}/decisions", decision).status_code == 404
        assert client.get(f"/entries/{stored['archive']['entry']}").status_code == 404
        assert client.get("/reports").json()["data"] == []
    assert call(HANIA).post("/reports", {"what": "insult", "conversation": str(asked)}).status_code == 404


def test_about_an_order_from_outside(call: CallAs, shops: Shops) -> None:
    body = {"what": "marketing", "order": str(shops.claras_order), "channel": "sms"}
    stored = call(CLARA).post("/reports", body)
    shown = call(CLARA).get(f"/reports/{stored.json()['report']}").json()
    assert (shown["about"], shown["order"], shown["channel"], shown["title"]) == (
        "order",
        str(shops.claras_order),
        "sms",
        "A-1001",
    )
    assert call(DMITRI).post("/reports", body | {"what": "fraud", "channel": ""}).status_code == 404


def test_a_seller_reports_a_buyer(call: CallAs, asked: Ref) -> None:
    body = {"what": "threat", "conversation": str(asked), "text": TEXT}
    stored = call(ANNA).post("/reports", body).json()
    assert call(ANNA).get(f"/reports/{stored['report']}").json()["side"] == "seller"
    assert call(CLARA).get(f"/reports/{stored['report']}").status_code == 404
    call(FELIX).post(f"/conversations/{asked}/readings", {"reason": "report"})
    path = f"/reports/{stored['report']}/decisions"
    assert call(FELIX).post(path, {"decision": "founded", "kind": "threat"}).status_code == 201


def test_what_it_says_of_mistakes(call: CallAs, asked: Ref, shops: Shops) -> None:
    clara = call(CLARA)
    both = {"what": "insult", "conversation": str(asked), "order": str(shops.claras_order)}
    for body, status, code in (
        (both, 422, "report.one_subject"),
        ({"what": "insult"}, 422, "report.one_subject"),
        ({"what": "insult", "message": str(asked.id)}, 422, "report.one_subject"),
        ({"what": "flood", "conversation": str(asked)}, 422, "report.what"),
        ({"what": "other", "conversation": str(asked)}, 422, "report.words_missing"),
        ({"what": "insult", "conversation": str(asked), "message": "x"}, 404, "message.not_found"),
        ({"what": "insult", "conversation": str(asked), "files": ["x"]}, 404, "upload.not_found"),
    ):
        answer = clara.post("/reports", body)
        assert (answer.status_code, answer.json()["code"]) == (status, code), body
    assert clara.get("/reports/nothing").status_code == 404
    call(EDDA).post(f"/conversations/{asked}/readings", {"reason": "report"})
    stored = clara.post("/reports", {"what": "insult", "conversation": str(asked)}).json()
    decisions = f"/reports/{stored['report']}/decisions"
    wrong = call(EDDA).post(decisions, {"decision": "founded", "kind": "nonsense"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "report.found")


def test_nothing_leads_outside_here(call: CallAs, asked: Ref) -> None:
    for actor in (CLARA, ANNA):
        assert call(actor).get(f"/conversations/{asked}/outside").json() == {"data": []}
    for actor in (HANIA, DMITRI, EDDA):
        assert call(actor).get(f"/conversations/{asked}/outside").status_code == 404
