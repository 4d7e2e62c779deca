"""A record to tamper with: what three people and an administrator did, in order and numbered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Cosignature, Timestamp
from helpdesk.archive.terms import Audience
from helpdesk.conduct import actions as conduct
from helpdesk.conduct.terms import Decision, Finding, Label, Source, Verdict
from helpdesk.config.wiring import REACTIONS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import backstage_chain
from helpdesk.conversations.terms import Ticks
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines.actions import sweep_obligation
from helpdesk.deadlines.models import Edition, Miss, Move, Obligation
from helpdesk.deadlines.terms.changing import change_in
from helpdesk.deadlines.terms.sweeping import MoveCause, Moving, Step
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from helpdesk.retention import actions as retention
from tests.archive.entries import number
from tests.archive.questions import Asked
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA, FELIX, HANIA
from tests.conftest import Template, clone
from tests.conversations.attempts import refused_reply
from tests.conversations.handing import deliver, placed, refund
from tests.shops import open_shops, order


@dataclass(frozen=True, kw_only=True)
class Record:
    """Clara asks and Anna answers, twice; Clara asks again; Hania asks; Edda reads."""

    clara: Ref
    hania: Ref
    entries: tuple[UUID, ...]
    hanias_entry: UUID
    reading: UUID
    named: Mapping[str, UUID]

    def parameters(self) -> dict[str, int | UUID]:
        """Names for the SQL of tamperings."""
        named: dict[str, int | UUID] = {f"e{n}": id for n, id in enumerate(self.entries)}
        return {
            **named,
            **self.named,
            "seller": self.clara.seller_id,
            "clara": self.clara.id,
            "hania": self.hania.id,
            "h0": self.hanias_entry,
            "reading": self.reading,
        }


@pytest.fixture
def log_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of the test's own for log and guard; the keys stay those of the template."""
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")
    return tmp_path


@pytest.fixture
def record(database: str) -> Record:
    """The record, in a database of the test's own."""
    return kept_record()


@pytest.fixture(scope="module")
def shared_record(template: Template) -> Iterator[Record]:
    """The record, in one database for a module whose tests take back what they change."""
    with clone(template):
        yield kept_record()


def kept_record() -> Record:
    """The record, whole: every entry has its number, every reaction has read to the end, and no sample was
    drawn by chance.
    """
    shops = open_shops()
    _publish_a_period()
    _amend_the_rules()
    named = {"outage": _publish_an_outage(), "edition": _publish_a_calendar()}
    named |= _sweep_a_question(shops.dmitris_order)
    _hear_of_outsiders()
    named |= Asked(order(ANNAS_SHOP, "A-1003", CLARA, "de")).told()
    placed(shops.claras_order)
    deliver(shops.claras_order)
    refund(shops.claras_order)
    clara, first = _ask(CLARA, shops.claras_order, "Is the 8 mm gasket the right one?")
    entries = [first]
    for n in range(2):
        entries.append(_reply(clara, f"Yes, for the {n}th time."))
        entries.append(_ask(CLARA, shops.claras_order, f"Are you sure? {n}")[1])
    _find_something(clara, entries[1])
    assert [*oversight.verify(actor=EDDA, now=clock.now(), mirrors=())]
    reading = oversight.open_file(
        actor=EDDA, now=clock.now(), conversation=clara, reason="complaint", key="reading"
    )
    _review_a_text(clara)
    hania, hanias_entry = _ask(HANIA, shops.hanias_order, "Where is my parcel?")
    number()
    with pytest.MonkeyPatch.context() as patch:
        for share in ("quality_share", "review_share"):
            patch.setattr(settings.HELPDESK, share, 0.0)
        archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=REACTIONS)
    return Record(
        clara=clara,
        hania=hania,
        entries=tuple(entries),
        hanias_entry=hanias_entry,
        reading=reading.receipt.entry,
        named=named,
    )


