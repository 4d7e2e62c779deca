"""Short ways through a story of enforcement: what a reviewer finds, what is proposed, what persons decide."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID

from helpdesk.accounts import actions as accounts
from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Audience, Chain, Finding
from helpdesk.conduct import actions as conduct
from helpdesk.conduct.rules.ruling import Ruling, Subject
from helpdesk.conduct.terms import Decided, Label, Waits
from helpdesk.config.wiring import MIRRORS, REACTIONS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import backstage_chain
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.models import Violation
from helpdesk.enforcement.terms import Choice, MeasureKind, MeasureShown, ProposalShown
from helpdesk.enforcement.terms import Decided as Done
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import restrictions_in_force
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA, FELIX, HANIA, person
from tests.shops import Shops

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
IRIS = replace(FELIX, person=person("Iris"), name="Iris")
"""Compliance, too: a second person."""
REACTION = "helpdesk.enforcement.reactions.on_decision"
_ONLY = {kind: (REACTION,) for kind, names in REACTIONS.items() if REACTION in names}
WHY = "Four Buyers got your telephone number although a reviewer had told you."


class Tale:
    """Anna's shop; every deed comes a minute after the one before it."""

    def __init__(self, shops: Shops, *, known: bool = False) -> None:
        """`known`: the test has made Felix and Anna people already."""
        self.now = MONDAY
        self.shops = shops
        self._keys = (f"tale-{n}" for n in count())
        self.threads: dict[UUID, Ref] = {}
        for who in (IRIS,) if known else (FELIX, IRIS):
            accounts.enrol_person(
                actor=SYSTEM, now=self.now, id=who.person, display_name=who.name, language="en"
            )
            accounts.grant_role(actor=SYSTEM, now=self.now, person_id=who.person, role=Role.COMPLIANCE)
        if not known:
            accounts.enrol_person(
                actor=SYSTEM, now=self.now, id=ANNA.person, display_name="Anna", language="pl"
            )

    def key(self) -> str:
        """A fresh one."""
        return next(self._keys)

    def later(self, by: timedelta = timedelta(minutes=1)) -> datetime:
        """The tale's next instant."""
        self.now += by
        return self.now

    def thread(self, buyer: Actor = CLARA) -> Ref:
        """Of this Buyer with Anna's shop, asked once."""
        if buyer.person not in self.threads:
            orders = {CLARA.person: self.shops.claras_order, HANIA.person: self.shops.hanias_order}
            posted = conversations.ask_about_order(
                actor=buyer, now=self.later(), order=orders[buyer.person], draft="Is it 8 mm?", key=self.key()
            )
            self.threads[buyer.person] = posted.conversation
        return self.threads[buyer.person]

    def said(self, buyer: Actor = CLARA) -> UUID:
        """The Buyer asks, and Anna writes; her message's entry."""
        thread = self.thread(buyer)
        conversations.post_question(
            actor=buyer, now=self.later(), conversation=thread, draft="And this?", key=self.key()
        )
        posted = conversations.post_reply(
            actor=ANNA,
            now=self.later(),
            conversation=thread,
            draft=f"A word, number {self.key()}.",
            key=self.key(),
        )
        return posted.receipt.entry

    def found(
        self,
        *labels: Label,
        subject: UUID | None = None,
        replaces: UUID | None = None,
        decision: Decided = Decided.VIOLATION,
        buyer: Actor = CLARA,
    ) -> UUID:
        """Edda decides about a message of Anna's; the decision's entry."""
        thread = self.thread(buyer)
        about = Subject(
            entry=Ref(ANNAS_SHOP, subject or self.said(buyer)),
            conversation=thread.id,
            side=Side.SELLER,
            language="pl",
            pack="test",
            waited=Waits.SENT,
            backstage=self._backstage(thread),
        )
        ruling = Ruling(decision=decision, labels=labels, reason="Please stay here.", replaces=replaces)
        kept = conduct.review(actor=EDDA, now=self.later(), subject=about, ruling=ruling, key=self.key())
        return kept.receipt.entry

    def _backstage(self, thread: Ref) -> Chain:
        with acting(EDDA):
            return backstage_chain(conversation=thread, audience=Audience.SELLER)

    def follow(self) -> int:
        """Number what waits, take it in, and let the machine propose."""
        archive.number_entries(actor=SYSTEM, now=self.now)
        while archive.run_reactions(actor=SYSTEM, now=self.now, wiring=_ONLY):
            pass
        return actions.propose_measures(actor=SYSTEM, now=self.later(), limit=100)

    def proposed(self) -> ProposalShown | None:
        """What waits, one at most."""
        found = queries.waiting(actor=FELIX)
        assert len(found) <= 1
        return found[0] if found else None

    def approve(
        self,
        actor: Actor = FELIX,
        measure: MeasureKind | None = None,
        *,
        reason: str = WHY,
        **more: object,
    ) -> Done:
        """The proposal that waits."""
        waits = self.proposed()
        assert waits is not None
        choice = Choice(measure=measure or waits.step.kind, reason=reason, **more)  # type: ignore[arg-type]
        done = actions.approve_measure(
            actor=actor, now=self.later(), proposal=waits.id, choice=choice, key=self.key()
        )
        self.later()
        return done

    def warned_for(self, *labels: Label, buyer: Actor = CLARA) -> Done:
        """A violation, what follows from it, and Felix's approval."""
        self.found(*labels, buyer=buyer)
        self.follow()
        done = self.approve()
        return self.approve(IRIS) if done.waits_for else done


def measures() -> list[MeasureShown]:
    """Anna's, the latest first."""
    return queries.measures_of(actor=ANNA)


def violations() -> list[Violation]:
    """All, the earliest first."""
    with acting(EDDA):
        return list(Violation.objects.order_by("at"))


def restricted(at: datetime) -> list[str]:
    """What is taken from Anna's shop at an instant."""
    with acting(EDDA):
        return [one.kind.value for one in restrictions_in_force(seller_id=ANNAS_SHOP, at=at)]


def verified() -> list[Finding]:
    """What `archive verify` finds, but for entries that nobody numbered yet."""
    parts = verify(mirrors=MIRRORS)
    return [one for one in parts if isinstance(one, Finding) and one.code != "entry.unnumbered"]
