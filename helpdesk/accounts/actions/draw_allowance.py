"""Take a portion out of what a credential may still ask for; the web processes share one bucket."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.archive.database import hot
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden

_LEVEL = (
    "LEAST(%(most)s, a.level + %(back)s"
    " + %(rate)s * GREATEST(0, EXTRACT(EPOCH FROM %(now)s::timestamptz - a.at)))"
)
_DRAW = f"""
    WITH used AS (
        UPDATE accounts_token SET used_at = %(now)s
        WHERE id = %(token)s AND (used_at IS NULL OR used_at < %(now)s::timestamptz - interval '50 seconds')
    )
    INSERT INTO accounts_allowance AS a (credential, level, granted, at)
    VALUES (%(credential)s, %(most)s - %(want)s, %(want)s, %(now)s)
    ON CONFLICT (credential) DO UPDATE SET
        granted = LEAST(%(want)s, floor({_LEVEL})),
        level = {_LEVEL} - LEAST(%(want)s, floor({_LEVEL})),
        at = GREATEST(a.at, %(now)s)
    RETURNING granted, level
"""  # noqa: S608 - our own words


def draw_allowance(
    *,
    actor: Actor,
    now: datetime,
    credential: UUID,
    token: UUID | None,
    a_minute: int,
    want: int,
    back: int = 0,
) -> tuple[int, float]:
    """How many requests of `want` are granted, and what the bucket holds after that; `back` is put in again.

    The bucket holds a minute's requests and fills evenly. Notes that `token` was used. One SQL statement.
    """
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    given = {
        "credential": credential,
        "token": token,
        "most": float(a_minute),
        "rate": a_minute / 60,
        "want": want,
        "back": back,
        "now": now,
    }
    [(granted, level)] = hot.rows(_DRAW, given)
    return granted, level
