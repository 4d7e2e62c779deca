"""The form of an outage: days and hours as the desk's wall clock shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from helpdesk.kernel.refusal import Invalid, Refusal, RefusalKind
from helpdesk.portal import drafts

_WRITTEN = "%Y-%m-%dT%H:%M"  # what browsers send for a day and an hour


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """The form as it was filled in, with what was wrong with it; `key` makes a double click one deed."""

    key: str = field(default_factory=lambda: str(uuid4()))
    starts: str = ""
    ends: str = ""
    reason: str = ""
    note: str = ""
    certain: bool = False
    refusal: drafts.Said | None = None
    about: str = ""

    def instant(self, written: str, *, zone: str, field: str, is_end: bool = False) -> datetime:
        """What the wall clock of `zone` (IANA) showed, in UTC. Raises Invalid.

        Of an hour that comes twice an outage takes the whole: it begins in the first and ends in the second.
        """
        try:
            local = datetime.fromisoformat(written)
            if local.tzinfo:
                raise ValueError(written)
            at = local.replace(tzinfo=ZoneInfo(zone), fold=int(is_end)).astimezone(UTC)
        except (ValueError, OverflowError):
            raise Invalid("outage.when", field=field) from None
        if at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local:
            raise Invalid("outage.no_such_hour", field=field)
        return at

    def written(self, at: datetime, *, zone: str) -> str:
        """An instant as such a field holds it."""
        return at.astimezone(ZoneInfo(zone)).strftime(_WRITTEN)

    def refused(self, refusal: Refusal) -> "Declaration":
        """The same with the reason beside it; a key that is used up is replaced."""
        key = str(uuid4()) if refusal.kind is RefusalKind.REUSED else self.key
        return replace(self, key=key, refusal=drafts.said(refusal), about=refusal.field)


def read(form: Mapping[str, str]) -> Declaration:
    """As it was sent. Raises Invalid for what no page of ours writes."""
    return Declaration(
        key=drafts.key_of(form),
        starts=form.get("starts_at", ""),
        ends=form.get("ends_at", ""),
        reason=form.get("reason", ""),
        note=form.get("note", "").replace("\r\n", "\n"),
        certain=form.get("certain") == "1",
    )
