"""Clara's message that was not sent, and Edda, who found that the refusal was right."""

import pytest

from helpdesk.conduct.terms import Label
from helpdesk.conversations import actions as conversations
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refused
from helpdesk.oversight import actions as oversight
from tests.cast import CLARA, EDDA
from tests.conversations.attempts import FINE, last_attempt
from tests.enforcement.told import Tale


def refused(tale: Tale) -> Ref:
    """Nobody has looked at it yet."""
    with pytest.raises(Refused):
        conversations.post_question(
            actor=CLARA, now=tale.later(), conversation=tale.thread(), draft=FINE, key=tale.key()
        )
    return last_attempt()


def confirmed(tale: Tale, label: Label = Label.INSULT) -> Ref:
    """Edda has, and said why it was right."""
    attempt = refused(tale)
    oversight.open_file(
        actor=EDDA, now=tale.later(), conversation=tale.thread(), reason="finding", key=tale.key()
    )
    oversight.review_item(
        actor=EDDA,
        now=tale.later(),
        item=attempt,
        decision="violation",
        labels=[label.value],
        reason="Please say it without the word.",
        key=tale.key(),
    )
    return attempt
