"""What is given with a step, fit to be judged and stored."""

from collections.abc import Mapping

from helpdesk.cases.terms.deeds import MAX_WORDS
from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.cases.terms.states import Facts
from helpdesk.kernel import text
from helpdesk.kernel.refusal import Invalid
from helpdesk.marketplace.rules import tracking

Given = Mapping[str, int | str]

_COUNTED = (FieldType.WORDS, FieldType.FILES)


def wordable(words: str) -> str:
    """What is said with it, "" where nothing can be seen. Raises Invalid, TooLarge."""
    said = text.storable(words, limit=MAX_WORDS, field="words").strip()
    return said if text.is_visible(said) else ""


def given_of(*, given: Facts) -> Given:
    """The coded fields; a parcel's number is tidied and checked. Raises Invalid, TooLarge."""
    known: dict[str, int | str] = {}
    for name, value in given.items():
        field = FIELDS.get(name)
        if field is None or field.from_door or field.type in _COUNTED:
            raise Invalid("case.field_unknown", field=name)
        known[name] = text.storable(value, limit=100, field=name).strip() if isinstance(value, str) else value
    said = {name: value for name, value in known.items() if value != ""}
    return said | _parcel(said)


def _parcel(given: Mapping[str, int | str]) -> dict[str, str]:
    """Its number as the carrier writes it. Raises Invalid."""
    number, carrier = str(given.get("tracking", "")), str(given.get("carrier", ""))
    if not number:
        return {}
    number = tracking.tidy(number)
    if code := tracking.check(carrier=carrier, number=number):
        raise Invalid(code, field="tracking")
    return {"tracking": number}
