"""Cases on the buyer's pages: opened, withdrawn by the law's own button, followed, put to the Platform."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.cases import actions as cases
from helpdesk.cases import queries
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Situation
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import queries as notices
from tests.cases.told import deliver
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.notifications.told import react
from tests.portal.conftest import SignIn
from tests.portal.uploads import chosen, picture
from tests.shops import Shops

ALL = {"pieces-0": "2"}


def text_of(page: bytes) -> str:
    """What stands on the page, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.decode()))


def read(client: Client, path: str) -> str:
    found = client.get(path)
    assert found.status_code == 200, path
    return text_of(found.content)


def post(client: Client, path: str, **form: str) -> tuple[int, str]:
    """The status, and where it leads on, or what the page says."""
    answer = client.post(path, {"key": str(uuid4()), **form})
    return answer.status_code, answer.headers.get("Location") or text_of(answer.content)


@pytest.fixture
def order(shops: Shops) -> Ref:
    """Clara's, which came two days ago."""
    deliver(shops.claras_order, CLARA, at=clock.now() - timedelta(days=2))
    return shops.claras_order


@pytest.fixture
def case(order: Ref) -> Ref:
    """A complaint of Clara's."""
    posted = cases.open_case(
        actor=CLARA,
        now=clock.now(),
        order=order,
        opening=Opening(situation=Situation.DAMAGED, wanted="repair"),
        key="broken",
        words="The handle is broken.",
    )
    return Ref(order.seller_id, posted.receipt.entry)


def test_the_order_offers_six_tiles_and_the_words_of_the_law(sign_in: SignIn, order: Ref) -> None:
    page = sign_in(CLARA).get(f"/buyer/orders/{order}").content.decode()
    assert page.count('class="tile') - page.count('class="tiles') == 6
    assert "Withdraw from contract here" in page
    assert f'href="/buyer/orders/{order}/withdrawals"' in page
    assert "No guarantee came with this offer." in page  # why that tile leads nowhere


def test_a_broken_item_becomes_a_case(sign_in: SignIn, order: Ref) -> None:
    clara = sign_in(CLARA)
    form = {"situation": "damaged", "wanted": "repair", "text": "The handle is broken.", **ALL}
    status, to = post(clara, f"/buyer/orders/{order}/cases", **form)
    assert (status, bool(re.fullmatch(r"/buyer/cases/\w+\?done=0", to))) == (302, True)
    said = read(clara, to)
    assert "Complaint" in said
    assert "Waiting for the Seller" in said
    assert "The handle is broken." in said
    assert "14 calendar days after" in said  # the date explains itself
    listed = read(clara, "/buyer/cases")
    assert "Complaint · A-1001" in listed
    assert "Complaint" in read(clara, f"/buyer/orders/{order}")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"wanted": ""}, "Something is missing. Please fill in the marked field."),
        ({"pieces-0": "0"}, "Please choose pieces of this order."),
        ({"text": "Write to clara.private@example.com"}, "against the rules for messages"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    sign_in: SignIn, order: Ref, wrong: dict[str, str], said: str
) -> None:
    form = {"situation": "damaged", "wanted": "repair", "text": "Broken.", **ALL} | wrong
    status, page = post(sign_in(CLARA), f"/buyer/orders/{order}/cases", **form)
    assert status in (400, 422)
    assert said in page
    assert form["text"] in page


def test_what_cannot_be_opened_says_why(sign_in: SignIn, order: Ref) -> None:
    said = read(sign_in(CLARA), f"/buyer/orders/{order}/cases?situation=guarantee")
    assert "No guarantee came with this offer." in said
    assert "Open the case" not in said


