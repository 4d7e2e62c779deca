"""Samples and refused messages at the desk: one click opens, two buttons decide, and a decision is one."""

import re
from uuid import uuid4

from django.test import Client

from helpdesk.conversations.queries import thread
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, EDDA, FELIX
from tests.conversations.attempts import FINE, refused_question, refused_reply
from tests.oversight.samples import HOLDING, marked, stood_by
from tests.portal.conftest import QUESTION, SignIn

LIST = "/administrator/samples"


def page(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def form(**fields: str) -> dict[str, str]:
    return {"key": str(uuid4()), **fields}


def test_the_list_shows_kinds_shops_and_orders_and_no_word(sign_in: SignIn, asked: Ref) -> None:
    edda, sample, attempt = sign_in(EDDA), stood_by(asked), refused_reply(asked)
    shown = page(edda, LIST)
    assert f"{LIST}/{sample}/readings" in shown
    assert f"/administrator/attempts/{attempt}/readings" in shown
    assert "Anna&#x27;s Espresso Parts" in shown
    assert shown.count("A-1001") == 2
    for words in (QUESTION, HOLDING, "on the box"):
        assert words not in shown


def test_the_desk_says_how_many_wait(sign_in: SignIn, asked: Ref) -> None:
    edda = sign_in(EDDA)
    assert "No answer and no refused message waits" in page(edda, "/administrator/")
    stood_by(asked)
    assert "1 answer or refused message waits" in page(edda, "/administrator/")
    refused_reply(asked)
    assert "2 answers and refused messages wait" in page(edda, "/administrator/")
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


def test_a_released_message_is_its_authors(sign_in: SignIn, asked: Ref) -> None:
    edda, path = sign_in(EDDA), f"/administrator/attempts/{refused_reply(asked)}"
    assert "on the box" not in page(edda, path)
    assert edda.post(f"{path}/readings", form())["Location"] == path
    assert "on the box" in page(edda, path)
    fields = form()
    for _ in range(2):
        assert edda.post(f"{path}/release", fields)["Location"] == f"{LIST}?done=1"
    last = thread(actor=CLARA, conversation=asked).messages[-1]
    assert (last.text, last.author) == (FINE, "Anna")
    assert re.search(r"<b>Released</b>", page(edda, path))
    assert edda.post(f"{path}/confirmation", form()).status_code == 409


def test_a_refusal_that_stands_sends_nothing(sign_in: SignIn, asked: Ref) -> None:
    edda, path = sign_in(EDDA), f"/administrator/attempts/{refused_question(asked)}"
    edda.post(f"{path}/readings", form())
    assert "time to answer starts now" in page(edda, path)
    assert edda.post(f"{path}/confirmation", form())["Location"] == f"{LIST}?done=1"
    assert len(thread(actor=CLARA, conversation=asked).messages) == 1


def test_other_people_of_the_desk_find_no_way_in(sign_in: SignIn, asked: Ref) -> None:
    felix, sample = sign_in(FELIX), stood_by(asked)
    for path in (LIST, f"{LIST}/{sample}"):
        assert felix.get(path).status_code == 403
    assert felix.post(f"{LIST}/{sample}/readings", form()).status_code == 403
    assert LIST not in page(felix, "/administrator/")
    assert LIST in page(sign_in(EDDA), "/administrator/")
