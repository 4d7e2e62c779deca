"""One look at one page, by machine and by ear: in each language at three widths, in English also in the dark.

Dark differs from light in colours alone, and a translation from its source in words alone. So colours are
looked at once, in English, in both schemes; what words may break, in every language. In German, where words
are longest, the page is weighed as well, as if it were opened for the first time.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest
from django.conf import settings
from playwright.sync_api import Page as Shown

from tests.journeys import speech
from tests.journeys.accessible import COLOURS, WORDS, barriers, cuts
from tests.journeys.house import NAMES
from tests.journeys.pages import Page
from tests.journeys.sizes import resize
from tests.journeys.visitors import PHONE, Visitors
from tests.journeys.weight import weighed

ENGLISH, *OTHERS = LANGUAGES = [code for code, _ in settings.LANGUAGES]
WEIGHED = "de"
WIDTHS = (PHONE, 320, 1280)  # a visit begins with the first one, which is axe's


def look_over(visitors: Visitors, page: Page, subtests: pytest.Subtests) -> None:
    """Fail with everything that is wrong, each language by its name."""
    english: list[str] = []
    for language in LANGUAGES:
        with subtests.test(language=language), _named(f"{page} in {language}"):
            visitors.trouble.clear()
            found: list[str] = []
            with weighed(visitors, page, language, found) if language == WEIGHED else nullcontext():
                shown = visitors.visit(page, language=language)
                said = speech.said_on(shown)
                if language == ENGLISH:
                    english = said
                found += faults_of_speech(shown, said, english, language)
                found += faults_of_looks(shown) if language == ENGLISH else barriers(shown, rules=WORDS)
                found += faults_of_width(shown)
            found += visitors.trouble
            assert not found, "\n".join([shown.url, *found])


@contextmanager
def _named(case: str) -> Iterator[None]:
    """Whatever fails in the block says so: xdist reports a subtest by the name of its test alone."""
    try:
        yield
    except Exception as error:
        error.add_note(case)
        raise


def faults_of_speech(shown: Shown, said: list[str], english: list[str], language: str) -> Iterator[str]:
    """The page says its language, and speaks it."""
    if (named := shown.get_attribute("html", "lang")) != language:
        yield f"says that its language is {named}"
    if language != ENGLISH:
        yield from speech.english_in(said, language=language)
        yield from speech.never_translated(said, english, language=language, names=NAMES)


def faults_of_looks(shown: Shown) -> Iterator[str]:
    """By machine, in light; in the dark, what light may hide."""
    yield from (f"light: {fault}" for fault in barriers(shown))
    shown.emulate_media(color_scheme="dark")
    yield from (f"dark: {fault}" for fault in barriers(shown, rules=COLOURS))
    shown.emulate_media(color_scheme="light")


def faults_of_width(shown: Shown) -> Iterator[str]:
    """What longer words or a narrower window may push out of its place."""
    for width in WIDTHS:
        resize(shown, width=width)
        yield from (f"{width} px: {fault}" for fault in cuts(shown))
