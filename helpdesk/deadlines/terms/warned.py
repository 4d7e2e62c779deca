"""Warnings that were given, as plain values."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.deadlines.terms.clocks import Clock
from helpdesk.kernel.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """`percent` of the budget was used up by `at`; `clock` is what became of it since."""

    conversation: Ref
    percent: int
    at: datetime
    clock: Clock
