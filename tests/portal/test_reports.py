"""The pages of reports on all three sides: the way there, the receipt, the queue, the outcome."""

import re
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import thread
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.reports import queries
from helpdesk.reports.terms import Subject
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, HANIA
from tests.portal.conftest import SignIn
from tests.portal.uploads import picture
from tests.reports.voice import REASON, WORDS, file, read, turn_down
from tests.shops import Shops

OUTSIDE = "The invoice is on its way. Please transfer the rest directly to us."


def form(**values: object) -> dict[str, object]:
    return {"key": str(uuid4()), **values}


def said_by(actor: Actor, asked: Ref) -> UUID:
    """The last message of this side."""
    return [one for one in thread(actor=CLARA, conversation=asked).messages if one.side is actor.side][-1].id


@pytest.fixture
def led(asked: Ref) -> UUID:
    """Anna's message that leads outside: sent, with a remark for its author alone."""
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=OUTSIDE, key="led")
    return said_by(ANNA, asked)


def test_the_buyer_is_warned_and_two_requests_later_it_is_reported(
    sign_in: SignIn, asked: Ref, led: UUID
) -> None:
    clara = sign_in(CLARA)
    page = clara.get(f"/buyer/conversations/{asked}").content.decode()
    assert "You lose buyer protection" in page
    way = f"/buyer/conversations/{asked}/messages/{led}/reports?what=pay_outside"
    assert f'href="{way}"' in page
    shown = clara.get(way).content.decode()
    assert re.search(r'value="pay_outside"[^>]* checked', shown)
    assert OUTSIDE in shown
    sent = clara.post(way.partition("?")[0], form(what="pay_outside"))
    assert sent.status_code == 302
    receipt = clara.get(sent["Location"]).content.decode()
    assert "Your report is on record" in receipt
    again = clara.get(f"/buyer/conversations/{asked}").content.decode()
    assert "You have reported this message" in again
    assert way not in again
    assert clara.get(way).status_code == 302, "to the report that is there"


def test_the_author_and_strangers_see_no_warning(sign_in: SignIn, asked: Ref, led: UUID) -> None:
    file(Subject(conversation=asked, message=led), what="pay_outside")
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    assert "buyer protection" not in page
    assert WORDS not in page
    assert queries.outside(actor=HANIA, conversation=asked, messages=[led]) == {}
    assert queries.outside(actor=ANNA, conversation=asked, messages=[led]) == {}


@pytest.mark.parametrize(("author", "other"), [(CLARA, ANNA), (ANNA, CLARA)], ids=["buyer", "seller"])
def test_a_report_with_a_screenshot(
    sign_in: SignIn, asked: Ref, led: UUID, author: Actor, other: Actor
) -> None:
    page = f"/{author.side}/conversations/{asked}/messages/{said_by(other, asked)}/reports"
    client = sign_in(author)
    assert page in client.get(f"/{author.side}/conversations/{asked}").content.decode()
    content = picture()
    sent = client.post(page, form(what="insult", text=WORDS, files=[SimpleUploadedFile("chat.jpg", content)]))
    shown = client.get(sent["Location"]).content.decode()
    assert WORDS in shown
    assert "chat.jpg" in shown
    [line] = queries.own(actor=author)
    chain = Ref(asked.seller_id, line.chain)
    [sealed] = queries.report_of(actor=author, report=line.report).files
    way = f"{author.side}/conversations/{chain}/files/{sealed.ref}"
    assert b"".join(client.get(f"/{way}")) == content
    assert f"/{author.side}/reports/{line.report}" in client.get(f"/{author.side}/reports").content.decode()
    others = sign_in(other)
    assert others.get(f"/{other.side}/conversations/{chain}/files/{sealed.ref}").status_code == 404
    assert others.get(f"/{other.side}/reports/{line.report}").status_code == 404
    for path in ("reports", f"conversations/{asked}"):
        assert WORDS not in others.get(f"/{other.side}/{path}").content.decode()
    desk = f"/administrator/files/{chain}/files/{sealed.ref}"
    assert sign_in(EDDA).get(desk).status_code == 302, "without a reading, to the question why"


