"""Import: bad lines named and skipped, all or none when strict, one entry when something changed."""

import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry, Value
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace import actions
from helpdesk.marketplace.models import Buyer, ExternalId, Market, Member, Order, OrderLine
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.outcomes import ImportReport
from tests.cast import ANNA, PLATFORM
from tests.marketplace import samples
from tests.marketplace.samples import import_

pytestmark = pytest.mark.usefixtures("database")


def entries() -> list[str]:
    with everything():
        return list(Entry.objects.exclude(kind="key").order_by("n").values_list("kind", flat=True))


def problems(report: ImportReport) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.flaw.code, problem.flaw.pointer) for problem in report.problems]


def test_a_file_is_taken_in_as_one_entry_with_its_digest() -> None:
    report = import_(*samples.everything())
    assert (report.rejected, report.applied.total(), report.lines) == (0, 8, 8)
    assert entries() == ["import"]
    with everything():
        digest = bytes(Value.objects.get(name="digest").value).decode()
    assert (
        digest == report.digest == hashlib.sha256(b"".join(samples.ndjson(*samples.everything()))).hexdigest()
    )


def test_the_second_time_changes_nothing_entries_included() -> None:
    import_(*samples.everything())
    before = entries()
    report = import_(*samples.everything())
    assert (report.unchanged, report.applied.total(), report.entry) == (8, 0, None)
    assert entries() == before


def test_a_bad_line_is_named_and_the_others_are_taken_in() -> None:
    lines = [
        *samples.ndjson(samples.market()),
        b"{broken\n",
        b"\n",
        *samples.ndjson(samples.offer(), samples.buyer(colour="red"), samples.buyer(id="hania")),
    ]
    report = actions.import_records(actor=PLATFORM, now=clock.now(), lines=lines)
    assert problems(report) == [
        (2, "input.not_json", ""),
        (5, "input.unknown_field", "/colour"),
    ]
    assert (report.applied.total(), report.rejected, report.waiting) == (2, 2, 1)


def test_strict_takes_in_all_or_nothing() -> None:
    report = import_(samples.market(), samples.buyer(market="mars"), strict=True)
    assert (report.rolled_back, report.rejected) == (True, 1)
    assert entries() == []
    with everything():
        assert not Market.objects.exists()
    assert not import_(samples.market(), strict=True).rolled_back


def test_a_reference_counts_only_after_its_record_when_strict() -> None:
    report = import_(samples.buyer(), samples.market(), strict=True)
    assert problems(report) == [(1, "record.unknown_reference", "/market")]
    report = import_(samples.market(), samples.buyer(), strict=True)
    assert report.applied == {Kind.MARKET: 1, Kind.BUYER: 1}


def test_versions_of_one_record_in_one_file_are_taken_in_one_by_one() -> None:
    report = import_(
        samples.market(),
        samples.buyer(version=2),
        samples.buyer(version=3, display_name="C."),
        samples.buyer(version=1),
    )
    assert (report.applied[Kind.BUYER], report.updated[Kind.BUYER], report.older) == (2, 1, 1)
    with everything():
        assert Buyer.objects.get().display_name == "C."


def test_a_person_may_work_for_two_sellers_and_stays_one_person() -> None:
    import_(
        samples.seller(),
        samples.seller(id="dmitri"),
        samples.member(),
        samples.member(id="anna-2", seller="dmitri"),
    )
    with everything():
        assert Member.objects.count() == 2
        assert len(set(Member.objects.values_list("person_id", flat=True))) == 1


def test_what_the_database_refuses_is_named_and_the_rest_is_taken_in() -> None:
    report = import_(
        samples.seller(),
        samples.member(),
        samples.member(id="twice"),
        samples.member(id="bruno", person="p-bruno"),
    )
    assert problems(report) == [(3, "record.conflict", "")]
    assert report.applied[Kind.MEMBER] == 2
    with everything():
        assert not ExternalId.objects.filter(external_id="twice").exists()


def test_a_moved_establishment_has_its_entry_before_the_imports() -> None:
    import_(*samples.everything())
    place = {"country": "DE", "time_zone": "Europe/Berlin"}
    import_(samples.seller(version=2, establishment=place), samples.market(version=2, law="AT"))
    assert entries() == ["import", "seller.establishment", "market.changed", "import"]


def test_only_the_platform_imports() -> None:
    with pytest.raises(Forbidden):
        import_(samples.market(), actor=ANNA)


def test_the_counts_are_in_the_leaf() -> None:
    import_(*samples.everything(), samples.buyer(id="x", market="m" * 21))
    with everything():
        leaf = bytes(Entry.objects.get(kind="import").leaf)
    assert b'"lines":9' in leaf
    assert b'"orders":1' in leaf
    assert b'"rejected":1' in leaf


def test_a_byte_order_mark_is_no_part_of_the_first_record() -> None:
    lines = [b"\xef\xbb\xbf" + samples.ndjson(samples.market())[0]]
    assert actions.import_records(actor=PLATFORM, now=clock.now(), lines=lines).rejected == 0


def test_progress_is_told_and_statements_do_not_grow_with_the_file() -> None:
    seen: list[int] = []

    def run(orders: list[samples.Record]) -> int:
        with CaptureQueriesContext(connection) as statements:
            actions.import_records(
                actor=PLATFORM,
                now=clock.now(),
                lines=samples.ndjson(*orders),
                progress=lambda report: seen.append(report.lines),
            )
        return len(statements)

    import_(*samples.everything())
    few = run([samples.order(id=f"few-{n}") for n in range(3)])
    many = run([samples.order(id=f"many-{n}") for n in range(500)])
    assert few == many
    assert seen == [3, 500]
    with everything():
        assert Order.objects.count() == OrderLine.objects.count() == 504
