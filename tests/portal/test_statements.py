"""How many SQL statements a page costs; what opens a scope (BEGIN, set_config, COMMIT) is not counted."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.cast import ANNA, CLARA, EDDA
from tests.conversations.attempts import refused_reply
from tests.oversight.samples import stood_by
from tests.portal.conftest import SignIn
from tests.shops import Shops


def statements(client: Client, path: str) -> list[str]:
    """What a page asks the database."""
    with CaptureQueriesContext(connection) as done:
        assert client.get(path).status_code == 200
    asked = [str(one["sql"]) for one in done.captured_queries]
    return [sql for sql in asked if sql not in ("BEGIN", "COMMIT") and "SELECT set_config(" not in sql]


def test_pages_keep_their_ceilings(sign_in: SignIn, asked: Ref, shops: Shops) -> None:
    anna, clara, edda = sign_in(ANNA), sign_in(CLARA), sign_in(EDDA)
    oversight.open_file(actor=EDDA, now=clock.now(), conversation=asked, reason="report", key="1")
    attempt, sample = refused_reply(asked), stood_by(asked)
    wrong: list[str] = []
    for client, path, ceiling in (
        # the lanes, and a thread beside them; one each for views, marks, notes, saved replies, who else is
        # there, agreements, letters, cases, contacts outside and news of the order
        (anna, "/seller/inbox", 25),
        (anna, f"/seller/conversations/{asked}", 27),  # with what was reported of it
        (clara, "/buyer/orders", 7),
        (clara, "/buyer/conversations", 5),
        # one each for what is muted, the shop's grade, its cases and its news, five for what may be opened
        (clara, f"/buyer/orders/{shops.claras_order}", 18),
        (clara, f"/buyer/orders/{shops.claras_order}/cases?situation=other", 11),
        (clara, f"/buyer/orders/{shops.claras_order}/withdrawals", 11),
        (clara, "/buyer/cases", 3),
        (clara, f"/buyer/conversations/{asked}/contacts", 5),
        (anna, "/seller/orders", 10),
        (anna, "/seller/cases", 6),
        # one each for its cases and its news, two for the Buyer's language
        (anna, f"/seller/orders/{shops.claras_order}", 20),
        (clara, f"/buyer/orders/{shops.claras_order}/details", 5),
        (clara, f"/buyer/offers/{shops.offer}", 8),  # one for its grade, and whether it takes questions
        (clara, f"/buyer/conversations/{asked}", 24),  # as the seller's, the read mark, what is closed
        (edda, "/administrator/", 28),  # one each for erasures, letters, cases, disputes, proposals, appeals
        (edda, "/administrator/outages", 4),
        (edda, "/administrator/files?words=espresso", 11),
        (edda, f"/administrator/files/{asked}", 18),  # two for holds, one for what was agreed
        (edda, f"/administrator/files/{asked}/erasure", 17),
        (edda, "/administrator/erasures", 6),
        (edda, "/administrator/holds", 12),
        (edda, "/administrator/retention", 6),
        (edda, f"/administrator/files/{asked}/package", 20),
        (anna, f"/seller/conversations/{asked}/package", 20),
        (clara, f"/buyer/conversations/{asked}/package", 20),
        (edda, "/administrator/integrity", 12),
        (edda, "/administrator/readings", 7),
        (edda, "/administrator/records", 4),
        (edda, "/administrator/samples", 8),
        (edda, f"/administrator/samples/{sample}", 13),
        (edda, "/administrator/reviews", 36),
        (edda, f"/administrator/reviews/{attempt}", 33),
        (edda, "/administrator/figures", 4),
        (edda, "/administrator/rules", 6),
        (edda, "/administrator/quality", 4),
        (anna, "/seller/quality", 4),
        # one each for points, weights, days, times, what waits, threads, announced weights and tracks
        (anna, "/seller/standing", 10),
        (anna, "/seller/standing/points", 4),
        (anna, "/seller/search?q=gasket", 6),  # what is exact, what comes close, and the texts
        (clara, "/buyer/search?q=gasket", 6),
        (Client(), "/how-it-works", 3),
        (Client(), "/calendars/PL", 1),
        (Client(), "/outages", 1),
        (Client(), "/accessibility", 0),
        (Client(), "/weights", 1),
    ):
        found = statements(client, path)
        # on every page; a shop's cases are counted, too
        bell = int(bool(client.cookies)) + int(client is anna)
        if len(found) > ceiling + bell:
            wrong.append("\n".join([f"{path}: {len(found) - bell} instead of {ceiling}", *found]))
    assert not wrong, "\n\n".join(wrong)
