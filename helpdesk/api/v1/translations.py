"""Translations of messages, for the two sides of a conversation."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.conf import settings
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import conversation_of
from helpdesk.kernel import clock
from helpdesk.translations import actions, queries
from helpdesk.translations.terms import MAX_AT_ONCE, Translation

router = Router()
Language = Literal["en", "pl", "de", "fr", "it"]


class WantedTranslation(Schema):
    """`language`: whoever asks reads it; left out, their own. `messages`: ids of messages, left out: the
    latest 200.
    """

    model_config = ConfigDict(extra="forbid")

    language: Language | None = None
    messages: list[UUID] | None = Field(None, min_length=1, max_length=MAX_AT_ONCE)


class AskedTranslation(Schema):
    """How many messages are, or will be, in that language; those that were in it from the start not
    counted.
    """

    messages: int


class TranslationShape(Schema):
    """What an engine made of `message`: an aid to reading, the message itself is the record.

    `text`, `engine` and `version` are empty until `state` is `made`.
    """

    message: str
    language: str
    state: Literal["waiting", "made", "failed"]
    text: str
    engine: str
    version: str
    at: datetime


class Translations(Schema):
    """Those of a conversation, in one language."""

    data: list[TranslationShape]


@router.post("/{conversation}/translations", response={202: AskedTranslation})
def ask(request: ApiRequest, conversation: str, body: WantedTranslation) -> Status[dict[str, int]]:
    """Have messages translated; asking twice asks once. Read what was made with GET, some seconds later."""
    ref = conversation_of(text=conversation)
    wanted = actions.ask_for_translation(
        actor=request.auth,
        now=clock.now(),
        conversation=ref,
        language=body.language or request.auth.language,
        engine=settings.HELPDESK.engine,
        messages=body.messages,
    )
    return Status(202, {"messages": wanted})


@router.get("/{conversation}/translations", response=Translations)
def show(
    request: ApiRequest, conversation: str, language: Annotated[Language | None, Query()] = None
) -> dict[str, Any]:
    """What was asked for in `language` (left out: the reader's own), and what became of it."""
    ref = conversation_of(text=conversation)
    found = queries.translations_of_thread(
        actor=request.auth, conversation=ref, language=language or request.auth.language
    )
    return {"data": [_shape(one) for one in found.values()]}


def _shape(made: Translation) -> dict[str, Any]:
    return {
        "message": str(made.entry),
        "language": made.language,
        "state": made.state.value,
        "text": made.text,
        "engine": made.engine,
        "version": made.version,
        "at": made.at,
    }