@pytest.mark.parametrize("author", [CLARA, ANNA], ids=["buyer", "seller"])
def test_from_the_order_and_the_conversation(
    sign_in: SignIn, asked: Ref, shops: Shops, author: Actor
) -> None:
    client = sign_in(author)
    for path in (f"orders/{shops.claras_order}", f"conversations/{asked}"):
        assert f"/{author.side}/{path}/reports" in client.get(f"/{author.side}/{path}").content.decode()
        assert client.get(f"/{author.side}/{path}/reports").status_code == 200
        sent = client.post(f"/{author.side}/{path}/reports", form(what="threat", channel="mail", text=WORDS))
        assert sent.status_code == 302, "where it happened means nothing for a threat"
    assert {line.channel.value for line in queries.own(actor=author)} == {"here"}


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
def test_strangers_find_no_page(
    sign_in: SignIn, asked: Ref, shops: Shops, led: UUID, stranger: Actor
) -> None:
    client = sign_in(stranger)
    for path in (f"conversations/{asked}", f"conversations/{asked}/messages/{led}"):
        page = f"/{stranger.side}/{path}/reports"
        assert client.get(page).status_code == 404
        assert client.post(page, form(what="insult")).status_code == 404
    order = f"/{stranger.side}/orders/{shops.claras_order}/reports"
    assert client.get(order).status_code == 404
    assert client.post(order, form(what="insult")).status_code == 404


def test_what_was_typed_stays_with_the_reason(sign_in: SignIn, asked: Ref) -> None:
    page = f"/buyer/conversations/{asked}/reports"
    again = sign_in(CLARA).post(page, form(what="other", text="\u200b"))
    assert again.status_code == 400
    assert "Please say in a few words what happened." in again.content.decode()
    assert sign_in(CLARA).post(page, form(what="flood")).status_code == 400


def test_the_desk_opens_the_file_by_the_report_and_decides(sign_in: SignIn, asked: Ref, led: UUID) -> None:
    filed = file(Subject(conversation=asked, message=led), what="pay_outside").report
    edda = sign_in(EDDA)
    queue = edda.get("/administrator/reports").content.decode()
    page = f"/administrator/reports/{filed}"
    assert page in queue
    assert "1 report waits" in edda.get("/administrator/").content.decode()
    closed = edda.get(page).content.decode()
    assert WORDS not in queue + closed
    assert edda.post(f"{page}/decisions", form(outcome="founded", found="payment")).status_code == 403
    assert edda.post(f"{page}/readings", form())["Location"] == page
    shown = edda.get(page).content.decode()
    assert WORDS in shown
    assert OUTSIDE in shown
    assert re.search(r'value="payment"[^>]* checked', shown), "what fits the report is chosen"
    refused = edda.post(f"{page}/decisions", form(outcome="unfounded", reason=" "))
    assert refused.status_code == 400
    assert "Please tell the reporter why" in refused.content.decode()
    assert edda.post(f"{page}/decisions", form(outcome="nonsense")).status_code == 400
    done = edda.post(f"{page}/decisions", form(outcome="founded", found="payment", reason=REASON))
    assert done["Location"] == "/administrator/reports?done=1"
    assert "No report waits" in edda.get(done["Location"]).content.decode()
    told = sign_in(CLARA).get(f"/buyer/reports/{filed}").content.decode()
    assert "You were right to report this" in told
    assert REASON in told


def test_a_refusal_tells_the_ways_to_object(sign_in: SignIn, asked: Ref, led: UUID) -> None:
    filed = file(Subject(conversation=asked, message=led)).report
    read(asked)
    turn_down(filed)
    told = sign_in(CLARA).get(f"/buyer/reports/{filed}").content.decode()
    assert "within 6 months" in told
    assert "Art. 16(5)" in told
    assert f"/buyer/conversations/{asked}/letters" in told


def test_who_only_reads_files_decides_nothing(sign_in: SignIn, asked: Ref) -> None:
    filed = file(Subject(conversation=asked)).report
    assert sign_in(FELIX).get(f"/administrator/reports/{filed}").status_code == 200
    assert sign_in(CLARA).get("/administrator/reports").status_code in (302, 403, 404)
