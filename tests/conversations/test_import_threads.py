"""Import threads: marked, whole or not at all, once however often, and no clock, count or notice starts."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Entry, Value
from helpdesk.config.wiring import REACTIONS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.models import BuyerInbox, Conversation, Imported, Message
from helpdesk.conversations.rules import thread_about_offer
from helpdesk.conversations.terms import Manner
from helpdesk.conversations.terms.importing import MAX_THREAD, ThreadFormat
from helpdesk.deadlines.models import Obligation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role, Side
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.notifications.models import Notice
from helpdesk.oversight import queries as oversight
from helpdesk.retention import actions as retention
from helpdesk.search import queries as search
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM
from tests.conversations.bringing import ANSWER, WORDS, brought, codes, known, place, said, streamed, thread
from tests.retention.asking import erased, faults
from tests.shops import Shops

ROOT = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))
HEADER = "thread,market,seller,buyer,order,offer,message,who,said_at,language,text\n"


@pytest.fixture
def here(shops: Shops) -> Shops:
    """With the Platform's ids."""
    known(shops)
    return shops


def reacted() -> None:
    archive.number_entries(actor=SYSTEM, now=clock.now())
    while archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=REACTIONS):
        pass


def test_both_sides_read_it_marked_with_what_the_older_system_says(here: Shops) -> None:
    report = brought(thread())
    assert (report.begun, report.messages, report.rejected) == (1, 2, 0)
    for actor in (ANNA, CLARA):
        shown = queries.thread(actor=actor, conversation=place(here))
        assert shown.imported
        assert shown.title == "A-1001"
        assert [(one.side, one.text, one.language, one.author) for one in shown.messages] == [
            (Side.BUYER, WORDS, "en", ""),
            (Side.SELLER, ANSWER, "de", ""),
        ]
        assert {one.manner for one in shown.messages} == {Manner.IMPORTED}
        said_at = [one.said_at.isoformat() for one in shown.messages if one.said_at]
        assert said_at == ["2024-03-05T10:15:00+00:00", "2024-03-05T11:00:00+00:00"]
        assert min(one.at for one in shown.messages) > datetime(2026, 1, 1, tzinfo=UTC)
    with pytest.raises(NotFound):
        queries.thread(actor=DMITRI, conversation=place(here))
    with pytest.raises(NotFound):
        queries.thread(actor=HANIA, conversation=place(here))


def test_it_starts_counts_and_tells_nothing(here: Shops) -> None:
    brought(thread())
    reacted()
    with acting(PLATFORM):
        assert not Obligation.objects.exists()
        assert not Notice.objects.exists()
        line = BuyerInbox.objects.get(buyer_id=CLARA.person)
    assert (line.messages, line.unread) == (2, 0)


def test_lists_mark_it_and_go_by_its_days(here: Shops) -> None:
    """In the Buyer's list, the shop's and the desk's; a live word makes it of today."""
    live = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=here.dmitris_order, draft="Is it there?", key="live"
    ).conversation
    brought(thread())
    ref, first, last = (
        place(here),
        datetime(2024, 3, 5, 10, 15, tzinfo=UTC),
        datetime(2024, 3, 5, 11, tzinfo=UTC),
    )
    buyers = queries.buyer_list(actor=CLARA)
    assert [(row.conversation, row.imported) for row in buyers] == [(live, False), (ref, True)]
    assert (buyers[1].listed_at, buyers[1].last_at) == (last, last)
    [quiet] = queries.quiet_threads(actor=ANNA)
    assert (quiet.conversation, quiet.last_at, quiet.imported) == (ref, last, True)
    [file] = oversight.find_files(actor=EDDA, words=str(ref))
    assert (file.started_at, file.last_at, file.imported) == (first, last, True)
    brought(thread(said("m0", at="2024-03-01T08:00:00Z"), said("m9", at="2024-04-01T08:00:00Z")))
    [file] = oversight.find_files(actor=EDDA, words=str(ref))
    assert (file.started_at.day, file.last_at.month) == (1, 4)
    conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=here.claras_order, draft="And now?", key="n"
    )
    [waiting] = queries.inbox(actor=ANNA)
    assert (waiting.conversation, waiting.imported) == (ref, True)
    assert [row.imported for row in queries.inbox(actor=DMITRI)] == [False]
    assert queries.buyer_list(actor=CLARA)[0].last_at > last


