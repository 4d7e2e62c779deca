"""Short ways through an appeal: Anna's, and Jonas of compliance, who decided nothing before."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from helpdesk.archive.terms import Kept
from helpdesk.conduct.terms import Label
from helpdesk.enforcement import actions
from helpdesk.enforcement.terms import MeasureKind
from helpdesk.enforcement.terms.appeals import Against, Instead, Verdict
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, ANNAS_SHOP, FELIX, person
from tests.enforcement.told import IRIS, Tale

JONAS = replace(FELIX, person=person("Jonas"), name="Jonas")
WORDS = "The number was the courier's, and the Buyer had asked for it."
ANSWER = "You are right: the carrier's number may be given."


def limited(tale: Tale, label: Label = Label.DEAL, kind: MeasureKind = MeasureKind.MESSAGING_LIMIT) -> Ref:
    """A grave first violation; the measure that came of it, by Felix and Iris."""
    tale.found(label)
    tale.follow()
    tale.approve(FELIX, kind, grave=True)
    done = tale.approve(IRIS, kind, grave=True)
    assert done.measure is not None
    return done.measure


def appeal(
    tale: Tale,
    subject: Ref,
    *,
    actor: Actor = ANNA,
    against: str = Against.MEASURE,
    words: str = WORDS,
    stay: bool = False,
    files: Collection[UUID] = (),
    key: str = "",
) -> Kept:
    """Anna's."""
    return actions.file_appeal(
        actor=actor,
        now=tale.later(),
        against=against,
        subject=subject,
        words=words,
        stay=stay,
        files=list(files),
        key=key or tale.key(),
    )


def settle(
    tale: Tale,
    of: Kept,
    verdict: str = Verdict.REVERSED,
    *,
    actor: Actor = JONAS,
    words: str = ANSWER,
    take_back: Collection[UUID] = (),
    instead: Instead | None = None,
    key: str = "",
) -> Kept:
    """Jonas decides."""
    return actions.settle_appeal(
        actor=actor,
        now=tale.later(),
        appeal=Ref(ANNAS_SHOP, of.receipt.entry),
        verdict=verdict,
        words=words,
        take_back=take_back,
        instead=instead,
        key=key or tale.key(),
    )
