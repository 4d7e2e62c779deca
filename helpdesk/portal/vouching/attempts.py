"""What a browser's session knows of the questions that it carried away. Each is answered once."""

from django.http import HttpRequest

from helpdesk.openid.questions import new_attempt
from helpdesk.openid.terms import ATTEMPT_LASTS, Attempt

_KEY = "vouching"
_MOST = 5  # at once: tabs of one browser


def begin(*, request: HttpRequest, name: str, at: int) -> Attempt:
    """A fresh one, in this session and nowhere else. The oldest go."""
    attempt = new_attempt(at=at)
    open_ones = [one for one in request.session.get(_KEY, []) if at - one[4] <= ATTEMPT_LASTS]
    fresh = [name, attempt.state, attempt.nonce, attempt.verifier, attempt.at]
    request.session[_KEY] = [*open_ones, fresh][-_MOST:]
    return attempt


def take(*, request: HttpRequest, name: str, state: str) -> Attempt | None:
    """That of an answer, if it began here; it is used up from now on, whatever comes of it."""
    for place, (house, own, nonce, verifier, at) in enumerate(request.session.get(_KEY, [])):
        if (house, own) == (name, state):
            rest = list(request.session[_KEY])
            del rest[place]
            request.session[_KEY] = rest
            request.session.save()
            return Attempt(state=own, nonce=nonce, verifier=verifier, at=at)
    return None
