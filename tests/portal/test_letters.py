"""The pages of letters and of the Administrator's voice, on all three sides."""

from uuid import uuid4

import pytest
from django.urls import reverse

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.letters import queries
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, HANIA
from tests.letters.voice import ANSWER, LETTER, REMARK, read, write
from tests.portal.conftest import SignIn
from tests.shops import Shops


def form(**values: str) -> dict[str, str]:
    return {"key": str(uuid4()), **values}


@pytest.mark.parametrize(("author", "other"), [(CLARA, ANNA), (ANNA, CLARA)], ids=["buyer", "seller"])
def test_a_letter_about_a_thread(sign_in: SignIn, asked: Ref, author: Actor, other: Actor) -> None:
    page = f"/{author.side}/conversations/{asked}/letters"
    client = sign_in(author)
    assert page in client.get(f"/{author.side}/conversations/{asked}").content.decode()
    sent = client.post(page, form(text=LETTER))
    assert sent["Location"] == f"{page}?sent=1#latest"
    for path in (sent["Location"], page):
        assert LETTER in client.get(path).content.decode()
    assert page in client.get(f"/{author.side}/letters").content.decode()
    others = sign_in(other)
    for path in ("letters", f"conversations/{asked}", f"conversations/{asked}/letters", "letters/platform"):
        assert LETTER not in others.get(f"/{other.side}/{path}").content.decode()


@pytest.mark.parametrize("author", [CLARA, ANNA], ids=["buyer", "seller"])
def test_about_an_order_and_about_nothing(sign_in: SignIn, shops: Shops, author: Actor) -> None:
    client = sign_in(author)
    for path in (f"/{author.side}/orders/{shops.claras_order}/letters", f"/{author.side}/letters/platform"):
        assert client.get(path).status_code == 200
        assert client.post(path, form(text=LETTER)).status_code == 302
        assert LETTER in client.get(path).content.decode()
        assert path in client.get(f"/{author.side}/letters").content.decode()


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
def test_strangers_find_no_page(sign_in: SignIn, asked: Ref, shops: Shops, stranger: Actor) -> None:
    client = sign_in(stranger)
    for path in (f"conversations/{asked}", f"orders/{shops.claras_order}"):
        page = f"/{stranger.side}/{path}/letters"
        assert client.get(page).status_code == 404
        assert client.post(page, form(text=LETTER)).status_code == 404


def test_what_was_typed_stays_with_the_reason(sign_in: SignIn, asked: Ref) -> None:
    page = f"/buyer/conversations/{asked}/letters"
    again = sign_in(CLARA).post(page, form(text="\u200b"))
    assert again.status_code == 400
    assert "shows nothing that could be read" in again.content.decode()


