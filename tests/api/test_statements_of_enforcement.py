"""How many SQL statements the endpoints of reports, measures, appeals, disputes and proposals send."""

import pytest

from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA, FELIX
from tests.enforcement.lived import lived
from tests.shops import Shops
from tests.statements import statements

# Everything counts: the token's question, BEGIN, COMMIT, the scope's setting, savepoints.
CEILINGS = [
    (6, ANNA, "/measures"),
    (6, ANNA, "/measures/{measure}"),
    (6, ANNA, "/appeals"),
    (7, ANNA, "/appeals/{appeal}"),
    (8, CLARA, "/reports"),
    (11, CLARA, "/reports/{report}"),
    (6, FELIX, "/measures"),
    (9, FELIX, "/enforcement/proposals"),
    (9, FELIX, "/enforcement/proposals/{proposal}"),
    (6, FELIX, "/appeals"),
    (7, FELIX, "/appeals/{appeal}"),
    (8, EDDA, "/reports"),
    (4, ANNA, "/measures/tracks"),
]


@pytest.fixture
def places(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    return lived(shops, monkeypatch)


def test_endpoints_of_enforcement_keep_their_ceilings(call: CallAs, places: dict[str, str]) -> None:
    wrong: list[str] = []
    for ceiling, actor, path in CEILINGS:
        api = call(actor)
        api.get("/me")  # the first request of a credential draws a portion of its limit
        with statements() as count:
            answer = api.get(path.format(**places))
        assert answer.status_code == 200, path
        if count() > ceiling:
            wrong.append(f"{actor.name} {path}: {count()}, not {ceiling}")
    assert not wrong, "\n".join(wrong)
