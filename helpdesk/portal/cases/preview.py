"""What the Buyer will read of a step, in the Buyer's language, before the Seller sends it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import translation

from helpdesk.cases import words as named
from helpdesk.cases.terms.states import Allowed
from helpdesk.portal import instants

_SLOT = re.compile(r"%\((\w+)\)s")
_FIELDS = {"day": "expected_on", "promised": "promised_on"}  # placeholder -> field, where they differ
_TELLING = {"term": "term", "promised_on": "promised"}  # fields with a sentence of their own
_MONEY = ("amount", "deduction")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Part of a sentence; `slot` is the field whose value stands in it, `unit` what follows the value."""

    text: str
    slot: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One sentence in `language` (BCP 47); `choice` is what has to be chosen for it, "" where nothing has."""

    choice: str
    language: str
    pieces: Sequence[Piece]


def previews(
    *,
    step: Allowed,
    values: Mapping[str, str],
    choices: Mapping[str, Sequence[tuple[str, str]]],
    language: str,
    currency: str,
) -> list[Preview]:
    """One, or one for each choice that makes another sentence; none of a step that tells nothing.

    `values` stand in the form's fields, `choices` are those of its coded ones: code and name.
    """
    if not step.update or not language:
        return []
    found = [one for one in _sentences(step, choices) if one[1] in named.TOLD]
    with translation.override(language):
        return [
            Preview(
                choice=name,
                language=language,
                pieces=[*_pieces(str(named.TOLD[key]), values, currency)],
            )
            for name, key in found
        ]


def _sentences(step: Allowed, choices: Mapping[str, Sequence[tuple[str, str]]]) -> list[tuple[str, str]]:
    """What has to be chosen, and the key of the sentence that follows from it."""
    chosen = [
        (name, f"{step.step}.{code}")
        for use in step.fields
        for code, name in choices.get(use.name, ())
        if code
    ]
    if chosen := [one for one in chosen if one[1] in named.TOLD]:
        return chosen
    for use in step.fields:
        key = f"{step.step}.{_TELLING.get(use.name, '')}"
        if key in named.TOLD:
            other = [] if use.required else [(str(named.FIELDS["expected_on"]), step.step)]
            return [*other, ("" if use.required else str(named.FIELDS[use.name]), key)]
    return [("", step.step)]


def _pieces(sentence: str, values: Mapping[str, str], currency: str) -> Iterator[Piece]:
    for n, part in enumerate(_SLOT.split(sentence)):
        if n % 2:
            slot, unit = _FIELDS.get(part, part), currency if part in _MONEY else ""
            yield Piece(text=_shown(slot, values.get(slot, ""), unit), slot=slot, unit=unit)
        elif part:
            yield Piece(text=part)


def _shown(slot: str, value: str, unit: str) -> str:
    if not value:
        return "\N{HORIZONTAL ELLIPSIS}"
    if slot.endswith("_on"):
        try:
            return instants.on_day(on=date.fromisoformat(value))
        except ValueError:
            return value
    return f"{value} {unit}".strip()
