"""What an integrator copies: HTML for the Platform's pages, a policy, and what its own server does."""

from collections.abc import Mapping

_LOAD = '<script type="module" src="{origin}/embed/helpdesk.js"></script>'
_ASK = """<helpdesk-ask offer="O-GASKET" launch="/helpdesk/launch">
  <a href="/helpdesk/launch?do=ask&amp;offer=O-GASKET">Ask the seller</a>
</helpdesk-ask>"""
_PROBLEM = """<helpdesk-problem order="A-1001" launch="/helpdesk/launch">
  <a href="/helpdesk/launch?do=problem&amp;order=A-1001">Report a problem</a>
</helpdesk-problem>"""
_UNREAD = """<helpdesk-unread src="/helpdesk/unread" launch="/helpdesk/launch">
  <a href="/helpdesk/launch">Messages</a>
</helpdesk-unread>"""
_STYLE = """helpdesk-ask, helpdesk-problem, helpdesk-unread {
  --helpdesk-accent: light-dark(#0a5c36, #8fd6b0);
  --helpdesk-on-accent: light-dark(#fff, #08130d);
  --helpdesk-corner: 2rem;
}
helpdesk-ask::part(button) { inline-size: 100%; }"""
_POLICY = "Content-Security-Policy: default-src 'self'; script-src 'self' {origin}; connect-src 'self'"
_LAUNCH = """POST /helpdesk/launch
{{"do": "ask", "to": {{"offer": "ext:O-GASKET"}}, "language": "pl"}}

-> POST {origin}/api/v1/launches
   {{"side": "buyer", "person": "ext:B-CLARA",
    "do": "ask", "to": {{"offer": "ext:O-GASKET"}}, "language": "pl"}}

<- 201 {{"url": "{origin}/launch/...", "expires_at": "..."}}
<- 200 {{"url": "{origin}/launch/..."}}"""
_COUNT = """GET /helpdesk/unread

-> GET {origin}/api/v1/platform/unread?side=buyer&person=ext:B-CLARA
<- 200 {{"unread": 3}}"""


def snippets(*, origin: str) -> Mapping[str, str]:
    """By name; `origin` is where this Helpdesk lies."""
    return {
        "load": _LOAD.format(origin=origin),
        "ask": _ASK,
        "problem": _PROBLEM,
        "unread": _UNREAD,
        "style": _STYLE,
        "policy": _POLICY.format(origin=origin),
        "launch": _LAUNCH.format(origin=origin),
        "count": _COUNT.format(origin=origin),
    }
