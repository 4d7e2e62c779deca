"""A step as a form: its fields as the engine names them, and what was typed into them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.http import QueryDict
from django.utils.translation import pgettext

from helpdesk.cases import words as named
from helpdesk.cases.terms.amounts import minor_of
from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.cases.terms.flows import FieldUse
from helpdesk.cases.terms.states import Allowed
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.refusal import Invalid
from helpdesk.marketplace.terms.money import decimal
from helpdesk.portal import parcels
from helpdesk.portal.cases import words
from helpdesk.portal.cases.preview import Preview, previews

_LONGEST = 100  # characters of a coded field
_DECIDING = ("decide", "decide_appeal")  # nobody's demand is chosen before somebody decides
_PLACES = {"escalate": 1, "where_is_it": 1, "allow_refurbished": 3, "drop": 4}
_MONEY_DUE = ("refund", "carry_out")  # steps that give back what was paid
_SENDING = ("dispatch", "resend")  # steps with a parcel that leaves today


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`type` as in `terms.fields`; `value` is what stands in it, `suggestions` what is often typed."""

    name: str
    type: str
    label: str
    required: bool
    choices: Sequence[tuple[str, str]] = ()
    value: str = ""
    suggestions: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One step that may be taken now. `bare`: it needs nothing, one press is enough.

    `missing` is the sentence of what must come first; `until` when the reader's nearest date ends. `said` is
    what the Buyer will read of it.
    """

    step: str
    label: str
    tone: str
    fields: Sequence[Field]
    update: bool
    until: datetime | None
    missing: str = ""
    said: Sequence[Preview] = ()

    @property
    def bare(self) -> bool:
        """Whether one press is enough."""
        return not any(one.required for one in self.fields)

    @property
    def asks(self) -> Sequence[Field]:
        """The fields without words and files."""
        return [one for one in self.fields if one.type not in ("words", "files")]

    @property
    def says(self) -> Field | None:
        """The field for words."""
        return next((one for one in self.fields if one.type == "words"), None)

    @property
    def shows(self) -> Field | None:
        """The field for files."""
        return next((one for one in self.fields if one.type == "files"), None)


def acts(
    *, case: CaseShown, typed: Mapping[str, str] | None = None, of: str = "", told_in: str = ""
) -> list[Act]:
    """What the reader may do, the way on first; `typed` stands in the form of the step `of` again.

    `told_in` is the language in which the Buyer reads of each step; "" where nobody is shown that before.
    """
    found = [_act(case, one, typed or {} if one.step == of else {}, told_in) for one in case.actions]
    return sorted(found, key=_rank)


def _rank(act: Act) -> tuple[bool, int]:
    """What can be done before what cannot yet; what ends it all comes last."""
    place = {"main": 0, "": 2, "no": 3}.get(act.tone, 2)
    return bool(act.missing), _PLACES.get(act.step, place)


def given(*, form: QueryDict, case: CaseShown, step: str) -> dict[str, int | str]:
    """The coded fields of a step as the action takes them; without what is empty. Raises Invalid."""
    uses = next((one.fields for one in case.actions if one.step == step), ())
    found: dict[str, int | str] = {}
    for use in uses:
        written = form.get(use.name, "").strip()
        if written and FIELDS[use.name].kept and not FIELDS[use.name].from_door:
            found[use.name] = _value(use, written, str(case.facts.get("currency", "")))
    if found.get("tracking") and not found.get("carrier"):
        found |= {"carrier": parcels.carrier_of(number=str(found["tracking"]))}
    return {name: value for name, value in found.items() if value != ""}


def typed(*, form: QueryDict) -> dict[str, str]:
    """What stands in the coded fields, to show it again."""
    return {name: str(form.get(name, ""))[:_LONGEST] for name in FIELDS if name in form}


def _value(use: FieldUse, written: str, currency: str) -> int | str:
    kind = FIELDS[use.name].type
    if len(written) > _LONGEST:
        raise Invalid("case.field_invalid", field=use.name)
    if kind is FieldType.MONEY:
        return minor_of(amount=written, currency=currency, field=use.name)
    if kind is FieldType.FLAG:
        return int(written == "1")
    if kind is FieldType.DAY:
        return _day(written, use.name)
    return written


def _day(written: str, name: str) -> str:
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise Invalid("case.day_missing", field=name) from None


def _act(case: CaseShown, one: Allowed, typed: Mapping[str, str], told_in: str) -> Act:
    uses = [use for use in one.fields if not FIELDS[use.name].from_door]
    fields = [_field(case, one.step, use) for use in sorted(uses, key=_in_order)]
    fields = [replace(field, value=typed.get(field.name, field.value)) for field in fields]
    return Act(
        step=one.step,
        label=words.button(step=one.step),
        tone=one.tone,
        fields=fields,
        update=one.update,
        until=from_us(one.until) if one.until is not None else None,
        missing=str(named.SENTENCES.get(one.missing, "")) if one.missing else "",
        said=previews(
            step=one,
            values={field.name: field.value for field in fields},
            choices={field.name: field.choices for field in fields},
            language=told_in,
            currency=str(case.facts.get("currency", "")),
        ),
    )


def _in_order(use: FieldUse) -> int:
    """A parcel's number first: it tells its carrier."""
    return 0 if use.name == "tracking" else 1


def _field(case: CaseShown, step: str, use: FieldUse) -> Field:
    field = FIELDS[use.name]
    codes = use.choices or field.choices
    return Field(
        name=use.name,
        type=field.type.value,
        label=str(named.FIELDS[use.name]),
        required=use.required and use.name != "carrier",
        choices=[
            *_none(step, use),
            *((code, str(words.CHOICES.get(use.name, {}).get(code, code))) for code in codes),
        ],
        value=_usual(case, step, use.name),
        suggestions=parcels.NAMES if use.name == "carrier" else (),
    )


def _none(step: str, use: FieldUse) -> list[tuple[str, str]]:
    """A decision for the Seller has no remedy: whoever chose one before can take that back."""
    return [("", pgettext("a remedy", "Nothing"))] if step in _DECIDING and use.name == "remedy" else []


def _usual(case: CaseShown, step: str, name: str) -> str:
    """What is most likely meant: the remedy that is wanted, the whole of what was paid, the usual day."""
    facts = case.facts
    if name in ("remedy", "wanted") and step not in _DECIDING:
        return str(facts.get("wanted", ""))
    if name == "expected_on" and step in _SENDING:
        return case.arrives_on.isoformat() if case.arrives_on else ""
    if name == "amount" and step in _MONEY_DUE and facts.get("currency"):
        whole = facts.get("price", "" if facts.get("items") else facts.get("paid", ""))
        left = int(whole) - int(facts.get("deduction", 0)) if whole != "" else 0
        return decimal(minor=left, currency=str(facts["currency"])) if left > 0 else ""
    return ""
