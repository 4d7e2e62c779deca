"""File a report: a receipt at once, and the other side never learns of it."""

from datetime import timedelta

import msgspec
import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Number, Value
from helpdesk.deadlines.models import Obligation
from helpdesk.evidence import queries as evidence
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, Refused, TooLarge
from helpdesk.reports import queries
from helpdesk.reports.models import Report
from helpdesk.reports.rules import rules_in_force
from helpdesk.reports.terms import MAX_WORDS, About, Subject, What
from tests.archive.tampering import findings
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, FELIX, GRETA, HANIA, PLATFORM, READER
from tests.reports.conftest import Thread
from tests.reports.voice import WORDS, file
from tests.shops import Shops

OTHERS = {CLARA: (ANNA, BRUNO, DMITRI, HANIA), ANNA: (CLARA, DMITRI, HANIA)}


def of(talk: Thread, author: Actor) -> Subject:
    """The other side's message."""
    return Subject(conversation=talk.ref, message=talk.answer if author is CLARA else talk.question)


@pytest.mark.parametrize("author", [CLARA, ANNA], ids=["buyer", "seller"])
def test_the_reporter_reads_it_and_the_other_side_never_learns(talk: Thread, author: Actor) -> None:
    filed = file(of(talk, author), actor=author, what="insult")
    shown = queries.report_of(actor=author, report=filed.report)
    assert (shown.words, shown.author, shown.line.what) == (WORDS, author.name, What.INSULT)
    for stranger in OTHERS[author]:
        with pytest.raises(NotFound):
            queries.report_of(actor=stranger, report=filed.report)
        with pytest.raises(NotFound):
            queries.line_of(actor=stranger, report=filed.report)
        assert queries.own(actor=stranger) == []
        assert queries.own_reports_in(actor=stranger, conversation=talk.ref) == {}
        with acting(stranger):  # the second wall by itself
            assert not Report.objects.exists()
            assert not Entry.objects.filter(kind="report.filed").exists()
            assert not Number.objects.filter(kind="report.filed").exists()
            assert not Value.objects.filter(value=WORDS.encode()).exists()


def test_no_package_of_the_other_side_holds_it(talk: Thread) -> None:
    kept = file(of(talk, CLARA)).kept
    others = {leaf.id for leaf in evidence.record(actor=ANNA, conversation=talk.ref).leaves}
    assert kept.receipt.entry not in others


def test_a_colleague_reads_the_shops_reports(talk: Thread) -> None:
    filed = file(of(talk, ANNA), actor=ANNA, what="insult")
    assert queries.report_of(actor=BRUNO, report=filed.report).words == WORDS
    assert [one.report for one in queries.own(actor=READER)] == [filed.report]


def test_it_is_one_entry_on_a_chain_of_its_own_that_verifies(talk: Thread) -> None:
    with acting(EDDA):
        before, clocks = Entry.objects.count(), list(Obligation.objects.order_by("id").values())
    filed = file(of(talk, CLARA))
    with acting(EDDA):
        assert Entry.objects.count() == before + 1
        assert list(Obligation.objects.order_by("id").values()) == clocks, "no clock moves"
        entry = Entry.objects.get(id=filed.kept.receipt.entry)
    leaf = msgspec.json.decode(bytes(entry.leaf))
    assert leaf["f"]["about"] == "seller"
    assert leaf["f"]["what"] == "contact_outside"
    assert leaf["ref"] == [["reports", str(talk.answer)]]
    assert (entry.audience, entry.n) == (3, 0)
    assert findings() == []


def test_it_says_by_when_a_person_decides_and_the_urgent_are_first(shops: Shops, talk: Thread) -> None:
    calm = file(of(talk, CLARA), what="misleading")
    urgent = file(Subject(order=shops.dmitris_order), what="pay_outside", channel="phone", key="pay")
    assert urgent.due_at < calm.due_at
    assert [one.report for one in queries.waiting(actor=EDDA)] == [urgent.report, calm.report]
    assert [one.report for one in queries.waiting(actor=EDDA, market="pl")] == []
    assert queries.waiting_count(actor=FELIX, market="de") == 2


def test_about_an_order_that_nobody_wrote_about_and_from_outside(shops: Shops) -> None:
    filed = file(Subject(order=shops.claras_order), what="marketing", channel="post")
    line = queries.line_of(actor=CLARA, report=filed.report)
    assert (line.about, line.title, line.order, line.channel) == (
        About.ORDER,
        "A-1001",
        shops.claras_order,
        "post",
    )
    assert not line.is_thread
    assert findings() == []