def test_the_desk_reads_with_a_reason_and_answers(sign_in: SignIn, asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    edda, page = sign_in(EDDA), f"/administrator/letters/{place}"
    assert "1 letter waits" in edda.get(reverse("administrator:desk")).content.decode()
    queue = edda.get("/administrator/letters").content.decode()
    assert page in queue
    assert LETTER not in queue
    assert LETTER not in edda.get(page).content.decode()
    assert edda.post(f"{page}/readings", form(reason="curious")).status_code == 422
    assert edda.post(f"{page}/readings", form(reason="complaint"))["Location"] == page
    assert LETTER in edda.get(page).content.decode()
    assert edda.post(f"{page}/answers", form(text=ANSWER))["Location"] == f"{page}?sent=1#latest"
    assert ANSWER in sign_in(CLARA).get(f"/buyer/conversations/{asked}/letters").content.decode()
    assert "No letter waits" in edda.get("/administrator/letters").content.decode()


def test_a_letter_without_a_thread_is_opened_as_letters(sign_in: SignIn, shops: Shops) -> None:
    place = write(order=shops.claras_order).correspondence
    file = queries.file_of(actor=EDDA, correspondence=place)
    read(file)
    edda = sign_in(EDDA)
    assert edda.get(f"/administrator/files/{file}")["Location"] == f"/administrator/letters/{place}"
    assert LETTER in edda.get(f"/administrator/letters/{place}").content.decode()


def test_others_at_the_desk_read_and_do_not_answer(sign_in: SignIn, asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    read(asked, actor=FELIX)
    felix, page = sign_in(FELIX), f"/administrator/letters/{place}"
    shown = felix.get(page).content.decode()
    assert LETTER in shown
    assert f"{page}/answers" not in shown
    assert felix.post(f"{page}/answers", form(text=ANSWER)).status_code == 403
    assert f"{asked}/joinings" not in felix.get(f"/administrator/files/{asked}").content.decode()


def test_support_joins_and_speaks_to_both(sign_in: SignIn, asked: Ref) -> None:
    edda, file = sign_in(EDDA), f"/administrator/files/{asked}"
    read(asked)
    assert 'value="both"' not in edda.get(file).content.decode()
    assert edda.post(f"{file}/joinings", form(text="", reason="curious")).status_code == 400
    joined = edda.post(f"{file}/joinings", form(text="", reason="dispute"))
    assert joined["Location"] == f"{file}#voice"
    assert 'value="both"' in edda.get(file).content.decode()
    spoken = edda.post(f"{file}/remarks", form(text=REMARK, to="both"))
    assert spoken["Location"] == f"{file}#m2"
    for actor in (ANNA, CLARA):
        shown = sign_in(actor).get(f"/{actor.side}/conversations/{asked}").content.decode()
        assert REMARK in shown
        assert "The Platform joined the conversation. Reason: You disagree (Edda)" in shown
        assert "entry-desk" in shown


@pytest.mark.parametrize(("to", "reader", "other"), [("buyer", CLARA, ANNA), ("seller", ANNA, CLARA)])
def test_support_writes_to_one_side(
    sign_in: SignIn, asked: Ref, to: str, reader: Actor, other: Actor
) -> None:
    edda, file = sign_in(EDDA), f"/administrator/files/{asked}"
    read(asked)
    assert edda.post(f"{file}/remarks", form(text=ANSWER, to=to)).status_code == 302
    for actor, sees in ((reader, True), (other, False)):
        shown = sign_in(actor).get(f"/{actor.side}/conversations/{asked}/letters").content.decode()
        assert (ANSWER in shown) is sees
    refused = edda.post(f"{file}/remarks", form(text="Call +48 512 345 678.", to="nobody"))
    assert refused.status_code == 400
    assert "Call +48 512 345 678." in refused.content.decode()


def test_without_a_reading_there_is_no_voice(sign_in: SignIn, asked: Ref) -> None:
    edda, file = sign_in(EDDA), f"/administrator/files/{asked}"
    assert edda.post(f"{file}/joinings", form(text="", reason="dispute")).status_code == 403
    assert edda.post(f"{file}/remarks", form(text=REMARK, to="seller")).status_code == 403


def test_support_closes_a_letter_and_its_writer_reads_why(sign_in: SignIn, asked: Ref) -> None:
    place = write(conversation=asked).correspondence
    read(asked)
    page = reverse("administrator:letter", args=[place])
    edda = sign_in(EDDA)
    assert "Close it without an answer" in edda.get(page).content.decode()
    refused = edda.post(f"{page}/closings", form(reason="tired"))
    assert refused.status_code == 400
    assert "Please say why the letter needs no answer" in refused.content.decode()
    assert edda.post(f"{page}/closings", form(reason="settled"))["Location"] == "/administrator/letters"
    shown = edda.get("/administrator/letters").content.decode()
    assert "Closed without an answer" in shown
    assert "The matter is solved" in shown
    again = edda.post(f"{page}/closings", form(reason="settled"))
    assert again.status_code == 409
    assert "No letter waits here any more" in again.content.decode()
    own = sign_in(CLARA).get(f"/buyer/conversations/{asked}/letters").content.decode()
    assert "What it is about seems to be solved by now." in own
    assert "The Platform has read it" in sign_in(CLARA).get("/buyer/letters").content.decode()


@pytest.mark.parametrize("author", [CLARA, ANNA], ids=["buyer", "seller"])
def test_its_id_leads_to_the_page_of_its_subject(
    sign_in: SignIn, asked: Ref, shops: Shops, author: Actor
) -> None:
    about = {
        f"conversations/{asked}/letters": write(actor=author, conversation=asked, key="c"),
        "letters/platform": write(actor=author, key="p"),
    }
    for path, written in about.items():
        way = sign_in(author).get(f"/{author.side}/letters/{written.correspondence}")
        assert way["Location"] == f"/{author.side}/{path}"
        for stranger in (DMITRI, HANIA):
            page = f"/{stranger.side}/letters/{written.correspondence}"
            assert sign_in(stranger).get(page).status_code == 404
