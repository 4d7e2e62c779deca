"""Saved replies as pages: written once, put into a box, sent to several at a time; all without script."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries as threads
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Member
from helpdesk.saved_replies import actions, queries
from helpdesk.saved_replies.terms import SavedReply
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, HANIA, PLATFORM
from tests.journeys.clocks import HOLDING
from tests.portal.conftest import SignIn
from tests.shops import Shops

BODIES = {"de": "{buyer}, die Dichtung zu {order} hat 8 mm.", "pl": "{buyer}, uszczelka do {order} ma 8 mm."}


@pytest.fixture
def saved(shops: Shops) -> SavedReply:
    """What Anna's shop says of gaskets."""
    return actions.save_reply(actor=ANNA, now=clock.now(), name="Gasket", bodies=BODIES, key="1")


@pytest.fixture
def both(shops: Shops, asked: Ref) -> Sequence[Ref]:
    """Clara's thread and Hania's."""
    hanias = conversations.ask_about_order(
        actor=HANIA, now=clock.now(), order=shops.hanias_order, draft="Jaka uszczelka?", key="h"
    )
    return [asked, hanias.conversation]


def post(client: Client, path: str, fields: dict[str, Any]) -> Any:
    """As browsers do, a name several times where it has several values."""
    body = urlencode(fields, doseq=True)
    return client.post(path, body, content_type="application/x-www-form-urlencoded")


def form(**fields: str) -> dict[str, str]:
    return {"key": str(uuid4())} | fields


def content(answer: Any) -> str:
    return str(answer.content.decode())


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found[1]


