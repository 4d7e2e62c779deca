"""A marketplace where everything is as long as it may be: what a page cuts, it cuts here."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from helpdesk.accounts import actions as accounts
from helpdesk.config.vouchers import SignInWith
from helpdesk.conversations import actions as conversations
from helpdesk.deadlines import actions as deadlines
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import hats_for_system, resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.oversight import actions as oversight
from tests import cast
from tests.journeys.accounts import EMAIL, LINK, PASSKEY, SUBJECT, invite_somebody, open_accounts, write_mail
from tests.journeys.agreed import WORDS, agree
from tests.journeys.appealing import appeal_against_both, appeal_refusal
from tests.journeys.brought import NAME as BROUGHT
from tests.journeys.brought import bring
from tests.journeys.cased import open_cases
from tests.journeys.clocks import STATES, tell_clocks
from tests.journeys.connected import make_keys
from tests.journeys.disputed import dispute_verdicts
from tests.journeys.filed import NAMES as FILES
from tests.journeys.filed import attach_all
from tests.journeys.hooked import hook_up
from tests.journeys.judged import judge_a_thread
from tests.journeys.measured import WHY as REASON
from tests.journeys.measured import measure_somebody
from tests.journeys.noticed import tell_everybody
from tests.journeys.ranked import rank_shops
from tests.journeys.reported import report_all
from tests.journeys.reviews import wait_for_review
from tests.journeys.ruled import NAMES as RULED
from tests.journeys.ruled import make_rules
from tests.journeys.saved import NAME as SAVED
from tests.journeys.saved import save_one
from tests.journeys.shared import TAGS, share_work
from tests.journeys.voiced import speak_out

NOW = datetime(2026, 12, 24, 17, 0, tzinfo=UTC)
"""Thursday, 24 December 2026, 18:00 in Warsaw: a holiday is ahead."""

ANNAS = "Części Zamienne do Ekspresów Anna Konstantynopolitańczykowianeczka i Wspólnicy sp. z o.o."
DMITRIS = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG"
ANNA = "Anna Katarzyna Brzęczyszczykiewicz-Konstantynopolitańczykowianeczka"
BRUNO = "Bruno Maksymilian Brzęczyszczykiewicz-Konstantynopolitańczykowianeczka"
EDDA = "Edda Überseehafenverwaltungsoberinspektorin"
CLARA = "Maximiliane-Friederike Freifrau von und zu Wolfeschlegelsteinhausenbergerdorff"
TITLE = {
    "en": "Gasket 8 mm, food-safe, for portafilters 58 mm, replenishment pack of 12",
    "pl": "Uszczelka 8 mm do kolby 58 mm, dopuszczona do kontaktu z żywnością, 12 szt. do uzupełnienia",
    "de": "Kaffeevollautomatenbrühgruppendichtungsnachfüllpackung 8 mm, lebensmittelecht, 12 Stück",
    "fr": "Joint de 8 mm, apte au contact alimentaire, pour porte-filtres de 58 mm, recharge de 12 pièces",
    "it": "Guarnizione da 8 mm per alimenti, per portafiltri da 58 mm, confezione di ricarica da 12 pezzi",
}
QUESTION = (
    "Guten Tag, die Kaffeevollautomatenbrühgruppendichtungsnachfüllpackung ist da, aber sie passt"
    " nicht; in der Anleitung heißt es"
    " Kaffeevollautomatenbrühgruppendichtungsnachfüllpackungsgröße_8/2019 \n\n"
    "Können Sie mir bitte schreiben, welche Größe ich brauche?"
)
ANSWER = "Dzień dobry, do ekspresu z 2019 roku pasuje uszczelka 8,5 mm.\n\nJutro bezpłatnie ją wyślemy. Anna"
CARRIER = "Międzynarodowe Przewozy Ekspresowe Wschód-Zachód sp. z o.o."
TRACKING = "RSKA9941288304112233445566778899001122334455667788990011223"
PHONE = "+48512345678"
NOTE = "Hintereingang beim Kaffeevollautomatenbrühgruppendichtungsnachfüllpackungslagerhaus, 3. Stock."
IBAN = "MT84MALT011000012345MTLCAST001S"
PROVIDER = SignInWith(
    name="market",
    title="Kaffeevollautomatenersatzteilmarktplatz Überseehafen",
    issuer="http://127.0.0.1:9",  # where nobody answers
    client_id="helpdesk",
    side="buyer",
)
NUMBER = "000000000123456789012345678901234567890123-ABCDEFG"
PAULA = replace(cast.EDDA, person=cast.person("Paula"), name="Paula", roles=frozenset({Role.PLATFORM_ADMIN}))
NAMES = (
    ANNAS,
    DMITRIS,
    ANNA,
    BRUNO,
    CLARA,
    EDDA,
    PASSKEY,
    *TITLE.values(),
    *FILES,
    *RULED,
    *TAGS,
    WORDS,
    SAVED,
    BROUGHT,
    REASON,
    CARRIER,
    TRACKING,
    NUMBER,
    PROVIDER.title,
    "Helpdesk",
    f"neu.{EMAIL}",
    f"nowa.{EMAIL}",
    f"operator.{EMAIL}",
    f"Guten Tag {LINK}",
    EMAIL,
    SUBJECT,
    *(one.name for one in cast.EVERYBODY),
)


@dataclass(frozen=True, kw_only=True)
class House:
    """Who may come in, and where the pages lie, by what their addresses call it."""

    people: Mapping[str, Actor]
    places: Mapping[str, object]

    def person(self, name: str) -> Actor:
        """Somebody by first name."""
        return self.people[name]


def open_house(mails: Path) -> House:
    """Fill a fresh database that takes past instants, and a folder with a mail."""
    lines = [json.dumps(record).encode() for record in _records()]
    begun = NOW - timedelta(days=60)
    taken = marketplace.import_records(actor=SYSTEM, now=begun, lines=lines)
    assert not taken.rejected, taken
    people = {"Anna": _hat(Kind.PERSON, "P-ANNA"), "Clara": _hat(Kind.BUYER, "B-CLARA"), "Edda": cast.EDDA}
    people |= {"Hania": _hat(Kind.BUYER, "B-HANIA"), "Bruno": _hat(Kind.PERSON, "P-BRUNO")}
    people |= {"Dmitri": _hat(Kind.PERSON, "P-DMITRI")}
    people |= {"Paula": PAULA, "Felix": cast.FELIX}
    for name, person in people.items():
        said = person.name if name != "Edda" else EDDA
        accounts.enrol_person(actor=SYSTEM, now=NOW, id=person.person, display_name=said, language="en")
    for one in (cast.EDDA, PAULA, cast.FELIX):
        for role in one.roles:
            accounts.grant_role(actor=SYSTEM, now=NOW, person_id=one.person, role=role)
    clara, anna = people["Clara"], people["Anna"]
    places = _talk(clara, anna) | {"mail": write_mail(mails)}
    places |= open_accounts(bruno=people["Bruno"], plain=cast.EDDA, now=NOW)
    first = len(_ASKED) + 3
    places |= attach_all(clara=clara, anna=anna, now=NOW, order=_order(first + len(STATES)))
    places |= tell_clocks(clara=clara, anna=anna, admin=PAULA, now=NOW, order=lambda n: _order(first + n))
    last = first + len(STATES)
    names = ("complaint", "withdrawal", "escalated")
    ordered = {name: _order(last + number) for number, name in enumerate(names, 1)}
    places |= open_cases(clara=clara, anna=anna, now=NOW, **ordered)
    places |= _look_for_disputes(places)
    places |= make_rules(compliance=cast.FELIX, now=NOW)
    places |= save_one(anna=anna, now=NOW)
    make_keys(anna=anna, now=NOW)
    places |= agree(anna=anna, clara=clara, now=NOW, places=places)
    places |= speak_out(clara=clara, anna=anna, now=NOW, places=places)
    places |= report_all(clara=clara, anna=anna, now=NOW, places=places)
    share_work(anna=anna, bruno=people["Bruno"], now=NOW, places=places)
    places["proposal"] = deadlines.declare_outage(
        actor=cast.EDDA,
        now=NOW,
        starts_at=NOW - timedelta(hours=20),
        ends_at=NOW - timedelta(hours=18),
        reason="network",
        note=CARRIER,
        key="proposal",
    ).id
    places |= tell_everybody(anna=anna, now=NOW)
    rank_shops(seller_id=anna.seller_id or 0, now=NOW)
    places |= dispute_verdicts(anna=anna, now=NOW, places=places)
    places |= measure_somebody(now=NOW, places=places)
    places |= appeal_against_both(anna=anna, now=NOW)
    places |= appeal_refusal(clara=clara, now=NOW, places=places)
    places |= hook_up(anna=anna, admin=PAULA, now=NOW)
    places |= bring(admin=PAULA, now=NOW)
    invited = invite_somebody(owner=people["Anna"], admin=PAULA, now=NOW)
    return House(
        people=people,
        places=places
        | {
            "secret": invited.secret,
            "flow": "claim",
            "provider": PROVIDER.name,
            "noun": "conversations",
            "code": "conduct.confirm",
        },
    )


def _look_for_disputes(places: dict[str, object]) -> dict[str, object]:
    """Edda reads a case that she may decide, and searches everybody's messages."""
    thread = places["of_escalated"]
    assert isinstance(thread, Ref)
    oversight.open_file(actor=cast.EDDA, now=NOW, conversation=thread, reason="dispute", key="escalated")
    kept = oversight.search_words(actor=cast.EDDA, now=NOW, words="2026", reason="dispute", key="searched")
    return {"search": kept.receipt.entry}