def test_a_withdrawal_is_received_in_the_same_answer(sign_in: SignIn, order: Ref) -> None:
    clara = sign_in(CLARA)
    page = read(clara, f"/buyer/orders/{order}/withdrawals")
    assert "Confirm withdrawal" in page
    key = str(uuid4())
    answer = clara.post(f"/buyer/orders/{order}/withdrawals", {"key": key, **ALL})
    assert answer.status_code == 200
    said = text_of(answer.content)
    assert "Your withdrawal has been received." in said
    assert "I withdraw from the contract for: 2 \N{MULTIPLICATION SIGN} Gasket 8 mm" in said
    assert "data:application/pdf;base64,JVBERi0" in answer.content.decode()
    [case] = re.findall(r'href="/buyer/cases/(\w+)"', answer.content.decode())[:1]
    again = clara.post(f"/buyer/orders/{order}/withdrawals", {"key": key, **ALL})
    assert f"/buyer/cases/{case}" in again.content.decode()  # sent twice, received once
    assert "Receipt of your withdrawal" in read(clara, f"/buyer/cases/{case}/receipt")
    pdf = clara.get(f"/buyer/cases/{case}/receipt.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert clara.get(f"/buyer/cases/{case}/receipt.pdf").content == pdf.content
    assert sign_in(HANIA).get(f"/buyer/cases/{case}/receipt.pdf").status_code == 404


def test_a_part_is_withdrawn_from(sign_in: SignIn, order: Ref) -> None:
    answer = sign_in(CLARA).post(f"/buyer/orders/{order}/withdrawals", {"key": str(uuid4()), "pieces-0": "1"})
    assert "I withdraw from the contract for: 1 \N{MULTIPLICATION SIGN} Gasket 8 mm" in text_of(
        answer.content
    )


def test_of_what_goes_back_already_the_form_offers_the_rest(sign_in: SignIn, order: Ref) -> None:
    clara, path = sign_in(CLARA), f"/buyer/orders/{order}/withdrawals"
    clara.post(path, {"key": str(uuid4()), "pieces-0": "1"})
    assert '<input type="checkbox" name="pieces-0" value="1" checked>' in clara.get(path).content.decode()
    assert clara.post(path, {"key": str(uuid4()), "pieces-0": "1"}).status_code == 200
    page = read(clara, path)
    assert "These items are already being sent back or have been refunded." in page
    assert "Confirm withdrawal" not in page
    assert f'href="{path}"' not in clara.get(f"/buyer/orders/{order}").content.decode()
    answer = clara.post(path, {"key": str(uuid4()), "pieces-0": "1"})
    assert answer.status_code == 409
    assert "already being sent back" in answer.content.decode()


def test_a_complaint_has_no_receipt_of_a_withdrawal(sign_in: SignIn, case: Ref) -> None:
    assert sign_in(CLARA).get(f"/buyer/cases/{case}/receipt").status_code == 404


def test_both_sides_read_the_same_case_each_with_their_own_steps(sign_in: SignIn, case: Ref) -> None:
    clara, anna = read(sign_in(CLARA), f"/buyer/cases/{case}"), read(sign_in(ANNA), f"/seller/cases/{case}")
    assert "Waiting for the Seller" in clara
    assert "It is your turn" in anna
    assert "Take it back" in clara
    assert "Take it back" not in anna
    assert "Accept" in anna
    for stranger in (HANIA, DMITRI, EDDA):
        side = "buyer" if stranger is HANIA else "seller"
        assert sign_in(stranger).get(f"/{side}/cases/{case}").status_code == 404


def test_a_step_is_one_press(sign_in: SignIn, case: Ref) -> None:
    clara = sign_in(CLARA)
    status, to = post(clara, f"/buyer/cases/{case}/steps", step="drop", seen_n="0", text="")
    assert (status, to) == (302, f"/buyer/cases/{case}?done=1#s1")
    assert "Taken back by the Buyer" in read(clara, to)
    status, said = post(clara, f"/buyer/cases/{case}/steps", step="drop", seen_n="1", text="")
    assert status == 409
    assert "this step is not possible at its present stage" in said


def test_the_other_side_moved_first(sign_in: SignIn, case: Ref) -> None:
    cases.take_step(
        actor=ANNA,
        now=clock.now(),
        case=case,
        step="accept",
        key="yes",
        given={"remedy": "refund"},
        words="Sent.",
    )
    status, said = post(sign_in(CLARA), f"/buyer/cases/{case}/steps", step="drop", seen_n="0", text="")
    assert status == 409
    assert "The case has moved on since you opened it." in said


def test_a_refused_case_is_put_to_the_platform(sign_in: SignIn, case: Ref) -> None:
    cases.take_step(actor=ANNA, now=clock.now(), case=case, step="refuse", key="no", words="It was dropped.")
    clara = sign_in(CLARA)
    assert "Ask the Platform to step in" in read(clara, f"/buyer/cases/{case}")
    status, said = post(clara, f"/buyer/cases/{case}/steps", step="escalate", text="")
    assert status == 400
    assert "Something is missing." in said
    status, to = post(clara, f"/buyer/cases/{case}/steps", step="escalate", text="It came broken.")
    assert status == 302
    assert "Waiting for the Platform" in read(clara, to)


def test_a_plain_message_becomes_a_case(sign_in: SignIn, order: Ref) -> None:
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=order, draft="I withdraw from the contract.", key="plain"
    )
    clara = sign_in(CLARA)
    page = clara.get(f"/buyer/conversations/{posted.conversation}").content.decode()
    assert f"/buyer/orders/{order}/cases?message=0" in page
    assert "What did your message declare?" in read(clara, f"/buyer/orders/{order}/cases?message=0")
    status, to = post(clara, f"/buyer/orders/{order}/cases", situation="changed_mind", message="0", **ALL)
    assert status == 302
    assert "Counts from" in read(clara, to)
    status, said = post(clara, f"/buyer/orders/{order}/cases", situation="changed_mind", message="0", **ALL)
    assert (status, "This message is a case already." in said) == (409, True)