def test_periods_go_by_its_days(here: Shops) -> None:
    """What would have gone long ago goes with the next night; an order that is younger keeps its own."""
    old = thread(said("o1"), id="t3", order=None, offer="gasket")
    brought(thread(said(at="2003-03-05T10:15:00Z")), old)
    assert retention.retain(actor=SYSTEM, now=clock.now()) == 1
    with everything():
        [due] = Entry.objects.filter(kind="erased").values_list("chain", flat=True)
    assert due == thread_about_offer(offer_id=here.offer.id, buyer_id=CLARA.person)


def test_the_record_verifies(here: Shops) -> None:
    brought(thread())
    assert faults() == []


def test_the_same_file_twice_adds_nothing_and_a_longer_one_adds_what_is_new(here: Shops) -> None:
    brought(thread())
    again = brought(thread(), actor=ROOT)
    assert (again.messages, again.known, again.rejected, again.entry) == (0, 2, 0, None)
    longer = thread(said(), said("m2", "seller"), said("m3", "platform", "2024-04-01T00:00:00Z", "Noted."))
    report = brought(longer)
    assert (report.begun, report.extended, report.messages, report.known) == (0, 1, 1, 2)
    shown = queries.thread(actor=CLARA, conversation=place(here))
    assert [one.side for one in shown.messages][-1] is Side.ADMINISTRATOR
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=place(here), draft="Does it fit now?", key="live"
    )
    more = brought(thread(*longer["messages"], said("m4", at="2024-05-01T00:00:00Z")))
    assert codes(more) == [(1, "/order", "import.moved_on")]
    assert brought(longer).known == 3
    assert faults() == []


def test_what_is_asked_after_it_runs_as_ever(here: Shops) -> None:
    brought(thread())
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=place(here), draft="Does it fit now?", key="live"
    )
    reacted()
    with acting(PLATFORM):
        assert Obligation.objects.count() == 1
        assert BuyerInbox.objects.get(buyer_id=CLARA.person).messages == 3
    assert faults() == []


def test_an_order_with_a_live_conversation_or_another_thread_is_refused(here: Shops) -> None:
    conversations.ask_about_order(
        actor=HANIA, now=clock.now(), order=here.hanias_order, draft="Where is it?", key="h"
    )
    hanias = {"buyer": "hania", "market": "pl", "order": "A-1002"}
    report = brought(thread(**hanias), thread(id="t2"), thread(id="t3"), thread(id="t2", order="A-1002"))
    assert codes(report) == [
        (1, "/order", "import.has_thread"),
        (3, "/order", "import.other_thread"),
        (4, "/id", "import.thread_twice"),
    ]
    elsewhere = brought(thread(id="t2", seller="anna", order=None, offer="gasket"))
    assert codes(elsewhere) == [(1, "/id", "import.elsewhere")]