def texts(page: str) -> Iterator[tuple[str, str]]:
    """What each box of the page holds, by its conversation."""
    yield from re.findall(r'name="text-(\w+)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)


def send(client: Client, page: str, chosen: Sequence[Ref], **changed: str) -> Any:
    """The page's form, as it stands there."""
    fields: dict[str, Any] = {"key": hidden(page, "key"), "c": [str(one) for one in chosen]}
    for name, text in texts(page):
        fields |= {f"text-{name}": text, f"seen-{name}": hidden(page, f"seen-{name}")}
    return post(client, "/seller/together/answers", fields | changed)


def test_a_reply_is_written_changed_and_removed(sign_in: SignIn) -> None:
    anna, bruno = sign_in(ANNA), sign_in(BRUNO)
    assert "There are no saved replies yet" in content(anna.get("/seller/saved-replies"))
    sent = form(name="Thanks", **{"body-de": "Danke!\r\nAnna", "body-fr": " "})
    for _ in range(2):
        assert post(anna, "/seller/saved-replies/additions", sent)["Location"] == "/seller/saved-replies"
    (one,) = queries.saved_replies(actor=ANNA)
    assert one.bodies == {"de": "Danke!\nAnna"}
    at = f"/seller/saved-replies/{one.ref}"
    assert "Danke!\nAnna</textarea>" in content(bruno.get(at))
    changed = form(name="Thanks", version="1", **{"body-de": "Vielen Dank!"})
    assert post(bruno, f"{at}/changes", changed).status_code == 302
    late = post(anna, f"{at}/changes", changed | {"body-de": "Merci?"})
    assert (late.status_code, hidden(content(late), "version")) == (409, "2")
    assert "Merci?</textarea>" in content(late)
    assert post(anna, f"{at}/withdrawal", {}).status_code == 302
    assert anna.get(at).status_code == 404


def test_a_wrong_form_stands_there_again(sign_in: SignIn) -> None:
    answer = post(
        sign_in(ANNA), "/seller/saved-replies/additions", form(name="X", **{"body-pl": "Paczka {numer}"})
    )
    page = content(answer)
    assert (answer.status_code, "{numer}</textarea>" in page) == (400, True)
    assert "Nobody would know what to fill in for {numer}" in page
    assert re.search(r'id="body-pl"[^>]*aria-invalid="true"', page)


@pytest.mark.parametrize("fields", [{"key": "x"}, {"version": "-1"}, {"version": "1" * 10}])
def test_a_damaged_form_stores_nothing(sign_in: SignIn, fields: dict[str, str]) -> None:
    said = form(name="X", **{"body-de": "Danke"}) | fields
    assert post(sign_in(ANNA), "/seller/saved-replies/additions", said).status_code == 400
    assert queries.saved_replies(actor=ANNA) == []


def test_strangers_find_nothing(sign_in: SignIn, saved: SavedReply, asked: Ref) -> None:
    dmitri, clara = sign_in(DMITRI), sign_in(CLARA)
    at = f"/seller/saved-replies/{saved.ref}"
    for client in (dmitri, clara):
        assert client.get(at).status_code == 404
        assert post(client, f"{at}/withdrawal", {}).status_code in (403, 404)
        assert post(client, f"{at}/changes", form(name="X", **{"body-de": "Y"})).status_code in (403, 404)
        assert client.get("/seller/together", {"c": str(asked)}).status_code == 404
    assert "Gasket" not in content(dmitri.get("/seller/saved-replies"))
    assert [one.name for one in queries.saved_replies(actor=ANNA)] == ["Gasket"]


def test_a_reply_comes_into_the_box_without_script(sign_in: SignIn, saved: SavedReply, asked: Ref) -> None:
    anna = sign_in(ANNA)
    at = f"/seller/conversations/{asked}"
    assert f'<option value="{saved.ref}">Gasket</option>' in content(anna.get(at))
    said = form(text="Guten Tag,", saved=str(saved.ref), seen_n="0")
    page = content(post(anna, f"{at}/insertions", said))
    assert ">\nGuten Tag,\n\nClara, die Dichtung zu A-1001 hat 8 mm.</textarea>" in page
    assert hidden(page, "key") == said["key"] or said["key"] in page
    found = anna.get(f"{at}/saved-text", {"saved": str(saved.ref)})
    assert found.json() == {"text": "Clara, die Dichtung zu A-1001 hat 8 mm."}
    assert threads.thread(actor=ANNA, conversation=asked).last_n == 0


def test_what_cannot_be_said_is_told_and_the_text_stays(
    sign_in: SignIn, saved: SavedReply, asked: Ref
) -> None:
    anna, at = sign_in(ANNA), f"/seller/conversations/{asked}"
    more = {"de": "Sendung {tracking}"}
    parcels = actions.save_reply(actor=ANNA, now=clock.now(), name="P", bodies=more, key="2")
    polish = actions.save_reply(actor=ANNA, now=clock.now(), name="Q", bodies={"pl": "Tak"}, key="3")
    for chosen, status, says in (
        (str(parcels.ref), 409, "Not everything that this reply says is known"),
        (str(polish.ref), 409, "no text in the Buyer"),
        ("", 400, "Please choose a saved reply"),
    ):
        answer = post(anna, f"{at}/insertions", form(text="Mein Text", saved=chosen, seen_n="0"))
        assert (answer.status_code, says in content(answer)) == (status, True)
        assert ">\nMein Text</textarea>" in content(answer)
        told = anna.get(f"{at}/saved-text", {"saved": chosen})
        assert (told.status_code, says in told.json()["sentence"]) == (status, True)
    assert anna.get(f"{at}/saved-text", {"saved": "x"}).status_code == 404
    assert sign_in(DMITRI).get(f"{at}/saved-text", {"saved": str(saved.ref)}).status_code == 404


def test_several_are_looked_over_and_sent(sign_in: SignIn, saved: SavedReply, both: Sequence[Ref]) -> None:
    anna = sign_in(ANNA)
    inbox = content(anna.get("/seller/inbox"))
    assert inbox.count('form="together"') == 2
    chosen = {"c": [str(one) for one in both], "saved": str(saved.ref), "view": "all"}
    where = post(anna, "/seller/together/choices", chosen)["Location"]
    page = content(anna.get(where))
    assert dict(texts(page)) == {
        str(both[0]): "Clara, die Dichtung zu A-1001 hat 8 mm.",
        str(both[1]): "Hania, uszczelka do A-1002 ma 8 mm.",
    }
    sent = send(anna, page, both)
    assert sent.status_code == 302
    assert "2 answers are sent" in content(anna.get(sent["Location"]))
    assert threads.inbox(actor=ANNA) == []
    assert send(anna, page, both).status_code == 302  # a double click
    assert threads.thread(actor=ANNA, conversation=both[0]).last_n == 1


def test_who_is_left_out_is_named(sign_in: SignIn, both: Sequence[Ref], shops: Shops) -> None:
    polish = actions.save_reply(
        actor=ANNA, now=clock.now(), name="Q", bodies={"pl": "Numer {tracking}"}, key="3"
    )
    where = {"c": [str(one) for one in both], "saved": str(polish.ref)}
    page = content(sign_in(ANNA).get("/seller/together", where))
    assert "2 conversations are left out" in page
    assert "Not known: the tracking number" in page
    assert "No text in this language: German" in page
    assert list(texts(page)) == []


def test_a_refused_one_stands_there_again_and_nothing_is_lost(
    sign_in: SignIn, saved: SavedReply, both: Sequence[Ref]
) -> None:
    anna = sign_in(ANNA)
    page = content(anna.get("/seller/together", {"c": [str(one) for one in both], "saved": str(saved.ref)}))
    words = "Schreiben Sie an anna@example.com, bitte."
    answer = send(anna, page, both, **{f"text-{both[0]}": words})
    again = content(answer)
    assert answer.status_code == 409
    assert "1 answer is sent" in again
    assert dict(texts(again)) == {str(both[0]): words}
    assert [row.conversation for row in threads.inbox(actor=ANNA)] == [both[0]]
    done = send(anna, again, both[:1], **{f"text-{both[0]}": "Die Dichtung hat 8 mm."})
    assert done.status_code == 302
    assert threads.inbox(actor=ANNA) == []


def test_what_reads_as_a_promise_asks_how_it_is_meant(
    sign_in: SignIn, saved: SavedReply, both: Sequence[Ref]
) -> None:
    anna = sign_in(ANNA)
    page = content(anna.get("/seller/together", {"c": str(both[0]), "saved": str(saved.ref)}))
    words = {f"text-{both[0]}": HOLDING}
    again = content(send(anna, page, both[:1], **words))
    assert f'name="manner-{both[0]}"' in again
    assert send(anna, again, both[:1], **words, **{f"manner-{both[0]}": "interim"}).status_code == 302
    assert send(anna, again, both[:1], **words, **{f"manner-{both[0]}": "x"}).status_code == 400


def waive(client: Client, chosen: Sequence[Ref], **changed: Any) -> Any:
    inbox = content(client.get("/seller/inbox"))
    fields = {"key": str(uuid4()), "opened": hidden(inbox, "opened"), "reason": "courtesy"}
    return post(client, "/seller/together/waivers", fields | {"c": [str(one) for one in chosen]} | changed)


def test_several_are_marked_and_what_is_refused_is_named(sign_in: SignIn, both: Sequence[Ref]) -> None:
    anna, now = sign_in(ANNA), clock.now()
    conversations.post_reply(actor=ANNA, now=now, conversation=both[0], draft="Nr. 1234, 8 mm.", key="a")
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=both[0], draft="Danke, 1234 ist notiert?", key="b"
    )
    answer = waive(anna, both)
    page = content(answer)
    assert answer.status_code == 409
    assert "1 conversation is marked" in page
    assert "1 conversation waits as before" in page
    assert "The first message of a conversation always gets an answer" in page
    assert [row.conversation for row in threads.inbox(actor=ANNA)] == [both[1]]


