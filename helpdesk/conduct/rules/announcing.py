"""What an amendment forbids that was not forbidden before: it is this that has to be announced."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from helpdesk.conduct.rules.amending import Amendment
from helpdesk.conduct.rules.packs import phrase_code
from helpdesk.conduct.terms import Decision, Label


class Sort(StrEnum):
    """In what way more is forbidden."""

    PHRASE = "phrase"  # words that may no longer be written
    HOST = "host"  # pages that messages may no longer name
    STRICTER = "stricter"  # decided more strictly than before


@dataclass(frozen=True, slots=True, kw_only=True)
class Prohibition:
    """One of them. `what` is the phrase, the host, or the label or rule that is decided more strictly.

    `decision` is the strictest that may follow from then on; None: whatever the table says.
    """

    sort: Sort
    what: str
    label: Label | None = None
    decision: Decision | None = None


def new_prohibitions(*, before: Amendment, after: Amendment) -> list[Prohibition]:
    """Phrases, then hosts, then what is decided more strictly, each in its order."""
    return [*_phrases(before, after), *_hosts(before, after), *_stricter(before, after)]


def _phrases(before: Amendment, after: Amendment) -> Iterator[Prohibition]:
    known = {(one.label, one.words) for one in before.phrases}
    for one in after.phrases:
        if (one.label, one.words) not in known:
            yield Prohibition(sort=Sort.PHRASE, what=one.words, label=one.label)


def _hosts(before: Amendment, after: Amendment) -> Iterator[Prohibition]:
    """A host below one that stays allowed is allowed as before."""
    for host in sorted(before.hosts - after.hosts):
        if not any(host.endswith(f".{other}") for other in after.hosts):
            yield Prohibition(sort=Sort.HOST, what=host, label=Label.URL)


def _stricter(before: Amendment, after: Amendment) -> Iterator[Prohibition]:
    """A rule without a ceiling may do whatever the table says."""
    for name, ceiling in sorted(before.ceilings.items()):
        later = after.ceilings.get(name)
        if later is None or later.strength > ceiling.strength:
            yield Prohibition(sort=Sort.STRICTER, what=name, label=label_named(name=name), decision=later)


def label_named(*, name: str) -> Label | None:
    """The label of that name; None for the name of a single rule."""
    return next((one for one in Label if name in (one.value, phrase_code(label=one))), None)