def test_a_thread_about_an_offer(here: Shops) -> None:
    report = brought(thread(order="", offer="gasket"))
    assert (codes(report), report.begun) == ([], 1)
    with acting(PLATFORM):
        found = Conversation.objects.get()
    assert (found.title, found.market, found.order_id) == ("Dichtung 8 mm", "de", None)
    assert faults() == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"order": None}, ("/order", "import.about_one")),
        ({"offer": "gasket"}, ("/order", "import.about_one")),
        ({"seller": "dmitri"}, ("/order", "record.other_seller")),
        ({"seller": "nobody"}, ("/seller", "record.unknown_reference")),
        ({"buyer": "nobody"}, ("/buyer", "record.unknown_reference")),
        ({"buyer": "hania"}, ("/buyer", "import.other_buyer")),
        ({"market": "pl"}, ("/market", "import.other_market")),
        ({"order": "A-9999"}, ("/order", "record.unknown_reference")),
        ({"messages": []}, ("/messages", "input.bounds")),
        ({"messages": [said(str(n)) for n in range(MAX_THREAD + 1)]}, ("/messages", "input.bounds")),
        ({"messages": [said(), said()]}, ("/messages/0/id", "import.message_twice")),
        ({"messages": [said(at="2090-01-01T00:00:00Z")]}, ("/messages/0/said_at", "import.future")),
        ({"messages": [said(at="2024-01-01 10:00")]}, ("/messages/0/said_at", "value.instant")),
        ({"messages": [said(text=" \u200b ")]}, ("/messages/0/text", "text.empty")),
        ({"messages": [said(text="x\x00")]}, ("/messages/0/text", "text.nul")),
        ({"messages": [said(text="x" * 20_001)]}, ("/messages/0/text", "text.too_long")),
        ({"messages": [said(who="carrier")]}, ("/messages/0/who", "input.not_listed")),
        ({"messages": [said(), said("m2", text="\ud800")]}, ("/messages/1/text", "text.surrogate")),
        ({"colour": "red"}, ("/colour", "input.unknown_field")),
    ],
)
def test_a_bad_thread_is_told_with_its_line_and_leaves_nothing(
    here: Shops, change: dict[str, object], problem: tuple[str, str]
) -> None:
    report = brought(thread(order="A-1002", buyer="hania", market="pl", id="good"), {**thread(), **change})
    assert codes(report)[0] == (2, *problem)
    assert (report.begun, report.rejected) == (1, 1)
    with everything():
        assert {row.thread_key for row in Imported.objects.all()} != set()
        assert Message.objects.count() == 2


def test_the_number_that_people_see_names_an_order_too(here: Shops) -> None:
    assert brought(thread(order="A-1001")).begun == 1


def test_a_dry_run_finds_the_same_and_keeps_nothing(here: Shops) -> None:
    file = (thread(), thread(id="t2"), thread(id="t3", buyer="nobody", order="D-2001", seller="dmitri"))
    tried = brought(*file, dry_run=True)
    with everything():
        assert not Entry.objects.filter(kind__in=("thread.imported", "import")).exists()
        assert not Conversation.objects.exists()
    done = brought(*file)
    assert (tried.begun, tried.messages, codes(tried)) == (done.begun, done.messages, codes(done))
    assert done.entry is not None


def test_only_the_platform_and_its_administrators_import(here: Shops) -> None:
    for actor in (ANNA, CLARA, EDDA):
        with pytest.raises(Forbidden):
            brought(thread(), actor=actor)


def test_what_the_command_line_brings_can_be_erased_like_all_else(here: Shops) -> None:
    brought(thread(), actor=SYSTEM)
    erased(place(here))
    with everything():
        assert not Value.objects.filter(entry_id__in=Imported.objects.values("id")).exists()
    shown = queries.thread(actor=CLARA, conversation=place(here))
    assert [one.text for one in shown.messages] == [None, None]
    again = brought(thread())
    assert (again.messages, again.known) == (0, 2)
    assert faults() == []


def test_what_the_rules_find_in_it_is_said_and_nothing_follows(here: Shops) -> None:
    report = brought(thread())
    assert (report.begun, report.remarked) == (1, 1)


def test_its_words_can_be_found(here: Shops) -> None:
    brought(thread())
    reacted()
    hits = search.found(actor=CLARA, text="gasket canary").hits
    assert [(hit.conversation, hit.side, hit.n) for hit in hits] == [(place(here), Side.BUYER, 0)]
    assert search.found(actor=HANIA, text="gasket canary").count == 0


def rows(*cells: str) -> bytes:
    return (HEADER + "\n".join(cells) + "\n").encode()


