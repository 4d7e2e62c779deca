"""What measures in force close on a page, and for what a shop may still write first."""

from collections.abc import Sequence

from helpdesk.conversations.policies import reasons_under
from helpdesk.conversations.terms import About, ThreadView
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.marketplace.policies import is_open
from helpdesk.marketplace.terms.restrictions import Act
from helpdesk.portal.hats import Signed
from helpdesk.standing.terms.grades import Seen


def to_buyer(*, seen: Seen, act: Act) -> str:
    """Empty, or what the page says instead of the box: that it is so, not why. No SQL statement."""
    if is_open(act=act, kinds=seen.closed_by):
        return ""
    return "closed" if act is Act.ASK else "no_questions"


def to_buyer_in(*, seen: Seen, thread: ThreadView) -> str:
    """The same in a conversation."""
    act = Act.ASK if thread.about is About.ORDER else Act.WRITE_BEFORE_SALE
    return to_buyer(seen=seen, act=act)


def to_seller_in(*, request: Signed, thread: ThreadView) -> bool:
    """Whether a shop may not write in a conversation at all. No SQL statement: it came with the hat."""
    act = Act.ANSWER if thread.about is About.ORDER else Act.WRITE_BEFORE_SALE
    return not is_open(act=act, kinds=[one.kind for one in request.restricted])


def reasons(*, request: Signed) -> Sequence[SellerReason]:
    """For what the reader's shop may write first. No SQL statement."""
    return reasons_under(kinds=[one.kind for one in request.restricted])
