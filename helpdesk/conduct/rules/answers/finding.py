"""Finding the questions of a message: with and without a mark, asked and requested, one after "and"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from helpdesk.conduct.rules.answers.edges import after_greeting, trimmed, without_thanks
from helpdesk.conduct.rules.answers.lexicon import Mark
from helpdesk.conduct.rules.answers.prose import WORD, Prose
from helpdesk.conduct.terms import Question

MAX_QUESTIONS: Final = 30
MAX_CUTS: Final = 60  # places in a sentence where another question may begin
_ASKING: Final = frozenset({"Q_AMOUNT", "Q_WHEN", "Q_WHERE", "Q_CHOICE", "Q_HOW", "Q_WHY", "Q_WHO"})
_STARTING: Final = _ASKING | {"POLAR", "REQUEST", "DEMAND"}
_OR: Final = frozenset(
    {"or", "oder", "ou", "o", "oppure", "lub", "czy", "albo", "bzw", "mais", "ma", "aber", "but", "ale"}
)
_WEAK: Final = frozenset({"que", "qui", "che", "co", "jak", "as", "ou", "quando", "kiedy", "quand", "when", "dove",
                          "where", "which", "was", "wie", "jako", "ktora", "ktory", "ktore", "chi", "who", "comme",
                          "come", "perche", "wo", "gdzie", "quanto", "quale", "what", "how"})  # fmt: skip
_BREAK: Final = re.compile(r"[,:(]\s*|\s-+\s|\s/\s")
Span = tuple[int, int]


def questions_in(*, text: str) -> Sequence[Question]:
    """In the order of the text; ids are q1, q2, ..."""
    prose = Prose(text)
    found = []
    for start, end, stop in prose.sentences:
        found += [*(_marked if "?" in stop else _unmarked)(prose, start, end, stop)]
        if len(found) >= MAX_QUESTIONS:
            break
    return [_question(prose, text, n, span) for n, span in enumerate(found[:MAX_QUESTIONS], 1)]


def _question(prose: Prose, text: str, number: int, span: Span) -> Question:
    start, end = prose.view.span(*span)
    return Question(id=f"q{number}", start=start, end=end, text=text[start:end])


def _marked(prose: Prose, start: int, end: int, stop: str) -> Iterator[Span]:
    """A sentence with a question mark: it asks at least once, unless it is a greeting."""
    last = end - len(stop.rstrip()) if stop else end
    start = after_greeting(prose, start, last)
    if not _is_asked(prose, start, last):
        return
    parts = _parts(prose, start, last)
    for n, part in enumerate(parts):
        if n == len(parts) - 1 or _asks(prose, part):
            yield (part[0], end) if part[1] == last else part


def _is_asked(prose: Prose, start: int, end: int) -> bool:
    said = " ".join(WORD.findall(prose.text, start, end))
    if not said or not any(char.isalpha() for char in said):
        return False
    rhetoric = [one for one in prose.within(start, end) if one.name in ("RHETORIC", "ASIDE")]
    if any(one.end - one.start >= len(said) - 3 for one in rhetoric):
        return False
    return not any(one.name == "ASIDE" and _is_aside(prose, one, (start, end)) for one in rhetoric)


def _is_aside(prose: Prose, one: Mark, span: Span) -> bool:
    """ "Who came up with such walls?", "I have two cats, you know how it is?": nobody is to answer."""
    start, end = span
    if one.start == start:
        return True
    return not prose.text[one.end : end].strip(" .!") and _starts_with(prose, span, _STARTING) is None


def _parts(prose: Prose, start: int, end: int, *, loose: bool = False) -> list[Span]:
    """The sentence, parted where another question begins: after a comma or "and"."""
    marks = prose.within(start, end)
    cuts = [(one.start, one.end, True) for one in marks if _is_and(prose, one)]
    cuts += [(found.start(), found.end(), False) for found in _BREAK.finditer(prose.text, start, end)]
    if loose and _starts_with(prose, (start, end), _STARTING):
        request = min((one.start for one in marks if one.name == "REQUEST"), default=end)
        # "tell me when" is one question.
        cuts += [(one.start, one.start, True) for one in marks if one.name in _LOOSE and one.start <= request]
    parts, at = [], start
    for left, cut, by_word in sorted(cuts)[:MAX_CUTS]:
        if left < at or left == start:
            continue
        right = _skip_and(prose, cut, end)
        joined = by_word or _SPOKEN_AND.match(prose.text, left, right) is not None
        if not joined and _leads_on(prose, (at, left)):
            continue
        if _begins(prose, (at, left), (right, end), joined):
            parts.append(trimmed(prose, at, left))
            at = right
    parts.append((at, end))
    return [part for part in parts if part[0] < part[1]]


_LOOSE: Final = frozenset({"Q_WHEN", "Q_AMOUNT", "Q_WHERE"})


def _is_another(prose: Prose, start: int, one: Mark) -> bool:
    """ "how often do I water it will it survive": the second verb before its subject."""
    if one.name != "POLAR" or " " not in prose.text[one.start : one.end] or not prose.languages & (_EN | _DE):
        return False
    return len(WORD.findall(prose.text, start, one.start)) >= 4


_SPOKEN_AND: Final = re.compile(r"[\s,]*(?:and|und|et|e|ed|i|a|oraz)\s")


def _leads_on(prose: Prose, left: Span) -> bool:
    """ "I'd like to know, ...", "And the box, ...": it asks nothing yet."""
    words = WORD.findall(prose.text, *left)
    if _IF_SO.fullmatch(prose.text, *left):
        return True
    named = {one.name for one in prose.within(*left)}
    if "REQUEST" in named:
        return not named & {"POLAR", *_ASKING} and len(words) <= 5
    return len(words) <= 4 and not named & {"VERB", "POLAR", *_ASKING}


_IF_SO: Final = re.compile(
    r"(?:(?:and|und|et|e|ed|i|a) )?(?:if (?:so|yes|not)|(?:wenn|falls) (?:ja|nein|nicht)|si (?:oui|non)|se (?:si|no)|(?:jesli|jezeli|jak) (?:tak|nie))"
)


def _skip_and(prose: Prose, at: int, end: int) -> int:
    for one in prose.within(at, min(end, at + 12)):
        if _is_and(prose, one) and not prose.text[at : one.start].strip():
            at = one.end
    return at + len(prose.text[at:end]) - len(prose.text[at:end].lstrip())


def _is_and(prose: Prose, one: Mark) -> bool:
    """The Italian "e" is no "è"."""
    said = prose.text[one.start : one.end]
    if one.name != "AND" or said in _OR:
        return False
    return said != "e" or prose.original[prose.view.span(one.start, one.end)[0]] in "eE"


def _begins(prose: Prose, left: Span, right: Span, joined: bool) -> bool:
    """Whether a question of its own begins on the right."""
    if _starts_with(prose, right, _STARTING) is not None:
        return joined or not _asks_whether(prose, left, right)
    if _INVERTED.match(prose.text, *right) is not None:
        return True
    verbs = [one for one in prose.within(*right) if one.name == "VERB" and not _between(prose, one, right[0])]
    if joined and _clause_word(prose, right) and len(WORD.findall(prose.text, *right)) > 1:
        return True
    early = verbs and len(WORD.findall(prose.text, right[0], verbs[0].start)) <= (3 if joined else 1)
    if not early or len(WORD.findall(prose.text, *right)) < 2:
        return False
    if joined:
        return any(one.name in ("VERB", *_STARTING) for one in prose.within(*left))
    return _starts_with(prose, left, _ASKING) is not None


def _between(prose: Prose, one: Mark, start: int) -> bool:
    """The Polish "or" between two things, which begins a question elsewhere."""
    return one.start > start and prose.text[one.start : one.end] in _OR


_INVERTED: Final = re.compile(
    r"(?:[a-z]+ ){0,3}?[a-z]+-(?:t-)?(?:il|elle|on|ils|elles|vous|je|ce)\b|[a-z]{3,}t (?:er|sie|es|man|ihr|das|der|die)\b"
)
"""A verb before its subject: "est-il", "leckt sie"."""


def _asks_whether(prose: Prose, left: Span, right: Span) -> bool:
    """ "Can you check, if it leaks": one question."""
    word = WORD.match(prose.text, *right)
    if word is None or word[0] not in ("ob", "czy", "if", "whether", "si", "se"):
        return False
    return len(WORD.findall(prose.text, *left)) <= 5 and _starts_with(prose, left, _ASKING) is None


def _clause_word(prose: Prose, span: Span) -> bool:
    word = WORD.match(prose.text, *span)
    return word is not None and word[0] in (
        "si",
        "se",
        "wenn",
        "if",
        "jesli",
        "jak",
        "was",
        "what",
        "co",
        "ob",
    )


def _starts_with(prose: Prose, span: Span, names: frozenset[str]) -> Mark | None:
    """The mark of one of these that the span begins with, unless it only opens a clause."""
    here = prose.opening(*span)
    if any(one.name == "SUBORDINATE" for one in here):
        return None
    return next((one for one in here if one.name in names), None)


def _asks(prose: Prose, part: Span) -> bool:
    """Whether what stands before the last question of a sentence asks too, or only leads to it."""
    marks = prose.within(*part)
    if _starts_with(prose, part, _STARTING) is not None:
        return True
    if any(
        one.name == "REQUEST" or (one.name in _ASKING and prose.text[one.start : one.end] not in _WEAK)
        for one in marks
    ):
        return True
    words = WORD.findall(prose.text, *part)
    if not words or len(words) > 9 or _conditional(words[0]):
        return False
    return _joined_after(prose, part) and (
        words[0] not in _TELLING or (words[0] == "i" and not prose.languages & _EN)
    )


def _joined_after(prose: Prose, part: Span) -> bool:
    return _SPOKEN_AND.match(prose.text, part[1]) is not None


_TELLING: Final = frozenset(
    "i we my our ich wir mein meine unser je j'ai nous mon ma mes notre ho abbiamo il_mio mio mia mam mamy moj moja "
    "moje jestem kupilem kupilam zamowilem zamowilam chce chcialbym chcialabym vorrei voglio i'm i've i'd ive im j'aimerais "
    "hab habe hatte hello hallo hi bonjour ciao salve witam thanks merci grazie danke dziekuje bo because da weil".split()
)


def _conditional(word: str) -> bool:
    return word in (
        "if",
        "when",
        "wenn",
        "falls",
        "si",
        "se",
        "jesli",
        "jezeli",
        "gdy",
        "quand",
        "quando",
        "gdybym",
    )


def _unmarked(prose: Prose, start: int, end: int, stop: str) -> Iterator[Span]:
    """A sentence without a question mark asks where it begins as a question, or asks for something."""
    last = end - len(stop.strip())
    open_end = not stop.strip()
    start = after_greeting(prose, start, last)
    for part in _parts(prose, start, last, loose=open_end):
        if (at := _asks_plainly(prose, part, open_end)) is not None:
            trimmed = without_thanks(prose, at, part[1])
            if len(WORD.findall(prose.text, *trimmed)) > 1:
                yield trimmed


def _asks_plainly(prose: Prose, part: Span, open_end: bool) -> int | None:
    """Where the question begins, or None."""
    marks = prose.within(*part)
    starting = _starts_with(prose, part, _STARTING)
    text = prose.text
    if starting is not None:
        if starting.name in ("REQUEST", "DEMAND"):
            return part[0]
        if starting.name in _ASKING and (
            open_end or text[starting.start : starting.end] not in _WEAK or "," not in text[slice(*part)]
        ):
            return part[0]
        if starting.name == "POLAR" and (open_end or _is_inverted(prose, starting)):
            return part[0]
    requests = [one.start for one in marks if one.name == "REQUEST"]
    if requests:
        return requests[0]
    if not open_end:
        return None
    clauses = {one.start for one in marks if one.name == "SUBORDINATE"}
    asked = [one for one in marks if one.name in _ASKING and one.start not in clauses]
    late = [one for one in asked if len(WORD.findall(text, one.end, part[1])) <= 1]
    if late and len(WORD.findall(text, *part)) <= 9:
        return part[0]
    strong = [one for one in asked if text[one.start : one.end] not in _WEAK]
    return strong[0].start if strong else None


_EN, _PL, _DE = 1, 2, 4


def _is_inverted(prose: Prose, mark: Mark) -> bool:
    """Where word order alone asks: "is it", "ist es", "czy", "avez-vous"; not "c'est", "ha"."""
    said = prose.text[mark.start : mark.end]
    if said.startswith("czy") or (
        prose.languages & (_EN | _DE) and " " in said and prose.languages & ~(_EN | _DE) == 0
    ):
        return True
    return "-" in said or said.startswith("est ce")
