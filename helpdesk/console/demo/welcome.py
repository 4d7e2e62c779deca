"""What a started demo says: the address to open, links to sign in with one click, a line for the API."""

from collections.abc import Iterator, Sequence

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries as tickets
from helpdesk.accounts.terms import TICKET_LASTS, Hat
from helpdesk.console.demo import people, records
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor

SHOWN = ("Anna", "Bruno", "Dmitri", "Clara", "Hania", *people.ADMINISTRATORS)
_BUYER = (
    '{"version": 1, "display_name": "Ines", "language": "de", "market": "de", "kind": "consumer",'
    ' "addresses": []}'
)
_CURL = """curl -X PUT {address}/api/v1/platform/buyers/NEW-1 \\
    -H 'Authorization: Bearer {token}' -H 'Content-Type: application/json' \\
    -d '{body}'"""


def lines(*, address: str, square: Sequence[str] = ()) -> Iterator[str]:
    """The greeting, line by line; `square` are addresses of the small marketplace. The token is a fresh one
    and ends with the links.
    """
    now = clock.now()
    hats = people.enrol(cast=records.cast(), now=now)
    known = {hat.name.split()[0]: hat for hat in reversed(hats)}
    yield ""
    yield f"Open this:  {address}"
    yield "Choose there whom to be; the bar at the top changes you over with one click."
    for other in square:
        yield f"And this:   {other}  (a small marketplace, which knows Helpdesk over HTTP only)"
    yield ""
    yield "Or sign in at once as"
    for name in SHOWN:
        if name in known:
            link = f"{address}/demo/sign-in/{tickets.ticket(hat=_hat(known[name]))}"
            yield f"  {name} ({known[name].side}): {link}"
    token = accounts.issue_token(
        actor=SYSTEM,
        now=now,
        hat=people.platform(now=now),
        expires_at=now + TICKET_LASTS,
    )
    yield ""
    yield "The Platform's side of the API:"
    yield _CURL.format(address=address, token=token, body=_BUYER)


def _hat(actor: Actor) -> Hat:
    return Hat(person=actor.person, side=actor.side, seller_id=actor.seller_id)
