"""Translate: ask the engine for one message, and keep what it made, or when to try again."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import erased_of
from helpdesk.kernel.actor import Actor
from helpdesk.outsiders.asking import Unanswered, get, post
from helpdesk.translations import rules
from helpdesk.translations.models import Translation
from helpdesk.translations.terms import MAX_MADE, Due, Engine, Made, NotMade, State

SECONDS = 30.0
"""Within LEASE, twice: the engine is asked for its version, and for the text."""

MOST_BYTES = 6 * MAX_MADE  # each character escaped
SPEC_BYTES = 2_000_000


def translate(*, actor: Actor, now: datetime, due: Due, engine: Engine) -> bool:
    """Whether the engine made something. Nothing is kept of what was erased meanwhile.

    Raises NotMade where it made nothing, once the next try is noted.
    """
    try:
        made = _made(due, engine)
    except (NotMade, Unanswered) as error:
        _put_off(actor, now, due)
        raise NotMade(str(error)) from error
    return _keep(actor, now, due, made)


def _made(due: Due, engine: Engine) -> Made:
    """The version is asked for each time: an engine is renewed while a worker runs on."""
    address = engine.url.rstrip("/")
    body = rules.asked(text=due.text, source=due.source, language=due.language, key=engine.key)
    spec = get(url=f"{address}/spec", most=SPEC_BYTES, seconds=SECONDS)
    answer = post(
        url=f"{address}/translate",
        body=body,
        content_type="application/json",
        most=MOST_BYTES,
        seconds=SECONDS,
    )
    if answer.status != 200 or spec.status != 200:
        raise NotMade(f"status {max(answer.status, spec.status)}")
    name, version = rules.engine_in(body=spec.body)
    return Made(text=rules.made_in(body=answer.body), engine=name, version=version)


def _keep(actor: Actor, now: datetime, due: Due, made: Made) -> bool:
    """The row is locked before anybody looks whether the words are gone: who erases them comes after us."""
    with acting(actor):
        mine = Translation.objects.filter(
            seller_id=due.entry.seller_id, entry_id=due.entry.id, language=due.language
        )
        row = mine.select_for_update().first()
        if row is None:
            return False
        if erased_of(seller_id=due.entry.seller_id, entries=[due.entry.id]):
            mine.delete()
            return False
        mine.update(
            state=State.MADE.value,
            next_at=None,
            text=made.text,
            engine=made.engine,
            version=made.version,
            at=now,
        )
    return True


def _put_off(actor: Actor, now: datetime, due: Due) -> None:
    again = rules.again_at(tries=due.tries, now=now)
    state = State.WAITING if again else State.FAILED
    with acting(actor):
        mine = Translation.objects.filter(
            seller_id=due.entry.seller_id, entry_id=due.entry.id, language=due.language
        )
        mine.filter(state=State.WAITING.value).update(state=state.value, next_at=again, at=now)
