"""Every page that people see: where it lies, who looks at it, and in which of its states."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse
from playwright.sync_api import Page as Shown

from tests.journeys import connected, days, saved, states
from tests.journeys.accounts import EMAIL, PLAIN_EMAIL, signed_in
from tests.journeys.filed import attached, larger
from tests.journeys.house import House


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page in one state. `places` name the Refs of its address, `then` is done once it is there."""

    route: str
    who: str = ""
    state: str = ""
    places: dict[str, str] = field(default_factory=dict)
    query: str = ""
    then: Callable[[Shown], None] | None = None
    status: int = 200
    alone: bool = False  # in a browser of its own, because what is done there is remembered

    def __str__(self) -> str:
        return " ".join(part for part in (self.route, self.state) if part)

    @property
    def of_desk(self) -> bool:
        """Whether administrators look at it."""
        return self.route.startswith("administrator:")

    def address(self, house: House) -> str:
        """Its path."""
        found = {name: house.places[place] for name, place in self.places.items()}
        return reverse(self.route, kwargs=found) + self.query


def _thread(
    route: str, who: str, state: str, *, place: str = "", then: Callable[[Shown], None] | None = None
) -> Page:
    return Page(route=route, who=who, state=state, places={"conversation": place or state}, then=then)


_EXPLAINED = states.opened(".strip > summary")
_PROMISING = states.opened(".way-to:has([type=date]) > summary")
_WAIVING = states.opened("[data-waive] > summary")
_CLOCKS = ("interim", "promised", "missed", "waived", "objected", "reopened", "thanked", "moved")


ACCOUNT_PAGES = (
    Page(route="acting_as", who="Anna"),
    Page(route="account", who="Anna"),
    Page(route="account", who="Bruno", state="with everything"),
    Page(route="account_inactive"),
    Page(route="account_email", who="Anna"),
    Page(route="account_email", who="Bruno", state="another waits"),
    Page(route="account_email_verification_sent"),
    Page(route="account_confirm_email", places={"key": "key"}),
    Page(route="account_confirm_email", state="too late", places={"key": "uidb36"}),
    Page(route="account_change_password", who="Bruno"),
    Page(route="account_set_password", who="Anna"),
    Page(route="account_reset_password"),
    Page(route="account_reset_password_done"),
    Page(route="account_reset_password_from_key", places={"uidb36": "uidb36", "key": "reset"}, alone=True),
    Page(route="account_reset_password_from_key", state="used", places={"uidb36": "uidb36", "key": "uidb36"}),
    Page(route="account_reset_password_from_key_done"),
    Page(route="account_reauthenticate", who="Bruno"),
    Page(route="mfa_reauthenticate", who="Bruno"),
    Page(route="mfa_reauthenticate_webauthn", who="Bruno"),
    Page(route="mfa_activate_totp", who="Anna"),
    Page(route="mfa_deactivate_totp", who="Bruno"),
    Page(route="mfa_view_recovery_codes", who="Bruno"),
    Page(route="mfa_generate_recovery_codes", who="Bruno"),
    Page(route="mfa_list_webauthn", who="Anna", state="none"),
    Page(route="mfa_list_webauthn", who="Bruno"),
    Page(route="mfa_add_webauthn", who="Anna"),
    Page(route="mfa_edit_webauthn", who="Bruno", places={"pk": "pk"}),
    Page(route="mfa_remove_webauthn", who="Bruno", places={"pk": "pk"}),
    Page(route="mfa_authenticate", then=signed_in(EMAIL), alone=True),
    Page(route="second_factor", who="Edda", then=signed_in(PLAIN_EMAIL), alone=True),
    Page(route="vouch", state="away", places={"name": "provider"}, status=424),
    Page(route="vouched", state="stale", places={"name": "provider"}, status=410),
    Page(route="vouched_out", places={"name": "provider"}),
    Page(route="invitation_link", places={"secret": "secret"}, alone=True),
    Page(route="invitation", state="gone", status=404),
    Page(route="seller:team", who="Anna"),
    Page(route="seller:team", who="Bruno", state="of an agent"),
    Page(route="seller:connections", who="Anna"),
    Page(route="seller:connections", who="Anna", state="just made", then=connected.made),
    Page(route="seller:connections", who="Bruno", state="of an agent", status=403),
    Page(route="seller:absences", who="Anna"),
    Page(route="seller:absences", who="Bruno", state="of an agent"),
    Page(route="seller:webhooks", who="Anna"),
    Page(route="seller:webhook", who="Anna", places={"webhook": "webhook"}),
    Page(route="administrator:webhooks", who="Paula"),
    Page(route="administrator:webhook", who="Paula", places={"webhook": "connection"}),
    Page(route="administrator:people", who="Paula"),
    Page(route="administrator:person", who="Paula", places={"person": "person"}),
)

