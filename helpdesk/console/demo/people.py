"""The demo's people: the marketplace's own, and the operator's."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries as known
from helpdesk.console.demo.records import Cast
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from helpdesk.marketplace.queries import hats_for_system, resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind

_PEOPLE = UUID("b3b0f5a4-2f0c-4d0e-9d5f-6d2f2a1c7e10")
_SPEAK = {"PL": "pl", "DE": "de", "FR": "fr", "IT": "it"}  # by the seller's country; English elsewhere
ADMINISTRATORS = {
    "Edda": (Role.SUPPORT, Role.REVIEWER),
    "Felix": (Role.COMPLIANCE, Role.PLATFORM_ADMIN),  # a small operator: the rules and the calendars
    "Greta": (Role.AUDITOR,),
}


Writers = dict[str, list[Actor]]


def enrol(*, cast: Cast, now: datetime) -> list[Actor]:
    """Everybody with every hat they wear. Who is known already keeps the language that they chose."""
    sellers = cast.all("seller")
    people = {
        _id(Kind.PERSON, member["person"]): (
            _SPEAK.get(sellers[member["seller"]]["establishment"]["country"], "en"),
            str(member["email"]),
        )
        for member in cast.members
    }
    for id, buyer in cast.buyers.items():
        people.setdefault(_id(Kind.BUYER, id), (str(buyer["language"])[:2], f"{id.lower()}@buyers.example"))
    hats = []
    for person, (language, email) in people.items():
        mine = hats_for_system(person_id=person, language=language)
        _enrol(person, mine[0].name, language, email, now)
        hats += mine
    return hats + [_administrator(name, roles, now) for name, roles in ADMINISTRATORS.items()]


def _enrol(person: UUID, name: str, language: str, email: str, now: datetime) -> None:
    if known.person_for_system(person_id=person) is None:
        accounts.enrol_person(
            actor=SYSTEM, now=now, id=person, display_name=name, language=language, email=email
        )


def platform(*, now: datetime) -> Actor:
    """The Platform's own connection."""
    person = uuid5(_PEOPLE, "Platform")
    accounts.enrol_person(actor=SYSTEM, now=now, id=person, display_name="Platform", language="en")
    return Actor(person=person, name="Platform", side=Side.PLATFORM, roles=frozenset({Role.PLATFORM}))


def writers(*, cast: Cast) -> Writers:
    """Who writes for each seller (owners and agents) and each buyer, by the Platform's ids."""
    found: Writers = {}
    for member in cast.members:
        seller = resolve_for_system(kind=Kind.SELLER, external_id=member["seller"]).seller_id
        for hat in hats_for_system(person_id=_id(Kind.PERSON, member["person"])):
            if hat.seller_id == seller and hat.has(Role.OWNER, Role.AGENT):
                found.setdefault(member["seller"], []).append(hat)
    for buyer in cast.buyers:
        found[buyer] = [hats_for_system(person_id=_id(Kind.BUYER, buyer))[-1]]
    return found


def _id(kind: Kind, external_id: str) -> UUID:
    return resolve_for_system(kind=kind, external_id=external_id).id


def _administrator(name: str, roles: Sequence[Role], now: datetime) -> Actor:
    person = uuid5(_PEOPLE, name)
    _enrol(person, name, "en", f"{name.lower()}@helpdesk.example", now)
    for role in roles:
        accounts.grant_role(actor=SYSTEM, now=now, person_id=person, role=role)
    return Actor(person=person, name=name, side=Side.ADMINISTRATOR, roles=frozenset(roles))
