"""The worker's mails, in a thread of its own: a slow mail server holds up nothing but mails."""

import logging
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from smtplib import (
    SMTPDataError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)
from typing import Any

from django.core.mail import get_connection
from django.db import Error, connections

from helpdesk.console import letters
from helpdesk.console.beside import beside
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.notifications import actions
from helpdesk.notifications.terms import Mail, Outcome

LOOK_SECONDS = 1.0
"""How often mails are looked for when none is due."""

PAUSE_SECONDS = 5.0
"""Between attempts to reach a mail server, or a database, that is away."""

SERVER_SECONDS = 60.0
"""For each step of a mail server: one that takes its time has the mail all the same, and only once."""

AT_ONCE = 200

IN_SETS = 20_000
"""People who are told in one go what is announced to all; mails wait for so long."""

_log = logging.getLogger(__name__)


def notifying(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Tell of warnings and send mails in a thread until the block ends. Any number of workers may."""
    return beside(_loop, name="notify", stop=stop, patience=PAUSE_SECONDS + 1)


def _loop(stop: threading.Event) -> None:
    while not stop.is_set():
        if not (done := notify_once()):
            stop.wait(PAUSE_SECONDS if done is None else LOOK_SECONDS)


def notify_once() -> int | None:
    """How much was done: what was told, notices handed over, at most one mail. None: somebody is away."""
    try:
        told = actions.tell_of_warnings(actor=SYSTEM, now=clock.now(), limit=AT_ONCE)
        told += actions.tell_of_announced(actor=SYSTEM, now=clock.now(), limit=IN_SETS)
        told += actions.hand_over(actor=SYSTEM, now=clock.now(), limit=AT_ONCE)
        mail = actions.take_up_mail(actor=SYSTEM, now=clock.now())
        if mail is None:
            return told
        with handed_in(mail=mail) as (outcome, answer):
            actions.note_outcome(actor=SYSTEM, now=clock.now(), mail=mail, outcome=outcome, answer=answer)
    except Error as error:
        _log.warning("nobody is notified: %s", str(error).strip())
        connections.close_all()
        return None
    except Exception:  # the mail in hand comes again when its lease is over, the others go on
        _log.exception("a notice is not sent")
        return None
    return None if outcome is Outcome.AWAY else told + 1


@contextmanager
def handed_in(*, mail: Mail) -> Iterator[tuple[Outcome, str]]:
    """What the mail server made of it, and its code; no address and no text of the server's is logged.

    The block runs before we take leave of the server, so that what it took is noted at once: should the
    worker die in between, the server gets the same Message-ID again, and mailboxes show it once.
    """
    connection = get_connection(timeout=SERVER_SECONDS)
    try:
        yield _sent(mail, connection)
    finally:
        with suppress(OSError, SMTPException):  # it was taken or refused before
            connection.close()


def _sent(mail: Mail, connection: Any) -> tuple[Outcome, str]:
    try:
        connection.open()
        message = letters.written(mail=mail)
        message.connection = connection
        message.send()
    except (OSError, SMTPException) as error:
        outcome, answer = _judged(error, reached=getattr(connection, "connection", None) is not None)
        _log.warning("mail %s: %s, %s", mail.id, outcome.value, answer)
        return outcome, answer
    return Outcome.TAKEN, "250"


def _judged(error: Exception, *, reached: bool) -> tuple[Outcome, str]:
    """4xx of this mail: later; 5xx: never; whatever else a server says is no fault of the mail's."""
    if isinstance(error, SMTPRecipientsRefused):
        code = max(code for code, _ in error.recipients.values())
    elif isinstance(error, SMTPDataError):
        code = error.smtp_code
    elif isinstance(error, SMTPSenderRefused | SMTPResponseException):
        return Outcome.AWAY, str(error.smtp_code)
    else:
        return (Outcome.LATER if reached else Outcome.AWAY), type(error).__name__
    return (Outcome.LATER if code < 500 else Outcome.NEVER), str(code)