def _review_a_text(conversation: Ref) -> None:
    """A text of Anna's that was refused, and a reviewer finds the refusal right."""
    attempt = refused_reply(conversation, key="reviewed")
    oversight.confirm_attempt(actor=EDDA, now=clock.now(), attempt=attempt, key="reviewed")


def _hear_of_outsiders() -> None:
    """What a witness and an authority said of a checkpoint, as rows: nobody reads them here."""
    now = clock.now()
    Timestamp.objects.using("sequencer").create(tree=1, size=1, note="n", response=b"r", at=now)
    Cosignature.objects.using("sequencer").create(tree=1, size=1, witness="w", note="n", line="l", at=now)


def _find_something(conversation: Ref, entry: UUID) -> None:
    """A verdict on Anna's first answer, as a later pack would give it."""
    found = Finding(label=Label.PROMO, rule="promo.coupon", start=0, end=3, score=0.7, decision=Decision.WARN)
    with everything():
        conduct.keep_verdict(
            actor=SYSTEM,
            now=clock.now(),
            chain=backstage_chain(conversation=conversation, audience=Audience.SELLER),
            conversation=conversation.id,
            entry=entry,
            side=Side.SELLER,
            language="en",
            verdict=Verdict(pack="2", decision=Decision.WARN, findings=(found,)),
            source=Source.RESCAN,
            action="sent",
        )


def _publish_an_outage() -> UUID:
    now = clock.now()
    declared = deadlines.declare_outage(
        actor=EDDA,
        now=now,
        starts_at=now - timedelta(minutes=30),
        ends_at=now - timedelta(minutes=10),
        reason="network",
        note="a cable",
        key="outage",
    )
    decides = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))
    published = deadlines.publish_outage(actor=decides, now=now, proposal=declared.id, key="published")
    return published.kept.receipt.entry


def _publish_a_period() -> None:
    retention.publish_period(
        actor=FELIX,
        now=clock.now(),
        market="",
        kept="order",
        months=84,
        effective_on=clock.now().date() + timedelta(days=2),
        key="period",
    )


def _amend_the_rules() -> None:
    conduct.publish_amendment(
        actor=FELIX,
        now=clock.now(),
        market="",
        content={"hosts": ["gls.example"]},
        effective_at=None,
        expected_number=0,
        key="amendment",
    )


def _publish_a_calendar() -> UUID:
    version = deadlines.publish_calendar(
        actor=replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN})),
        now=clock.now(),
        code="FR",
        change=change_in(added={"2029-05-07": "Bridge day"}, removed=()),
        key="calendar",
        expected_version=1,
    )
    with everything():
        return Edition.objects.get(version=version).entry_id


def _sweep_a_question(order: Ref) -> dict[str, UUID]:
    """A question of Clara's to Dmitri that was warned of, moved and missed, in a hurry: no day has passed."""
    _, question = _ask(CLARA, order, "Does it come with a bulb?")
    with everything():
        row = Obligation.objects.get(id=question)
        later = to_us(row.deadline) + 3_600_000_000
        moving = Moving(
            how="moves",
            of=row.id,
            before=to_us(row.deadline),
            deadline=later,
            calendar_version=row.calendar_version,
            outages=row.outages,
            cause=MoveCause.OUTAGE,
        )
        sweep_obligation.warn(clock.now(), row, Step(warns=50))
        sweep_obligation.move(SYSTEM, clock.now(), row, moving)
        row.deadline = from_us(later)
        sweep_obligation.book(SYSTEM, clock.now(), row)
        miss, move = Miss.objects.get(), Move.objects.get()
        return {"dmitri": row.chain, "d0": row.id, "moved": move.id, "missed": miss.id}


def _ask(buyer: Actor, order: Ref, text: str) -> tuple[Ref, UUID]:
    posted = conversations.ask_about_order(actor=buyer, now=clock.now(), order=order, draft=text, key=text)
    return posted.conversation, posted.receipt.entry


def _reply(conversation: Ref, text: str) -> UUID:
    posted = conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=conversation, draft=text, key=text, ticks=Ticks()
    )
    return posted.receipt.entry
