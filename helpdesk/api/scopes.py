"""Which scope an operation asks for: one table, which a test holds against every operation there is."""

from collections.abc import Mapping
from types import MappingProxyType

from helpdesk.accounts.terms import Scope

READING = frozenset({"GET", "HEAD", "OPTIONS"})
PREFIX = "/api/v1/"

# The first noun of an address, or that with the one behind the thing's id. Reading asks for `read` everywhere
# but where a row in `READ_BY` says more; what stands in no row asks for `write`, which no shop's key has.
CHANGED_BY: Mapping[str, Scope] = MappingProxyType(
    {
        "agreements": Scope.CASES,
        "appeals": Scope.DISPUTES,
        "appeals/*/settlements": Scope.WRITE,
        "attempts/*/checks": Scope.DISPUTES,
        "attempts": Scope.WRITE,
        "calendars": Scope.WRITE,
        "cases": Scope.CASES,
        "cases/*/dispute-packs": Scope.EXPORT,
        "contacts": Scope.CASES,
        "conversations": Scope.REPLY,
        "conversations/*/agreements": Scope.CASES,
        "conversations/*/confirmation-requests": Scope.CASES,
        "conversations/*/contacts": Scope.CASES,
        "conversations/*/joinings": Scope.WRITE,
        "conversations/*/letters": Scope.WRITE,
        "conversations/*/packages": Scope.EXPORT,
        "conversations/*/readings": Scope.WRITE,
        "conversations/*/remarks": Scope.WRITE,
        "disputes": Scope.WRITE,
        "enforcement": Scope.WRITE,
        "erasures": Scope.WRITE,
        "exports": Scope.EXPORT,
        "holds": Scope.WRITE,
        "imports": Scope.WRITE,
        "integrity": Scope.WRITE,
        "keys": Scope.WRITE,
        "launches": Scope.WRITE,
        "letters": Scope.DISPUTES,
        "letters/*/answers": Scope.WRITE,
        "letters/*/closings": Scope.WRITE,
        "markets": Scope.WRITE,
        "me": Scope.WRITE,
        "measures": Scope.WRITE,
        "notices": Scope.TEAM,
        "obligations": Scope.WRITE,
        "oauth": Scope.WRITE,
        "offers": Scope.REPLY,
        "orders": Scope.REPLY,
        "orders/*/refund-account": Scope.CASES,
        "outages": Scope.WRITE,
        "people": Scope.WRITE,
        "platform": Scope.WRITE,
        "reports": Scope.DISPUTES,
        "reports/*/decisions": Scope.WRITE,
        "retention": Scope.WRITE,
        "reviews": Scope.WRITE,
        "rules": Scope.WRITE,
        "samples": Scope.WRITE,
        "saved-replies": Scope.REPLY,
        "searches": Scope.WRITE,
        "standing": Scope.DISPUTES,
        "team": Scope.TEAM,
        "together": Scope.REPLY,
        "trials": Scope.WRITE,
        "uploads": Scope.REPLY,
        "webhooks": Scope.WEBHOOKS,
    }
)
READ_BY: Mapping[str, Scope] = MappingProxyType({"exports": Scope.EXPORT, "keys": Scope.WRITE})


def scope_of(*, method: str, path: str) -> Scope:
    """What a token must hold for a request; `path` as it stands behind the host."""
    table = READ_BY if method in READING else CHANGED_BY
    found = next((table[name] for name in rows_of(path=path) if name in table), None)
    return found or (Scope.READ if method in READING else Scope.WRITE)


def rows_of(*, path: str) -> tuple[str, ...]:
    """The names under which the tables may have an address, the closest first."""
    noun, *rest = path.removeprefix(PREFIX).split("/")
    return (f"{noun}/*/{rest[1]}", noun) if len(rest) > 1 else (noun,)
