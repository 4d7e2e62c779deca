"""A flow as it is drawn: stages, who must act in them, by when, and where the steps lead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from helpdesk.cases.terms.names import Basis, By, Kind, Owner


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDrawn:
    """A date of a stage: `amount` in `basis`; of a law by the rows of `law_key`. `waits`: until goods come.

    `leads` are the system's steps that follow when it passes, `escalates` that the Platform may be called.
    """

    code: str
    owner: Owner
    basis: Basis
    amount: int
    law_key: str
    since: str
    waits: bool
    leads: Sequence[str]
    escalates: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrowDrawn:
    """A step out of a stage: who may take it, and to where it may lead; nowhere, where it stays."""

    step: str
    by: Sequence[By]
    to: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxDrawn:
    """A stage."""

    stage: str
    owner: Owner
    ends: bool
    dues: Sequence[DueDrawn]
    arrows: Sequence[ArrowDrawn]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowDrawn:
    """One kind of case in one version, in force since `starts_on`. `ways` are its usual ways, stage by stage,
    the shortest last; `boxes` all its stages, those of the ways first. `versions` are all that there are.
    """

    kind: Kind
    version: int
    versions: Sequence[int]
    starts_on: date
    ways: Sequence[Sequence[str]]
    boxes: Sequence[BoxDrawn]
