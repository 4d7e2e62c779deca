"""A screenshot is sealed as it was uploaded, for the reporter and the Platform alone."""

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.models import File
from helpdesk.attachments.queries import check_objects, open_original
from helpdesk.attachments.terms import OCR, State, Uploaded
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Invalid, NotFound
from helpdesk.oversight.queries import may_open_files, refuse_without_reading
from helpdesk.reports import queries
from helpdesk.reports.rules import rules_in_force
from helpdesk.reports.terms import Subject
from tests.archive.tampering import findings
from tests.attachments.made import picture
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA
from tests.reports.conftest import Thread
from tests.reports.voice import file, read


def upload(*, actor: Actor = CLARA, key: str = "u") -> Uploaded:
    return attachments.upload(
        actor=actor, now=clock.now(), seller_id=ANNAS_SHOP, name="chat.png", chunks=[picture()], key=key
    )


def examined() -> None:
    """What the worker does, with every file at once."""
    for due in attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=10):
        conversations.examine_file(actor=SYSTEM, now=clock.now(), due=due, scanner="", ocr=OCR.NONE)


@pytest.fixture
def about(talk: Thread, folder: object) -> Subject:
    """Anna's message."""
    return Subject(conversation=talk.ref, message=talk.answer)


def test_only_the_reporter_and_the_desk_ever_see_it(talk: Thread, about: Subject) -> None:
    sent = upload()
    filed = file(about, files=[sent.ref.id])
    examined()
    [shown] = queries.report_of(actor=CLARA, report=filed.report).files
    assert (shown.ref, shown.name, shown.state) == (sent.ref, "chat.png", State.UNEXAMINED)
    assert shown.digest == sent.digest.hex()
    with open_original(actor=CLARA, file=shown.ref) as opened:
        assert opened.content.read() == picture()
    with acting(ANNA):  # neither the file nor that it was looked at
        assert not File.objects.exists()
        assert not Entry.objects.filter(kind="attachment.examined").exists()
    with pytest.raises(NotFound), open_original(actor=ANNA, file=shown.ref):
        pass
    assert not [*findings(), *check_objects()][2:], "all agrees; the rest is progress"
    chain = Ref(filed.report.seller_id, queries.line_of(actor=CLARA, report=filed.report).chain)
    assert not may_open_files(actor=EDDA, now=clock.now(), conversation=chain)
    read(talk.ref)
    assert may_open_files(actor=EDDA, now=clock.now(), conversation=chain)
    refuse_without_reading(actor=EDDA, now=clock.now(), file=shown.ref)
    with open_original(actor=EDDA, file=shown.ref) as opened:
        assert opened.content.read() == picture()


def test_the_same_report_again_names_the_same_files(about: Subject) -> None:
    sent = upload()
    first = file(about, files=[sent.ref.id])
    again = file(about, files=[sent.ref.id])
    assert again.kept.replayed
    assert again.report == first.report


def test_a_file_belongs_to_one_report(talk: Thread, about: Subject) -> None:
    sent = upload()
    file(about, files=[sent.ref.id])
    with pytest.raises(Conflict, match=r"upload\.posted"):
        file(Subject(conversation=talk.ref), files=[sent.ref.id], key="another")


def test_nobody_reports_with_anothers_file(about: Subject) -> None:
    sent = upload(actor=ANNA)
    with pytest.raises(NotFound, match=r"upload\.not_found"):
        file(about, files=[sent.ref.id])


def test_a_report_has_so_many_files(about: Subject) -> None:
    most = rules_in_force(on=clock.now().date()).files
    sent = [upload(key=f"u{number}").ref.id for number in range(most + 1)]
    with pytest.raises(Invalid, match=r"report\.files"):
        file(about, files=sent)
    assert file(about, files=sent[:most]).report


def test_what_it_says_is_in_no_search(about: Subject) -> None:
    file(about, files=[upload().ref.id])
    examined()
    assert attachments.take_up_unheard(actor=SYSTEM, now=clock.now(), limit=10) == []
