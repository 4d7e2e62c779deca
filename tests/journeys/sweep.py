"""One look at one page, by machine and by ear: in each language at three widths, in English also in the dark.

Dark differs from light in colours alone, and a translation from its source in words alone. So the pairs of
colours are looked at once, in English, in both schemes; everything else in every language.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

import pytest
from django.conf import settings
from playwright.sync_api import Page as Shown

from tests.journeys import speech
from tests.journeys.accessible import barriers, cuts
from tests.journeys.house import NAMES
from tests.journeys.pages import Page
from tests.journeys.visitors import PHONE, Visitors

ENGLISH, *OTHERS = LANGUAGES = [code for code, _ in settings.LANGUAGES]
Scheme = Literal["light", "dark"]
SCHEMES: Sequence[Scheme] = ("dark", "light")
WIDTHS = (320, 1280, PHONE)  # the last one is axe's


def look_over(visitors: Visitors, page: Page, subtests: pytest.Subtests) -> None:
    """Fail with everything that is wrong, each language by its name."""
    english: list[str] = []
    for language in LANGUAGES:
        with subtests.test(language=language), _named(f"{page} in {language}"):
            visitors.trouble.clear()
            shown = visitors.visit(page, language=language)
            said = speech.said_on(shown)
            if language == ENGLISH:
                english = said
            found = [*faults_of_speech(shown, said, english, language)]
            found += faults_of_looks(shown) if language == ENGLISH else faults_of_words(shown)
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
    """At three widths, in light and dark; then by machine, on a phone in both."""
    yield from _cuts(shown, SCHEMES)
    for scheme in SCHEMES:
        shown.emulate_media(color_scheme=scheme)
        yield from (f"{scheme}: {fault}" for fault in barriers(shown))


def faults_of_words(shown: Shown) -> Iterator[str]:
    """What longer words may push out of its place, at three widths; what has no name or a name twice."""
    yield from _cuts(shown, ["light"])
    yield from barriers(shown, colours=False)


def _cuts(shown: Shown, schemes: Sequence[Scheme]) -> Iterator[str]:
    for width in WIDTHS:
        shown.set_viewport_size({"width": width, "height": 800})
        for scheme in schemes:
            shown.emulate_media(color_scheme=scheme)
            yield from (f"{width} px, {scheme}: {fault}" for fault in cuts(shown))
