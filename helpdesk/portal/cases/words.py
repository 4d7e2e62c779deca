"""What pages say of cases beside the room's own words."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from helpdesk.cases import words
from helpdesk.cases.terms.deeds import StepShown
from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.cases.terms.names import Basis, Owner
from helpdesk.cases.terms.states import Date, Facts
from helpdesk.kernel.clock import from_us
from helpdesk.marketplace.terms.money import decimal
from helpdesk.portal import citations, instants, locales
from helpdesk.portal.words import SIDES

_BY = ("decision", "remedy", "ground")  # values that make a sentence say more
_BUTTONS: dict[str, Promise] = {
    "escalate": pgettext_lazy("a step", "Ask the Platform to step in"),
    "add_evidence": pgettext_lazy("a step", "Add evidence"),
}
_LABELS: dict[str, Promise] = {"wanted": pgettext_lazy("a field", "Wanted solution")}  # to either side
_YOURS: dict[Owner, Promise] = {
    Owner.BUYER: _("It is your turn"),
    Owner.SELLER: _("It is your turn"),
}
CHOICES: dict[str, Any] = {
    "wanted": words.REMEDIES,
    "remedy": words.REMEDIES,
    "decision": words.DECISIONS,
    "ground": words.GROUNDS,
    "of": SIDES,
}


class _Values(dict[str, str]):
    """What a sentence may speak of; a dash for what is erased or was not given."""

    def __missing__(self, _: str) -> str:
        return "\N{EN DASH}"


def button(*, step: str) -> str:
    """What the button of a step says."""
    return str(_BUTTONS.get(step) or words.STEPS.get(step) or step)


def label(*, field: str) -> str:
    """What a field is called where both sides read it."""
    return str(_LABELS.get(field) or words.FIELDS[field])


def turn(*, waiting_on: Owner, reader: str) -> str:
    """Whose turn it is, for a reader of one side."""
    mine = waiting_on.value == reader
    return str(_YOURS[waiting_on] if mine else words.WAITING[waiting_on])


def told(*, step: StepShown) -> str:
    """What a step says, in the reader's language."""
    said = {**step.facts, **step.given}
    keys = [f"{step.step}.{step.side.value}"]
    keys += [f"{step.step}.{said[name]}" for name in _BY if name in said]
    keys += [f"{step.step}.term"] if "term" in said else []
    keys += [f"{step.step}.promised"] if "promised_on" in said else []
    sentence = next((words.TOLD[key] for key in [*keys, step.step] if key in words.TOLD), step.step)
    return str(sentence) % _values(said)


def money(*, minor: int, currency: str) -> str:
    """An amount in the smallest unit, as the reader's country writes it."""
    return locales.price(amount=Decimal(decimal(minor=minor, currency=currency)), currency=currency)


def fact(*, name: str, value: str | int, facts: Facts) -> str:
    """One fact of a case: an amount, a day, the name of a code, a text as it is."""
    kind = FIELDS[name].type
    if kind is FieldType.MONEY:
        return money(minor=int(value), currency=str(facts.get("currency", "")))
    if kind is FieldType.DAY:
        return instants.on_day(on=date.fromisoformat(str(value)))
    if kind is FieldType.FLAG:
        return gettext("Yes") if value else gettext("No")
    return str(CHOICES.get(name, {}).get(value, value))


def why(*, of: Date, zone: str) -> list[str]:
    """How a date came to be: from when, how it is counted, what moved it, on what it rests."""
    said = [_counted(of, zone)]
    if of.moved_over:
        days = ", ".join(locales.near_day(on=day) for day in of.moved_over)
        said.append(
            gettext("The end would fall on a day off (%(days)s): it moved behind it.") % {"days": days}
        )
    if of.held:
        said.append(gettext("It waits for the goods, or for proof that they were sent."))
    if of.paused:
        said.append(gettext("It stands still until the missing information is there."))
    said.append(source(of=of))
    return said


def source(*, of: Date) -> str:
    """On what a date rests."""
    if of.article:
        return gettext("Law: %(article)s") % {"article": citations.cited(article=of.article)}
    return gettext("A rule of the Platform.")


def _counted(of: Date, zone: str) -> str:
    start = instants.on_wall(at=from_us(of.event), zone=zone)
    if of.basis is Basis.ANSWER:
        return gettext("24 hours of the Seller's business days since %(start)s.") % {"start": start}
    if of.basis is Basis.DAY:
        return str(words.BASES[Basis.DAY])
    if of.basis is Basis.BUSINESS_DAYS:
        said = ngettext(
            "%(count)d business day after %(start)s.", "%(count)d business days after %(start)s.", of.amount
        )
        return f"{said % {'count': of.amount, 'start': start}} {words.BASES[of.basis]}"
    said = ngettext(
        "%(count)d calendar day after %(start)s.", "%(count)d calendar days after %(start)s.", of.amount
    )
    return f"{said % {'count': of.amount, 'start': start}} {words.BASES[of.basis]}"


def _values(said: Facts) -> _Values:
    found = _Values()
    for name in ("carrier", "tracking", "term"):
        if name in said:
            found[name] = str(said[name])
    for name, key in (("day", "expected_on"), ("promised", "promised_on")):
        if key in said:
            found[name] = instants.on_day(on=date.fromisoformat(str(said[key])))
    for name in ("amount", "deduction"):
        if name in said and said.get("currency"):
            found[name] = money(minor=int(said[name]), currency=str(said["currency"]))
    return found
