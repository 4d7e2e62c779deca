"""Append: one entry, in the deed's own transaction, once per key."""

from uuid import uuid4

import pytest
from django.db import connection

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.terms import Audience, Chain, ChainName, Draft, Kept
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Conflict, KeyReused
from tests.cast import ANNA, ANNAS_SHOP, EDDA

pytestmark = pytest.mark.usefixtures("database")


def chain() -> Chain:
    return Chain(
        seller_id=ANNAS_SHOP, id=uuid4(), name=ChainName.SELLER, audience=Audience.SELLER, seller=uuid4()
    )


def append(to: Chain, key: str = "k", text: bytes = b"text") -> Kept:
    with acting(ANNA):
        return archive.append(
            chain=to, kind="note", actor=ANNA, now=clock.now(), key=key, values={"body": text}
        )


def test_entries_of_a_chain_follow_each_other() -> None:
    to = chain()
    kept = [append(to, key=str(n)) for n in range(3)]
    assert [entry.n for entry in kept] == [0, 1, 2]
    with acting(EDDA):
        at = list(Entry.objects.filter(chain=to.id).order_by("n").values_list("at", flat=True))
    assert at == sorted(set(at))


def test_the_same_key_and_text_again_changes_nothing() -> None:
    to = chain()
    first, again = append(to), append(to)
    assert again.replayed
    assert again.receipt == first.receipt
    with acting(EDDA):
        assert Entry.objects.filter(chain=to.id).count() == 1


def test_the_same_key_for_something_else_is_refused() -> None:
    to = chain()
    append(to)
    with pytest.raises(KeyReused):
        append(to, text=b"other")
    with pytest.raises(KeyReused):
        append(chain())


def test_nothing_stays_of_a_deed_that_failed() -> None:
    to = chain()
    with pytest.raises(RuntimeError), acting(ANNA):
        archive.append(chain=to, kind="note", actor=ANNA, now=clock.now(), key="k")
        raise RuntimeError
    with acting(EDDA):
        assert not Entry.objects.filter(chain=to.id).exists()


def test_a_head_that_moved_on_is_a_conflict() -> None:
    to = chain()
    head_of_nothing = append(to)
    with acting(ANNA):
        from helpdesk.archive.queries import head_of

        head = head_of(chain=to)
    append(to, key="second")
    with pytest.raises(Conflict), acting(ANNA):
        archive.append(chain=to, kind="note", actor=ANNA, now=clock.now(), key="third", expected_head=head)
    assert head_of_nothing.n == 0


def test_many_entries_at_once_are_one_chain() -> None:
    to = chain()
    drafts = [Draft(kind="note", key=str(n), values={"body": b"%d" % n}) for n in range(50)]
    with acting(ANNA):
        kept = archive.append_many(chain=to, actor=ANNA, now=clock.now(), drafts=drafts)
    assert [entry.n for entry in kept] == list(range(50))
    with acting(EDDA):
        assert Value.objects.filter(entry_id__in=[k.receipt.entry for k in kept]).count() == 100


def test_without_a_scope_nothing_is_visible() -> None:
    append(chain())
    assert not Entry.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone()[0].startswith("helpdesk_app")
