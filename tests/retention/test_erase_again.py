"""Erase again: an older database comes back, and what the log says was erased since goes once more."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytest_django import Settings

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Erasure
from helpdesk.config.wiring import REACTIONS
from helpdesk.console.commands.erasing import told
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.models import Buyer
from helpdesk.retention import actions
from helpdesk.retention.terms import Again
from helpdesk.tlog.refusals import Refused
from tests.cast import CLARA, EDDA
from tests.conftest import Template, _point_django_at, clone, hang_up
from tests.retention.asking import entries, erased, faults, hold, values_of
from tests.shops import Shops

BODY = ("message", "body")


@pytest.fixture(autouse=True)
def home(database: str, settings: Settings, tmp_path: Path) -> Path:
    folders = {"log_folder": tmp_path / "log", "guard_folder": tmp_path / "guard"}
    settings.HELPDESK = settings.HELPDESK.model_copy(update=folders)
    return tmp_path


def sign() -> None:
    for _ in range(2):  # the log's key is an entry of its own, made with the first signature
        while archive.number_entries(actor=SYSTEM, now=clock.now()):
            pass
        archive.publish_log(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=REACTIONS)


@contextmanager
def restored(template: Template, database: str) -> Iterator[None]:
    """All within happens in a database that is lost at the end; then the one before comes back."""
    hang_up()
    with clone(Template(database, template.parameters), own_log=False):
        yield
    _point_django_at(database)


def again() -> Again:
    return actions.erase_again(actor=SYSTEM, now=clock.now())


def test_what_came_back_goes_once_more(thread: Ref, other: Ref, template: Template, database: str) -> None:
    sign()
    with restored(template, database):
        erased(thread)
        sign()
        [lost] = entries("erased")
    assert BODY in values_of(thread)
    done = again()
    assert (done.orders, done.entries, done.held, done.unnamed) == (1, 2, 0, 0)
    assert BODY not in values_of(thread)
    assert BODY in values_of(other)
    [order] = entries("erased")
    leaf = json.loads(bytes(order.leaf))
    assert (leaf["by"]["role"], leaf["f"]["ground"]) == ("system", "gdpr_art17")
    assert leaf["ref"][0] == ["repeats", str(lost.id)]
    assert again().entries == 0
    assert len(entries("erased")) == 1
    assert [fault for fault in faults() if fault.code.startswith(("value", "erasure"))] == []


def test_a_buyer_is_forgotten_again(thread: Ref, template: Template, database: str) -> None:
    sign()
    with restored(template, database):
        erased(thread, "buyer")
        sign()
    assert name_of_clara() != ""
    assert again().buyers == 1
    assert (name_of_clara(), BODY in values_of(thread)) == ("", False)


def test_what_a_hold_of_the_backup_covers_stays(thread: Ref, template: Template, database: str) -> None:
    sign()
    with restored(template, database):
        erased(thread, "buyer")
        sign()
    hold(thread)
    done = again()
    assert (done.held, done.entries, done.buyers) == (1, 0, 0)
    assert BODY in values_of(thread)
    assert any("hold" in line for line in told(done))


def test_a_buyer_of_whom_nothing_came_back_is_said_to_be_unknown(
    shops: Shops, template: Template, database: str
) -> None:
    sign()
    with restored(template, database):
        posted = conversations.ask_about_order(
            actor=CLARA, now=clock.now(), order=shops.claras_order, draft="Which one?", key="ask"
        )
        erased(posted.conversation, "buyer")
        sign()
    done = again()
    assert (done.orders, done.entries, done.buyers, done.unnamed) == (1, 0, 0, 1)
    assert name_of_clara() != ""
    assert any("a whole Buyer" in line for line in told(done))


def test_what_was_ordered_anew_meanwhile_is_not_ordered_twice(
    thread: Ref, template: Template, database: str
) -> None:
    sign()
    with restored(template, database):
        erased(thread, "buyer")
        sign()
    erased(thread)
    with everything():
        before = Erasure.objects.count()
    done = again()
    assert (done.orders, done.entries) == (1, 0)
    with everything():
        assert Erasure.objects.count() == before


def test_orders_in_the_backup_are_carried_out_as_ever(thread: Ref) -> None:
    erased(thread)
    sign()
    done = again()
    assert (done.orders, done.entries) == (0, 0)
    assert "is lost" in told(done)[0]


def test_without_a_log_nothing_is_known_and_that_is_said(thread: Ref) -> None:
    done = again()
    assert (done.known, done.orders) == (0, 0)
    assert "not known" in told(done)[0]


def test_nothing_goes_on_the_word_of_a_changed_file(
    thread: Ref, template: Template, database: str, home: Path
) -> None:
    sign()
    with restored(template, database):
        erased(thread)
        sign()
    for bundle in home.glob("log/*/tile/entries/**/*"):
        if bundle.is_file():
            bundle.write_bytes(bundle.read_bytes().replace(b"gdpr_art17", b"gdpr_art18"))
    with pytest.raises(Refused):
        again()
    assert BODY in values_of(thread)


def test_only_the_system_does_it(thread: Ref) -> None:
    for actor in (EDDA, CLARA):
        with pytest.raises(Forbidden):
            actions.erase_again(actor=actor, now=clock.now())


def name_of_clara() -> str:
    with everything():
        return str(Buyer.objects.get(id=CLARA.person).display_name)
