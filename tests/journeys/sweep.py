"""One look at one page in one language: at three widths, in light and dark, by machine and by ear."""

from collections.abc import Iterator

from django.conf import settings
from playwright.sync_api import Page as Shown

from tests.journeys import speech
from tests.journeys.accessible import barriers, cuts
from tests.journeys.house import NAMES
from tests.journeys.pages import Page
from tests.journeys.visitors import PHONE, Visitors

ENGLISH, *OTHERS = LANGUAGES = [code for code, _ in settings.LANGUAGES]
WIDTHS = (320, 1280, PHONE)  # the last one is axe's


def look_over(visitors: Visitors, english: dict[str, list[str]], page: Page, language: str) -> None:
    """Fail with everything that is wrong. `english` remembers what pages say there, which comes first."""
    shown = visitors.visit(page, language=language)
    said = speech.said_on(shown)
    english.setdefault(str(page), said if language == ENGLISH else [])
    found = [*faults_of_speech(shown, said, english[str(page)], language), *faults_of_looks(shown)]
    if language == ENGLISH:
        found += [f"dark: {fault}" for fault in barriers(shown)]
    shown.emulate_media(color_scheme="light")
    found += [*barriers(shown), *visitors.trouble]
    visitors.trouble.clear()
    assert not found, "\n".join([shown.url, *found])


def faults_of_speech(shown: Shown, said: list[str], english: list[str], language: str) -> Iterator[str]:
    """The page says its language, and speaks it."""
    if (named := shown.get_attribute("html", "lang")) != language:
        yield f"says that its language is {named}"
    if language != ENGLISH:
        yield from speech.english_in(said, language=language)
        yield from speech.never_translated(said, english, language=language, names=NAMES)


def faults_of_looks(shown: Shown) -> Iterator[str]:
    """At three widths, in light and dark; ends on a phone in dark."""
    for width in WIDTHS:
        shown.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            shown.emulate_media(color_scheme=scheme)
            yield from (f"{width} px, {scheme}: {fault}" for fault in cuts(shown))
