"""What a scrape of /metrics asks the rooms: dotted names of queries that return gauges, a statement each."""

GAUGES: tuple[str, ...] = (
    "helpdesk.archive.queries.waiting_gauges_for_system",
    "helpdesk.archive.queries.reaction_gauges_for_system",
    "helpdesk.notifications.queries.delivery_gauges_for_system",
    "helpdesk.oversight.queries.clock_gauges_for_system",
    "helpdesk.webhooks.queries.webhook_gauges_for_system",
)
