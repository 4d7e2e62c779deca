"""What somebody writes is shown as it was written, and does nothing."""

import pytest
from playwright.sync_api import Page, expect

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.shops import Shops

pytestmark = pytest.mark.journey

HOSTILE = "\n".join(
    (
        "<script>alert(1)</script><img src=x onerror=alert(2)>",
        "\"'><svg/onload=alert(3)><style>*{display:none}</style></textarea></template>",
        "{{ request.META }}{% include 'x' %} &lt;b&gt; ${7*7} %(x)s %s",
        "safe\u202eexe.dod\u202c \u2067right\u2069 \u200b\u200d\ufeff end",
        "Z\u0351\u0322\u0334\u0353a\u0351\u0322\u0334\u0353",
        "https://localhost/" + "w" * 300,
        "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \U0001f469\u200d\U0001f527",
    )
)


@pytest.mark.parametrize(("width", "dark"), [(320, True), (390, False)])
def test_hostile_text_is_inert_on_a_phone(sign_in: SignIn, shops: Shops, width: int, dark: bool) -> None:
    thread = hostile_question(shops)
    anna = sign_in(ANNA, width=width, dark=dark)
    expect(anna.locator(".row-words")).to_contain_text("<script>alert(1)</script>")
    look_at(anna)
    anna.locator(".row-link").click()
    assert shown(anna) == HOSTILE
    look_at(anna)
    anna.get_by_role("textbox").fill(HOSTILE)
    anna.locator(".composer button").first.click()
    expect(anna.get_by_role("status")).to_be_visible()

    clara = sign_in(CLARA, width=width, dark=dark)
    look_at(clara)
    clara.goto(clara.url.replace("/orders", f"/conversations/{thread}"))
    assert shown(clara) == HOSTILE
    look_at(clara)
    clara.goto(clara.url.rsplit("/", 1)[0])
    look_at(clara)


def hostile_question(shops: Shops) -> Ref:
    """Clara's question, by the action that the page calls."""
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=HOSTILE, key="hostile"
    )
    return posted.conversation


def shown(page: Page) -> str | None:
    """The last message, character by character."""
    return page.locator(".entry-text").last.text_content()
