"""Pairs of opposites, yes and no on one thing, free and at a price, in one message or over two."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from helpdesk.conduct.rules import contraries, denials
from helpdesk.conduct.rules import measures_words as measures
from helpdesk.conduct.rules import opposites_words as words
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.scanning import Words
from helpdesk.conduct.rules.views import folded, raw
from helpdesk.conduct.terms import Finding, Label

_LIKELY: Final = 0.75
_FAR: Final = 220  # characters between two opposites
_MOST: Final = 24  # values of one text that are compared
_ANOTHER: Final = re.compile(words.ANOTHER)
_UNLIKE: Final = re.compile(words.UNLIKE)
_ASKING: Final = re.compile(r"\?\s*$")
_ASKED: Final = re.compile(r"[^.!?\n]{0,80}\?")
_IS: Final = r"(?:is|are|was|ist|sind|war|est|sont|e|sono|jest|sa|one is)"
_SUBJECT: Final = re.compile(
    rf"\b([a-z]{{4,}})\s{_IS}\s*$|\b(?:the|der|die|das|le|la|il|lo|i|gli|les)\s([a-z]{{4,}})\s*$"
)
Span = tuple[int, int]


class Told(NamedTuple):
    """The earlier messages of the same author and this one, folded; `start`: where this one begins."""

    text: str
    start: int


def told(reading: Reading) -> Told:
    """Of a reading."""
    before = "".join(folded(raw(one[:2000])).text + "\n" for one in reading.said.earlier[-3:])
    return Told(before + reading.folded.text, len(before))


def find(reading: Reading, said: Told) -> Iterator[Finding]:
    """One finding for each way of contradicting itself."""
    for rule, span in (*_opposed(said), *_denied(said), *_priced(said)):
        start, end = max(0, span[0] - said.start), span[1] - said.start
        if end > start:
            yield reading.found(
                Label.CONTRADICTS, f"contradicts.{rule}", start, end, _LIKELY, evidence=("both",)
            )


def _opposed(said: Told) -> Iterator[tuple[str, Span]]:
    if not contraries.may_oppose(said.text):
        return
    cues = contraries.cued(said.text)
    for (rule, sign), plus in cues.items():
        minus = cues.get((rule, "-"))
        if sign == "-" or minus is None:
            continue
        ones = contraries.told(said.text, (rule, "+"), plus)
        others = contraries.told(said.text, (rule, "-"), minus) if ones else []
        late = next(
            (late for one in ones for other in others if (late := _both(said, rule, one, other))), None
        )
        if late is not None:
            yield rule, late


def _both(said: Told, rule: str, one: Span, other: Span) -> Span | None:
    """The later of two opposites, unless they may both be true."""
    early, late = sorted((one, other))
    if late[0] < early[1] or late[0] - early[1] > _FAR or late[0] < said.start:
        return None
    over = early[0] < said.start
    if (
        rule in words.STATES
        and (one > other)
        and (over or _CHANGED.search(said.text, max(0, early[0] - 24), late[1]))
    ):
        return None
    if over and rule in words.STATES and _LATER.search(said.text, said.start, late[1]):
        return None
    if rule == "flaw" and denials.PARTLY.match(said.text, other[1]):
        return None
    if is_other(said.text, early, late, states=rule in words.STATES):
        return None
    return None if _NEGATED.search(said.text, max(0, one[0] - 16), one[0]) else late


_CHANGED: Final = re.compile(
    r"\b(?:now|but now|finally|again|since|meanwhile|in the meantime|back|was|were|had|until|jetzt|nun|"
    r"endlich|wieder|inzwischen|"
    r"mittlerweile|war|waren|bis|teraz|juz|wreszcie|znow|znowu|byl\w*|ponownie|maintenant|desormais|enfin|"
    r"etait|etaient|"
    r"de nouveau|a nouveau|entre-temps|adesso|ora|finalmente|di nuovo|era|erano|nel frattempo|today|heute|"
    r"dzis|dzisiaj|"
    r"aujourd'hui|oggi)\b"
)
_LATER: Final = re.compile(
    r"\b(?:meanwhile|meantime|inzwischen|mittlerweile|w miedzyczasie|entre-temps|"
    r"nel frattempo|since then)\b"
)


_NEGATED: Final = re.compile(
    r"(?:\b(?:not|isn't|nicht|pas|non e|nie|nie jest|kein\w*|no|never|nor)|n't) (?:\w+ )?$"
)


def is_other(text: str, early: Span, late: Span, *, states: bool = False) -> bool:
    """Of two articles, corrected, or asked."""
    another = _UNLIKE if states else _ANOTHER
    if another.search(text, max(0, early[0] - 24), early[0]) or another.search(text, early[1], late[0]):
        return True
    if any(_ASKED.match(text, end) for end in (early[1], late[1])):
        return True
    subjects = [_SUBJECT.search(text, max(0, at - 40), at) for at in (early[0], late[0])]
    names = [one[1] or one[2] for one in subjects if one]
    return len(names) == 2 and names[0] != names[1] and not measures.ANY.intersection(names)


_NO: Final = re.compile(
    r"\b(?:has no|have no|no|without|doesn't have|does not have|hat kein\w*|kein\w*|ohne|nie ma|bez|"
    r"n'a pas (?:de |le |la |l')?|pas de|sans|non ha (?:il |la |lo |l')?|senza|doesn't|does not|isn't|"
    r"is not|aren't|nicht|nie|n'est pas|non e|cannot|can't)"
    r" ?(?:a |an |the |any |de |d'|le |la |l'|il |lo |un |une |uno |una )?([a-z]{3,16})\b"
)
_FEATURE: Final = re.compile(
    r"bluetooth|w-?lan|wi-?fi|usb|gps|timer|light|licht|display|remote|fernbedienung|pilot\w*|"
    r"telecommande|telecomando|zip\w*|pocket\w*|tasche\w*|kieszen\w*|poche\w*|tasc\w+|lid|deckel|"
    r"pokryw\w*|couvercle|coperchio|hood|kapuz\w*|kaptur\w*|capuche|cappuccio|lock|schloss|zamek|"
    r"batter\w*|akku\w*|bateri\w*|charger|ladegerat|ladowark\w*|chargeur|caricatore|caricabatteria|cable|"
    r"kabel\w*|cavo|fit\w*|passt|pasuj\w*|incl\w*|inbegriffen|enthalten|dabei|zawier\w*|inclus\w*|work\w*|"
    r"funktionier\w*|dzial\w*|funziona\w*|fonctionn\w*|adjustable|verstellbar|regulowan\w*|reglable|"
    r"regolabile|available|verfugbar|lieferbar|dostepn\w*|disponib\w*|compatible|kompatibel|"
    r"kompatybiln\w*|waterproof|wasserdicht|etanche|gluten|lactose|milk|nuts|sugar|zucker|cukr\w*|alcohol|"
    r"invoice|rechnung|insured|versichert|returnable|removable|abnehmbar|washable|waschbar|dimmable|"
    r"dimmbar|wireless|kabellos|foldable|klappbar|skladan\w*|pliable|pieghevole|camera|kamera|kamery|"
    r"kamere|fotocamera|speaker\w*|microphone|nfc|hdmi|sim|touchscreen|heat\w*|motor|filter\w*|wheel\w*|"
    r"rollen|rader|kol\w+|roues|ruote|cover|hulle|screws|schrauben|srub\w*|vis|viti|manual|anleitung|"
    r"instrukcj\w*|istruzioni|notice|stand|sleeves|armel|belt|gurtel|pasek|ceinture|cintura"
)


_PARTS: Final = Words(
    [re.split(r"\\w|-\?", one)[0] for one in _FEATURE.pattern.split("|")]
)  # what a feature begins with


def _denied(said: Told) -> Iterator[tuple[str, Span]]:
    """It has one, it has none."""
    if not _PARTS.hits(said.text):
        return
    for no in islice(_NO.finditer(said.text), 12):
        if not _FEATURE.fullmatch(no[1]):
            continue
        stem = no[1][: max(3, min(6, len(no[1]) - 1))]
        yes = re.search(measures.HAS + re.escape(stem), said.text[: no.start()]) or re.search(
            measures.HAS + re.escape(stem), said.text[no.end() :]
        )
        if (
            yes is None
            or _NOT_SO.match(yes.string, yes.end())
            or no.end() <= said.start
            or _ASKING.search(said.text)
        ):
            continue
        at = yes.start() if said.text[: no.start()].find(yes[0]) == yes.start() else no.end() + yes.start()
        early, late = sorted(((at, at + len(yes[0])), no.span()))
        if abs(early[0] - late[0]) <= _FAR and not _OTHER_ONE.search(said.text, early[1], late[0]):
            yield "feature", late
            return


_NOT_SO: Final = re.compile(
    r"\w* (?:is|are|ist|sind|liegt|est|e|jest) (?:not|nicht|kein|pas|non|nie)\b|\w* n'est pas\b"
)
_OTHER_ONE: Final = re.compile(
    r"\b(?:other|another|second|instead|andere\w*|zweite\w*|inn[yaei]|drug\w*|autre|deuxieme|altr\w*|"
    r"second\w|sorry|or|oder|lub|ou|but the|aber (?:der|die|das)|older|newer|altere\w*|neuere\w*|version|"
    r"model [a-z]\d|while|wahrend|if|wenn|jesli|si|se|only|nur|tylko|seulement|solo)\b"
)
_FREE: Final = re.compile(
    r"\b(?:(?:delivery|shipping|postage|sending|dispatch) is (?:free|on us)|free (?:delivery|shipping|"
    r"postage)|(?:no|isn't any|without) (?:charge|cost) for (?:sending|shipping|delivery|postage)|"
    r"pay nothing for (?:the )?(?:shipping|delivery)|versandkostenfrei|(?:versand|"
    r"lieferung) (?:ist )?(?:kostenlos|gratis|frei|umsonst)|kostenlose[rn]? (?:versand|lieferung)|"
    r"zahlen nichts fur (?:den )?versand|(?:dostawa|wysylka|przesylka) (?:jest )?(?:gratis|darmowa|"
    r"za darmo|bezplatna)|darmow\w+ (?:dostaw|wysylk)\w+|za wysylke nic|(?:livraison|port|"
    r"envoi) (?:est )?(?:offert|gratuit)\w*|ne payez rien pour (?:l'envoi|la livraison)|(?:spedizione|"
    r"consegna) (?:e )?(?:gratuita|gratis|omaggio)|per (?:l'invio|la spedizione) non paga)"
)
_AMOUNT: Final = re.compile(
    r"(?:[\u20ac\u00a3$]\s?\d{1,4}(?:[.,]\d{2})?|\d{1,4}(?:[.,]\d{2})\b|\d{1,4}\s?(?:\u20ac|\u00a3|"
    r"euro?s?\b|zl\b|pounds?\b|quid\b))"
)
_CARRIAGE: Final = re.compile(
    r"deliver|shipping|postage|parcel|versand|liefer|porto|paket|dostaw|wysylk|paczk|przesyl|livraison|"
    r"port\b|colis|envoi|sped|pacco|invio|consegn"
)
_FROM: Final = re.compile(
    r"\b(?:from|over|above|below|under|ab|uber|unter|od|powyzej|ponizej|des|a partir|sinon|au-dessus|da|"
    r"sopra|sotto|oltre|otherwise|sonst|normally|express|expresowa|instead|saved?|worth|refund\w*|"
    r"erstatt\w*|zwrot\w*|rembours\w*|rimbors\w*|if|wenn|usually|was|statt|zamiast|invece|abroad|ausland)\b"
)


def _priced(said: Told) -> Iterator[tuple[str, Span]]:
    """Free, and at a price."""
    amount = _AMOUNT.search(said.text)
    free = _FREE.search(said.text) if amount and _CARRIAGE.search(said.text) else None
    amount = _AMOUNT.search(said.text, free.end(), free.end() + 70) if free else None
    if free is None or amount is None or amount.end() <= said.start:
        return
    near = said.text[free.end() : amount.end() + 30]
    if _CARRIAGE.search(near) and not _FROM.search(near):
        yield "free", amount.span()
