"""Post files: a message takes uploads along, commits what they are, and nobody takes them twice."""

import hashlib
from uuid import UUID

import msgspec
import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry, Value
from helpdesk.attachments.models import File, Upload
from helpdesk.attachments.queries import files_to_post
from helpdesk.attachments.terms import State
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms import Posted
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Invalid, KeyReused, NotFound, Refused, TooLarge
from tests.attachments.conftest import Upload as Uploading
from tests.attachments.made import pdf, picture
from tests.cast import ANNA, BRUNO, CLARA, HANIA
from tests.shops import Shops


def ask(to: Ref, *files: UUID, actor: Actor = CLARA, key: str = "k", text: str = "See here.") -> Posted:
    return conversations.post_question(
        actor=actor, now=clock.now(), conversation=to, draft=text, key=key, files=files
    )


def test_the_entry_commits_what_each_file_is(asked: Ref, upload: Uploading) -> None:
    first, second = upload(), upload(content=pdf(), name="invoice.pdf", key="v")
    posted = ask(asked, second.ref.id, first.ref.id)
    with everything():
        values = dict(Value.objects.filter(entry_id=posted.receipt.entry).values_list("name", "value"))
        leaf = msgspec.json.decode(Entry.objects.get(id=posted.receipt.entry).leaf)
    assert msgspec.json.decode(values["file-1"]) == {
        "digest": hashlib.sha256(pdf()).hexdigest(),
        "name": "invoice.pdf",
        "size": len(pdf()),
        "type": "application/pdf",
    }
    assert {*leaf["c"]} == {"body", "file-1", "file-2"}


@pytest.mark.parametrize("actor", [ANNA, BRUNO, CLARA])
def test_both_sides_see_them_in_order(asked: Ref, upload: Uploading, actor: Actor) -> None:
    first, second = upload(), upload(content=pdf(), name="invoice.pdf", key="v")
    ask(asked, second.ref.id, first.ref.id)
    shown = queries.thread(actor=actor, conversation=asked).messages[-1].files
    assert [(file.name, file.state, file.position) for file in shown] == [
        ("invoice.pdf", State.PENDING, 1),
        ("gasket.png", State.PENDING, 2),
    ]
    assert {file.may_open for file in shown} == {actor is CLARA}


def test_a_first_question_takes_files_too(shops: Shops, upload: Uploading) -> None:
    file = upload()
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft="This?", key="k", files=[file.ref.id]
    )
    thread = queries.thread(actor=ANNA, conversation=posted.conversation)
    assert [shown.name for shown in thread.messages[0].files] == ["gasket.png"]


def test_the_same_request_again_is_answered_as_the_first_time(asked: Ref, upload: Uploading) -> None:
    file = upload()
    first, again = ask(asked, file.ref.id), ask(asked, file.ref.id)
    assert again.replayed
    assert again.receipt == first.receipt


def test_the_key_with_other_files_is_refused(asked: Ref, upload: Uploading) -> None:
    file, other = upload(), upload(content=pdf(), name="invoice.pdf", key="v")
    ask(asked, file.ref.id)
    for files in ([], [other.ref.id], [file.ref.id, other.ref.id], [uuid7()]):
        with pytest.raises(KeyReused):
            ask(asked, *files)


def test_a_file_goes_with_one_message_only(asked: Ref, upload: Uploading) -> None:
    file = upload()
    ask(asked, file.ref.id)
    with pytest.raises(Conflict) as refusal:
        ask(asked, file.ref.id, key="other")
    assert refusal.value.code == "upload.posted"


def test_a_file_that_is_cleared_away_under_the_post_undoes_it(
    asked: Ref, upload: Uploading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at it and the storing of the message."""
    file = upload()

    def clears_away(**asked_for: object) -> object:
        found = files_to_post(**asked_for)  # type: ignore[arg-type]
        with everything():
            Upload.objects.all().delete()
        return found

    monkeypatch.setattr("helpdesk.conversations.actions.posting.files_to_post", clears_away)
    with pytest.raises(Conflict):
        ask(asked, file.ref.id)
    assert queries.thread(actor=CLARA, conversation=asked).last_n == 0
    with everything():
        assert not File.objects.exists()


def test_somebody_elses_upload_is_not_there(asked: Ref, upload: Uploading) -> None:
    for other in (HANIA, ANNA):
        with pytest.raises(NotFound):
            ask(asked, upload(other, key=other.name).ref.id)


def test_twice_the_same_and_more_than_ten_are_refused(asked: Ref, upload: Uploading) -> None:
    file = upload()
    with pytest.raises(Invalid):
        ask(asked, file.ref.id, file.ref.id)
    with pytest.raises(TooLarge):
        ask(asked, *(uuid7() for _ in range(11)))


def test_a_refused_text_leaves_its_files_for_the_next(asked: Ref, upload: Uploading) -> None:
    file = upload(content=picture("JPEG"), name="a.jpg")
    with pytest.raises(Refused):
        ask(asked, file.ref.id, text="\u200b")
    assert ask(asked, file.ref.id).n == 1
    with everything():
        (leaf,) = Entry.objects.filter(kind="attempt.refused").values_list("leaf", flat=True)
    assert msgspec.json.decode(leaf)["f"]["files"] == 1
