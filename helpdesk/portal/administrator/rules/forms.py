"""The form of an amendment: hosts a line each, phrases with their rule, and how strictly what is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from helpdesk.conduct.queries import MOST_PHRASES, Amendment, Foreseen
from helpdesk.conduct.terms import Label
from helpdesk.kernel.refusal import Invalid, Refusal, RefusalKind
from helpdesk.portal import drafts

EMPTY_ROWS = 3
_CEILING = "ceiling_"
_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One phrase of the form, as it was typed."""

    number: int
    label: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The form as it was filled in; `expected` is the market's version that it began from, 0: none."""

    market: str = ""
    hosts: str = ""
    rows: Sequence[Row] = ()
    ceilings: Mapping[str, str] = field(default_factory=dict)
    effective_on: str = ""
    expected: int = 0
    key: str = field(default_factory=lambda: str(uuid4()))
    refusal: drafts.Said | None = None
    about: str = ""

    def content(self) -> dict[str, Any]:
        """As the deed takes it."""
        phrases = [{"label": one.label, "words": one.words} for one in self.rows if one.words.strip()]
        return {
            "hosts": [line for line in self.hosts.splitlines() if line.strip()],
            "phrases": phrases,
            "ceilings": {name: one for name, one in self.ceilings.items() if one},
        }

    def effective_at(self, *, zone: str) -> datetime | None:
        """The first instant of the day in `zone` (IANA); None: as early as may be. Raises Invalid."""
        if not self.effective_on:
            return None
        try:
            day = date.fromisoformat(self.effective_on)
            return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
        except (ValueError, OverflowError):
            raise Invalid("pack.when", field="effective_at") from None

    def refused(self, refusal: Refusal) -> "Wanted":
        """The same with the reason beside it; a key that is used up is replaced."""
        key = str(uuid4()) if refusal.kind is RefusalKind.REUSED else self.key
        return replace(self, key=key, refusal=drafts.said(refusal), about=refusal.field)

    def with_room(self) -> "Wanted":
        """With empty rows for more phrases."""
        rows = [one for one in self.rows if one.words]
        more = max(0, min(EMPTY_ROWS, MOST_PHRASES - len(rows)))
        all_ = [*rows, *(Row(number=0) for _ in range(more))]
        return replace(self, rows=[replace(one, number=number) for number, one in enumerate(all_)])


def read(form: Mapping[str, str]) -> Wanted:
    """As it was sent. Raises Invalid for what no page of ours writes."""
    expected = form.get("expected", "0")
    if not (expected.isascii() and expected.isdigit() and len(expected) <= _DIGITS):
        raise Invalid("form.damaged", field="expected")
    rows = [
        Row(number=n, label=form.get(f"label_{n}", ""), words=form.get(f"words_{n}", ""))
        for n in range(MOST_PHRASES)
        if f"words_{n}" in form
    ]
    return Wanted(
        market=form.get("market", ""),
        hosts=form.get("hosts", ""),
        rows=rows,
        ceilings={name.removeprefix(_CEILING): form[name] for name in form if name.startswith(_CEILING)},
        effective_on=form.get("effective_on", ""),
        expected=int(expected),
        key=drafts.key_of(form),
    )


def begun_from(*, market: str, number: int, content: Amendment) -> Wanted:
    """A fresh form with what the last version of a market says: an amendment is whole in itself."""
    said = content.content()
    return Wanted(
        market=market,
        hosts="\n".join(said["hosts"]),
        rows=[Row(number=0, label=one["label"], words=one["words"]) for one in said["phrases"]],
        ceilings=said["ceilings"],
        expected=number,
    )


def names(*, ceilings: Mapping[str, str]) -> list[str]:
    """Whatever the form asks a ceiling for: every label, and the single rules that have one."""
    labels = [one.value for one in Label]
    return [*labels, *sorted(name for name in ceilings if name not in labels and ceilings[name])]


def earliest_day(*, seen: Foreseen, zone: str, now: datetime) -> date:
    """The first whole day, in `zone` (IANA), on which it may hold."""
    local = seen.earliest.astimezone(ZoneInfo(zone))
    whole = seen.earliest <= now or local.time() == time()
    return local.date() if whole else local.date() + timedelta(days=1)