def test_all_marked_leads_back_to_the_inbox(sign_in: SignIn, both: Sequence[Ref]) -> None:
    anna = sign_in(ANNA)
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=both[0], draft="Nr. 1234, 8 mm.", key="a"
    )
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=both[0], draft="Danke, 1234 ist notiert?", key="b"
    )
    done = waive(anna, both[:1])["Location"]
    assert "No reply needed: 1 conversation is marked" in content(anna.get(done))
    assert "is marked" not in content(sign_in(BRUNO).get(done))  # said to whoever did it
    assert "is marked" not in content(anna.get("/seller/inbox", {"done": "1:x:y"}))


@pytest.mark.parametrize(
    "fields",
    [{"opened": ""}, {"opened": "-1"}, {"opened": "9" * 20}, {"reason": "x"}, {"key": ""}, {"c": []}],
)
def test_damaged_marks_are_refused(sign_in: SignIn, both: Sequence[Ref], fields: dict[str, Any]) -> None:
    assert waive(sign_in(ANNA), both, **fields).status_code == 400
    assert len(threads.inbox(actor=ANNA)) == 2


def test_a_reader_is_offered_none_of_it(shops: Shops, asked: Ref, sign_in: SignIn) -> None:
    with acting(PLATFORM):
        Member.objects.filter(person_id=BRUNO.person).update(role="reader")
    bruno = sign_in(BRUNO)
    assert 'form="together"' not in content(bruno.get("/seller/inbox"))
    assert bruno.get("/seller/together", {"c": str(asked)}).status_code == 403
    assert post(bruno, "/seller/saved-replies/additions", form(name="X")).status_code == 403
    assert bruno.get("/seller/saved-replies").status_code == 200
