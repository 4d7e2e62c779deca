"""Amendments: what an operator changes of the shipped rules, and how long before it must be announced.

Only a new prohibition is announced, 15 days before it holds: a phrase that is forbidden, a host that is no
longer allowed, a rule that decides more strictly than it did (Regulation (EU) 2019/1150, Article 3(2)).
Whatever allows more holds at once, and so does recognising an old prohibition better.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from helpdesk.conduct.rules.letters import FOLD
from helpdesk.conduct.rules.packs import Pack, Phrase
from helpdesk.conduct.terms import Decision, Label

NOTICE_DAYS: Final = 15
MOST_HOSTS: Final = 500
MOST_PHRASES: Final = 200
SHORTEST: Final = 4  # letters of a forbidden phrase: shorter ones stand in other words' places
LONGEST: Final = 100
_CEILINGS: Final = {one.value: one for one in Decision}


class BadAmendment(ValueError):
    """What it says is not understood; `code` says why, `about` what."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(code)
        self.code, self.about = code, about


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
    if len(hosts) > MOST_HOSTS or len(phrases) > MOST_PHRASES:
        raise BadAmendment("pack.too_long")
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
        raise BadAmendment("pack.host", written) from None
    if "." not in named or not all(char.isalnum() or char in ".-" for char in named):
        raise BadAmendment("pack.host", written)
    return named


def _phrase(said: Mapping[str, str]) -> Phrase:
    words = " ".join(said.get("words", "").translate(FOLD).split())
    if not SHORTEST <= len(words) <= LONGEST or not any(char.isalpha() for char in words):
        raise BadAmendment("pack.phrase", said.get("words", ""))
    try:
        label = Label(said.get("label", ""))
    except ValueError:
        raise BadAmendment("pack.label", said.get("label", "")) from None
    return Phrase(label=label, words=words, code=f"operator.{label.value.lower()}")


def _ceiling(name: str, decision: str) -> Decision:
    known = name in {one.value for one in Label} or "." in name
    if not known or decision not in _CEILINGS:
        raise BadAmendment("pack.ceiling", name)
    return _CEILINGS[decision]


def forbids_more(*, before: Amendment, after: Amendment) -> bool:
    """Whether something is forbidden, or decided more strictly, that was not before."""
    new = {(one.label, one.words) for one in after.phrases} - {
        (one.label, one.words) for one in before.phrases
    }
    return bool(new or before.hosts - after.hosts or _stricter(before.ceilings, after.ceilings))


def _stricter(before: Mapping[str, Decision], after: Mapping[str, Decision]) -> bool:
    """A rule without a ceiling may do whatever the table says."""
    return any(
        name not in after or after[name].strength > ceiling.strength for name, ceiling in before.items()
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


def labels_forbidden(phrases: Iterable[Phrase]) -> list[Label]:
    """Each once, in their order."""
    return list(dict.fromkeys(one.label for one in phrases))