def _talk(clara: Actor, anna: Actor) -> dict[str, object]:
    """Late, due today, later, answered, open to the administrator, and not asked about at all."""
    threads = {
        name: conversations.ask_about_order(
            actor=clara, now=NOW - ago, order=_order(number), draft=QUESTION, key=name
        ).conversation
        for number, (name, ago) in enumerate(_ASKED.items())
    }
    for name in ("answered", "open"):
        conversations.post_reply(
            actor=anna, now=NOW - timedelta(hours=30), conversation=threads[name], draft=ANSWER, key=name
        )
    about = resolve_for_system(kind=Kind.OFFER, external_id="O-0")
    threads["browsing"] = conversations.ask_about_offer(
        actor=clara, now=NOW - timedelta(hours=1), offer=about, draft=QUESTION, key="offer"
    ).conversation
    for number in (list(_ASKED).index("open"), len(_ASKED)):
        conversations.give_delivery_details(
            actor=clara, now=NOW, order=_order(number), phone=PHONE, note=NOTE, key=f"delivery-{number}"
        )
        conversations.give_refund_account(
            actor=clara, now=NOW, order=_order(number), account=IBAN, holder=CLARA, key=f"refund-{number}"
        )
    opened = oversight.open_file(
        actor=cast.EDDA,
        now=NOW - timedelta(minutes=3),
        conversation=threads["open"],
        reason="complaint",
        key="1",
    )
    reviewed = {name: threads[name] for name in ("answered", "open")}
    waiting = wait_for_review(clara=clara, anna=anna, now=NOW, threads=reviewed)
    judge_a_thread(thread=threads["open"], now=NOW - timedelta(minutes=1))
    return {
        **threads,
        **waiting,
        "order": _order(len(_ASKED)),
        "offer": about,
        "conversation": threads["late"],
        "entry": Ref(0, opened.receipt.entry),
        "member": resolve_for_system(kind=Kind.MEMBER, external_id="M-BRUNO"),
        "other_shop": resolve_for_system(kind=Kind.SELLER, external_id="S-DMITRI").seller_id,
        "calendar": "PL",
        "market": "de",
        "code": "PL",
        "part": "IT-BZ",
    }


