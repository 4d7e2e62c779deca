"""A provider as a process knows it: its places and keys, kept for an hour; the way from a code to a proof."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from helpdesk.openid import discovery, judging, keys, questions
from helpdesk.openid.terms import Ask, Attempt, Places, Proved, Provider, Unproven, Why

KEPT = 3600.0  # seconds
SPARED = 30.0  # seconds between two looks for a new key, so that forged tokens do not make us ask and ask


@dataclass(slots=True)
class _Kept:
    document: dict[str, Any]
    at: float


@dataclass(slots=True, kw_only=True)
class House:
    """One provider. Threads may share it: the worst that happens is that two ask for the same document."""

    provider: Provider
    ask: Ask
    clock: Callable[[], float] = monotonic
    _known: dict[str, _Kept] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def places(self) -> Places:
        """By its discovery document. Raises Unproven."""
        issuer = self.provider.issuer
        document = self._document(discovery.address_of(issuer=issuer), KEPT)
        return discovery.places_in(document=document, issuer=issuer)

    def prove(self, *, attempt: Attempt, code: str, redirect_uri: str, at: int) -> Proved:
        """Trade the code and check what comes back. No token outlives this call. Raises Unproven."""
        places = self.places()
        form, headers = questions.exchange(
            provider=self.provider, places=places, attempt=attempt, code=code, redirect_uri=redirect_uri
        )
        answer = self.ask(places.token, form=form, headers=headers)
        token, access = answer.get("id_token"), answer.get("access_token")
        if not isinstance(token, str) or not token.isascii():
            raise Unproven("the answer has no ID token")
        head = keys.head_of(token)
        claims = keys.claims_in(token=token, head=head, key=self._key(places, head))
        proved = judging.judged(claims=claims, provider=self.provider, attempt=attempt, at=at)
        if not isinstance(access, str) or not access:
            return proved
        judging.goes_with(claims=claims, alg=head["alg"], access_token=access)
        return self._told_more(places, proved, access)

    def _key(self, places: Places, head: dict[str, Any]) -> keys.Key:
        """From the set that we have; where it is not there, from a fresh one."""
        try:
            return keys.key_for(head=head, document=self._document(places.keys, KEPT))
        except keys.NoSuchKey:
            return keys.key_for(head=head, document=self._document(places.keys, SPARED))

    def _told_more(self, places: Places, proved: Proved, access: str) -> Proved:
        """Claims that the provider tells at its userinfo endpoint only, about the very same subject."""
        wanted = (
            ("email", "email_verified") if self.provider.side == "administrator" else (self.provider.claim,)
        )
        if not places.userinfo or all(name in proved.claims for name in wanted):
            return proved
        more = self.ask(places.userinfo, headers={"Authorization": f"Bearer {access}"})
        if more.get("sub") != proved.subject:
            raise Unproven("userinfo is about somebody else")
        told = {name: more[name] for name in wanted if name in more}
        return Proved(subject=proved.subject, claims={**told, **proved.claims})

    def _document(self, url: str, most: float) -> dict[str, Any]:
        """Not older than `most` seconds. Where a fresh one cannot be had, the last one does for a while."""
        now = self.clock()
        kept = self._known.get(url)
        if kept and now - kept.at < most:
            return kept.document
        try:
            fresh = _Kept(self.ask(url), now)
        except Unproven as unproven:
            if kept and unproven.why is Why.AWAY and now - kept.at < 2 * KEPT:
                return kept.document
            raise
        with self._lock:
            self._known[url] = fresh
        return fresh.document
