"""The rules for messages: what the operator allows and forbids beyond the shipped ones, and trials of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import AwareDatetime, ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.conduct import actions, queries
from helpdesk.conduct.queries import MOST_HOSTS, MOST_PHRASES, VERSION, Amendment, Prohibition, Sort
from helpdesk.conduct.terms import Decision, Label
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Forbidden

rules = Router()
trials = Router()
_NUMBERS = 2_000_000_000
Words = Annotated[str, Field(max_length=500)]  # the limit itself has its own refusal
Market = Annotated[str, Field(max_length=20)]


class PhraseShape(Schema):
    """Words that are forbidden, found in any case and spacing."""

    model_config = ConfigDict(extra="forbid")

    label: Label
    words: Words


class ContentShape(Schema):
    """An amendment, whole in itself. `ceilings`: of a label or a single rule, the strictest that follows."""

    model_config = ConfigDict(extra="forbid")

    hosts: list[Words] = Field([], max_length=2 * MOST_HOSTS, examples=[["parcels.example"]])
    phrases: list[PhraseShape] = Field([], max_length=2 * MOST_PHRASES)
    ceilings: dict[Words, Decision] = Field({}, max_length=500, examples=[{"D_SHOUT": "log"}])


class VersionShape(Schema):
    """A version of a market's amendment; `market` empty: everywhere. It holds until the next one does."""

    market: str
    number: int
    content: ContentShape
    forbids: bool
    published_at: datetime
    effective_at: datetime


class ConductRules(Schema):
    """`shipped`: the version of the recognition; `held` what holds now, `history` all, newest first."""

    shipped: str
    held: list[VersionShape]
    coming: list[VersionShape]
    history: list[VersionShape]


class ProhibitionShape(Schema):
    """`what`: the phrase, the host, or the label or rule that is decided more strictly (`decision` null: as
    the shipped rules say)."""

    sort: Sort
    what: str
    label: Label | None
    decision: Decision | None


class AnnouncedShape(Schema):
    """What will be forbidden from `effective_at` on; `market` empty: everywhere."""

    market: str
    effective_at: datetime
    prohibitions: list[ProhibitionShape]


class AnnouncedRules(Schema):
    """The soonest first."""

    data: list[AnnouncedShape]


class AmendmentBody(Schema):
    """`expected_number` is the market's version that it begins from, 0: none; `effective_at` null: as early
    as may be."""

    model_config = ConfigDict(extra="forbid")

    market: Market = ""
    content: ContentShape
    effective_at: AwareDatetime | None = None
    expected_number: Annotated[int, Field(ge=0, le=_NUMBERS)] = 0


class PublishedVersion(Schema):
    """The market's version."""

    number: int


class TrialBody(Schema):
    """`content` null: the rules as they are."""

    model_config = ConfigDict(extra="forbid")

    market: Market = ""
    content: ContentShape | None = None


class AskedTrial(Schema):
    """The worker does it."""

    id: str


class RuleHit(Schema):
    """So many findings that were not found when the messages were sent."""

    label: Label
    rule: str
    language: str
    found: int


class ChangeShape(Schema):
    """So many messages that would meet with something else; `none`: their author would notice nothing."""

    was: Decision
    becomes: Decision
    messages: int


class HitShape(Schema):
    """A message, without its words."""

    entry: str
    conversation: str
    market: str
    language: str
    side: Side
    at: datetime
    labels: list[Label]
    rules: list[str]
    was: Decision
    becomes: Decision


class TrialShape(Schema):
    """As far as it has come: `read` of `total` messages; `found` stand out, the first of them in `hits`."""

    id: str
    market: str
    content: ContentShape | None
    asked_at: datetime
    since: datetime
    until: datetime
    total: int
    read: int
    found: int
    new: list[RuleHit]
    changes: list[ChangeShape]
    hits: list[HitShape]
    finished_at: datetime | None


class TrialList(Schema):
    """The newest first."""

    data: list[TrialShape]


@rules.get("/announced", response=AnnouncedRules, auth=None)
def announced(request: HttpRequest) -> dict[str, Any]:
    """What will be forbidden, for everybody."""
    return {
        "data": [
            {
                "market": one.version.market,
                "effective_at": one.version.effective_at,
                "prohibitions": [_prohibition(each) for each in one.prohibitions],
            }
            for one in queries.announced(at=clock.now())
        ]
    }


@rules.get("/messages", response=ConductRules)
def show(request: ApiRequest) -> dict[str, Any]:
    """What holds for messages, for administrators."""
    if request.auth.side is not Side.ADMINISTRATOR:
        raise Forbidden("pack.not_yours_to_see")
    now, history = clock.now(), queries.published()  # read first: the others take what it read
    return {
        "shipped": VERSION,
        "held": _versions([*queries.held(at=now).values()]),
        "coming": _versions(queries.coming(at=now)),
        "history": _versions(history),
    }


@rules.post("/messages", response={201: PublishedVersion}, openapi_extra=KEYED)
def publish(request: ApiRequest, body: AmendmentBody) -> Status[dict[str, Any]]:
    """Publish an amendment: announced 15 days before where it forbids more, at once where it allows more."""
    number = actions.publish_amendment(
        actor=request.auth,
        now=clock.now(),
        market=body.market,
        content=body.content.model_dump(mode="json"),
        effective_at=body.effective_at,
        expected_number=body.expected_number,
        key=key_of(request),
    )
    return Status(201, {"number": number})


@trials.get("", response=TrialList)
def index(request: ApiRequest) -> dict[str, Any]:
    """The last trials."""
    return {"data": [_trial(one) for one in queries.trials(actor=request.auth)]}


@trials.post("", response={202: AskedTrial}, openapi_extra=KEYED)
def ask(request: ApiRequest, body: TrialBody) -> Status[dict[str, Any]]:
    """Try rules over the messages of the last 30 days; nothing of what is found counts."""
    id = actions.ask_trial(
        actor=request.auth,
        now=clock.now(),
        market=body.market,
        content=None if body.content is None else body.content.model_dump(mode="json"),
        key=key_of(request),
    )
    return Status(202, {"id": str(id)})


@trials.get("/{trial}", response=TrialShape)
def one(request: ApiRequest, trial: UUID) -> dict[str, Any]:
    """One trial, as far as it has come."""
    return _trial(queries.trial(actor=request.auth, id=trial))


def _versions(found: Sequence[queries.Published]) -> list[dict[str, Any]]:
    return [
        {
            "market": one.market,
            "number": one.number,
            "content": one.content.content(),
            "forbids": one.forbids,
            "published_at": one.published_at,
            "effective_at": one.effective_at,
        }
        for one in found
    ]


def _prohibition(one: Prohibition) -> dict[str, Any]:
    return {"sort": one.sort, "what": one.what, "label": one.label, "decision": one.decision}


def _content(draft: Amendment | None) -> dict[str, Any] | None:
    return None if draft is None else draft.content()


def _trial(one: queries.TrialShown) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("market", "asked_at", "since", "until", "total", "read")},
        **{name: getattr(one, name) for name in ("found", "new", "changes", "finished_at")},
        "id": str(one.id),
        "content": _content(one.draft),
        "hits": [_hit(hit) for hit in one.hits],
    }


def _hit(one: queries.Hit) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("market", "language", "side", "at", "was", "becomes")},
        "entry": str(one.entry),
        "conversation": str(one.conversation),
        "labels": [label for label, _ in one.rules],
        "rules": [rule for _, rule in one.rules],
    }
