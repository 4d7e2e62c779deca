"""Every address that the router knows, and who may get an answer there: nothing may be left out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.urls import get_resolver

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, FELIX, GRETA, HANIA, PLATFORM, READER

SELLERS = {ANNA.name, BRUNO.name, READER.name, DMITRI.name}
OWNERS = {ANNA.name, DMITRI.name}
WRITERS = SELLERS - {READER.name}
BUYERS = {CLARA.name, HANIA.name}
DESK = {EDDA.name, FELIX.name, GRETA.name}
ROOT = "Platform admin"
DECLARING = {EDDA.name, FELIX.name, ROOT}
EVERYBODY = SELLERS | BUYERS | DESK | {ROOT, PLATFORM.name}


@dataclass(frozen=True, kw_only=True)
class Route:
    """One method of one address. `open_to`: who gets 2xx or a redirect, of those who may know the thing.

    `may_be_late`: or learns that things have moved on. `incomplete`: what is sent here lacks what only
    tests of its own have, and they are asked for it.
    """

    method: str
    path: str
    open_to: set[str]
    body: Any = None
    may_be_late: bool = False
    incomplete: bool = False

    @property
    def is_api(self) -> bool:
        return self.path.startswith("/api/")

    @property
    def kind(self) -> str:
        """What stands last in the address: conversation, order, offer, entry; empty for a list."""
        return self.path.split("{")[-1].split("}")[0] if "{" in self.path else ""


TEXT = {"text": "Hello."}
FURTHER = TEXT | {"reason": "invoice"}  # a reason is asked for where nobody waits
FURTHER_FORM = TEXT | {"why": "invoice"}
NO_CASE = {"order": str(Ref(1, UUID(int=1))), "situation": "damaged", "words": "It is broken."}
AGENT = {"email": "nadia@example.com", "role": "agent"}
AUDITOR = {"email": "ola@example.com", "role": "auditor"}
OUTAGE = {"starts_at": "2026-11-10T09:00Z", "ends_at": "2026-11-10T11:30Z", "reason": "network"}
OUTAGE_FORM = {"starts_at": "2026-11-10T09:00", "ends_at": "2026-11-10T11:30", "reason": "network"}
RULES_FORM = {"market": "", "expected": "0", "hosts": "parcels.example"}
DAY = {"added": {"2027-05-04": "One day off"}}
CZECH = {
    "country": "CZ",
    "currency": "CZK",
    "time_zone": "Europe/Prague",
    "languages": ["cs"],
    "delivery_countries": ["CZ"],
    "law": "CZ",
}
CZECH_FORM = {name: value if isinstance(value, str) else value[0] for name, value in CZECH.items()}
DAY_FORM = {"on_0": "2027-05-05", "name_0": "Another", "expected": "1"}
ASKING = {EDDA.name, FELIX.name}
LONGER = {"kept": "order", "months": 100, "effective_on": "2099-01-01"}
ERASURE = {"scope": "conversation", "ground": "gdpr_art17"}
DEMAND_FORM = {"situation": "other", "pieces-0": "2", "text": "Hello."}
WISHES = {
    "mailed": ["message"],
    "rhythm": "daily",
    "zone": "",
    "digest_at": "08:00",
    "quiet_from": "21:00",
    "quiet_until": "07:00",
}
HOLD = {"on": "conversation", "reason": "claim"}
MOVE = {"was": "de", "to": "pl"}
LETTERS_ABOUT = ("conversations/{conversation}/letters", "orders/{order}/letters")
NOWHERE = "1111111KpCo73aFR4CziDM2SjPbDXjj"  # a Ref of something that is not there
SUMMER = "2026-07-01T08:00:00Z"  # long past: nothing is put off until then
TOGETHER = {"conversations": [NOWHERE]}
SAVED = {"name": "Thanks", "bodies": {"de": "Danke!"}}
WEBHOOK = {"url": "https://tools.example/helpdesk"}
RECEIPT = {
    "entry": str(Ref(1001, UUID("01a20327-a091-7154-9350-37974178be90"))),
    "leaf_hash": "00" * 32,
    "receipt": {
        "entry": "01a20327-a091-7154-9350-37974178be90",
        "at": "2026-11-10T09:00:00.000000Z",
        "in_log_by": "2026-11-11T09:00:00.000000Z",
        "key": "0123456789abcdef",
        "signature": "00" * 64,
    },
}
_API = (
    Route(method="GET", path="agreements", open_to=EVERYBODY),
    Route(method="GET", path="agreements/{agreement}", open_to=set()),  # tests/api/test_agreements.py
    Route(method="POST", path="agreements/{agreement}/confirmations", open_to=set(), body={}),
    Route(method="POST", path="agreements/{agreement}/refusals", open_to=set(), body={}),
    Route(method="POST", path="agreements/{agreement}/completions", open_to=set(), body={}),
    Route(
        method="POST",
        path="conversations/{conversation}/agreements",
        open_to=WRITERS | BUYERS,
        body={"type": "refund", "amount": "5"},
        may_be_late=True,
    ),
    Route(method="GET", path="case-outcomes", open_to={PLATFORM.name}),
    Route(method="GET", path="cases", open_to=EVERYBODY),
    Route(method="POST", path="cases", open_to=set(), body=NO_CASE),  # tests/api/test_cases.py
    Route(method="GET", path="cases/{case}", open_to=set()),
    Route(method="POST", path="cases/{case}/steps", open_to=set(), body={"step": "drop"}),
    Route(method="POST", path="cases/{case}/dispute-packs", open_to=set(), body={}),
    Route(method="GET", path="flows", open_to=EVERYBODY),
    Route(method="POST", path="cases/{case}/kinds", open_to=set(), body={"kind": "claim"}),
    Route(
        method="POST",
        path="contacts/{contact}/settlements",
        open_to=set(),
        body={"outcome": "confirmed"},
    ),
    Route(method="GET", path="conversations/{conversation}/contacts", open_to=SELLERS | BUYERS),
    Route(
        method="POST",
        path="conversations/{conversation}/contacts",
        open_to=WRITERS | BUYERS,
        body={"channel": "phone", "on": clock.now().date().isoformat(), "words": "She called."},
        may_be_late=True,
    ),
    Route(method="GET", path="orders/{order}/updates", open_to=EVERYBODY),
    Route(
        method="POST",
        path="orders/{order}/updates",
        open_to=WRITERS,
        body={"what": "preparing"},
        may_be_late=True,
    ),
    Route(
        method="POST",
        path="conversations/{conversation}/confirmation-requests",
        open_to=WRITERS | BUYERS,
        body={"words": "Please confirm: it came."},
        may_be_late=True,
    ),
    Route(method="GET", path="law", open_to=EVERYBODY),
    Route(method="GET", path="events", open_to=SELLERS | DESK | {ROOT, PLATFORM.name}),
    Route(method="GET", path="webhooks", open_to=OWNERS | {ROOT, PLATFORM.name}),
    Route(method="POST", path="webhooks", open_to=OWNERS | {ROOT, PLATFORM.name}, body=WEBHOOK),
    *(  # tests/api/test_webhooks.py
        Route(method=method, path=f"webhooks/{{webhook}}{path}", open_to=set(), body=body)
        for method, path, body in (
            ("GET", "", None),
            ("PUT", "", WEBHOOK | {"version": 1}),
            ("DELETE", "", None),
            ("POST", "/secret", {}),
            ("POST", "/test", {}),
            ("POST", "/replays", {}),
            ("GET", "/deliveries", None),
            ("GET", "/deliveries/{delivery}", None),
            ("POST", "/deliveries/{delivery}/replay", {}),
        )
    ),
    Route(method="GET", path="calendars", open_to=DESK | {ROOT}),
    Route(method="GET", path="calendars/PL/versions", open_to=DESK | {ROOT}),
    Route(method="POST", path="calendars/PL/previews", open_to={ROOT}, body=DAY),
    Route(method="POST", path="calendars/PL/versions", open_to={ROOT}, body=DAY | {"expected_version": 1}),
    Route(method="GET", path="markets", open_to=DESK | {ROOT}),
    Route(method="GET", path="markets/PL", open_to=set()),  # tests/api/test_markets.py
    Route(method="GET", path="markets/PL/usual?country=CZ", open_to=DESK | {ROOT}),
    Route(method="POST", path="markets/PL/previews", open_to=DESK | {ROOT}, body=CZECH),
    Route(
        method="POST",
        path="markets/PL/versions",
        open_to={ROOT},
        body=CZECH | {"seen": ""},
        may_be_late=True,
    ),
    Route(method="GET", path="conversations", open_to=EVERYBODY),
    Route(method="GET", path="conversations/{conversation}", open_to=SELLERS | BUYERS),
    Route(
        method="GET",
        path="conversations/{conversation}/clocks",
        open_to=SELLERS | BUYERS | DESK | {ROOT, PLATFORM.name},
    ),
    Route(method="POST", path="conversations/{conversation}/replies", open_to=WRITERS, body=FURTHER),
    Route(method="GET", path="conversations/{conversation}/notes", open_to=SELLERS),
    Route(method="POST", path="conversations/{conversation}/notes", open_to=WRITERS, body=TEXT),
    Route(method="GET", path="conversations/{conversation}/marks", open_to=SELLERS),
    # the membership is one's own shop's: tests/api/test_teamwork.py
    Route(
        method="PUT", path="conversations/{conversation}/assignment", open_to=set(), body={"member": NOWHERE}
    ),
    Route(method="DELETE", path="conversations/{conversation}/assignment", open_to=WRITERS),
    Route(method="PUT", path="conversations/{conversation}/tags", open_to=WRITERS, body={"tags": ["vip"]}),
    Route(
        method="PUT",
        path="conversations/{conversation}/snooze",
        open_to=WRITERS,
        body={"until": SUMMER},
        incomplete=True,
    ),
    Route(method="DELETE", path="conversations/{conversation}/snooze", open_to=WRITERS),
    Route(method="GET", path="inbox/views", open_to=SELLERS),
    Route(
        method="POST",
        path="conversations/{conversation}/waivers",
        open_to=WRITERS,
        body={"reason": "duplicate"},
        may_be_late=True,
    ),
    Route(
        method="POST",
        path="conversations/{conversation}/objections",
        open_to=BUYERS,
        body={},
        may_be_late=True,
    ),
    Route(
        method="POST",
        path="conversations/{conversation}/insistences",
        open_to=BUYERS,
        body={"n": 0},
        may_be_late=True,
    ),
    Route(
        method="POST",
        path="conversations/{conversation}/completions",
        open_to=BUYERS,
        body={"n": 1},
        may_be_late=True,
    ),
    Route(
        method="POST",
        path="conversations/{conversation}/reopenings",
        open_to=BUYERS,
        body={"n": 1, "how": "no"},
        may_be_late=True,
    ),
    Route(method="POST", path="conversations/{conversation}/questions", open_to=BUYERS, body=TEXT),
    Route(method="PUT", path="conversations/{conversation}/read-mark", open_to=BUYERS, body={"n": 0}),
    Route(
        method="POST",
        path="conversations/{conversation}/readings",
        open_to=DESK,
        body={"reason": "dispute"},
    ),
    *(
        Route(method="POST", path=f"conversations/{{conversation}}/{noun}", open_to={EDDA.name}, body=body)
        for noun, body in (
            ("joinings", {"reason": "dispute"}),
            ("remarks", TEXT),
            ("letters", TEXT | {"side": "seller"}),
        )
    ),
    Route(
        method="GET",
        path="conversations/{conversation}/joinings",
        open_to=SELLERS | BUYERS | DESK | {ROOT},
    ),
    Route(method="GET", path="letters", open_to=SELLERS | BUYERS | DESK),
    Route(method="POST", path="letters", open_to=WRITERS | BUYERS, body=TEXT),
    *(  # tests/api/test_letters.py
        Route(method=method, path=f"letters/{{correspondence}}{noun}", open_to=set(), body=body)
        for method, noun, body in (
            ("GET", "", None),
            ("POST", "/answers", TEXT),
            ("POST", "/closings", {"reason": "settled"}),
        )
    ),
    Route(method="GET", path="reports", open_to=SELLERS | BUYERS | DESK),
    Route(  # about nothing that is there; tests/api/test_reports.py
        method="POST", path="reports", open_to=set(), body={"what": "insult", "conversation": NOWHERE}
    ),
    *(  # tests/api/test_reports.py
        Route(method=method, path=f"reports/{{report}}{noun}", open_to=set(), body=body)
        for method, noun, body in (
            ("GET", "", None),
            ("POST", "/decisions", {"decision": "founded", "kind": "insult"}),
        )
    ),
    Route(
        method="GET",
        path="conversations/{conversation}/outside",
        open_to=SELLERS | BUYERS,
    ),
    Route(method="GET", path="searches", open_to=DESK | {ROOT}),  # who, why and when
    Route(method="POST", path="searches", open_to=DESK, body={"words": "parcel", "reason": "dispute"}),
    Route(method="GET", path="searches/{search}", open_to=set()),  # tests/api/test_searches.py
    Route(
        method="POST",
        path="conversations/{conversation}/packages",
        open_to=SELLERS | BUYERS | DESK,  # by now they have said why they read it
        body={},
    ),
    Route(method="GET", path="conversations/{conversation}/agreements", open_to=SELLERS | BUYERS | DESK),
    Route(
        method="POST",
        path="conversations/{conversation}/translations",
        open_to=SELLERS | BUYERS,
        body={},
        incomplete=True,  # there is no engine here: tests/translations
    ),
    Route(method="GET", path="conversations/{conversation}/history", open_to=SELLERS | BUYERS),
    Route(method="GET", path="conversations/{conversation}/translations", open_to=SELLERS | BUYERS),
    Route(method="GET", path="entries/{entry}", open_to=EVERYBODY),
    Route(method="GET", path="samples", open_to={EDDA.name}),
    Route(method="GET", path="samples/{sample}", open_to=set()),  # tests/api/test_samples.py
    Route(method="POST", path="samples/{sample}/judgments", open_to=set()),
    Route(method="GET", path="reviews", open_to={EDDA.name}),
    Route(method="GET", path="reviews/{item}", open_to=set()),  # tests/api/test_reviews.py
    Route(method="POST", path="reviews/{item}/decisions", open_to=set()),
    Route(method="GET", path="figures", open_to=DESK),
    Route(method="GET", path="quality", open_to=SELLERS),
    Route(method="GET", path="overview", open_to=DESK),
    Route(method="GET", path="overview/weeks", open_to=DESK),
    Route(method="GET", path="overview/days.csv", open_to=DESK),
    Route(method="GET", path="sellers/{seller}/standing", open_to=set()),  # tests/api/test_sellers.py
    Route(method="GET", path="shops", open_to=DESK),
    Route(method="GET", path="shops/{seller}", open_to=set()),  # tests/api/test_overview.py
    Route(method="GET", path="attempts", open_to={EDDA.name}),
    Route(method="GET", path="attempts/{attempt}", open_to=set()),  # tests/api/test_attempts.py
    Route(method="POST", path="attempts/{attempt}/checks", open_to=set()),  # tests/api/test_findings.py
    Route(method="GET", path="attempts/{attempt}/statement", open_to=set()),
    Route(method="POST", path="attempts/{attempt}/release", open_to=set()),
    Route(method="POST", path="attempts/{attempt}/confirmation", open_to=set()),
    Route(
        method="GET", path="attachments/{attachment}/original", open_to=set()
    ),  # tests/api/test_attachments.py
    Route(method="GET", path="attachments/{attachment}/copy", open_to=set()),
    Route(
        method="POST",
        path="uploads?name=a.txt&conversation={conversation}",
        open_to=WRITERS | BUYERS,
        body=TEXT,
    ),
    Route(method="DELETE", path="uploads/{upload}", open_to=EVERYBODY),
    Route(method="GET", path="files?words=A", open_to=DESK),
    Route(method="GET", path="inbox", open_to=SELLERS),
    Route(method="GET", path="integrity", open_to=DESK | {ROOT}),
    Route(method="POST", path="integrity/verifications", open_to=DESK | {ROOT}, body={}),
    Route(method="POST", path="integrity/receipts", open_to=DESK | {ROOT}, body=RECEIPT),
    Route(method="GET", path="readings", open_to=DESK | {ROOT}),
    Route(method="GET", path="inbox/lanes", open_to=SELLERS),
    Route(method="GET", path="warnings", open_to=SELLERS),
    Route(method="GET", path="standing", open_to=SELLERS),
    Route(method="GET", path="standing/points", open_to=SELLERS),
    Route(method="GET", path="standing/points.csv", open_to=SELLERS),
    Route(method="GET", path="appeals", open_to=SELLERS | BUYERS | DESK),
    *(  # tests/api/test_appeals.py
        Route(method=method, path=path, open_to=set(), body=body)
        for method, path, body in (
            ("POST", "appeals", {"against": "measure", "subject": "none", "words": "It is wrong."}),
            ("GET", "appeals/{appeal}", None),
            ("POST", "appeals/{appeal}/settlements", {"verdict": "upheld", "words": "It stands."}),
        )
    ),
    Route(method="GET", path="disputes", open_to=SELLERS | DESK),
    Route(method="GET", path="conversations/{conversation}/obligations", open_to=DESK),
    *(  # tests/api/test_verdict_disputes.py
        Route(method=method, path=path, open_to=set(), body=body)
        for method, path, body in (
            ("GET", "standing/points/{point}", None),
            ("POST", "standing/points/{point}/disputes", {"claim": "spam"}),
            ("GET", "disputes/{dispute}", None),
            ("POST", "disputes/{dispute}/settlements", {"outcome": "upheld", "words": "It stands."}),
            ("POST", "obligations/{point}/exclusions", {"reason": "spam", "words": "It is spam."}),
            ("POST", "obligations/{point}/inclusions", {"words": "It is none."}),
        )
    ),
    Route(method="GET", path="measures", open_to=SELLERS | DESK | {PLATFORM.name}),
    Route(method="GET", path="enforcement/proposals", open_to=DESK | {PLATFORM.name}),
    *(  # tests/api/test_measures.py
        Route(method=method, path=path, open_to=set(), body=body)
        for method, path, body in (
            ("GET", "measures/{measure}", None),
            ("POST", "measures/{measure}/liftings", {"reason": "Not theirs."}),
            ("GET", "enforcement/proposals/{proposal}", None),
            ("POST", "enforcement/proposals/{proposal}/decisions", {"decision": "decline", "reason": "No."}),
        )
    ),
    Route(method="GET", path="exports", open_to=OWNERS | BUYERS | {FELIX.name}),
    Route(method="POST", path="exports", open_to=OWNERS | BUYERS, body={}, may_be_late=True),
    *(  # tests/takeout/test_exports.py
        Route(method="GET", path=f"exports/{{export}}{noun}", open_to=set()) for noun in ("", "/file")
    ),
    Route(method="GET", path="bi/{feed}", open_to=set()),  # tests/takeout/test_feeds.py
    Route(method="GET", path="standings", open_to=DESK | {ROOT, PLATFORM.name}),
    Route(method="GET", path="me", open_to=EVERYBODY),
    Route(method="PATCH", path="me", open_to=EVERYBODY, body={"language": "en"}),
    Route(method="GET", path="me/market-change?to=pl", open_to=BUYERS),
    Route(method="POST", path="me/market-changes", open_to=BUYERS, body=MOVE, may_be_late=True),
    Route(method="GET", path="notices", open_to=EVERYBODY),
    Route(method="PUT", path="notices/read-mark", open_to=EVERYBODY, body={}),
    Route(method="GET", path="notices/troubles", open_to=EVERYBODY),
    Route(method="GET", path="notices/requested", open_to={PLATFORM.name}),
    Route(method="GET", path="notices/mails", open_to=DESK | {ROOT}),
    Route(method="GET", path="notices/wishes", open_to=EVERYBODY - {PLATFORM.name}),
    Route(method="PUT", path="notices/wishes", open_to=EVERYBODY - {PLATFORM.name}, body=WISHES),
    Route(method="GET", path="notices/usual", open_to=OWNERS | {ROOT}),
    Route(method="PUT", path="notices/usual", open_to=OWNERS | {ROOT}, body=WISHES),
    Route(method="GET", path="offers/{offer}", open_to=EVERYBODY),
    Route(method="POST", path="offers/{offer}/questions", open_to=BUYERS, body=TEXT),
    Route(method="GET", path="orders", open_to=EVERYBODY),
    Route(method="GET", path="orders/{order}", open_to=EVERYBODY),
    Route(method="POST", path="orders/{order}/questions", open_to=BUYERS, body=TEXT),
    Route(
        method="POST",
        path="orders/{order}/messages",
        open_to=WRITERS,
        body=TEXT | {"reason": "order_problem"},
        may_be_late=True,
    ),
    Route(method="PUT", path="orders/{order}/mute", open_to=BUYERS, body={"muted": True}),
    Route(method="PUT", path="conversations/{conversation}/mute", open_to=BUYERS, body={"muted": True}),
    *(  # tests/api/test_handed_over.py
        Route(method="GET", path=f"orders/{{order}}/{noun}", open_to=set())
        for noun in ("delivery-details", "refund-account")
    ),
    Route(
        method="POST",
        path="orders/{order}/delivery-details",
        open_to=BUYERS,
        body={"note": "Entrance B"},
        may_be_late=True,
    ),
    Route(
        method="POST",
        path="orders/{order}/refund-account",
        open_to=BUYERS,
        body={"iban": "DE89370400440532013000", "holder": "Clara"},
    ),
    Route(method="GET", path="erasures", open_to=DESK | {ROOT}),
    Route(
        method="POST",
        path="erasures",
        open_to=set(),
        body={"scope": "conversation", "ground": "court_order", "conversation": NOWHERE},
    ),
    *(  # tests/api/test_retention.py
        Route(method=method, path=path, open_to=set(), body=body)
        for method, path, body in (
            ("GET", "erasures/{erasure}", None),
            ("POST", "erasures/{erasure}/approval", None),
            ("POST", "erasures/{erasure}/refusal", {"denial": "claims"}),
            ("POST", "holds", {"on": "conversation", "reason": "court_case", "conversation": NOWHERE}),
            ("POST", "holds/{hold}/lift-request", None),
            ("POST", "holds/{hold}/lifting", None),
            ("POST", "retention/proposals/{proposal}/approval", None),
            ("POST", "retention/proposals/{proposal}/withdrawal", None),
        )
    ),
    Route(method="GET", path="holds", open_to=DESK | {ROOT}),
    Route(method="GET", path="retention", open_to=DESK | {ROOT}),
    Route(method="POST", path="retention/periods", open_to={FELIX.name, ROOT}, body=LONGER),
    Route(method="GET", path="rules/messages", open_to=DESK | {ROOT}),
    Route(method="POST", path="rules/messages", open_to={FELIX.name}, body={"content": {}}, may_be_late=True),
    Route(method="GET", path="trials", open_to=DESK | {ROOT}),
    Route(method="POST", path="trials", open_to={FELIX.name}, body={}),
    Route(method="GET", path="trials/{trial}", open_to=set()),  # tests/api/test_conduct_rules.py
    Route(method="POST", path="outages/proposals", open_to=DECLARING | {PLATFORM.name}, body=OUTAGE),
    Route(method="GET", path="outages/proposals", open_to=DESK | {ROOT, PLATFORM.name}),
    Route(
        method="GET", path="outages/proposals/{proposal}/preview", open_to=set()
    ),  # tests/api/test_outages.py
    Route(method="POST", path="outages/proposals/{proposal}/publication", open_to=set(), body={}),
    Route(method="POST", path="outages/proposals/{proposal}/dismissal", open_to=set(), body={}),
    Route(method="POST", path="launches", open_to=set(), body={"side": "buyer", "person": NOWHERE}),
    Route(method="GET", path="me/unread", open_to=EVERYBODY),
    Route(method="GET", path=f"platform/unread?side=buyer&person={NOWHERE}", open_to=set()),
    Route(method="GET", path="people", open_to={ROOT, PLATFORM.name}),
    Route(method="GET", path="people/invitations", open_to={ROOT, PLATFORM.name}),
    Route(method="POST", path="people/invitations", open_to={ROOT, PLATFORM.name}, body=AUDITOR),
    Route(method="DELETE", path="people/invitations/{invitation}", open_to=set()),  # tests/api/test_people.py
    Route(method="GET", path="people/{person}", open_to=set()),
    Route(method="PUT", path="people/{person}/disabling", open_to=set()),
    Route(method="DELETE", path="people/{person}/disabling", open_to=set()),
    Route(method="PUT", path="people/{person}/roles/{role}", open_to=set()),
    Route(method="DELETE", path="people/{person}/roles/{role}", open_to=set()),
    Route(method="GET", path="saved-replies", open_to=SELLERS),
    Route(method="POST", path="saved-replies", open_to=WRITERS, body=SAVED, may_be_late=True),
    # tests/api/test_saved_replies.py
    Route(method="GET", path="saved-replies/{reply}", open_to=set()),
    Route(method="PUT", path="saved-replies/{reply}", open_to=set(), body=SAVED | {"version": 1}),
    Route(method="DELETE", path="saved-replies/{reply}", open_to=set()),
    Route(method="POST", path="saved-replies/{reply}/texts", open_to=set(), body=TOGETHER),
    Route(
        method="POST",
        path="together/replies",
        open_to=WRITERS,
        body={"answers": [{"conversation": NOWHERE, "text": "Hello."}]},
    ),
    Route(method="POST", path="together/waivers", open_to=WRITERS, body=TOGETHER | {"reason": "duplicate"}),
    Route(method="GET", path="search?q=A-1001", open_to=EVERYBODY),
    Route(method="GET", path="search/at-hand?q=A-1001", open_to=EVERYBODY),
    Route(method="GET", path="team/members", open_to=SELLERS),
    Route(method="GET", path="team/absences", open_to=SELLERS),
    # memberships and absences are one's own shop's: tests/api/test_absences.py
    Route(
        method="POST",
        path="team/absences",
        open_to=set(),
        body={"member": NOWHERE, "first_on": "2099-01-01", "last_on": "2099-01-02", "cover": NOWHERE},
    ),
    Route(method="PUT", path="team/absences/{absence}/cover", open_to=set(), body={"cover": NOWHERE}),
    Route(method="DELETE", path="team/absences/{absence}", open_to=set()),
    Route(method="DELETE", path="team/members/{member}", open_to=set()),  # tests/api/test_team.py
    Route(method="PUT", path="team/members/{member}/role", open_to=set()),
    Route(method="GET", path="keys", open_to=OWNERS),
    Route(method="POST", path="keys", open_to=OWNERS, body={"name": "Warehouse"}),
    Route(method="GET", path="keys/{key}", open_to=set()),  # tests/api/test_keys.py
    Route(method="POST", path="keys/{key}/renewals", open_to=set()),
    Route(method="DELETE", path="keys/{key}", open_to=set()),
    Route(method="GET", path="team/invitations", open_to=OWNERS),
    Route(method="POST", path="team/invitations", open_to=OWNERS, body=AGENT),
    Route(method="DELETE", path="team/invitations/{invitation}", open_to=set()),
    Route(method="PUT", path="platform/markets/x", open_to=set(), body={}),
    Route(method="PUT", path="platform/sellers/x", open_to=set(), body={}),
    Route(method="PUT", path="platform/members/x", open_to=set(), body={}),
    Route(method="PUT", path="platform/buyers/x", open_to=set(), body={}),
    Route(method="PUT", path="platform/offers/x", open_to=set(), body={}),
    Route(method="PUT", path="platform/orders/x", open_to=set(), body={}),
    Route(method="PUT", path="platform/shipments/x", open_to=set(), body={}),
    Route(method="PUT", path="platform/refunds/x", open_to=set(), body={}),
    Route(method="PUT", path="platform/orders/x/expectation", open_to=set(), body={}),
    Route(method="GET", path="imports", open_to=DESK | {ROOT, PLATFORM.name}),
    *(  # tests/conversations/test_work_on_imports.py
        Route(method=method, path="imports/{imported}", open_to=set()) for method in ("GET", "DELETE")
    ),
    Route(method="POST", path="imports", open_to={ROOT, PLATFORM.name}, body={}),
    Route(method="POST", path="platform/records", open_to={ROOT, PLATFORM.name}, body={}),
    Route(method="GET", path="platform/incomplete", open_to=DESK | {ROOT, PLATFORM.name}),
)
_PORTAL = (
    *(
        Route(method=method, path=f"{side}/{path}", open_to=them, body=body, may_be_late=True)
        for side, readers, writers in (("buyer", BUYERS, BUYERS), ("seller", SELLERS, WRITERS))
        for method, path, them, body in (
            ("GET", "agreements", readers, None),
            ("GET", "agreements/{agreement}", set(), None),  # tests/portal/test_agreements.py
            ("POST", "agreements/{agreement}/confirmations", set(), {}),
            ("POST", "agreements/{agreement}/refusals", set(), {}),
            ("POST", "agreements/{agreement}/completions", set(), {}),
            ("GET", "conversations/{conversation}/agreements", readers, None),
            ("POST", "conversations/{conversation}/agreements", writers, {"type": "refund", "amount": "5"}),
            ("GET", "conversations/{conversation}/confirmation-requests", readers, None),
            ("POST", "conversations/{conversation}/confirmation-requests", writers, {"text": "It came."}),
        )
    ),
    *(
        Route(method=method, path=f"{side}/notices{path}", open_to=them, body=body)
        for side, them, bosses in (
            ("buyer", BUYERS, None),
            ("seller", SELLERS, OWNERS),
            ("administrator", DESK | {ROOT}, {ROOT}),
        )
        for method, path, them, body in (
            ("GET", "", them, None),
            ("POST", "/read-marks", them, None),
            ("GET", "/wishes", them, None),
            ("POST", "/wishes", them, WISHES),
            ("GET", "/{notice}", set(), None),  # tests/portal/test_notices.py
            *([("GET", "/usual", bosses, None), ("POST", "/usual", bosses, WISHES)] if bosses else []),
        )
    ),
    Route(method="GET", path="administrator/mails", open_to=DESK | {ROOT}),
    Route(method="GET", path="buyer/orders", open_to=BUYERS),
    Route(method="GET", path="buyer/orders/{order}", open_to=BUYERS),
    Route(method="POST", path="buyer/orders/{order}/questions", open_to=BUYERS, body=TEXT),
    Route(method="GET", path="buyer/orders/{order}/details", open_to=BUYERS),
    Route(
        method="POST",
        path="buyer/orders/{order}/delivery-details",
        open_to=BUYERS,
        body={"phone": "", "note": "Entrance B"},
        may_be_late=True,
    ),
    Route(
        method="POST",
        path="buyer/orders/{order}/refund-account",
        open_to=BUYERS,
        body={"iban": "DE89370400440532013000", "holder": "Clara"},
    ),
    Route(method="GET", path="buyer/orders/ext:{external}", open_to=BUYERS),  # tests/portal/test_order.py
    Route(method="GET", path="buyer/cases", open_to=BUYERS),
    Route(method="GET", path="seller/cases", open_to=SELLERS),
    Route(method="POST", path="seller/orders/{order}/updates", open_to=WRITERS, body={"what": "preparing"}),
    Route(method="GET", path="parcels?number=1Z999AA10123456784", open_to=SELLERS | BUYERS | DESK | {ROOT}),
    Route(method="GET", path="buyer/orders/{order}/cases", open_to=BUYERS),
    Route(method="POST", path="buyer/orders/{order}/cases", open_to=BUYERS, body=DEMAND_FORM),
    Route(method="GET", path="buyer/orders/{order}/withdrawals", open_to=BUYERS),
    Route(method="POST", path="buyer/orders/{order}/withdrawals", open_to=BUYERS, body={"pieces-0": "2"}),
    Route(method="GET", path="buyer/cases/{case}/kinds", open_to=set()),  # tests/portal/test_case_kinds.py
    Route(method="POST", path="buyer/cases/{case}/kinds", open_to=set(), body={"kind": "claim"}),
    Route(method="GET", path="buyer/cases/{case}/receipt", open_to=set()),  # tests/portal/test_cases.py
    Route(method="GET", path="buyer/cases/{case}/receipt.pdf", open_to=set()),
    *(
        Route(method=method, path=f"{side}/{path}", open_to=set(), body=body)
        for side in ("buyer", "seller")
        for method, path, body in (
            ("GET", "cases/{case}", None),
            ("POST", "cases/{case}/steps", {"step": "drop"}),
            ("POST", "cases/{case}/uploads", {}),
            ("GET", "cases/{case}/label", None),
            ("POST", "cases/{case}/dispute-packs", {}),
            ("POST", "contacts/{contact}/settlements", {"outcome": "confirmed"}),
        )
    ),
    Route(method="GET", path="buyer/conversations/{conversation}/contacts", open_to=BUYERS),
    Route(method="GET", path="seller/conversations/{conversation}/contacts", open_to=SELLERS),
    *(
        Route(
            method="POST",
            path=f"{side}/conversations/{{conversation}}/contacts",
            open_to=people,
            body=TEXT | {"channel": "phone"},
            incomplete=True,
        )
        for side, people in (("buyer", BUYERS), ("seller", SELLERS))
    ),
    Route(method="GET", path="buyer/offers/{offer}", open_to=BUYERS),
    Route(method="GET", path="buyer/offers/ext:{external}", open_to=BUYERS),  # tests/portal/test_offer.py
    Route(method="POST", path="buyer/offers/{offer}/questions", open_to=BUYERS, body=TEXT),
    Route(method="GET", path="buyer/market", open_to=BUYERS),
    *(
        Route(method=method, path=f"{side}/exports", open_to=them, body=body, may_be_late=method == "POST")
        for side, them in (("buyer", BUYERS), ("seller", OWNERS))
        for method, body in (("GET", None), ("POST", {"language": "de"}))
    ),
    Route(method="GET", path="administrator/exports", open_to={FELIX.name}),
    Route(  # nobody of that name is there
        method="POST",
        path="administrator/exports",
        open_to=set(),
        body={"language": "de", "side": "seller", "of": "Nobody", "reason": "A letter."},
    ),
    *(  # tests/takeout/test_exports.py
        Route(method="GET", path=f"{side}/exports/{{export}}/file", open_to=set())
        for side in ("buyer", "seller", "administrator")
    ),
    Route(method="POST", path="buyer/market-changes", open_to=BUYERS, body=MOVE, may_be_late=True),
    Route(method="GET", path="buyer/conversations", open_to=BUYERS),
    Route(method="GET", path="buyer/conversations/{conversation}", open_to=BUYERS),
    Route(method="POST", path="buyer/conversations/{conversation}/messages", open_to=BUYERS, body=TEXT),
    *(
        Route(method="GET", path=f"{side}/{path}", open_to=open_to)
        for side, open_to in (("seller", SELLERS), ("buyer", BUYERS))
        for path in ("letters", "letters/platform", *LETTERS_ABOUT)
    ),
    *(
        Route(method="POST", path=f"{side}/{path}", open_to=open_to, body=TEXT)
        for side, open_to in (("seller", WRITERS), ("buyer", BUYERS))
        for path in ("letters/platform", *LETTERS_ABOUT)
    ),
    *(
        Route(method="GET", path=f"{side}/reports", open_to=open_to)
        for side, open_to in (("seller", SELLERS), ("buyer", BUYERS))
    ),
    *(
        Route(method=method, path=f"{side}/{path}/reports", open_to=open_to, body=body)
        for side, open_to in (("seller", WRITERS), ("buyer", BUYERS))
        for path in ("conversations/{conversation}", "orders/{order}")
        for method, body in (("GET", None), ("POST", {"what": "insult"}))
    ),
    *(  # tests/portal/test_reports.py
        Route(
            method=method,
            path=f"{side}/conversations/{{conversation}}/messages/{{message}}/reports",
            open_to=set(),
            body=body,
        )
        for side in ("seller", "buyer")
        for method, body in (("GET", None), ("POST", {"what": "insult"}))
    ),
    *(Route(method="GET", path=f"{side}/reports/{{report}}", open_to=set()) for side in ("seller", "buyer")),
    Route(method="GET", path="administrator/reports", open_to=DESK),
    *(
        Route(method=method, path=f"administrator/reports/{{report}}{noun}", open_to=set(), body=body)
        for method, noun, body in (
            ("GET", "", None),
            ("POST", "/readings", {}),
            ("POST", "/decisions", {"outcome": "founded", "found": "insult"}),
        )
    ),
    Route(method="GET", path="administrator/letters", open_to=DESK),
    *(  # tests/portal/test_letters.py
        Route(method=method, path=f"administrator/letters/{{correspondence}}{noun}", open_to=set(), body=body)
        for method, noun, body in (
            ("GET", "", None),
            ("POST", "/readings", {"reason": "dispute"}),
            ("POST", "/answers", TEXT),
            ("POST", "/closings", {"reason": "settled"}),
        )
    ),
    *(
        Route(method="GET", path=f"{side}/letters/{{correspondence}}", open_to=set())
        for side in ("seller", "buyer")
    ),
    Route(method="GET", path="administrator/searches", open_to=DESK),
    Route(
        method="POST",
        path="administrator/searches",
        open_to=DESK,
        body={"words": "parcel", "reason": "dispute"},
    ),
    Route(method="GET", path="administrator/searches/{search}", open_to=set()),
    Route(
        method="POST",
        path="administrator/files/{conversation}/joinings",
        open_to={EDDA.name},
        body={"reason": "dispute"},
        may_be_late=True,  # or has joined already
    ),
    Route(
        method="POST",
        path="administrator/files/{conversation}/remarks",
        open_to={EDDA.name},
        body=TEXT | {"to": "seller"},
    ),
    Route(method="GET", path="seller/inbox", open_to=SELLERS),
    Route(method="POST", path="seller/uploads?name=a.txt", open_to=WRITERS, body=TEXT),
    *(
        Route(method="POST", path=f"buyer/{noun}s/{{{noun}}}/uploads?name=a.txt", open_to=BUYERS, body=TEXT)
        for noun in ("conversation", "order", "offer")
    ),
    # tests/portal/test_files_sent.py
    Route(method="POST", path="seller/uploads/{upload}/removal", open_to=set()),
    Route(method="POST", path="buyer/conversations/{place}/uploads/{upload}/removal", open_to=set()),
    Route(method="POST", path="buyer/orders/{place}/uploads/{upload}/removal", open_to=set()),
    Route(method="POST", path="buyer/offers/{place}/uploads/{upload}/removal", open_to=set()),
    # What a draft is looked at for costs nothing and is kept by nobody; it shows no page.
    Route(method="POST", path="seller/conversations/{conversation}/checks", open_to=WRITERS, body=TEXT),
    *(
        Route(method="POST", path=f"buyer/{noun}s/{{{noun}}}/checks", open_to=BUYERS, body=TEXT)
        for noun in ("conversation", "order", "offer")
    ),
    Route(method="POST", path="attempts/{attempt}/checks", open_to=set()),  # tests/portal/test_checks.py
    # tests/portal/test_files_awaited.py
    *(
        Route(method="GET", path=f"{place}/{{conversation}}/messages/{{message}}/files", open_to=set())
        for place in ("seller/conversations", "buyer/conversations")
    ),
    # tests/portal/test_files_shown.py
    *(
        Route(method="GET", path=f"{place}/{{conversation}}/files/{{file}}{which}", open_to=set())
        for place in ("seller/conversations", "buyer/conversations", "administrator/files")
        for which in ("", "/picture", "/likeness")
    ),
    *(
        Route(
            method="POST",
            path=f"buyer/conversations/{{conversation}}/{deed}",
            open_to=BUYERS,
            body=body,
            may_be_late=True,
        )
        for deed, body in (
            ("insistences", {"n": 0}),
            ("objections", {}),
            ("completions", {"n": 1}),
            ("reopenings", {"n": 1, "how": "no"}),
        )
    ),
    *(
        Route(method=method, path=f"{side}/conversations/{{conversation}}/{noun}", open_to=them, body=body)
        for side, them in (("seller", SELLERS), ("buyer", BUYERS))
        for method, noun, body in (("GET", "package", None), ("POST", "packages", {"language": "en"}))
    ),
    Route(method="GET", path="administrator/files/{conversation}/package", open_to=DESK | {ROOT}),
    Route(
        method="POST",
        path="administrator/files/{conversation}/packages",
        open_to=DESK | {ROOT},
        body={"language": "en"},
    ),
    Route(method="GET", path="seller/conversations/{conversation}", open_to=SELLERS),
    Route(method="GET", path="palette", open_to=SELLERS | BUYERS | DESK | {ROOT}),
    Route(method="GET", path="seller/conversations/{conversation}/history", open_to=SELLERS),
    Route(method="GET", path="buyer/conversations/{conversation}/history", open_to=BUYERS),
    Route(
        method="POST",
        path="seller/conversations/{conversation}/translations",
        open_to=SELLERS,
        body={},
        incomplete=True,
    ),
    Route(
        method="POST",
        path="buyer/conversations/{conversation}/translations",
        open_to=BUYERS,
        body={},
        incomplete=True,
    ),
    Route(
        method="GET", path="seller/conversations/{conversation}/messages/{message}/translation", open_to=set()
    ),
    Route(
        method="GET", path="buyer/conversations/{conversation}/messages/{message}/translation", open_to=set()
    ),
    Route(
        method="POST",
        path="seller/conversations/{conversation}/waivers",
        open_to=WRITERS,
        body={"reason": "duplicate"},
        may_be_late=True,
    ),
    Route(
        method="POST", path="seller/conversations/{conversation}/replies", open_to=WRITERS, body=FURTHER_FORM
    ),
    Route(method="POST", path="seller/conversations/{conversation}/draft", open_to=WRITERS, body=TEXT),
    Route(method="POST", path="buyer/conversations/{conversation}/draft", open_to=BUYERS, body=TEXT),
    Route(
        method="POST",
        path="seller/conversations/{conversation}/presence",
        open_to=SELLERS,
        body={"doing": "reading"},
    ),
    Route(
        method="POST", path="seller/conversations/{conversation}/notes", open_to=WRITERS, body={"note": "x"}
    ),
    Route(
        method="POST",
        path="seller/conversations/{conversation}/assignment",
        open_to=WRITERS,
        body={"person": "nobody"},
    ),
    Route(
        method="POST", path="seller/conversations/{conversation}/tags", open_to=WRITERS, body={"new": "vip"}
    ),
    Route(
        method="POST", path="seller/conversations/{conversation}/snooze", open_to=WRITERS, body={"on": "now"}
    ),
    Route(method="GET", path="seller/saved-replies", open_to=SELLERS),
    Route(method="GET", path="seller/saved-replies/new", open_to=SELLERS),
    Route(
        method="POST",
        path="seller/saved-replies/additions",
        open_to=WRITERS,
        body={"name": "Soon", "body-de": "Bald!"},
        may_be_late=True,
    ),
    Route(method="GET", path="seller/together", open_to=WRITERS, incomplete=True),
    *(  # tests/portal/test_saved_replies.py
        Route(method=method, path=f"seller/{path}", open_to=set())
        for method, path in (
            ("GET", "saved-replies/{reply}"),
            ("POST", "saved-replies/{reply}/changes"),
            ("POST", "saved-replies/{reply}/withdrawal"),
        )
    ),
    *(
        Route(method=method, path=f"seller/{path}", open_to=SELLERS, incomplete=True)
        for method, path in (
            ("POST", "conversations/{conversation}/insertions"),
            ("GET", "conversations/{conversation}/saved-text"),
            ("POST", "together/choices"),
            ("POST", "together/answers"),
            ("POST", "together/waivers"),
        )
    ),
    Route(method="GET", path="seller/settings/connections", open_to=OWNERS),
    Route(
        method="POST",
        path="seller/settings/connections/keys",
        open_to=OWNERS,
        body={"name": "W", "scope": "read"},
    ),
    # tests/portal/test_connections.py
    Route(method="POST", path="seller/settings/connections/keys/{key}/renewals", open_to=set()),
    Route(method="POST", path="seller/settings/connections/keys/{key}/end", open_to=set()),
    Route(method="GET", path="seller/team", open_to=SELLERS),
    Route(method="GET", path="seller/team/absences", open_to=SELLERS),
    # tests/portal/test_absences.py
    Route(method="POST", path="seller/team/absences/additions", open_to=SELLERS, incomplete=True),
    Route(method="POST", path="seller/team/absences/{absence}/cover", open_to=set()),
    Route(method="POST", path="seller/team/absences/{absence}/end", open_to=set()),
    Route(method="POST", path="seller/team/invitations", open_to=OWNERS, body=AGENT),
    # tests/portal/test_team.py
    Route(method="POST", path="seller/team/invitations/{invitation}/withdrawal", open_to=set()),
    Route(method="POST", path="seller/team/members/{member}/role", open_to=set()),
    Route(method="POST", path="seller/team/members/{member}/removal", open_to=set()),
    *(  # tests/portal/test_webhooks.py
        route
        for place, owners in (("seller/settings/webhooks", OWNERS), ("administrator/connections", {ROOT}))
        for route in (
            Route(method="GET", path=place, open_to=owners),
            Route(method="POST", path=f"{place}/additions", open_to=owners, body=WEBHOOK),
            Route(method="GET", path=f"{place}/{{webhook}}", open_to=set()),
            *(
                Route(method="POST", path=f"{place}/{{webhook}}/{below}", open_to=set())
                for below in (
                    "changes",
                    "pauses",
                    "removal",
                    "secrets",
                    "tests",
                    "replays",
                    "deliveries/{delivery}/replays",
                )
            ),
        )
    ),
    Route(method="GET", path="administrator/people", open_to={ROOT}),
    Route(method="POST", path="administrator/people/invitations", open_to={ROOT}, body=AUDITOR),
    # tests/portal/test_people.py
    Route(method="POST", path="administrator/people/invitations/{invitation}/withdrawal", open_to=set()),
    Route(method="GET", path="administrator/people/{person}", open_to=set()),
    Route(method="POST", path="administrator/people/{person}/roles", open_to=set()),
    Route(method="POST", path="administrator/people/{person}/disabling", open_to=set()),
    Route(method="POST", path="administrator/people/{person}/enabling", open_to=set()),
    Route(method="GET", path="administrator/", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/integrity", open_to=DESK | {ROOT}),
    Route(method="POST", path="administrator/integrity/verifications", open_to=DESK | {ROOT}),
    Route(
        method="POST",
        path="administrator/integrity/checks",
        open_to=DESK | {ROOT},
        body={"receipt": json.dumps(RECEIPT)},
    ),
    Route(method="GET", path="administrator/integrity/entries", open_to=set()),
    Route(method="GET", path="administrator/integrity/entries/{entry}", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/law", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/flows", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/flows/claim", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/escalations", open_to=DESK),
    *(  # tests/portal/test_escalations.py
        Route(method=method, path=f"administrator/escalations/{{case}}{rest}", open_to=set())
        for method, rest in (
            ("GET", ""),
            ("GET", "/kinds"),
            ("POST", "/kinds"),
            ("POST", "/readings"),
            ("POST", "/steps"),
            ("POST", "/dispute-packs"),
        )
    ),
    Route(method="GET", path="administrator/calendars", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/calendars/PL", open_to=DESK | {ROOT}),
    Route(method="POST", path="administrator/calendars/PL/previews", open_to={ROOT}, body=DAY_FORM),
    Route(
        method="POST",
        path="administrator/calendars/PL/versions",
        open_to={ROOT},
        body=DAY_FORM,
        may_be_late=True,
    ),
    Route(method="GET", path="administrator/markets", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/market/{code}", open_to=set()),  # tests/portal/test_markets.py
    Route(method="GET", path="administrator/markets/new", open_to={ROOT}),
    Route(
        method="POST",
        path="administrator/markets/previews",
        open_to={ROOT},
        body=CZECH_FORM | {"code": "cz-2"},
    ),
    Route(
        method="POST",
        path="administrator/markets/versions",
        open_to={ROOT},
        body=CZECH_FORM | {"code": "cz-3"},
        may_be_late=True,
    ),
    # tests/portal/test_calendars.py
    Route(method="POST", path="administrator/calendars/{code}/imports", open_to=set()),
    Route(method="GET", path="administrator/erasures", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/imports", open_to=DESK | {ROOT}),
    Route(method="POST", path="administrator/imports", open_to={ROOT}, incomplete=True),
    Route(method="GET", path="administrator/imports/{intake}", open_to=set()),
    *(  # tests/portal/test_imports.py
        Route(method="POST", path=f"administrator/imports/{{intake}}/{deed}", open_to=set())
        for deed in ("beginnings", "removal")
    ),
    Route(method="GET", path="administrator/holds", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/retention", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/files/{conversation}/erasure", open_to=ASKING),
    Route(method="POST", path="administrator/files/{conversation}/erasures", open_to=ASKING, body=ERASURE),
    Route(method="GET", path="administrator/files/{conversation}/hold", open_to=ASKING),
    Route(method="POST", path="administrator/files/{conversation}/holds", open_to=ASKING, body=HOLD),
    Route(
        method="POST",
        path="administrator/retention/periods",
        open_to={FELIX.name, ROOT},
        body={**LONGER, "months": "100"},
    ),
    *(  # tests/portal/test_retention.py
        Route(method=method, path=f"administrator/{path}", open_to=set())
        for method, path in (
            ("GET", "erasures/{erasure}"),
            ("POST", "erasures/{erasure}/approval"),
            ("POST", "erasures/{erasure}/refusal"),
            ("POST", "holds/{hold}/lift-request"),
            ("POST", "holds/{hold}/lifting"),
            ("POST", "retention/proposals/{proposal}/approval"),
            ("POST", "retention/proposals/{proposal}/withdrawal"),
        )
    ),
    Route(method="GET", path="administrator/rules", open_to=DESK | {ROOT}),
    Route(method="POST", path="administrator/rules/previews", open_to={FELIX.name}, body=RULES_FORM),
    Route(
        method="POST",
        path="administrator/rules/versions",
        open_to={FELIX.name},
        body=RULES_FORM,
        may_be_late=True,
    ),
    Route(method="POST", path="administrator/rules/trials", open_to={FELIX.name}, body=RULES_FORM),
    Route(method="GET", path="administrator/rules/trials/{trial_id}", open_to=set()),  # portal/test_rules.py
    Route(method="GET", path="administrator/rules/trials/{trial_id}/trial.csv", open_to=set()),
    Route(method="GET", path="administrator/outages", open_to=DESK | {ROOT}),
    Route(method="POST", path="administrator/outages/declarations", open_to=DECLARING, body=OUTAGE_FORM),
    # tests/portal/test_outages.py
    Route(method="GET", path="administrator/outages/{proposal}", open_to=set()),
    Route(method="POST", path="administrator/outages/{proposal}/publication", open_to=set()),
    Route(method="POST", path="administrator/outages/{proposal}/dismissal", open_to=set()),
    Route(method="GET", path="administrator/readings", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/records", open_to=DESK | {ROOT}),
    Route(method="GET", path="administrator/samples", open_to={EDDA.name}),
    # tests/portal/test_reviews.py
    Route(method="GET", path="administrator/samples/{sample}", open_to=set()),
    Route(method="POST", path="administrator/samples/{sample}/readings", open_to=set()),
    Route(method="POST", path="administrator/samples/{sample}/judgments", open_to=set()),
    Route(method="GET", path="administrator/reviews", open_to={EDDA.name}),
    # tests/portal/test_review_queue.py
    Route(method="GET", path="administrator/reviews/{item}", open_to=set()),
    Route(method="POST", path="administrator/reviews/{item}/readings", open_to=set()),
    Route(method="POST", path="administrator/reviews/{item}/decisions", open_to=set()),
    Route(method="GET", path="administrator/figures", open_to=DESK),
    Route(method="GET", path="administrator/figures/rules.csv", open_to=DESK),
    Route(method="GET", path="administrator/figures/missed.csv", open_to=DESK),
    Route(method="GET", path="administrator/quality", open_to=DESK),
    Route(method="GET", path="administrator/overview", open_to=DESK),
    Route(method="GET", path="administrator/overview.csv", open_to=DESK),
    Route(method="GET", path="administrator/shops", open_to=DESK),
    Route(method="GET", path="administrator/shops/{seller}", open_to=set()),  # tests/portal/test_shops.py
    Route(method="GET", path="administrator/quality/{seller}", open_to=set()),  # tests/portal/test_reviews.py
    Route(method="GET", path="seller/quality", open_to=SELLERS),
    Route(method="GET", path="seller/standing", open_to=SELLERS),
    Route(method="GET", path="seller/standing/points", open_to=SELLERS),
    Route(method="GET", path="seller/standing/points.csv", open_to=SELLERS),
    Route(method="GET", path="seller/appeals", open_to=SELLERS),
    Route(method="GET", path="administrator/appeals", open_to=DESK),
    *(  # tests/portal/test_appeals.py
        Route(method=method, path=path, open_to=set(), body=body)
        for method, path, body in (
            ("GET", "seller/appeals/{appeal}", None),
            ("GET", "seller/measures/{subject}/appeal", None),
            ("POST", "seller/measures/{subject}/appeals", {"words": "It is wrong."}),
            ("GET", "seller/violations/{subject}/appeal", None),
            ("POST", "seller/violations/{subject}/appeals", {"words": "It is wrong."}),
            ("GET", "administrator/appeals/{appeal}", None),
            ("GET", "buyer/refusals/{attempt}", None),
            ("POST", "buyer/refusals/{attempt}/appeals", {"words": "It was fine."}),
            ("POST", "buyer/refusals/{attempt}/uploads?name=a.txt", TEXT),
            ("POST", "buyer/refusals/{place}/uploads/{upload}/removal", {}),
            ("GET", "buyer/appeals/{appeal}", None),
            ("POST", "administrator/appeals/{appeal}/readings", {}),
            ("POST", "administrator/appeals/{appeal}/settlements", {"verdict": "upheld", "words": "No."}),
        )
    ),
    Route(method="GET", path="seller/standing/disputes", open_to=SELLERS),
    Route(method="GET", path="seller/measures", open_to=SELLERS),
    Route(method="GET", path="administrator/enforcement", open_to=DESK),
    *(  # tests/portal/test_measures.py
        Route(method=method, path=path, open_to=set(), body=body)
        for method, path, body in (
            ("GET", "seller/measures/{measure}", None),
            ("GET", "seller/measures/{measure}/statement.pdf", None),
            ("GET", "administrator/enforcement/measures/{measure}", None),
            ("GET", "administrator/enforcement/measures/{measure}/statement.pdf", None),
            ("POST", "administrator/enforcement/measures/{measure}/liftings", {"reason": "Not theirs."}),
            ("GET", "administrator/enforcement/proposals/{proposal}", None),
            ("POST", "administrator/enforcement/proposals/{proposal}/approvals", {"measure": "notice"}),
            ("POST", "administrator/enforcement/proposals/{proposal}/refusals", {"reason": "No."}),
        )
    ),
    Route(method="GET", path="administrator/disputes", open_to=DESK),
    Route(method="GET", path="administrator/files/{conversation}/obligations", open_to=DESK),
    *(  # tests/portal/test_verdicts.py
        Route(method=method, path=path, open_to=set(), body=body)
        for method, path, body in (
            ("GET", "seller/standing/points/{point}", None),
            ("POST", "seller/standing/points/{point}/disputes", {"claim": "spam"}),
            ("GET", "administrator/disputes/{dispute}", None),
            ("POST", "administrator/disputes/{dispute}/readings", None),
            ("POST", "administrator/disputes/{dispute}/settlements", {"decision": "upheld", "words": "No."}),
            (
                "POST",
                "administrator/files/{conversation}/obligations/{point}/exclusions",
                {"reason": "spam", "words": "It is spam."},
            ),
            (
                "POST",
                "administrator/files/{conversation}/obligations/{point}/inclusions",
                {"words": "It is none."},
            ),
        )
    ),
    Route(method="GET", path="seller/orders", open_to=SELLERS),
    Route(method="GET", path="seller/orders/{order}", open_to=SELLERS),
    Route(
        method="POST",
        path="seller/orders/{order}/messages",
        open_to=WRITERS,
        body=TEXT | {"why": "order_problem"},
        may_be_late=True,
    ),
    Route(method="POST", path="seller/orders/{order}/checks", open_to=WRITERS, body=TEXT),
    Route(method="POST", path="buyer/orders/{order}/mute", open_to=BUYERS, body={"muted": "yes"}),
    Route(
        method="POST", path="buyer/conversations/{conversation}/mute", open_to=BUYERS, body={"muted": "yes"}
    ),
    Route(method="GET", path="seller/search", open_to=SELLERS),
    Route(method="GET", path="seller/search/hits", open_to=SELLERS),
    Route(method="GET", path="buyer/search", open_to=BUYERS),
    Route(method="GET", path="buyer/search/hits", open_to=BUYERS),
    Route(method="GET", path="administrator/files", open_to=DESK),
    Route(method="GET", path="administrator/files/{conversation}", open_to=DESK),
    Route(
        method="POST",
        path="administrator/files/{conversation}/readings",
        open_to=DESK,
        body={"reason": "dispute"},
    ),
    Route(method="POST", path="administrator/files/{conversation}/verifications", open_to=DESK | {ROOT}),
)
# What needs nobody to be known: its own tests say what it shows.
PUBLIC = {
    "api/v1/docs",
    "api/v1/docs/{noun}",
    "api/v1/oauth/token",  # tests/api/test_oauth.py
    "problems/PL",  # any code
    "api/v1/",
    "api/v1/openapi.json",
    "api/v1/calendars/PL",
    "api/v1/log",
    "api/v1/outages",
    "api/v1/rules/announced",
    "api/v1/rules",
    "api/v1/appeals/figures/{year}",
    "api/v1/standing/weights",
    "api/v1/measures/tracks",
    "health/live",
    "healthz",
    "metrics",
    "readyz",
    "health/log",
    "health/ready",
    "",
    "accessibility",
    "acting-as",
    "embed/",
    "embed/helpdesk.js",
    "how-it-works",
    "launch/{secret}",
    "archive/{log}/checkpoint",
    "archive/{log}/tile/{place}",
    "calendars/PL",
    "keys",
    "notices/stop/{word}",
    "outages",
    "appeals",
    "appeals/{year}.csv",
    "weights",
    "measures",
    "preferences",
    "sign-in",
    "sign-in/from/{name}",
    "sign-in/with/{name}",
    "sign-out",
    "signed-out/{name}",
    "demo/mails",
    "demo/mails/{id}",
    "demo/sign-in/{ticket}",
    "demo/switch",
}


def routes() -> Iterator[Route]:
    """Every route but the public ones."""
    for route in _API:
        yield replace(route, path=f"/api/v1/{route.path}")
    for route in _PORTAL:
        yield replace(route, path=f"/{route.path}")


def addresses() -> set[str]:
    """What the router knows, as templates; accounts' own pages are asked in tests/portal/test_password.py."""
    return {path for path in _walk(get_resolver().url_patterns, "") if not path.startswith("account/")}


def _walk(patterns: Any, prefix: str) -> Iterator[str]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _walk(pattern.url_patterns, path)
        else:
            for kind in ("<ref:", "<str:", "<int:", "<uuid:", "<log:", "<path:", "<slug:"):
                path = path.replace(kind, "<")
            yield path.replace("<", "{").replace(">", "}")