_ASKED = {
    "late": timedelta(days=6),
    "today": timedelta(hours=23),
    "strong": timedelta(hours=20),
    "later": timedelta(hours=2),
    "answered": timedelta(days=3),
    "open": timedelta(days=4),
}


def _order(number: int) -> Ref:
    return resolve_for_system(kind=Kind.ORDER, external_id=f"A-{number}")


def _hat(kind: Kind, external_id: str) -> Actor:
    return hats_for_system(person_id=resolve_for_system(kind=kind, external_id=external_id).id)[0]


def _records() -> Iterator[dict[str, Any]]:
    yield from (
        _market(*one)
        for one in (
            ("pl", "PLN", "Europe/Warsaw"),
            ("de", "EUR", "Europe/Berlin"),
            ("fr", "EUR", "Europe/Paris"),
            ("it", "EUR", "Europe/Rome"),
            ("gb", "GBP", "Europe/London"),
        )
    )
    yield from _shop("S-ANNA", ANNAS, "PL", "Europe/Warsaw")
    yield from _shop("S-DMITRI", DMITRIS, "DE", "Europe/Berlin")
    yield _record("member", "M-ANNA", seller="S-ANNA", person="P-ANNA", name=ANNA, role="owner")
    yield _record("member", "M-DMITRI", seller="S-DMITRI", person="P-DMITRI", name="Dmitri", role="owner")
    yield _record("member", "M-BRUNO", seller="S-ANNA", person="P-BRUNO", name=BRUNO, role="agent")
    for id, name in (("B-CLARA", CLARA), ("B-HANIA", "Hania")):
        yield _record(
            "buyer", id, display_name=name, language="de", market="de", kind="consumer", addresses=[]
        )
    for number in range(len(_ASKED) + 2):
        yield from _sale(number)
    yield from _sale(len(_ASKED) + 2, offer=f"O-{NUMBER}")
    for number in range(len(STATES) + 4):
        yield from _sale(len(_ASKED) + 3 + number)


