"""Every route x role x owner: strangers find nothing, by our filters and by row security alone."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any, get_type_hints
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.db.models import Q
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.queries import ticket
from helpdesk.accounts.terms import Hat
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Refused
from helpdesk.marketplace.models import Member
from helpdesk.oversight import actions as oversight
from tests.api.client import token_of
from tests.api.routes import DESK, PUBLIC, ROOT, Route, addresses, routes
from tests.cast import (
    ANNA,
    ANNAS_SHOP,
    BRUNO,
    CLARA,
    DMITRI,
    EDDA,
    FELIX,
    GRETA,
    HANIA,
    PLATFORM,
    READER,
    person,
)
from tests.shops import Shops, open_shops

PLATFORM_ADMIN = Actor(
    person=person(ROOT), name=ROOT, side=Side.ADMINISTRATOR, roles=frozenset({Role.PLATFORM_ADMIN})
)
PEOPLE = (ANNA, BRUNO, READER, DMITRI, CLARA, HANIA, EDDA, FELIX, GRETA, PLATFORM_ADMIN, PLATFORM)
SECRET = "canary"
BY_READING = tuple(f"/api/v1/conversations/{{conversation}}{part}" for part in ("", "/contacts"))
"""What an administrator sees while a reading with a reason is in force."""
Send = Callable[[Actor | None, Route, str], Any]


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Something with owners. `side`: whose eyes it is for, when not both parties'."""

    kind: str
    ref: Ref
    buyer: Actor | None
    side: Side | None = None

    def is_known_to(self, actor: Actor) -> bool:
        """Whether the actor may know that it exists."""
        if actor.side in (Side.ADMINISTRATOR, Side.PLATFORM) or self.kind == "offer":
            return True
        if self.side is not None and actor.side is not self.side:
            return False
        mine = actor.seller_id == self.ref.seller_id
        return mine if actor.side is Side.SELLER else actor == self.buyer


@pytest.fixture
def shops(database: str, settings: Settings) -> Shops:
    """Two shops in a demo, and everybody with an account."""
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": True})
    opened, now = open_shops(), clock.now()
    with acting(PLATFORM):
        Member.objects.create(
            seller_id=ANNAS_SHOP, external_id="r", person_id=READER.person, name="Reader", role="reader"
        )
    for one in PEOPLE:
        accounts.enrol_person(actor=SYSTEM, now=now, id=one.person, display_name=one.name, language="en")
        for role in one.roles if one.side is Side.ADMINISTRATOR else ():
            accounts.grant_role(actor=SYSTEM, now=now, person_id=one.person, role=role)
    return opened


@pytest.fixture
def things(shops: Shops) -> list[Thing]:
    """Threads of every pair, with refused attempts on both sides, a reading, and what they are about."""
    now = clock.now()
    found = [Thing(kind="offer", ref=shops.offer, buyer=None)]
    orders = ((shops.claras_order, CLARA), (shops.hanias_order, HANIA), (shops.dmitris_order, CLARA))
    for n, (order, buyer) in enumerate(orders):
        asked = conversations.ask_about_order(actor=buyer, now=now, order=order, draft=SECRET, key=str(n))
        found.append(Thing(kind="order", ref=order, buyer=buyer))
        found.append(Thing(kind="conversation", ref=asked.conversation, buyer=buyer))
    threads = [thing for thing in found if thing.kind == "conversation"]
    with pytest.raises(Refused):
        conversations.post_reply(
            actor=ANNA, now=now, conversation=threads[0].ref, draft="\u200b", key="refused"
        )
    with pytest.raises(Refused):
        conversations.post_question(
            actor=CLARA, now=now, conversation=threads[0].ref, draft="\u200b", key="refused"
        )
    oversight.open_file(actor=GRETA, now=now, conversation=threads[1].ref, reason="report", key="g")
    return [*found, *entries()]


def entries() -> Iterator[Thing]:
    """Every entry as a thing: messages for both parties, attempts for one, the desk's for the operator."""
    buyers = {CLARA.buyer_id: CLARA, HANIA.buyer_id: HANIA}
    sides = {0: None, 1: Side.SELLER, 2: Side.ADMINISTRATOR, 3: Side.BUYER}
    with acting(SYSTEM):
        for entry in Entry.objects.all():
            yield Thing(
                kind="entry",
                ref=Ref(entry.seller_id, entry.id),
                buyer=buyers.get(entry.buyer_id),
                side=sides[entry.audience],
            )


