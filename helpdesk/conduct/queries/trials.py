"""Trials of rules, and how far the archive has been read anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.conduct.models import Rescan, Trial
from helpdesk.conduct.policies import can_see_rules
from helpdesk.conduct.rules.amending import Amendment, amendment
from helpdesk.conduct.rules.packs import VERSION
from helpdesk.conduct.terms import Decision, Label
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound

RECENT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFindings:
    """So many messages of one language in which a rule finds something that was not found."""

    label: Label
    rule: str
    language: str
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """So many messages that would meet with something else; NONE: their author would notice nothing."""

    was: Decision
    becomes: Decision
    messages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A message by its entry, with what would be found in it; never a word."""

    entry: Ref
    conversation: Ref
    market: str
    language: str
    side: Side
    at: datetime
    rules: Sequence[tuple[Label, str]]
    was: Decision
    becomes: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialShown:
    """A trial as far as it has come. `draft` None: the rules as they were; `found` messages stand out, of
    which the first few are named in `hits`."""

    id: UUID
    market: str
    draft: Amendment | None
    asked_by: UUID
    asked_at: datetime
    since: datetime
    until: datetime
    total: int
    read: int
    found: int
    pack: str
    new: Sequence[NewFindings]
    changes: Sequence[Change]
    hits: Sequence[Hit]
    finished_at: datetime | None

    @property
    def percent(self) -> int:
        """How much is done."""
        return 100 if self.finished_at else min(99, 100 * self.read // (self.total or 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class RescanShown:
    """How far one version has read the archive anew."""

    version: str
    started_at: datetime
    read: int
    found: int
    finished_at: datetime | None


def trials(*, actor: Actor) -> Sequence[TrialShown]:
    """The last ones, the newest first. One SQL statement beside the scope's. Raises Forbidden."""
    _refuse(actor)
    with acting(actor):
        return [_shown(row) for row in Trial.objects.order_by("-asked_at", "-id")[:RECENT]]


def trial(*, actor: Actor, id: UUID) -> TrialShown:
    """One of them. One SQL statement beside the scope's. Raises Forbidden, NotFound."""
    _refuse(actor)
    with acting(actor):
        row = Trial.objects.filter(id=id).first()
    if row is None:
        raise NotFound("trial.not_found")
    return _shown(row)


def rescan_shown(*, actor: Actor) -> RescanShown | None:
    """Of the version that runs; None before its worker did. One SQL statement. Raises Forbidden."""
    _refuse(actor)
    with acting(actor):
        row = Rescan.objects.filter(version=VERSION).first()
    if row is None:
        return None
    return RescanShown(
        version=row.version,
        started_at=row.started_at,
        read=row.read,
        found=row.found,
        finished_at=row.finished_at,
    )


def _refuse(actor: Actor) -> None:
    if not can_see_rules(actor=actor):
        raise Forbidden("pack.not_yours_to_see")


def _shown(row: Trial) -> TrialShown:
    return TrialShown(
        id=row.id,
        market=row.market,
        draft=None if row.content is None else amendment(row.content),
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        since=row.since,
        until=row.until,
        total=row.total,
        read=row.read,
        found=row.found,
        pack=row.pack,
        new=[_new(name, found) for name, found in sorted(row.counts.items())],
        changes=[_change(name, n) for name, n in sorted(row.changes.items())],
        hits=[_hit(said) for said in row.hits],
        finished_at=row.finished_at,
    )


def _new(name: str, found: int) -> NewFindings:
    label, rule, language = name.split(" ")
    return NewFindings(label=Label(label), rule=rule, language=language, found=found)


def _change(name: str, messages: int) -> Change:
    was, becomes = name.split(" ")
    return Change(was=Decision(was), becomes=Decision(becomes), messages=messages)


def _hit(said: Mapping[str, Any]) -> Hit:
    seller_id = said["seller_id"]
    rules = [one.split(" ") for one in said["rules"]]
    return Hit(
        entry=Ref(seller_id, UUID(said["entry"])),
        conversation=Ref(seller_id, UUID(said["conversation"])),
        market=said["market"],
        language=said["language"],
        side=Side(said["side"]),
        at=datetime.fromisoformat(said["at"]),
        rules=[(Label(label), rule) for label, rule in rules],
        was=Decision(said["was"]),
        becomes=Decision(said["becomes"]),
    )
