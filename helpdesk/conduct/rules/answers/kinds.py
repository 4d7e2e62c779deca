"""Kinds of questions: what an answer to one must hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from helpdesk.conduct.rules.answers.lexicon import Mark, lexicon
from helpdesk.conduct.rules.answers.linking import Matter, matter_of
from helpdesk.conduct.rules.answers.prose import Prose


class Kind(StrEnum):
    """The values: yes or no; a number; a time; a place; something named; a way; a reason; an act."""

    POLAR = "polar"
    AMOUNT = "amount"
    WHEN = "when"
    WHERE = "where"
    CHOICE = "choice"
    HOW = "how"
    WHY = "why"
    ACT = "act"


OPEN: Final = frozenset({Kind.WHERE, Kind.CHOICE, Kind.HOW, Kind.WHY})
"""What any statement may answer."""

_BY_SECTION: Final = {
    "Q_AMOUNT": Kind.AMOUNT, "Q_WHEN": Kind.WHEN, "Q_WHERE": Kind.WHERE, "Q_CHOICE": Kind.CHOICE,
    "Q_HOW": Kind.HOW, "Q_WHY": Kind.WHY, "Q_WHO": Kind.CHOICE,
}  # fmt: skip
_WHETHER: Final = frozenset({"if", "whether", "ob", "si", "se", "czy"})
_KNOWING: Final = (
    "know", "tell", "say", "idea", "wiss", "weiss", "sagen", "nennen", "mitteil", "sav", "dire", "sap", "dir", "wie", "powie"
)  # fmt: skip
_ACTS: Final = (
    "send", "email", "change", "cancel", "swap", "add", "include", "hold", "reserv", "combin", "attach", "resend", "forward",
    "schick", "send", "ander", "storn", "leg", "stell", "ausstell", "reserv", "rechnung", "wysl", "przesl", "wystaw",
    "zmien", "anul", "doda", "faktur", "dolacz", "envoy", "chang", "annul", "ajout", "facture", "joindr", "modif", "mand",
    "invi", "cambi", "aggiung", "swap", "replac", "tausch", "ersetz", "zamien", "wymien", "remplac", "sostitu", "fattur", "alleg", "emett", "spost", "sped",
)  # fmt: skip
_OR: Final = frozenset({"or", "oder", "ou", "o", "oppure", "lub", "albo", "czy"})
_IF_SO: Final = (
    "if so", "if yes", "and if so", "wenn ja", "falls ja", "und wenn ja", "si oui", "et si oui", "se si", "se s\u00ec", "e se si",
    "jesli tak", "jezeli tak", "a jesli tak", "i jesli tak",
)  # fmt: skip
_SUPPOSED: Final = frozenset({"if", "wenn", "falls", "si", "se", "jesli", "jezeli", "jak"})
_BY_NOW: Final = frozenset({"already", "gia", "deja"})
_ABOUT: Final = (
    "what about",
    "how about",
    "how bout",
    "was ist mit",
    "wie sieht s mit",
    "wie sieht es mit",
    "et pour",
    "a co z",
    "co z",
)
_MOST_STARTING: Final = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what it is about. `either`: it names things to choose from."""

    kind: Kind
    matter: Matter
    unit: str
    either: bool
    follows: bool  # in one sentence with the one before
    bare: bool  # it says little: "And the lid?"
    words: tuple[str, ...]
    numbers: bool = False
    dated: bool = False
    acts: bool = False  # it asks that something be done
    other: bool = False  # it names the other of two things to choose from: "Or for the set?"


def asked(text: str, languages: int, before: Asked | None, *, follows: bool, other: bool = False) -> Asked:
    """Of a question's text. `other`: "or" stands before it."""
    prose = Prose(text, likely=languages)
    words = tuple(word for word, _ in prose.words)
    spoken = prose.languages | languages if prose.languages & languages else prose.languages
    matter = matter_of(words, spoken)
    marks = lexicon().marks(prose.flat, spoken)
    kind = _kind(prose, words, marks, matter)
    bare = kind is Kind.POLAR and _is_bare(prose, words, marks)
    if bare and before is not None:
        kind = before.kind
    unit = next((unit for topic, unit in lexicon().units.items() if topic in matter.topics), "")
    if unit == "length" and any(word.startswith(_LASTING) for word in words):
        unit = "time"
    either = kind is Kind.POLAR and any(word in _OR for word in words[1:-1])
    follows = follows or any(prose.flat.lstrip().startswith(one) for one in _IF_SO)
    dated = any(
        one.name == "DATE" and prose.text[one.start : one.end] not in _BY_NOW for one in marks
    ) or not matter.topics.isdisjoint(("expiry", "time"))
    numbers = any(word[0].isdigit() for word in words)
    unit = unit if kind is Kind.AMOUNT else ""
    acts = any(word.rpartition("'")[2].startswith(_ACTS) for word in words)
    return Asked(kind, matter, unit, either, follows, bare, words, numbers, dated, acts, other)


_LASTING: Final = (
    "last", "batter", "charg", "take", "wait", "repair", "dauer", "halt", "lauf", "akku", "lad", "brauch", "wart", "dure",
    "tient", "autonom", "prend", "met", "trwa", "potrwa", "trzyma", "bateri", "laduj", "czeka", "dura", "mett", "caric", "vuole",
)  # fmt: skip


