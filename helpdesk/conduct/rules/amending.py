"""Amendments: what an operator changes of the shipped rules, and how long before it must be announced.

Only a new prohibition is announced, 15 days before it holds: a phrase that is forbidden, a host that is no
longer allowed, a rule that decides more strictly than it did (Regulation (EU) 2019/1150, Article 3(2)).
Whatever allows more holds at once, and so does recognising an old prohibition better.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from helpdesk.conduct.rules.letters import FOLD
from helpdesk.conduct.rules.packs import Pack, Phrase, phrase_code
from helpdesk.conduct.terms import Decision, Label

NOTICE_DAYS: Final = 15
MOST_HOSTS: Final = 500
MOST_PHRASES: Final = 200
SHORTEST: Final = 4  # letters of a forbidden phrase: shorter ones stand in other words' places
LONGEST: Final = 100
_CEILINGS: Final = {one.value: one for one in Decision}


class BadAmendment(ValueError):
    """What it says is not understood; `code` says why, `about` what, `field` where."""

    def __init__(self, code: str, about: str = "", field: str = "content") -> None:
        super().__init__(code)
        self.code, self.about, self.field = code, about, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """Whole in itself: it replaces the one before it of the same market."""

    hosts: frozenset[str] = frozenset()
    phrases: tuple[Phrase, ...] = ()
    ceilings: Mapping[str, Decision] = field(default_factory=dict)

    def content(self) -> dict[str, Any]:
        """As it is stored."""
        return {
            "hosts": sorted(self.hosts),
            "phrases": [{"label": one.label.value, "words": one.words} for one in self.phrases],
            "ceilings": {name: one.value for name, one in sorted(self.ceilings.items())},
        }


def amendment(content: Mapping[str, Any]) -> Amendment:
    """What was stored or typed, checked. Raises BadAmendment."""
    hosts, phrases = content.get("hosts", ()), content.get("phrases", ())
    for many, most, where in ((hosts, MOST_HOSTS, "hosts"), (phrases, MOST_PHRASES, "phrases")):
        if len(many) > most:
            raise BadAmendment("pack.too_long", str(most), where)
    return Amendment(
        hosts=frozenset(map(_host, hosts)),
        phrases=tuple(_phrase(one) for one in phrases),
        ceilings={name: _ceiling(name, one) for name, one in dict(content.get("ceilings", {})).items()},
    )


def _host(written: str) -> str:
    """Small and in punycode, without what stands around a host."""
    plain = written.strip().lower().removeprefix("https://").removeprefix("http://").strip("/.")
    try:
        named = plain.encode("idna").decode()
    except UnicodeError:
        raise BadAmendment("pack.host", written, "hosts") from None
    if "." not in named or not all(char.isalnum() or char in ".-" for char in named):
        raise BadAmendment("pack.host", written, "hosts")
    return named


def _phrase(said: Mapping[str, str]) -> Phrase:
    words = " ".join(said.get("words", "").translate(FOLD).split())
    if not SHORTEST <= len(words) <= LONGEST or not any(char.isalpha() for char in words):
        raise BadAmendment("pack.phrase", said.get("words", ""), "phrases")
    try:
        label = Label(said.get("label", ""))
    except ValueError:
        raise BadAmendment("pack.label", said.get("label", ""), "phrases") from None
    return Phrase(label=label, words=words, code=phrase_code(label=label))


def _ceiling(name: str, decision: str) -> Decision:
    known = name in {one.value for one in Label} or "." in name
    if not known or decision not in _CEILINGS:
        raise BadAmendment("pack.ceiling", name, "ceilings")
    return _CEILINGS[decision]


def together(*, everywhere: Amendment, here: Amendment) -> Amendment:
    """What both amendments say of one market; of a rule that both name, the market's own goes first."""
    return Amendment(
        hosts=everywhere.hosts | here.hosts,
        phrases=(*everywhere.phrases, *here.phrases),
        ceilings={**everywhere.ceilings, **here.ceilings},
    )


def amended(*, pack: Pack, by: Sequence[tuple[str, Amendment]]) -> Pack:
    """The pack with amendments, each with its version's name; later ones go before earlier ones."""
    for name, one in by:
        pack = replace(
            pack,
            version=f"{pack.version}+{name}",
            hosts=pack.hosts | one.hosts,
            phrases=(*pack.phrases, *one.phrases),
            ceilings={**pack.ceilings, **one.ceilings},
        )
    return pack


def both(*, then: Pack, now: Pack) -> Pack:
    """What is forbidden by both: a rule counts neither before it held nor once it holds no more."""
    ceilings = {**then.ceilings}
    for name, one in now.ceilings.items():
        ceilings[name] = min(one, ceilings.get(name, one), key=lambda decision: decision.strength)
    return replace(
        now,
        hosts=then.hosts | now.hosts,
        ceilings=ceilings,
        phrases=tuple(one for one in now.phrases if one in then.phrases),
    )