def _record(record: str, id: str, **facts: object) -> dict[str, Any]:
    return {"type": record, "id": id, "version": 1} | facts


def _market(code: str, currency: str, zone: str) -> dict[str, Any]:
    return _record(
        "market",
        code,
        country=code.upper(),
        currency=currency,
        time_zone=zone,
        languages=[code if code != "gb" else "en"],
        delivery_countries=["PL", "DE", "FR", "IT"],
        law=code.upper() if code != "gb" else "GB-ENG",
    )


def _shop(id: str, name: str, country: str, zone: str) -> Iterator[dict[str, Any]]:
    address = {
        "lines": ["Hauptstraße 1"],
        "postal_code": "00-001",
        "city": "Llanfairpwllgwyngyll",
        "country": country,
    }
    yield _record(
        "seller",
        id,
        name=name,
        legal_name=name,
        trader=True,
        address=address,
        establishment={"country": country, "time_zone": zone},
    )


def _sale(number: int, *, offer: str = "") -> Iterator[dict[str, Any]]:
    """An offer, or one that never arrived; the order and its parcel."""
    yield _record(
        "offer",
        f"O-{number}",
        seller="S-ANNA",
        title=TITLE,
        markets={"de": {"price": {"amount": "1234567.89", "currency": "EUR"}, "availability": "in_stock"}},
    )
    placed = NOW - timedelta(days=20 + number)
    yield _record(
        "order",
        f"A-{number}",
        number=f"2026/DE-{number}{NUMBER}",
        market="de",
        seller="S-ANNA",
        buyer="B-CLARA",
        placed_at=_written(placed),
        lines=[
            {
                "id": "1",
                "offer": offer or f"O-{number}",
                "quantity": 12,
                "price": {"amount": "1234567.89", "currency": "EUR"},
            }
        ],
    )
    yield _record(
        "shipment",
        f"P-{number}",
        order=f"A-{number}",
        carrier=CARRIER,
        tracking=TRACKING,
        dispatched_at=_written(placed + timedelta(days=1)),
        expected_on=f"{placed + timedelta(days=3):%Y-%m-%d}",
    )


def _written(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