def test_a_message_that_is_a_case_leads_to_it(sign_in: SignIn, order: Ref) -> None:
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=order, draft="I withdraw from the contract.", key="plain"
    )
    thread = f"conversations/{posted.conversation}"
    opened = cases.open_case(
        actor=CLARA,
        now=clock.now(),
        order=order,
        opening=Opening(situation=Situation.CHANGED_MIND),
        key="turned",
        from_message=0,
    )
    case = Ref(order.seller_id, opened.receipt.entry)
    for actor, side in ((CLARA, "buyer"), (ANNA, "seller")):
        page = sign_in(actor).get(f"/{side}/{thread}").content.decode()
        assert "?message=0" not in page
        turned = page[page.index('id="m0"') :]
        assert f'href="/{side}/cases/{case}"' in turned[: turned.index("</li>")]


def test_the_thread_shows_steps_between_messages(sign_in: SignIn, case: Ref) -> None:
    cases.take_step(actor=ANNA, now=clock.now(), case=case, step="refuse", key="no", words="It was dropped.")
    thread = cases_thread(case)
    said = read(sign_in(CLARA), f"/buyer/conversations/{thread}")
    assert said.index("The handle is broken.") < said.index("The Seller has refused, with reasons.")
    assert "It was dropped." in read(sign_in(ANNA), f"/seller/conversations/{thread}")


def cases_thread(case: Ref) -> Ref:
    return queries.case_of(actor=CLARA, now=clock.now(), case=case).conversation


def test_a_contact_outside_is_noted_and_disputed(sign_in: SignIn, case: Ref) -> None:
    clara, anna, thread = sign_in(CLARA), sign_in(ANNA), cases_thread(case)
    today = clock.now().date().isoformat()
    form = {"channel": "phone", "on": today, "text": "They said: it will be repaired.", "case": str(case)}
    status, to = post(clara, f"/buyer/conversations/{thread}/contacts", **form)
    assert status == 302
    assert "By telephone" in read(clara, to.partition("#")[0])
    page = anna.get(f"/seller/conversations/{thread}").content.decode()
    [settle] = re.findall(r'action="(/seller/contacts/\w+/settlements)"', page)
    status, said = post(anna, settle, of=str(thread), outcome="disputed", text="")
    assert (status, "Please say how it was." in said) == (400, True)
    status, _ = post(anna, settle, of=str(thread), outcome="disputed", text="Nobody called.")
    assert status == 302
    said = read(clara, f"/buyer/cases/{case}")
    assert "Disputed by the other side" in said
    assert "Nobody called." in said


def test_a_notice_leads_to_the_case(sign_in: SignIn, case: Ref) -> None:
    cases.take_step(actor=ANNA, now=clock.now(), case=case, step="refuse", key="no", words="It was dropped.")
    react(clock.now())
    notice = notices.notices_of(actor=CLARA)[0].id
    answer = sign_in(CLARA).get(f"/buyer/notices/{notice}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/buyer/cases/{case}")


def test_a_photo_stands_below_what_was_said(sign_in: SignIn, order: Ref) -> None:
    clara = sign_in(CLARA)
    form = {"key": str(uuid4()), "situation": "damaged", "wanted": "repair", "text": "Look.", **ALL}
    sent = clara.post(f"/buyer/orders/{order}/cases", form | {"files": chosen("crack.jpg", picture())})
    assert sent.status_code == 302, text_of(sent.content)
    page = clara.get(sent.headers["Location"]).content.decode()
    assert "crack.jpg" in page
