"""Hand out: the package holds what was said and what proves it, and the handing out is on record."""

import json

from helpdesk.kernel.ids import Ref
from tests.evidence.conftest import ANSWER, QUESTION
from tests.evidence.packages import package


def test_it_holds_the_conversation(answered: Ref) -> None:
    members = package(answered).members
    said = json.loads(members["conversation.json"])
    assert [message["text"] for message in said["messages"]] == [QUESTION, ANSWER]
