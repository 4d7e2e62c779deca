"""Which of an offer's titles a reader gets."""

from collections.abc import Mapping

FALLBACK = "en"


def title_in(titles: Mapping[str, str], *, language: str) -> str:
    """The title in the reader's language, else in its base language, else in English, else in any."""
    for wanted in (language, language.split("-", maxsplit=1)[0], FALLBACK):
        if wanted in titles:
            return titles[wanted]
    return next(iter(titles.values()), "")
