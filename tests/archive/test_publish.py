"""Publish the log: what is numbered is signed, in files that others can read."""

from pathlib import Path
from uuid import uuid4

import pytest

from helpdesk.archive import queries
from helpdesk.kernel.ids import Ref
from helpdesk.tlog.proofs import verify_inclusion
from tests.archive.entries import chain, fill, ids, number
from tests.archive.publishing import leaves, publish
from tests.cast import ANNAS_SHOP

pytestmark = pytest.mark.usefixtures("database", "log_home")


def test_first(log_home: Path) -> None:
    to = chain()
    fill(to, 5)
    assert number() == 7
    assert publish() == 7
    head = queries.published()
    assert head is not None and head.size == 7
    for id in ids(to):
        found = queries.inclusion_of(seller_id=ANNAS_SHOP, entry_id=id)
        assert found is not None
    assert queries.inclusions_of(refs=[Ref(ANNAS_SHOP, uuid4())]) == {}
    assert publish() == 0
