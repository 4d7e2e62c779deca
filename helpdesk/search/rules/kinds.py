"""The words of cases: what people call their kinds, in whichever language, and what they give with steps."""

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from helpdesk.search.terms import Language

_GIVEN: Final = ("tracking", "letter", "term")  # fields of a step that people write themselves

_NAMES: Final[Mapping[str, tuple[str, str, str, str, str]]] = {  # in the order of the languages
    "shipping_problem": (
        "shipping delivery problem lost parcel",
        "problem z dostawą przesyłka zaginęła",
        "Versandproblem Lieferproblem Zustellung",
        "problème de livraison colis perdu",
        "problema di spedizione consegna pacco smarrito",
    ),
    "return": ("return", "zwrot", "Rückgabe Rücksendung Retoure", "retour", "reso restituzione"),
    "withdrawal": (
        "withdrawal from the contract",
        "odstąpienie od umowy",
        "Widerruf des Vertrags",
        "rétractation du contrat",
        "recesso dal contratto",
    ),
    "complaint": ("complaint", "reklamacja", "Reklamation Beanstandung", "réclamation", "reclamo"),
    "warranty": ("warranty guarantee", "gwarancja", "Garantie", "garantie", "garanzia"),
    "claim": ("claim demand", "roszczenie", "Forderung Anspruch", "demande prétention", "richiesta pretesa"),
}
KINDS: Final = tuple(_NAMES)
"""The codes of kinds, as `helpdesk.cases` has them."""


def words_of_kind(kind: str) -> Iterator[tuple[Language, str]]:
    """Its names, each with its language; none for a kind that is not known."""
    return zip(Language, _NAMES.get(kind, ()), strict=False)


def given_in(said: bytes) -> list[str]:
    """What somebody wrote into the fields of a step, from the value that holds what was asked for."""
    given = msgspec.json.decode(said) if said else {}
    return [str(given[name]) for name in _GIVEN if given.get(name)]