TRADE_PAGES = (
    Page(route="sign_in"),
    Page(route="how_it_works"),
    Page(route="how_it_works", who="Clara", state="signed in"),
    Page(route="accessibility"),
    Page(route="api-reference"),
    Page(route="api-reference-noun", places={"noun": "noun"}),
    Page(route="api-problem", places={"code": "code"}),
    Page(route="embed"),
    Page(route="launch", state="used up", places={"secret": "secret"}, status=410),
    Page(route="weights"),
    Page(route="tracks"),
    Page(route="outages"),
    Page(route="keys"),
    Page(route="administrator:erasures", who="Edda"),
    Page(route="administrator:erasure_request", who="Edda", places={"conversation": "open"}),
    Page(route="administrator:hold_placing", who="Edda", places={"conversation": "open"}),
    Page(route="administrator:holds", who="Edda"),
    Page(route="administrator:retention", who="Paula"),
    Page(route="administrator:outages", who="Edda"),
    Page(route="administrator:outages", who="Edda", state="asked again", then=states.declared),
    Page(route="administrator:outage", who="Paula", places={"proposal": "proposal"}),
    Page(route="administrator:outage", who="Edda", state="of support", places={"proposal": "proposal"}),
    Page(route="demo:mails", who="Clara"),
    Page(route="buyer:orders", who="Clara"),
    Page(
        route="buyer:orders",
        who="Clara",
        state="language and market",
        then=states.opened(".preferences > summary"),
    ),
    Page(
        route="buyer:orders", who="Clara", state="things to try", then=states.opened(".demo-more > summary")
    ),
    Page(route="seller:search", who="Anna", query="?q=the&state=waiting"),
    Page(route="buyer:search", who="Clara", state="nothing", query="?q=zeppelin&file=1"),
    Page(route="buyer:exports", who="Clara"),
    Page(route="seller:exports", who="Anna"),
    Page(route="administrator:exports", who="Felix"),
    Page(route="buyer:market", who="Clara"),
    Page(route="buyer:market", who="Clara", state="change", query="?to=pl"),
    Page(route="buyer:offer", who="Clara", places={"offer": "offer"}),
    Page(route="buyer:orders", who="Hania", state="none"),
    Page(route="buyer:order", who="Clara", places={"order": "order"}),
    Page(route="seller:orders", who="Anna"),
    Page(route="seller:order", who="Anna", places={"order": "order"}),
    Page(route="buyer:details", who="Clara", places={"order": "order"}),
    Page(route="buyer:details", who="Clara", state="refused", places={"order": "order"}, then=states.no_iban),
    Page(route="buyer:conversations", who="Clara"),
    Page(route="buyer:conversations", who="Hania", state="none"),
    *(_thread("buyer:conversation", "Clara", state) for state in ("late", "later", "answered", "browsing")),
    Page(route="seller:inbox", who="Anna"),
    Page(
        route="seller:conversation",
        who="Anna",
        state="put off",
        places={"conversation": "later"},
        query="?view=snoozed",
        then=states.opened(".team .way-to:has(fieldset) > summary"),
    ),
    *(
        page
        for side, who in (("seller", "Anna"), ("buyer", "Clara"))
        for page in (
            Page(route=f"{side}:agreements", who=who),
            Page(route=f"{side}:agreement", who=who, places={"agreement": "agreement"}),
            Page(route=f"{side}:proposals", who=who, places={"conversation": "answered"}),
            Page(route=f"{side}:confirmation_requests", who=who, places={"conversation": "answered"}),
        )
    ),
    *(
        page
        for side, who in (("seller", "Anna"), ("buyer", "Clara"))
        for page in (
            Page(route=f"{side}:case", who=who, places={"case": "case"}),
            Page(route=f"{side}:case", who=who, state="withdrawn", places={"case": "withdrawn"}),
            Page(route=f"{side}:contacts", who=who, places={"conversation": "of_case"}),
            _thread(f"{side}:conversation", who, "of a case", place="of_case"),
        )
    ),
    Page(route="buyer:case_kinds", who="Clara", places={"case": "case"}),
    Page(route="buyer:cases", who="Clara"),
    Page(route="seller:cases", who="Anna"),
    Page(route="seller:cases", who="Anna", state="not found", query="?q=1Z999AA10123456784"),
    Page(route="buyer:cases", who="Hania", state="none"),
    Page(route="buyer:order", who="Clara", state="with a case", places={"order": "order_of_case"}),
    *(
        Page(
            route="buyer:opening",
            who="Clara",
            state=situation,
            places={"order": "order"},
            query=f"?situation={situation}",
        )
        for situation in ("damaged", "guarantee", "other")
    ),
    Page(
        route="buyer:opening",
        who="Clara",
        state="of a message",
        places={"order": "order"},
        query="?message=0",
    ),
    Page(route="buyer:withdrawal", who="Clara", places={"order": "order"}),
    Page(route="buyer:receipt", who="Clara", places={"case": "withdrawn"}),
    Page(route="seller:history", who="Anna", places={"conversation": "missed"}),
    Page(route="buyer:history", who="Clara", places={"conversation": "missed"}),
    *(_thread("seller:conversation", "Anna", state) for state in ("late", "today", "answered", "browsing")),
    *(_thread("seller:conversation", "Anna", state) for state in _CLOCKS),
    *(_thread("buyer:conversation", "Clara", state) for state in _CLOCKS),
    _thread("seller:conversation", "Anna", "asking", then=states.asked_back),
    _thread("seller:conversation", "Anna", "remarked", place="more", then=states.remarked),
    _thread("buyer:conversation", "Clara", "remarked", place="more", then=states.remarked),
    _thread("seller:conversation", "Anna", "waiving", place="more", then=_WAIVING),
    _thread("seller:conversation", "Anna", "promising", place="more", then=_PROMISING),
    _thread("buyer:conversation", "Clara", "outage explained", place="moved", then=_EXPLAINED),
    _thread("buyer:conversation", "Clara", "files"),
    _thread("buyer:conversation", "Clara", "larger", place="files", then=larger),
    _thread("buyer:conversation", "Clara", "attaching", place="files", then=attached),
    _thread("seller:conversation", "Anna", "files"),
    _thread("seller:conversation", "Anna", "attaching", place="files", then=attached),
    _thread("administrator:file", "Edda", "files"),
    Page(route="seller:inbox", who="Anna", state="none", query="?market=fr"),
    Page(route="buyer:letters", who="Clara"),
    _thread("buyer:letters_conversation", "Clara", "answered", place="files"),
    Page(route="buyer:letters_order", who="Clara", places={"order": "order"}),
    Page(route="buyer:letters_platform", who="Clara"),
    Page(route="seller:letters", who="Anna"),
    Page(route="seller:letters_platform", who="Anna"),
    _thread("seller:letters_conversation", "Anna", "not written", place="files"),
    Page(route="seller:letters_order", who="Anna", places={"order": "order"}),
    Page(route="buyer:reports", who="Clara"),
    Page(route="buyer:report", who="Clara", places={"report": "report_settled"}),
    Page(
        route="buyer:reports_message", who="Clara", places={"conversation": "led", "message": "led_message"}
    ),
    Page(route="buyer:reports_conversation", who="Clara", places={"conversation": "led"}),
    Page(route="buyer:reports_order", who="Clara", places={"order": "order"}),
    Page(route="seller:reports", who="Anna"),
    Page(route="seller:report", who="Anna", places={"report": "report_sellers"}),
    Page(
        route="seller:reports_message", who="Anna", places={"conversation": "led", "message": "led_question"}
    ),
    Page(route="seller:reports_conversation", who="Anna", places={"conversation": "led"}),
    Page(route="seller:reports_order", who="Anna", places={"order": "order"}),
    Page(route="administrator:reports", who="Edda"),
    Page(route="administrator:report", who="Edda", state="closed", places={"report": "report_closed"}),
    Page(route="administrator:report", who="Edda", state="open", places={"report": "report_sellers"}),
    Page(route="administrator:letters", who="Edda"),
    Page(route="administrator:letter", who="Edda", places={"correspondence": "letter"}),
    Page(route="administrator:desk", who="Edda"),
    Page(route="administrator:calendars", who="Edda"),
    Page(route="administrator:calendar", who="Edda", state="looking", places={"code": "calendar"}),
    Page(route="administrator:calendar", who="Paula", places={"code": "calendar"}, query="?on=2026-12-28"),
    Page(
        route="administrator:calendar",
        who="Paula",
        state="preview",
        places={"code": "calendar"},
        then=days.previewed,
    ),
    Page(
        route="administrator:calendar",
        who="Paula",
        state="import",
        places={"code": "calendar"},
        then=days.imported,
    ),
    Page(route="administrator:markets", who="Edda"),
    Page(route="administrator:market", who="Edda", state="looking", places={"code": "market"}),
    Page(route="administrator:market", who="Paula", places={"code": "market"}),
    Page(route="administrator:market_opening", who="Paula"),
    Page(route="administrator:market_opening", who="Paula", state="filled in", query="?country=CZ"),
    Page(
        route="administrator:market_opening",
        who="Paula",
        state="preview",
        query="?country=UA",
        then=days.market_previewed,
    ),
    Page(
        route="administrator:market_opening",
        who="Paula",
        state="flawed",
        query="?country=CZ",
        then=days.market_flawed,
    ),
    Page(route="calendar", places={"code": "calendar"}),
    Page(route="calendar", who="Clara", state="of a part", places={"code": "part"}, query="?year=2027"),
    Page(route="administrator:integrity", who="Edda"),
    Page(route="administrator:integrity", who="Edda", state="verified", then=states.looked_through),
    Page(route="administrator:entries", who="Edda", state="none found", query="?entry=x", status=404),
    Page(route="administrator:entry", who="Edda", places={"entry": "entry"}),
    Page(route="administrator:all_readings", who="Edda"),
    Page(route="administrator:erasure", who="Edda", state="carried out", places={"erasure": "erasure"}),
    Page(route="administrator:records", who="Edda"),
    Page(route="administrator:imports", who="Edda", state="looking"),
    Page(route="administrator:imports", who="Paula"),
    Page(route="administrator:import", who="Paula", places={"intake": "import"}),
    Page(route="administrator:samples", who="Edda"),
    Page(route="administrator:samples", who="Edda", state="none", query="?market=it"),
    Page(route="administrator:sample", who="Edda", state="closed", places={"sample": "sample_answered"}),
    Page(route="administrator:sample", who="Edda", state="open", places={"sample": "sample_open"}),
    Page(route="administrator:reviews", who="Edda"),
    Page(route="administrator:reviews", who="Edda", state="none", query="?market=it"),
    Page(route="administrator:review", who="Edda", state="closed", places={"item": "attempt_answered"}),
    Page(route="administrator:review", who="Edda", state="open", places={"item": "attempt_open"}),
    Page(route="administrator:figures", who="Edda"),
    Page(route="administrator:figures", who="Edda", state="none", query="?days=30"),
    Page(route="administrator:quality", who="Edda"),
    Page(route="administrator:overview", who="Edda"),
    Page(route="administrator:shops", who="Edda"),
    Page(route="administrator:shops", who="Edda", state="none", query="?words=nobody"),
    Page(route="administrator:shop", who="Edda", places={"seller": "shop"}),
    Page(route="administrator:rules", who="Edda"),
    Page(route="administrator:rules", who="Felix", state="unfolded", then=states.unfolded),
    Page(route="administrator:rules", who="Felix", state="preview", then=states.previewed),
    Page(route="administrator:trial", who="Felix", places={"trial_id": "trial"}),
    Page(route="administrator:trial", who="Edda", state="of support", places={"trial_id": "trial"}),
    Page(route="administrator:quality_shop", who="Edda", places={"seller": "shop"}),
    Page(route="administrator:quality_shop", who="Edda", state="none", places={"seller": "other_shop"}),
    Page(route="seller:quality", who="Anna"),
    Page(route="seller:standing", who="Anna"),
    Page(route="seller:standing", who="Dmitri", state="new"),
    Page(route="seller:standing_points", who="Anna"),
    Page(route="seller:standing_points", who="Dmitri", state="none", query="?cost=1"),
    Page(route="seller:standing_point", who="Anna", state="to dispute", places={"point": "late_point"}),
    Page(route="seller:standing_point", who="Anna", state="decided", places={"point": "settled_point"}),
    Page(route="seller:disputes", who="Anna"),
    Page(route="seller:disputes", who="Dmitri", state="none"),
    Page(route="seller:measures", who="Anna"),
    Page(route="seller:measures", who="Dmitri", state="none"),
    Page(route="seller:measure", who="Anna", places={"measure": "measure"}),
    Page(route="administrator:enforcement", who="Felix"),
    Page(route="administrator:measure", who="Felix", places={"measure": "measure"}),
    Page(route="administrator:proposal", who="Felix", places={"proposal": "measure_proposal"}),
    Page(route="appeals"),
    Page(route="seller:appeals", who="Anna"),
    Page(route="seller:appeals", who="Dmitri", state="none"),
    Page(route="seller:appeal", who="Anna", state="decided", places={"appeal": "appeal_decided"}),
    Page(route="buyer:refusal", who="Clara", places={"attempt": "refusal"}),
    Page(route="seller:measure_appeal", who="Anna", places={"subject": "measure"}),
    Page(route="administrator:appeals", who="Felix"),
    Page(route="administrator:appeal", who="Felix", places={"appeal": "appeal_waiting"}),
    Page(route="administrator:disputes", who="Edda"),
    Page(route="administrator:dispute", who="Edda", state="closed", places={"dispute": "dispute"}),
    Page(route="administrator:dispute", who="Felix", state="open", places={"dispute": "dispute"}),
    Page(route="administrator:obligations", who="Felix", places={"conversation": "answered"}),
    Page(route="seller:notices", who="Anna"),
    Page(route="seller:wishes", who="Anna"),
    Page(route="seller:usual_wishes", who="Anna"),
    Page(route="buyer:notices", who="Clara"),
    Page(route="buyer:wishes", who="Clara"),
    Page(route="administrator:notices", who="Edda"),
    Page(route="administrator:wishes", who="Edda"),
    Page(route="administrator:usual_wishes", who="Paula"),
    Page(route="administrator:law", who="Edda"),
    Page(route="administrator:flows", who="Edda"),
    Page(route="administrator:flow", who="Edda", places={"kind": "flow"}),
    Page(route="administrator:escalations", who="Edda"),
    Page(route="administrator:escalations", who="Edda", state="none", query="?market=it"),
    Page(route="administrator:case", who="Edda", places={"case": "escalated"}),
    Page(route="administrator:case", who="Felix", state="closed", places={"case": "escalated"}),
    Page(route="administrator:searches", who="Edda"),
    Page(route="administrator:search_found", who="Edda", places={"search": "search"}),
    Page(route="administrator:post", who="Edda"),
    Page(route="stop_mails", places={"word": "stop"}),
    Page(route="seller:saved_replies", who="Anna"),
    Page(route="seller:saved_reply", who="Anna", places={"reply": "reply"}),
    Page(route="seller:inbox", who="Anna", state="ticked", then=saved.ticked),
    Page(route="seller:inbox", who="Anna", state="answered together", then=saved.together),
    Page(route="administrator:files", who="Edda"),
    Page(route="administrator:files", who="Edda", state="found", query="?words=2026"),
    Page(route="administrator:files", who="Edda", state="not found", query="?words=nothing"),
    Page(route="administrator:file", who="Edda", state="closed", places={"conversation": "late"}),
    Page(route="administrator:package", who="Edda", places={"conversation": "open"}),
    Page(
        route="administrator:package",
        who="Edda",
        state="single parts",
        places={"conversation": "open"},
        then=states.opened(".package-parts > summary"),
    ),
    Page(route="seller:package", who="Anna", places={"conversation": "late"}),
    Page(route="buyer:package", who="Clara", places={"conversation": "late"}),
    _thread("administrator:file", "Edda", "open"),
    Page(
        route="administrator:file",
        who="Edda",
        state="verified",
        places={"conversation": "open"},
        then=states.verified,
    ),
    Page(route="buyer:orders", who="Anna", state="of others", status=404),
    Page(route="demo:mail", who="Clara", places={"id": "mail"}),
)

PAGES = TRADE_PAGES + ACCOUNT_PAGES
