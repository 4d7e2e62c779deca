"""A shop's standing: the score in words, each obligation with its messages, and the published weights."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from helpdesk.archive.database.scope import everything
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.standing.models import Point
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.portal.conftest import SignIn
from tests.shops import Shops
from tests.standing.rated import follow, more

PAGE = "/seller/standing"
DAY_US = 86_400_000_000


def page(client: Client, path: str = PAGE) -> str:
    return " ".join(client.get(path).content.decode().split())


@pytest.fixture
def answered(shops: Shops, asked: Ref) -> Ref:
    """Clara's question is answered; Hania's waits."""
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes, 8 mm.", key="a-1")
    conversations.ask_about_order(
        actor=HANIA, now=clock.now(), order=shops.hanias_order, draft="Is it blue?", key="h-1"
    )
    follow(clock.now() + timedelta(seconds=1))
    return asked


def test_a_new_shop_reads_new_and_no_number(sign_in: SignIn, answered: Ref) -> None:
    shown = page(sign_in(ANNA))
    assert '<p class="standing-number">New</p>' in shown
    assert "so far yours weigh 1.00." in shown
    assert "1 question waits for you." in shown
    assert "With a pencil" not in shown
    assert not re.search(r"0\.9\d\d\b", shown)


def test_a_score_is_told_with_its_sum_and_what_would_change_it(sign_in: SignIn, answered: Ref) -> None:
    more(count=4)
    shown = page(sign_in(ANNA))
    assert '<p class="standing-number">0.920</p>' in shown
    assert '<p class="standing-number">0.964</p>' in shown
    assert "(18 + 5.00) / (20 + 5.00)" in shown
    assert (
        "0.70 + 0.30 \N{MULTIPLICATION SIGN} (0.920 \N{MINUS SIGN} 0.70) / (0.95 \N{MINUS SIGN} 0.70)"
        in shown
    )
    assert re.search(r"If you answer the 1 open question now</dt><dd>0\.923<", shown)
    assert re.search(r"If you leave it</dt><dd>0\.885<", shown)
    assert "it never enters the visibility" in shown
    assert "Nothing: all that counts was in time." in shown


def test_what_cost_most_stands_first_with_its_reasons_and_messages(sign_in: SignIn, answered: Ref) -> None:
    with everything():
        due = Point.objects.filter(state="met")[0].deadline_us
    more(count=4)
    more(count=1, state="late", overrun_us=36 * DAY_US // 24, deadline_us=due - 60 * DAY_US)
    more(count=1, state="missed")
    shown = page(sign_in(ANNA))
    missed, late = shown.index("not answered"), shown.index("36 h 00 late")
    assert missed < late
    assert "It is worth nothing." in shown
    assert "Late, so it is worth 25 %. " in shown
    assert re.search(r"(59|60|61) days old: 0\.(49|50|51) of it is left\.", shown)
    assert f"/seller/conversations/{answered}#m1" in shown


def test_every_obligation_is_listed_and_leads_to_question_and_answer(sign_in: SignIn, answered: Ref) -> None:
    anna = sign_in(ANNA)
    shown = page(anna, f"{PAGE}/points")
    assert "2 obligations, the latest first." in shown
    for n in (0, 1):
        assert f'href="/seller/conversations/{answered}#m{n}"' in shown
    assert "not due yet" in shown
    assert "Nothing to show" in page(anna, f"{PAGE}/points?cost=1")


def test_the_list_goes_on_where_it_stopped(sign_in: SignIn, answered: Ref) -> None:
    anna = sign_in(ANNA)
    more(count=60)
    first = page(anna, f"{PAGE}/points")
    [link] = re.findall(r'href="\?(after=[^"]+)">Show older ones', first)
    second = page(anna, f"{PAGE}/points?{link}")
    assert (first.count('class="point '), second.count('class="point ')) == (50, 12)
    assert "Show older ones" not in second
    assert anna.get(f"{PAGE}/points?after=x").status_code == 400


def test_a_table_can_be_taken_along(sign_in: SignIn, answered: Ref) -> None:
    answer = sign_in(ANNA).get(f"{PAGE}/points.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="points.csv"'
    lines = answer.content.decode().splitlines()
    assert (lines[0].split(",")[0], len(lines)) == ("point", 3)


def test_strangers_see_their_own_or_nothing(sign_in: SignIn, answered: Ref) -> None:
    assert "Nobody has waited for an answer of yours yet." in page(sign_in(DMITRI))
    assert str(answered) not in page(sign_in(DMITRI), f"{PAGE}/points")
    for actor in (CLARA, EDDA):
        for path in (PAGE, f"{PAGE}/points", f"{PAGE}/points.csv"):
            assert sign_in(actor).get(path).status_code == 404


def test_the_weights_are_published_in_five_languages(shops: Shops) -> None:
    words = {
        "en": "Score and visibility",
        "pl": "Ocena i widoczność",
        "de": "Bewertung und Sichtbarkeit",
        "fr": "Score et visibilité",
        "it": "Punteggio e visibilità",
    }
    for language, title in words.items():
        shown = Client(headers={"Accept-Language": language}).get("/weights").content.decode()
        assert f"<h1>{title}</h1>" in shown
        assert "p = (18 + m) / (20 + n)" in shown
    english = page(Client(headers={"Accept-Language": "en"}), "/weights")
    assert "<td>95</td><td>5</td><td>0</td><td>0.961</td><td>1.000</td>" in english
    assert "the weight halves every 60 days" in english
    assert 'href="/weights"' in page(Client(), "/how-it-works")
