"""People who look at every page of one house, each with a browser of their own."""

from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Page as Shown

from helpdesk.accounts.models import Person
from helpdesk.accounts.queries import ticket
from helpdesk.accounts.terms import Hat
from tests.journeys.house import House
from tests.journeys.pages import Page
from tests.journeys.sizes import HEIGHT, resize
from tests.journeys.watching import watch

PHONE = 390  # CSS pixels


class Visitors:
    """A browser for each of the cast and for strangers, whose language is changed as the sweep goes on."""

    def __init__(self, browser: Browser, house: House, live: str) -> None:
        self.house, self.live = house, live
        self.trouble: list[str] = []
        self.contexts: list[BrowserContext] = []
        self._browser, self._pages, self._speaks = browser, dict[str, Shown](), dict[str, str]()

    def visit(self, wanted: Page, *, language: str) -> Shown:
        """The page, on a phone in light."""
        page = self.browser_of(wanted, language)
        resize(page, width=PHONE)
        page.emulate_media(color_scheme="light")
        answer = page.goto(self.live + wanted.address(self.house))
        assert answer is not None
        assert answer.status == wanted.status, f"{answer.status} at {answer.url}"
        if wanted.then:
            wanted.then(page)
        return page

    def browser_of(self, wanted: Page, language: str) -> Shown:
        """The browser of who looks at this page, who reads this language from now on."""
        who = wanted.who
        known = f"{wanted.route} {language}" if wanted.alone else who or language
        if known not in self._pages:
            self._pages[known] = self._come_in("" if wanted.alone else who, language)
        if who and self._speaks.get(who) != language:
            person = self.house.person(who).person
            assert Person.objects.filter(id=person).update(language=language)
            self._speaks[who] = language
        return self._pages[known]

    def _come_in(self, who: str, language: str) -> Shown:
        context = self._browser.new_context(
            locale=language, reduced_motion="reduce", viewport={"width": PHONE, "height": HEIGHT}
        )
        self.contexts.append(context)
        page = watch(context.new_page(), self.live, self.trouble)
        if who:
            one = self.house.person(who)
            hat = Hat(person=one.person, side=one.side, seller_id=one.seller_id)
            page.goto(f"{self.live}/demo/sign-in/{ticket(hat=hat)}")
        return page
