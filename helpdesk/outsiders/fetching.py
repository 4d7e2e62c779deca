"""One request to an address that somebody typed or another house named, and its whole answer.

As `knocking`: over a connection to an address that was looked at before, no redirect, no proxy.
"""

import http.client
from collections.abc import Mapping, Sequence

from helpdesk.outsiders.asking import Answer, Unanswered, answer_of, whole
from helpdesk.outsiders.cutting import Cut
from helpdesk.outsiders.guarding import Target
from helpdesk.outsiders.knocking import connection_to


def fetch(
    *,
    target: Target,
    addresses: Sequence[str],
    headers: Mapping[str, str],
    body: bytes | None = None,
    seconds: float,
    most: int,
) -> Answer:
    """The answer to a GET, or with a `body` to a POST: at most `most` bytes within `seconds`.

    Raises Unanswered.
    """
    cut, method = Cut(), "GET" if body is None else "POST"
    connection = connection_to(target=target, addresses=addresses, seconds=seconds, cut=cut)
    try:
        with cut.after(seconds=seconds):
            answer = answer_of(
                connection, method=method, path=target.path, body=body, headers=headers, most=most
            )
    except (OSError, http.client.HTTPException) as error:
        raise Unanswered("it took too long" if cut.is_made else type(error).__name__) from None
    finally:
        connection.close()
    return whole(answer, cut=cut, most=most)