def _kind(prose: Prose, words: Sequence[str], marks: Sequence[Mark], matter: Matter) -> Kind:
    clauses = {one.start: one.end for one in marks if one.name == "SUBORDINATE"}
    asking = [one for one in marks if one.name in _BY_SECTION and clauses.get(one.start, 0) <= one.end]
    requests = [one for one in marks if one.name == "REQUEST" or (one.name == "DEMAND" and one.start <= 4)]
    opening = _opening(prose, marks)
    starts = any(one.name == "POLAR" and one.start == opening for one in marks)
    starts = starts and not any(one.start == opening for one in asking)
    if requests:
        return _requested(prose, words, asking, matter)
    if words and words[0] in _SUPPOSED and len(words) > 2 and "," not in prose.text and not asking:
        return Kind.HOW
    if not asking or (starts and not _indirect(prose, asking[0])):
        return Kind.AMOUNT if _names_measure(words, marks) else Kind.POLAR
    if any(prose.flat.strip().startswith(one) for one in _ABOUT):
        return Kind.POLAR
    first = min(asking, key=lambda one: (one.start, -one.end))
    if first.name == "Q_CHOICE" and _is_counted(prose, first):
        return Kind.AMOUNT
    return _BY_SECTION[first.name]


def _is_counted(prose: Prose, mark: Mark) -> bool:
    """ "What temperature", "a che prezzo": the answer is a number."""
    word = next((word for word, at in prose.words if at >= mark.end), "")
    return word.startswith(COUNTED)


COUNTED: Final = (
    "temperat", "big", "gross", "gran", "duz", "heavy", "schwer", "ciezk", "pesant", "long", "lang", "dlug", "lung", "lourd",
    "tall", "hoch", "wysok", "haut", "alt", "often", "oft", "czesto", "souvent", "spesso", "tief", "breit", "larg", "weight", "width", "height", "length", "depth", "diamet", "thickness", "price", "cost", "wattage",
    "voltage", "magnif", "capacity", "gewicht", "breite", "hohe", "lange", "tiefe", "durchmess", "dicke", "starke", "preis",
    "leistung", "spannung", "wassersaule", "korpergross", "korperhoh", "waga", "wage", "szerok", "wysok", "dlugosc",
    "glebok", "sredni", "grubosc", "cena", "cene", "cenie", "moc", "napiec", "pojemn", "wzrost", "rocznik", "poids", "largeur",
    "hauteur", "longueur", "profondeur", "epaiss", "prix", "puissance", "tension", "capacite", "peso", "larghezz",
    "altezz", "lunghezz", "profondit", "spessor", "prezz", "potenz", "capacita", "costo",
)  # fmt: skip


def _names_measure(words: Sequence[str], marks: Sequence[Mark]) -> bool:
    """ "Seat height?", "Baujahr?"."""
    if len(words) > 5 or any(one.name in ("VERB", "POLAR") for one in marks):
        return False
    return any(word.startswith(_MEASURES) for word in words[:2])


_MEASURES: Final = (
    "weight", "width", "height", "length", "depth", "diameter", "price", "wattage", "voltage", "capacity", "dimension",
    "measure", "year", "postage", "gewicht", "breit", "hoh", "lang", "tief", "durchm", "preis", "leistung", "spannung",
    "mass", "abmess", "baujahr", "porto", "versandkost", "lieferkost", "waga", "wag", "szerok", "wysok", "dlug", "glebok",
    "sredni", "cena", "ceny", "moc", "napiec", "pojemn", "wymiar", "rocznik", "koszt", "poids", "largeur", "hauteur",
    "longueur", "profond", "diametre", "prix", "puissance", "tension", "dimension", "annee", "frais", "peso", "larghezz",
    "altezz", "lunghezz", "profond", "diametr", "prezz", "potenz", "misur", "anno", "costo", "costi", "portata",
)  # fmt: skip


def _opening(prose: Prose, marks: Sequence[Mark]) -> int:
    """Where the question begins, after "and"."""
    first = prose.words[0][1] if prose.words else 0
    if any(one.name == "AND" and one.start == first for one in marks) and len(prose.words) > 1:
        return prose.words[1][1]
    return first


def _indirect(prose: Prose, one: Mark) -> bool:
    """ "Do you know when", "tu pars quand": the question word counts; "is there one which" asks yes or no."""
    before = [word for word, at in prose.words if at < one.start]
    if any(word.startswith(_KNOWING) for word in before):
        return True
    after = [word for word, at in prose.words if at >= one.end]
    return not after and prose.text[one.start : one.end] not in ("that", "dass", "que", "che", "wo")


def _requested(prose: Prose, words: Sequence[str], asking: Sequence[Mark], matter: Matter) -> Kind:
    """What is wanted when something is asked for."""
    whether = next((at for word, at in prose.words[1:] if word in _WHETHER), None)
    first = min(asking, key=lambda one: (one.start, -one.end), default=None)
    if first is not None and (whether is None or first.start < whether):
        return _BY_SECTION[first.name]
    if whether is not None:
        return Kind.POLAR
    if any(word.rpartition("'")[2].startswith(_ACTS) for word in words):
        return Kind.ACT
    if any(topic in lexicon().units for topic in matter.topics):
        return Kind.AMOUNT
    return Kind.ACT if not matter.stems else Kind.CHOICE


def _is_bare(prose: Prose, words: Sequence[str], marks: Sequence[Mark]) -> bool:
    """ "And the lid?", "Et les chambres ?": as the question before."""
    if any(prose.flat.strip().startswith(one) for one in _ABOUT):
        return True
    joined = any(one.name == "AND" and one.start <= 1 for one in marks)
    return joined and len(words) <= 5 and not any(one.name in ("VERB", "POLAR") for one in marks)
