"""Note what a mail server made of a mail."""

from datetime import datetime, timedelta

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.notifications import rules
from helpdesk.notifications.models import Delivery
from helpdesk.notifications.terms import Mail, Outcome, State

_AWAY = timedelta(minutes=1)  # the sender looks for a server that is away about this often


def note_outcome(*, actor: Actor, now: datetime, mail: Mail, outcome: Outcome, answer: str) -> State:
    """Sent, refused, or to be tried again; a server that is away takes no try from the mail.

    `answer` is the server's code, never its text. Returns what the mail is now. One SQL statement.
    """
    state = rules.after(outcome=outcome, tries=mail.tries, due_at=mail.due_at, now=now)
    changes: dict[str, object] = {"state": state.value, "answer": answer, "next_at": None, "done_at": now}
    if state is State.WAITING:
        again = rules.next_try(tries=mail.tries, now=now) if outcome is Outcome.LATER else now + _AWAY
        tries = mail.tries if outcome is Outcome.LATER else mail.tries - 1
        changes |= {"next_at": again, "done_at": None, "tries": tries}
    with acting(actor):
        Delivery.objects.filter(mail_id=mail.id, state=State.WAITING.value).update(**changes)
    return state
