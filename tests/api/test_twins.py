"""Whatever a page can do, the API can: each form of the portal beside its operation, or a reason."""

import json
import re

from helpdesk.api.describe import description
from tests.api.routes import routes

READING = "POST conversations/{conversation}/readings"
UPLOAD, UNLOAD = "POST uploads", "DELETE uploads/{upload}"
LETTER, REPORT, PACK = "POST letters", "POST reports", "POST cases/{case}/dispute-packs"
TYPING = "only while one types on the page"

# the form's address behind its side -> the operation, or a reason in a sentence of its own
TWINS = {
    **{
        f"{noun}/{{{one}}}/{deed}": f"POST {noun}/{{{one}}}/{deed}"
        for noun, one, deeds in (
            ("agreements", "agreement", "completions confirmations refusals"),
            ("appeals", "appeal", "settlements"),
            ("attempts", "attempt", "checks"),
            ("cases", "case", "dispute-packs kinds steps"),
            ("contacts", "contact", "settlements"),
            (
                "conversations",
                "conversation",
                "agreements completions confirmation-requests contacts insistences notes objections packages",
            ),
            (
                "conversations",
                "conversation",
                "reopenings replies translations waivers",
            ),
            ("disputes", "dispute", "settlements"),
            ("erasures", "erasure", "approval refusal"),
            ("holds", "hold", "lift-request lifting"),
            ("letters", "correspondence", "answers closings"),
            ("offers", "offer", "questions"),
            ("orders", "order", "delivery-details messages questions refund-account updates"),
            ("reports", "report", "decisions"),
            ("reviews", "item", "decisions"),
            ("samples", "sample", "judgments"),
        )
        for deed in deeds.split()
    },
    **dict.fromkeys(
        [
            f"{place}/readings"
            for place in (
                "disputes/{dispute}",
                "escalations/{case}",
                "files/{conversation}",
                "letters/{correspondence}",
                "reports/{report}",
                "reviews/{item}",
                "samples/{sample}",
            )
        ],
        READING,
    ),
    **{
        f"{place}/checks": f"{operation}?dry_run=true"
        for place, operation in (
            ("conversations/{conversation}", "POST conversations/{conversation}/replies"),
            ("offers/{offer}", "POST offers/{offer}/questions"),
            ("orders/{order}", "POST orders/{order}/questions"),
        )
    },
    **{f"{noun}/{{{noun[:-1]}}}/uploads": UPLOAD for noun in ("cases", "conversations", "offers", "orders")},
    **{
        f"{noun}/{{place}}/uploads/{{upload}}/removal": UNLOAD
        for noun in ("conversations", "offers", "orders")
    },
    **{
        f"retention/proposals/{{proposal}}/{deed}": f"POST retention/proposals/{{proposal}}/{deed}"
        for deed in ("approval", "withdrawal")
    },
    **{
        f"{place}/{form}": twin
        for place in ("connections", "settings/webhooks")  # the desk's and a shop's
        for form, twin in (
            ("additions", "POST webhooks"),
            ("{webhook}/changes", "PUT webhooks/{webhook}"),
            (
                "{webhook}/deliveries/{delivery}/replays",
                "POST webhooks/{webhook}/deliveries/{delivery}/replay",
            ),
            ("{webhook}/pauses", "PUT webhooks/{webhook}"),
            ("{webhook}/removal", "DELETE webhooks/{webhook}"),
            ("{webhook}/replays", "POST webhooks/{webhook}/replays"),
            ("{webhook}/secrets", "POST webhooks/{webhook}/secret"),
            ("{webhook}/tests", "POST webhooks/{webhook}/test"),
        )
    },
    "exports": "POST exports",
    "imports": "POST imports?dry_run=true",
    "imports/{intake}/beginnings": "POST imports",
    "imports/{intake}/removal": "DELETE imports/{imported}",
    "markets/previews": "POST markets/{code}/previews",
    "markets/versions": "POST markets/{code}/versions",
    "calendars/PL/previews": "POST calendars/{code}/previews",
    "calendars/PL/versions": "POST calendars/{code}/versions",
    "calendars/{code}/imports": "reads a file of holidays into the form; a program sends the days themselves",
    "conversations/{conversation}/assignment": "PUT conversations/{conversation}/assignment",
    "conversations/{conversation}/draft": TYPING,
    "conversations/{conversation}/insertions": "POST saved-replies/{reply}/texts",
    "conversations/{conversation}/letters": LETTER,
    "conversations/{conversation}/messages": "POST conversations/{conversation}/questions",
    "conversations/{conversation}/messages/{message}/reports": REPORT,
    "conversations/{conversation}/mute": "PUT conversations/{conversation}/mute",
    "conversations/{conversation}/presence": TYPING,
    "conversations/{conversation}/reports": REPORT,
    "conversations/{conversation}/snooze": "PUT conversations/{conversation}/snooze",
    "conversations/{conversation}/tags": "PUT conversations/{conversation}/tags",
    "enforcement/measures/{measure}/liftings": "POST measures/{measure}/liftings",
    "enforcement/proposals/{proposal}/approvals": "POST enforcement/proposals/{proposal}/decisions",
    "enforcement/proposals/{proposal}/refusals": "POST enforcement/proposals/{proposal}/decisions",
    "escalations/{case}/dispute-packs": PACK,
    "escalations/{case}/kinds": "POST cases/{case}/kinds",
    "escalations/{case}/steps": "POST cases/{case}/steps",
    "files/{conversation}/erasures": "POST erasures",
    "files/{conversation}/holds": "POST holds",
    "files/{conversation}/joinings": "POST conversations/{conversation}/joinings",
    "files/{conversation}/obligations/{point}/exclusions": "POST obligations/{point}/exclusions",
    "files/{conversation}/obligations/{point}/inclusions": "POST obligations/{point}/inclusions",
    "files/{conversation}/packages": "POST conversations/{conversation}/packages",
    "files/{conversation}/remarks": "POST conversations/{conversation}/remarks",
    "files/{conversation}/verifications": "POST integrity/verifications",
    "integrity/checks": "checks a package that is handed in, as `helpdesk archive verify --package` does",
    "integrity/verifications": "POST integrity/verifications",
    "letters/platform": LETTER,
    "market-changes": "POST me/market-changes",
    "measures/{subject}/appeals": "POST appeals",
    "notices/read-marks": "PUT notices/read-mark",
    "notices/usual": "PUT notices/usual",
    "notices/wishes": "PUT notices/wishes",
    "orders/{order}/cases": "POST cases",
    "orders/{order}/letters": LETTER,
    "orders/{order}/mute": "PUT orders/{order}/mute",
    "orders/{order}/reports": REPORT,
    "orders/{order}/withdrawals": "POST cases",
    "outages/declarations": "POST outages/proposals",
    "outages/{proposal}/dismissal": "POST outages/proposals/{proposal}/dismissal",
    "outages/{proposal}/publication": "POST outages/proposals/{proposal}/publication",
    "people/invitations": "POST people/invitations",
    "people/invitations/{invitation}/withdrawal": "DELETE people/invitations/{invitation}",
    "people/{person}/disabling": "PUT people/{person}/disabling",
    "people/{person}/enabling": "DELETE people/{person}/disabling",
    "people/{person}/roles": "PUT people/{person}/roles/{role}",
    "retention/periods": "POST retention/periods",
    "rules/previews": "shows the form's own numbers before they are published, and stores nothing",
    "rules/trials": "POST trials",
    "rules/versions": "POST rules/messages",
    "saved-replies/additions": "POST saved-replies",
    "saved-replies/{reply}/changes": "PUT saved-replies/{reply}",
    "saved-replies/{reply}/withdrawal": "DELETE saved-replies/{reply}",
    "searches": "POST searches",
    "settings/connections/keys": "POST keys",
    "settings/connections/keys/{key}/end": "DELETE keys/{key}",
    "settings/connections/keys/{key}/renewals": "POST keys/{key}/renewals",
    "standing/points/{point}/disputes": "POST standing/points/{point}/disputes",
    "team/absences/additions": "POST team/absences",
    "team/absences/{absence}/cover": "PUT team/absences/{absence}/cover",
    "team/absences/{absence}/end": "DELETE team/absences/{absence}",
    "team/invitations": "POST team/invitations",
    "team/invitations/{invitation}/withdrawal": "DELETE team/invitations/{invitation}",
    "team/members/{member}/removal": "DELETE team/members/{member}",
    "team/members/{member}/role": "PUT team/members/{member}/role",
    "together/answers": "POST together/replies",
    "together/choices": "POST saved-replies/{reply}/texts",
    "together/waivers": "POST together/waivers",
    "uploads": UPLOAD,
    "uploads/{upload}/removal": UNLOAD,
    "violations/{subject}/appeals": "POST appeals",
    "refusals/{attempt}/appeals": "POST appeals",
    "refusals/{attempt}/uploads": UPLOAD,
    "refusals/{place}/uploads/{upload}/removal": UNLOAD,
    "appeals/{appeal}/readings": READING,  # the appeal's files lie in a chain as a conversation's do
}


def forms() -> set[str]:
    """The addresses that pages post to, without their side."""
    found = {route.path.split("?")[0] for route in routes() if not route.is_api and route.method == "POST"}
    return {re.sub(r"^/(buyer|seller|administrator)/|^/", "", path) for path in found}


def test_every_form_has_a_twin_or_a_reason() -> None:
    assert sorted(forms() - TWINS.keys()) == []
    assert sorted(TWINS.keys() - forms()) == []


def test_every_twin_is_an_operation() -> None:
    paths = json.loads(description())["paths"]
    known = {
        f"{method.upper()} {path.removeprefix('/api/v1/')}"
        for path, methods in paths.items()
        for method in methods
    }
    wrong = [twin for twin in TWINS.values() if twin.split("?")[0] not in known and len(twin.split()) < 4]
    assert wrong == []
    assert len([twin for twin in TWINS.values() if len(twin.split()) >= 4]) <= 5, "reasons are few"
