"""Typed numbers: what a number is that nobody can be reached or paid at. Evidence against a candidate."""

import re
from dataclasses import dataclass
from typing import Final

from helpdesk.conduct.rules import checks
from helpdesk.conduct.rules.stems import any_of, lines_of, sections, stems

MASK: Final = "ª"  # a letter that no number word has
WINDOW: Final = 64  # characters left of a number that may say what it is
_MAX_WORDS: Final = 1  # between a label and its number


_WORDS: Final = sections("numbers/labels.txt")
_LABELS: Final = stems(
    *(_WORDS[one] for one in ("orders", "parcels", "goods", "papers", "places", "compounds"))
)
_MARKS: Final = stems(_WORDS["marks"])
_SEQUENCES: Final = stems(_WORDS["sequences"])
_CALLS: Final = stems(sections("numbers/cues.txt")["calls"])
_OPENING: Final = re.compile(
    r"(?:^|[\n.!?]\s*)(?:hi|hello|hallo|bonjour|dzien dobry|salve|ciao|buongiorno)?[, ]{0,2}"

    + any_of(_WORDS["openers"]) + r"\.?:? ?(?:n|nr|no)?[.:°#]? ?$")  # fmt: skip
_IS: Final = re.compile(
    r"\s*(?:,? ?(?:is|was|ist|war|to|jest|byl|est|etait|e|era|being|sind|are) |\((?:ie |i\.e\. )?|= ?|as |"
    r"als |jako |comme |come )"
    r"(?:the |my |your |our |an? |die |der |das |meine |ihre |unsere |eine |moj |moja |twoj |la |le |l'|il |"
    r"lo |un |una |votre |notre |"
    r"mon |ma |suo |sua |mio |nr |numero |numer |nummer |number |no |id |code )*(?:\. ?|d'|de |di |del |"
    r"der |des |of )?"
)  # fmt: skip
_ON: Final = re.compile(
    r"\s?,?\s(?:on|auf|am|sur|sul|sulla|na|under|underneath|unter|sous|sotto|pod|from|vom) "
    r"(?:(?:the|its|dem|der|le|la|il|lo|my|meinem) |l')?"
)
_FITS: Final = re.compile(
    r"[^.!?\n\d]{0,20}?(?<![a-z])(?:fits?|passt|passen|convient|conviennent|va bene|vanno bene|pasuj\w*|"
    r"(?:old|older|new|alte[rs]?|neue[rs]?|ancien\w*|nouve\w*|vecchi\w*|nuov\w*|star[ya]|now[ya]) "
    r"(?:model\w*|version\w*|wersj\w*|typ\w*|type|revision|serie\w*)|model\w* (?:vecchi\w*|nuov\w*|ancien)|"
    r"(?:is|ist|jest|est|e) (?:the one )?(?:for |in |na |en )?"
    r"(?:size|gr(?:o(?:ss)?e)?|rozmiar\w*|r\.|taille|taglia|misura)\.? ?\d|"
    r"compatib\w*|kompatib\w*|kompatyb\w*|obsolete|discontinued|out of stock)(?![a-z])"
)
_MEASURED: Final = re.compile(
    r"\s?(?:x\s)?(?:mill?imet\w*|centi?met\w*|met(?:er|re|ro|ri|row|ry|res|ers|res)|mm|cm|kg|kilo\w*|gram\w*|"
    r"zoll|inch\w*|cali|pollic\w*|pouces?|euro\w*|zlot\w*|pounds?|pence|quid|lit(?:er|re|ro|ri|row|ry|res|ers)|grad\w*|"
    r"degre\w*|stopni\w*|watt\w*|volt\w*|wat(?:ow)?|minut\w*|sekund\w*|seconds?|stuck|sztuk\w*|pieces?|pezzi|bar)(?![a-z])"
)
_SAME: Final = re.compile(r"(?<![\d+])\d[\d ./-]{4,20}\d")
_SHAPE: Final = re.compile(r"\d")
_RATHER: Final = re.compile(
    r"(?<![a-z])(?:not|nicht|keine?|pas|non|nie|instead of|rather than|statt|anstatt|au lieu d\w*|invece|"
    r"zamiast)(?: [a-z']{1,8}){0,2} \d"
)
_AT: Final = re.compile(
    r"(?<![a-z])(?:(?:pod|unter|au|al|allo|under|on) ?[:(]? ?\+?|at (?:\(|\+|00|tel\w{0,7}\.? ))\Z"
)
_OWN: Final = re.compile(
    r"(?<![a-z])(?:(?:my|our|il mio|al mio|dal mio|il nostro|mon|notre|mein\w{0,2}|unser\w{0,2}|moj|nasz)"
    r"(?: nr\.?| no\.?| num\.?| n\.)?|lascio il mio|hier mein\w{0,2}|voici mon) ?:? ?\+?\Z"
)
"""A number that is mine, with no word for what it is."""
_GROUPS: Final = re.compile(r"\+?\d{2,5}(?:[ ./-]\d{2,4}){2,5}")
_RINGS: Final = re.compile(
    r"[^.!?\n\d]{0,44}?(?<![a-z])(?:(?:is|also|actually|really|which is|that is|happens to be|sarebbe|sono|e|"
    r"poi|ist|auch|zufallig|zugleich|est|aussi|c'est|en fait|jest|to|czyli|tez|akurat) (?:also |anche |auch |"
    r"aussi |tez |really |in realta |in wahrheit |en fait |poi )?(?:my|our|il mio|il nostro|mein\w{0,2}|"
    r"unser\w{0,2}|mon|notre|moj\w?|nasz\w?) (?:own |private |personal |privat\w{0,2} |prywatn\w{1,2} |"
    r"numero di |numero |numer |nr |num )?"
    r"(?:(?:mobile|cell)?(?:phone|mobile|cell)\w{0,6}|number|landline|cellulare|telefon\w*|fisso|handy\w*|"
    r"mobil\w*|festnetz\w*|portable|fixe|komork\w*|komorkow\w*)"
    r"|(?:rings?|vibrates?|buzzes|squilla|vibra|klingelt|vibriert|bimmelt|sonne|vibre|dzwoni|wibruje) "
    r"(?:in|on|nella|nel|in|auf|bei|dans|sur|chez|w|u) (?:my|mia|mio|meine\w?|ma|mon|moi|mojej|moim|mnie|mir|"
    r"tasca|der|la)|you know what|you get (?:me|the idea)|wink wink|ha capito|hai capito|ci siamo capiti|"
    r"vous (?:me )?comprenez|vous voyez ce que|sie wissen (?:schon|was)|sie verstehen (?:schon|mich)|"
    r"(?:pan|pani) rozumie|wie (?:pan|pani) co|wiadomo o co)(?![a-z])"
)
"""What follows says whose telephone it is, whatever it was called before."""
_MARK_REACH: Final = 22
_MARK_NEAR: Final = 6  # where a plus says already that it is a telephone number
_ASKING: Final = re.compile(
    r"(?<![a-z])(?:questions|queries|problems|issues|info|help|fragen|ruckfragen|probleme|hilfe|auskunft|"
    r"pytania|pytan|problemow|pomoc|w sprawie|"
    r"questions|renseignements?|soucis|aide|domande|informazioni|problemi|aiuto|"
    r"per info)\b[^.!?\d]{0,40}[:,(]\s?$"
)
_SENTENCE: Final = re.compile(r"[a-z]{5,}[.!?]\s|[!?]\s|\n\s*\n")
_NUMBER: Final = re.compile(r"[^\d,;!?]{0,8}(\d[\d ./-]{3,24}\d)")
_LINKING: Final = frozenset(_WORDS["linking"])
_LETTERS: Final = re.compile(r"[a-z]+")
_MASKS: Final = re.compile("|".join(lines_of("numbers/masks.txt")))


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a number. `label` and `call`: how near the nearest is, in characters; None: none."""

    label: int | None
    call: int | None
    opens: bool
    after: bool

    @property
    def typed(self) -> bool:
        """Something else than a telephone number."""
        if self.opens or (self.after and self.call is None):
            return True
        return self.label is not None and (self.call is None or self.label < self.call)


def masked(text: str) -> str:
    """`text` with dates, times, prices, measures and codes blanked out, length kept."""
    return _MASKS.sub(lambda found: MASK * len(found[0]), text)


def around(text: str, start: int, end: int) -> Around:
    """What stands left and right of a number in folded text."""
    left = text[max(0, start - WINDOW) : start]
    if _AT.search(left):
        return Around(label=None, call=0, opens=False, after=_called_after(text, end))
    if _RINGS.match(text, end) or (_OWN.search(left) and _GROUPS.fullmatch(text, start, end)):
        return Around(label=None, call=0, opens=False, after=False)
    label = _nearest(_LABELS, left, sentence=True)
    if label is not None and not (_adjoins(left, label) or _listed(left, label, text[start:end])):
        label = None
    mark = _nearest(_MARKS, left, sentence=True)
    if label is None and mark is not None and mark < (_MARK_NEAR if left.endswith("+") else _MARK_REACH):
        label = mark
    call = _nearest(_CALLS, left, sentence=False)
    if call is None and (asking := _ASKING.search(left)) is not None:
        call, label = len(left) - asking.end(), None
    return Around(
        label=label,
        call=call,
        opens=text[end : end + 2].strip()[:1] == ":" and _OPENING.search(left) is not None,
        after=_called_after(text, end),
    )


def _nearest(pattern: re.Pattern[str], left: str, *, sentence: bool) -> int | None:
    found = [*pattern.finditer(left)]
    last = found[-1] if found else None
    if last is None or (sentence and _SENTENCE.search(left, last.end() + 1)):
        return None
    return len(left) - last.end()


def _adjoins(left: str, distance: int) -> bool:
    """Few words stand between a label and its number, and no other clause."""
    between = left[len(left) - distance :]
    others = sum(word not in _LINKING for word in _LETTERS.findall(between))
    return others <= _MAX_WORDS and not re.search(r"[,;] [a-z]{3}|\n", between)


def _listed(left: str, distance: int, number: str) -> bool:
    """The label is that of a number of the same length before it: "batch 0770 0900, yours is 0770 0911"."""
    first = _NUMBER.match(left, len(left) - distance)
    return first is not None and abs(_digits(first[1]) - _digits(number)) <= 1


def _digits(text: str) -> int:
    return sum(char.isdigit() for char in text)


def _called_after(text: str, end: int) -> bool:
    """ "601234871 is the order number"."""
    if _FITS.match(text, end, end + WINDOW):
        return True
    if (on := _ON.match(text, end, end + WINDOW)) and (
        _MARKS.match(text, on.end(), on.end() + WINDOW) or _LABELS.match(text, on.end(), on.end() + WINDOW)
    ):
        return True
    glue = _IS.match(text, end, end + WINDOW)
    return glue is not None and _LABELS.match(text, glue.end(), glue.end() + WINDOW) is not None


def sequenced(text: str, start: int, end: int) -> bool:
    """Words near the number say that it is measured or an order to do things in: "tighten one, five"."""
    if _MEASURED.match(text, end) is not None:
        return True
    return _SEQUENCES.search(text, max(0, start - WINDOW), min(len(text), end + WINDOW)) is not None


def compared(text: str, start: int, end: int) -> bool:
    """The same number but for its end stands beside it: "20-45-77, not 20-45-78"."""
    low, high = max(0, start - 2 * WINDOW), min(len(text), end + 2 * WINDOW)
    written = text[start:end]
    near = text[low:high]
    for one in _SAME.finditer(near):
        other = one[0]
        if other == written or _SHAPE.sub("0", other) != _SHAPE.sub("0", written):
            continue
        if other[:-2] == written[:-2] or _RATHER.search(near):
            return True
    return False


def checked(digits: str) -> str | None:
    """The code of a check digit or form that makes the digits something else."""
    if len(digits) in (12, 13, 14, 18) and checks.ean(digits):
        return "ean"
    if checks.imei(digits):
        return "imei"
    return None


def labelled(text: str, start: int) -> bool:
    """Whether the clause before `start` is about another number, however many words are between."""
    left = text[max(0, start - WINDOW) : start]
    label = _nearest(_LABELS, left, sentence=True)
    call = _nearest(_CALLS, left, sentence=False)
    return label is not None and (call is None or label < call)


def calls(text: str, start: int, end: int) -> bool:
    """Whether a word of calling stands between the two offsets."""
    return _CALLS.search(text, max(0, start), end) is not None
