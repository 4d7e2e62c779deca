"""Samples at the desk: one click opens, two buttons decide, and a decision is one."""

from uuid import uuid4

from django.test import Client

from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX
from tests.conversations.attempts import refused_reply
from tests.oversight.samples import HOLDING, drawn_answer, marked, stood_by
from tests.portal.conftest import QUESTION, SignIn

LIST = "/administrator/samples"


def page(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def form(**fields: str) -> dict[str, str]:
    return {"key": str(uuid4()), **fields}


def test_the_list_shows_kinds_shops_and_orders_and_no_word(sign_in: SignIn, asked: Ref) -> None:
    edda, sample = sign_in(EDDA), stood_by(asked)
    shown = page(edda, LIST)
    assert f"{LIST}/{sample}/readings" in shown
    assert "Anna&#x27;s Espresso Parts" in shown
    assert shown.count("A-1001") == 1
    for words in (QUESTION, HOLDING):
        assert words not in shown


def test_the_desk_says_how_many_wait(sign_in: SignIn, asked: Ref) -> None:
    edda = sign_in(EDDA)
    for words in ("No answer waits to be judged", "Nothing waits for a decision"):
        assert words in page(edda, "/administrator/")
    stood_by(asked)
    refused_reply(asked)
    for words in ("1 answer waits to be judged", "1 message waits for a decision"):
        assert words in page(edda, "/administrator/")
    assert LIST not in page(sign_in(FELIX), "/administrator/")  # not a reviewer


def test_one_click_opens_question_and_answer(sign_in: SignIn, asked: Ref) -> None:
    edda, path = sign_in(EDDA), f"{LIST}/{stood_by(asked)}"
    assert HOLDING not in page(edda, path)
    assert edda.post(f"{path}/readings", form())["Location"] == path
    shown = page(edda, path)
    for words in (QUESTION, HOLDING):
        assert words in shown


def test_a_judgment_leads_back_to_the_list(sign_in: SignIn, asked: Ref) -> None:
    edda, path = sign_in(EDDA), f"{LIST}/{stood_by(asked)}"
    edda.post(f"{path}/readings", form())
    fields = form(judgment="unanswered", note="It says\r\nnothing.")
    for _ in range(2):  # a double click is one judgment
        answer = edda.post(f"{path}/judgments", fields)
        assert answer["Location"] == f"{LIST}?done=1"
    assert "Your decision is on record." in page(edda, f"{LIST}?done=1")
    shown = page(edda, path)
    assert "The question stays unanswered" in shown
    assert "judgments" not in shown
    other = edda.post(f"{path}/judgments", form(judgment="stands"))
    assert other.status_code == 409
    assert "That judgment stands." in other.content.decode()


def test_without_a_choice_nothing_is_stored_and_the_note_stays(sign_in: SignIn, asked: Ref) -> None:
    edda, path = sign_in(EDDA), f"{LIST}/{stood_by(asked)}"
    edda.post(f"{path}/readings", form())
    for fields, status in ((form(note="So far."), 400), (form(judgment="stands", note="x" * 501), 413)):
        answer = edda.post(f"{path}/judgments", fields)
        assert answer.status_code == status
        assert 'role="alert"' in answer.content.decode()
        assert fields["note"] in answer.content.decode()


def test_a_judgment_without_the_file_open_is_refused(sign_in: SignIn, asked: Ref) -> None:
    edda, path = sign_in(EDDA), f"{LIST}/{stood_by(asked)}"
    assert edda.post(f"{path}/judgments", form(judgment="stands")).status_code == 403


def test_a_mark_stands_with_its_reason(sign_in: SignIn, asked: Ref) -> None:
    edda, path = sign_in(EDDA), f"{LIST}/{marked(asked)}"
    edda.post(f"{path}/readings", form())
    shown = page(edda, path)
    assert "It is answered already" in shown
    assert "Is it black?" in shown


def test_the_sellers_thread_tells_the_judgment_and_its_note_and_the_buyers_does_not(
    sign_in: SignIn, asked: Ref
) -> None:
    edda, path = sign_in(EDDA), f"{LIST}/{stood_by(asked)}"
    edda.post(f"{path}/readings", form())
    edda.post(f"{path}/judgments", form(judgment="unanswered", note="Please <b>name</b> the size."))
    sellers = page(sign_in(ANNA), f"/seller/conversations/{asked}")
    assert "the question was not answered" in sellers
    assert "Please &lt;b&gt;name&lt;/b&gt; the size." in sellers
    buyers = page(sign_in(CLARA), f"/buyer/conversations/{asked}")
    assert "reviewer" not in buyers
    assert "the size." not in buyers


def test_other_people_of_the_desk_find_no_way_in(sign_in: SignIn, asked: Ref) -> None:
    felix, sample = sign_in(FELIX), stood_by(asked)
    for path in (LIST, f"{LIST}/{sample}"):
        assert felix.get(path).status_code == 403
    assert felix.post(f"{LIST}/{sample}/readings", form()).status_code == 403
    assert LIST not in page(felix, "/administrator/")
    assert LIST in page(sign_in(EDDA), "/administrator/")


MARKS = {"reliable": "4", "complete": "2", "clear": "3", "polite": "4"}


def test_marks_are_given_beside_the_judgment_and_their_absence_is_said(sign_in: SignIn, asked: Ref) -> None:
    edda, path = sign_in(EDDA), f"{LIST}/{drawn_answer(asked)}"
    edda.post(f"{path}/readings", form())
    for fields, words in (
        ({}, "give all four marks"),
        ({**MARKS, "polite": ""}, "give all four marks"),
        ({**MARKS, "polite": "9"}, "give all four marks"),
        ({**MARKS, "polite": "10"}, "Something in it was damaged"),
        (MARKS, "names the standard"),
        ({**MARKS, "standard": "fashion"}, "Something in it was damaged"),
    ):
        answer = edda.post(f"{path}/judgments", form(judgment="stands", **fields))
        assert answer.status_code == 400
        assert words in answer.content.decode()
    fields = form(judgment="stands", standard="question_open", **MARKS)
    assert edda.post(f"{path}/judgments", fields)["Location"] == f"{LIST}?done=1"
    assert "A question stays open" in page(edda, path)


def test_the_shop_sees_its_own_trend_and_nobody_elses(sign_in: SignIn, asked: Ref) -> None:
    edda, path = sign_in(EDDA), f"{LIST}/{drawn_answer(asked)}"
    edda.post(f"{path}/readings", form())
    edda.post(f"{path}/judgments", form(judgment="stands", standard="question_open", **MARKS))
    for client, place in (
        (sign_in(ANNA), "/seller/quality"),
        (edda, f"/administrator/quality/{asked.seller_id}"),
    ):
        shown = page(client, place)
        assert "A question stays open" in shown
        assert "<polyline" in shown
        assert "Edda" not in shown.replace("You are Edda", "").split("<main", 1)[1].split("</main", 1)[0]
    assert "A question stays open" not in page(sign_in(DMITRI), "/seller/quality")
    assert "3.3" in page(edda, "/administrator/quality") or "3.2" in page(edda, "/administrator/quality")
    assert edda.get(f"/administrator/quality/{2**70}").status_code == 404
