"""What `verify` compares of outages, calendars and markets, which the operator publishes."""

from helpdesk.archive.terms import Mirror

PUBLISHED: tuple[Mirror, ...] = (
    Mirror(
        kinds=("outage.published",),
        table="deadlines_outage",
        key="entry_id",
        owned=False,
        value="outage",
        columns={
            "number": "f.number",
            "starts_at": "f.starts_at",
            "ends_at": "f.ends_at",
            "reason": "f.reason",
            "note": "value.note?",
            "source": "f.source",
            "published_at": "at",
        },
    ),
    Mirror(
        kinds=("market.decided",),
        table="marketplace_market_decision",
        key="entry_id",
        owned=False,
        digested=frozenset({"record"}),
        columns={
            "market": "f.market",
            "n": "f.n",
            "record": "f.record",
            "upon": "f.upon",
            "decided_at": "at",
            "decided_by": "entry.actor",
        },
    ),
    Mirror(
        kinds=("calendar.published",),
        table="deadlines_edition",
        key="entry_id",
        owned=False,
        digested=frozenset({"holidays"}),
        columns={
            "code": "f.calendar",
            "version": "f.version",
            "base_version": "f.base_version",
            "effective_on": "f.effective_on",
            "zone": "f.zone",
            "first_day": "f.first_day",
            "last_day": "f.last_day",
            "source": "f.source",
            "holidays": "f.days",
            "published_at": "at",
            "published_by": "entry.actor",
        },
    ),
)