@pytest.fixture
def send(shops: Shops) -> Send:
    """Ask as anybody: the API by token, the portal by session; the Platform's machines have none."""
    tokens = {one: token_of(one) for one in PEOPLE}
    sessions = {one: signed_in(one) for one in PEOPLE}
    stranger = Client(raise_request_exception=False)

    def sending(actor: Actor | None, route: Route, path: str) -> Any:
        headers = {"Idempotency-Key": str(uuid4())}
        if not route.is_api:
            form = urlencode({"key": str(uuid4()), **(route.body or {})})
            client = sessions[actor] if actor else stranger
            return client.generic(
                route.method, path, form, content_type="application/x-www-form-urlencoded", headers=headers
            )
        if actor:
            headers["Authorization"] = f"Bearer {tokens[actor]}"
        client = Client(raise_request_exception=False) if actor is None else stranger
        return client.generic(
            route.method, path, json.dumps(route.body), content_type="application/json", headers=headers
        )

    return sending


def signed_in(actor: Actor) -> Client:
    client = Client(raise_request_exception=False)
    hat = Hat(person=actor.person, side=actor.side, seller_id=actor.seller_id)
    client.get(f"/demo/sign-in/{ticket(hat=hat)}")
    return client


def cases(things: list[Thing]) -> Iterator[tuple[Route, str, Thing | None]]:
    """Every route with everything that could stand in its address, and with what does not exist."""
    for route in routes():
        if not route.kind:
            yield route, route.path, None
        for thing in things:
            if thing.kind == route.kind:
                yield route, route.path.replace(f"{{{route.kind}}}", str(thing.ref)), thing


def one_of_each(things: list[Thing]) -> list[Thing]:
    return list({thing.kind: thing for thing in things}.values())


def whole(answer: Any) -> bytes:
    """All that was answered, also where it comes in pieces."""
    content: bytes = answer.getvalue()
    return content


def is_answered(status: int) -> bool:
    return status < HTTPStatus.BAD_REQUEST


def test_no_route_is_left_out() -> None:
    platform = {path.replace("{external_id}", "x").replace("{code}", "PL") for path in addresses()}
    platform = {path.replace("{kind}", "claim").replace("{slug:kind}", "claim") for path in platform}
    known = {route.path.lstrip("/").split("?")[0].replace("{code}", "PL") for route in routes()}
    assert platform == known | PUBLIC


def test_everybody_everywhere(send: Send, things: list[Thing]) -> None:
    wrong = []
    for route, path, thing in cases(things):
        for actor in (None, *PEOPLE):
            answer = send(actor, route, path)
            expected = expectation(route, actor, thing)
            if not expected(answer.status_code) or answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                wrong.append(f"{actor and actor.name} {route.method} {path}: {answer.status_code}")
            late = (
                route.may_be_late and answer.status_code == HTTPStatus.CONFLICT
            )  # their thread, and why not
            asked = route.incomplete and (thing is None or (actor and thing.is_known_to(actor)))
            if (
                answer.status_code >= HTTPStatus.BAD_REQUEST
                and not late
                and not asked
                and SECRET in answer.content.decode()
            ):
                wrong.append(f"{actor and actor.name} {route.method} {route.path} tells the secret")
    assert "\n".join(wrong) == ""


SIDES = {"seller", "buyer", "administrator"}


def expectation(route: Route, actor: Actor | None, thing: Thing | None) -> Callable[[int], bool]:
    """What the status must be."""
    if actor is None:
        return lambda status: status == (HTTPStatus.UNAUTHORIZED if route.is_api else HTTPStatus.FOUND)
    if not route.is_api and actor.side is Side.PLATFORM:
        return lambda status: status == HTTPStatus.FOUND  # to the sign-in page
    if thing is not None and not thing.is_known_to(actor):
        return lambda status: status == HTTPStatus.NOT_FOUND
    if not route.is_api and route.path.split("/")[1] in SIDES - {actor.side.value}:
        return lambda status: status == HTTPStatus.NOT_FOUND
    if actor.name in route.open_to and route.incomplete:
        return lambda status: status in (HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY)
    if actor.name in route.open_to:
        return lambda status: is_answered(status) or (route.may_be_late and status == HTTPStatus.CONFLICT)
    if "/platform/" in route.path and route.method == "PUT":
        return lambda status: status == HTTPStatus.UNPROCESSABLE_ENTITY  # an empty body is judged first
    if actor.name in DESK and route.method == "GET" and route.path in BY_READING:
        return lambda status: status in (HTTPStatus.OK, HTTPStatus.FORBIDDEN)  # open with a reason, or not
    return lambda status: status in (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)


