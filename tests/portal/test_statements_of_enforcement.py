"""How many SQL statements the pages of reports, measures, appeals and disputes cost."""

import pytest

from tests.cast import ANNA, CLARA, FELIX
from tests.enforcement.lived import lived
from tests.portal.conftest import SignIn
from tests.portal.test_statements import statements
from tests.shops import Shops


@pytest.fixture
def places(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    return lived(shops, monkeypatch)


def test_pages_of_enforcement_keep_their_ceilings(sign_in: SignIn, places: dict[str, str]) -> None:
    anna, clara, felix = sign_in(ANNA), sign_in(CLARA), sign_in(FELIX)
    wrong: list[str] = []
    for client, path, ceiling in (
        (anna, "/seller/measures", 10),
        (anna, "/seller/measures/{measure}", 6),
        (anna, "/seller/appeals", 6),
        (anna, "/seller/appeals/{appeal}", 7),
        (anna, "/seller/standing", 12),
        (anna, "/seller/standing/disputes", 5),
        (clara, "/buyer/reports", 7),
        (clara, "/buyer/reports/{report}", 10),
        (clara, "/buyer/conversations/{thread}/reports", 5),
        (felix, "/administrator/enforcement", 21),
        (felix, "/administrator/enforcement/proposals/{proposal}", 18),
        (felix, "/administrator/enforcement/measures/{measure}", 6),
        (felix, "/administrator/appeals", 6),
        (felix, "/administrator/appeals/{appeal}", 8),
        (felix, "/administrator/disputes", 5),
        (felix, "/administrator/reports", 8),
        (anna, "/measures", 5),
        (anna, "/appeals", 8),
    ):
        asked = len(statements(client, path.format(**places)))
        if asked > ceiling:
            wrong.append(f"{path}: {asked}, not {ceiling}")
    assert not wrong, "\n".join(wrong)