def test_about_a_conversation(talk: Thread) -> None:
    filed = file(Subject(conversation=talk.ref), what="contact_outside", channel="mail", words="")
    shown = queries.report_of(actor=CLARA, report=filed.report)
    assert (shown.line.about, shown.words, shown.line.is_thread) == (About.CONVERSATION, "", True)


def test_the_same_key_is_the_same_report(talk: Thread) -> None:
    first, again = file(of(talk, CLARA)), file(of(talk, CLARA))
    assert again.kept.replayed
    assert (again.report, again.due_at) == (first.report, first.due_at)
    with pytest.raises(KeyReused):
        file(of(talk, CLARA), words="Something else.")
    with pytest.raises(KeyReused):
        file(of(talk, CLARA), what="insult")


def test_a_message_is_reported_once_by_a_side(talk: Thread) -> None:
    file(of(talk, CLARA))
    with pytest.raises(Conflict, match=r"report\.reported"):
        file(of(talk, CLARA), key="again")
    assert queries.own_reports_in(actor=CLARA, conversation=talk.ref).keys() == {talk.answer}


def test_only_the_other_sides_messages_are_reported(talk: Thread) -> None:
    with pytest.raises(Invalid, match=r"report\.not_theirs"):
        file(Subject(conversation=talk.ref, message=talk.question))
    with pytest.raises(NotFound):
        file(Subject(conversation=talk.ref, message=talk.ref.id))


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"what": "flood"}, "report.what"),
        ({"what": "nonsense"}, "report.what"),
        ({"channel": "pigeon"}, "report.channel"),
        ({"what": "insult", "channel": "mail"}, "report.channel"),
        ({"what": "other", "words": " "}, "report.words_missing"),
    ],
)
def test_what_cannot_be_taken_as_it_is(talk: Thread, said: dict[str, str], code: str) -> None:
    with pytest.raises(Invalid, match=code.replace(".", r"\.")):
        file(of(talk, CLARA), **said)  # type: ignore[arg-type]
    with acting(EDDA):
        assert not Report.objects.exists()


def test_words_have_an_end(talk: Thread) -> None:
    with pytest.raises(TooLarge):
        file(of(talk, CLARA), words="x" * (MAX_WORDS + 1))


def test_so_many_may_wait_at_once(shops: Shops) -> None:
    most = rules_in_force(on=clock.now().date()).open
    for number in range(most):
        file(Subject(order=shops.claras_order), key=f"r{number}")
    with pytest.raises(Refused, match=r"report\.too_many"):
        file(Subject(order=shops.dmitris_order), key="one too many")
    assert file(Subject(order=shops.claras_order), key="r0").kept.replayed


@pytest.mark.parametrize("actor", [DMITRI, HANIA, PLATFORM], ids=lambda actor: actor.name)
def test_strangers_find_nothing_to_report(shops: Shops, talk: Thread, actor: Actor) -> None:
    for subject in (
        Subject(conversation=talk.ref, message=talk.answer),
        Subject(conversation=talk.ref),
        Subject(order=shops.claras_order),
    ):
        with pytest.raises(NotFound):
            file(subject, actor=actor, what="insult")


@pytest.mark.parametrize("actor", [READER, EDDA, FELIX, GRETA], ids=lambda actor: actor.name)
def test_who_only_reads_does_not_report(talk: Thread, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        file(Subject(conversation=talk.ref, message=talk.question), actor=actor, what="insult")


def test_a_report_has_one_subject(shops: Shops, talk: Thread) -> None:
    for subject in (Subject(), Subject(conversation=talk.ref, order=shops.claras_order)):
        with pytest.raises(Invalid, match=r"report\.one_subject"):
            file(subject)


def test_only_the_desk_sees_what_waits(talk: Thread) -> None:
    file(of(talk, CLARA))
    for actor in (CLARA, ANNA, PLATFORM):
        with pytest.raises(Forbidden):
            queries.waiting(actor=actor)
    with pytest.raises(Forbidden):
        queries.own(actor=EDDA)
    assert len(queries.waiting(actor=GRETA)) == 1


def test_now_is_when_it_was_filed(talk: Thread) -> None:
    at = clock.now() - timedelta(seconds=2)
    filed = file(of(talk, CLARA), now=at)
    assert queries.line_of(actor=CLARA, report=filed.report).at == at
    assert isinstance(filed.report, Ref)