def test_row_security_alone_keeps_strangers_out(
    send: Send, things: list[Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert allow_everything(monkeypatch) >= 8
    leaks = []
    for route, path, thing in cases(things):
        if thing is None or thing.kind == "offer":
            continue
        for actor in PEOPLE:
            if not thing.is_known_to(actor):
                answer = send(actor, route, path)
                if answer.status_code != HTTPStatus.NOT_FOUND or SECRET in answer.content.decode():
                    leaks.append(
                        f"{actor.name} {route.method} {route.path} {thing.ref}: {answer.status_code}"
                    )
    assert "\n".join(leaks) == ""


def test_lists_hold_the_readers_own_rows_by_row_security_alone(
    send: Send, things: list[Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    allow_everything(monkeypatch)
    titles = {
        "A-1001": (ANNAS_SHOP, CLARA),
        "A-1002": (ANNAS_SHOP, HANIA),
        "D-2001": (DMITRI.seller_id, CLARA),
    }
    for route, path, thing in cases(things):
        for actor in (ANNA, DMITRI, CLARA, HANIA) if thing is None and route.method == "GET" else ():
            page = whole(send(actor, route, path)).decode()
            foreign = [
                title
                for title, (seller_id, buyer) in titles.items()
                if actor != buyer and actor.seller_id != seller_id and title in page
            ]
            assert foreign == [], f"{actor.name} {path}"


def allow_everything(monkeypatch: pytest.MonkeyPatch) -> int:
    """Take away what policies say, wherever a room has taken one in; how many places that were."""
    places = 0
    for module in [module for name, module in sys.modules.items() if name.startswith("helpdesk.")]:
        for name, thing in list(vars(module).items()):
            if str(getattr(thing, "__module__", "")).endswith(".policies") and callable(thing):
                answer = Q() if get_type_hints(thing)["return"] is Q else True
                monkeypatch.setattr(module, name, lambda *_, answer=answer, **__: answer)
                places += 1
    return places


def test_no_other_method_does_anything(send: Send, things: list[Thing]) -> None:
    """Nothing edits, withdraws or deletes: every other verb is refused, and the record stays as it is."""
    before = len(list(entries()))
    taken = {(route.method, path) for route, path, _ in cases(one_of_each(things))}
    for path in {path for _, path in taken}:
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - {m for m, p in taken if p == path}:
            route = replace(next(routes()), method=method, path=path)
            for actor in (ANNA, CLARA, EDDA, PLATFORM_ADMIN, PLATFORM):
                answer = send(actor, route, path)
                assert answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED, f"{actor.name} {method} {path}"
                assert answer.headers["Allow"]
    assert len(list(entries())) == before


def test_private_answers_are_kept_by_no_cache(send: Send, things: list[Thing]) -> None:
    for route, path, _ in cases(one_of_each(things)):
        for actor in (None, ANNA, CLARA, EDDA):
            answer = send(actor, route, path)
            assert "no-store" in answer.headers["Cache-Control"], path


def test_what_does_not_exist_is_answered_as_what_is_not_theirs(send: Send, things: list[Thing]) -> None:
    nothing = {kind: Ref(OPERATOR + 1, uuid4()) for kind in ("conversation", "order", "entry")}
    foreign = {thing.kind: thing for thing in things if not thing.is_known_to(DMITRI)}
    for route in routes():
        if route.is_api and route.kind in nothing:
            place = f"{{{route.kind}}}"
            there = send(DMITRI, route, route.path.replace(place, str(foreign[route.kind].ref)))
            missing = send(DMITRI, route, route.path.replace(place, str(nothing[route.kind])))
            assert (there.status_code, there.content) == (missing.status_code, missing.content), route.path
