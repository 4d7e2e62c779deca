"""Where a rule of law stands, as readers cite it: the Union's acts in their language, others in their own."""

import re

from django.utils.translation import pgettext

_ACT = re.compile(
    r"(?P<kind>Directive|Regulation) (?:\((?P<by>EU|EEC, Euratom)\) )?(?P<no>No )?(?P<number>\d+/\d+)"
    r"(?:/(?P<of>EU|EC))?"
)
_LANGUAGES = {"PL": "pl", "DE": "de", "FR": "fr", "IT": "it", "GB": "en"}


def language_of(*, article: str, country: str) -> str:
    """The language that an act is cited in: that of its `country`, and empty for acts of the Union."""
    return "" if _ACT.match(article) else _LANGUAGES.get(country[:2], "")


def cited(*, article: str) -> str:
    """As the reader's country writes it: `Directive 2011/83/EU, Art. 16`."""
    if not _ACT.match(article):
        return article
    said = _ACT.sub(_act, article)
    return said.replace("Art. ", pgettext("of an act of the EU", "Art.") + " ")


def _act(found: re.Match[str]) -> str:
    by = {
        "EU": pgettext("act", "EU"),
        "EC": pgettext("act", "EC"),
        "EEC, Euratom": pgettext("act", "EEC, Euratom"),
    }
    kinds = {"Directive": pgettext("act", "Directive"), "Regulation": pgettext("act", "Regulation")}
    parts = [kinds[found["kind"]]]
    parts += [f"({by[found['by']]})"] if found["by"] else []
    number = found["number"] + (f"/{by[found['of']]}" if found["of"] else "")
    parts += [pgettext("act", "No %(number)s") % {"number": number} if found["no"] else number]
    return " ".join(parts)