def test_a_table_has_a_message_a_row(here: Shops) -> None:
    report = streamed(
        rows(
            't1,de,anna,clara,A-1001-id,,m1,buyer,2024-03-05T10:15:00Z,en,"Two lines,',
            'of ""words"""',
            "t1,de,anna,clara,A-1001-id,,m2,seller,2024-03-05T10:20:00Z,,Yes.",
            "t2,pl,anna,hania,A-1002,,m1,buyer,yesterday,pl,Gdzie?",
            "t2,pl,anna,hania,A-1002,,m2,buyer,2024-03-05T10:20:00Z,pl,Halo?",
            "t3,de,dmitri,clara,D-2001,,m1,buyer,2024-03-05T10:20:00Z,de,Hallo",
        )
    )
    assert codes(report) == [(5, "/messages/0/said_at", "value.instant")]
    assert (report.begun, report.messages) == (2, 3)
    shown = queries.thread(actor=CLARA, conversation=place(here))
    assert [one.text for one in shown.messages] == ['Two lines,\nof "words"', "Yes."]


def test_nothing_of_a_thread_is_taken_in_when_one_of_its_rows_cannot_be(here: Shops) -> None:
    report = streamed(
        rows(
            "t1,de,anna,clara,A-1001-id,,m1,buyer,2024-03-05T10:15:00Z,en,One",
            "t1,de,anna,clara",
            "t1,de,anna,clara,A-1001-id,,m3,buyer,2024-03-05T10:16:00Z,en,Three",
            "t2,pl,anna,hania,A-1002,,m1,buyer,2024-03-05T10:15:00Z,pl,Gdzie?",
            "t2,pl,anna,clara,A-1002,,m2,buyer,2024-03-05T10:15:00Z,pl,Halo?",
        )
    )
    assert codes(report) == [(3, "", "import.cells"), (6, "", "import.row_differs")]
    with everything():
        assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("data", "written", "problem"),
    [
        (b"thread;text\n", ThreadFormat.CSV, (1, "", "import.columns_missing")),
        (b"", ThreadFormat.CSV, (1, "", "import.columns_missing")),
        ((HEADER.strip() + ",colour\n").encode(), ThreadFormat.CSV, (1, "", "import.columns_unknown")),
        (HEADER.encode() + b'"t1,de', ThreadFormat.CSV, (2, "", "import.not_csv")),
        (
            HEADER.encode() + b"t1,de,anna,clara,A-1001-id,,m1,buyer,2024-03-05T10:15:00Z,en,\xff\n",
            ThreadFormat.CSV,
            (2, "/messages/0/text", "text.surrogate"),
        ),
        (b"\n{]\n", ThreadFormat.NDJSON, (2, "", "input.not_json")),
        (b"[1]\n", ThreadFormat.NDJSON, (1, "", "input.type")),
        (b'"\xff"\n', ThreadFormat.NDJSON, (1, "", "import.not_utf8")),
        (b"[" * 100_000 + b"\n", ThreadFormat.NDJSON, (1, "", "input.too_large")),
        (b'{"threads": []}', ThreadFormat.JSON, (1, "", "import.not_array")),
        (b'[\n{"id": ', ThreadFormat.JSON, (2, "", "input.not_json")),
        (b"[[", ThreadFormat.JSON, (1, "", "input.not_json")),
    ],
)
def test_a_file_that_is_none_says_where(
    here: Shops, data: bytes, written: ThreadFormat, problem: tuple[int, str, str]
) -> None:
    report = streamed(data, written=written)
    assert codes(report)[0] == problem
    assert report.begun == 0


def test_an_array_is_read_piece_by_piece(here: Shops) -> None:
    report = brought(
        thread(), thread(id="t2", order="A-1002", buyer="hania", market="pl"), written=ThreadFormat.JSON
    )
    assert (report.begun, codes(report)) == (2, [])
    assert streamed(b" [ ] ", written=ThreadFormat.JSON).threads == 0
