"""The cases of a thread: where each stands, and its steps between the messages."""

from datetime import datetime

from helpdesk.cases import queries
from helpdesk.conversations.terms import About, ThreadView
from helpdesk.kernel.actor import Actor
from helpdesk.portal import news
from helpdesk.portal.cases import views


def beside(*, actor: Actor, thread: ThreadView, now: datetime, zone: str) -> dict[str, object]:
    """Of a thread about an order: two SQL statements, and for threads with cases one or two for each."""
    if thread.about is not About.ORDER:
        return {}
    ref = thread.conversation
    cases = queries.cases_in(actor=actor, now=now, conversation=ref)
    contacts, updates = queries.told_beside(actor=actor, conversation=ref, order=thread.about_ref)
    steps = queries.steps_in(actor=actor, conversation=ref) if cases else {}
    return {
        "cases": [views.view(case=one, reader=actor.side, now=now, zone=zone) for one in cases],
        "case_rows": [
            row for one in cases for row in views.rows(case=one, steps=steps.get(one.ref, ()), zone=zone)
        ],
        "contacts": contacts,
        "order_news": [news.line(one) for one in updates],
    }
