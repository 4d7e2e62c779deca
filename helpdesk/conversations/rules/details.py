"""What the courier needs and where refunds go: checked before it is kept, and for how long it is shown."""

import re
from datetime import datetime, timedelta
from typing import Final

import phonenumbers

from helpdesk.conduct.rules.checks import iban
from helpdesk.kernel import text
from helpdesk.kernel.refusal import Invalid
from helpdesk.marketplace.terms.progress import Progress, Stage

MAX_PHONE = 40  # characters as written
MAX_NOTE = 300
MAX_IBAN = 60
MAX_HOLDER = 120
SERVED: Final = timedelta(days=30)  # after delivery: 14 days to withdraw, 14 to send back, two more
AT_MOST: Final = timedelta(days=180)  # after the order was placed, where nobody says that it has arrived
_BETWEEN: Final = re.compile(r"[\s\-.\N{NO-BREAK SPACE}]+")
_COSTLY: Final = (phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.SHARED_COST)


def delivery_in(*, phone: str, note: str, country: str) -> dict[str, str]:
    """As it is kept, without what was left empty: the number in E.164, the note as written.

    `country` (ISO 3166-1) is where a number without a prefix belongs. Raises Invalid, TooLarge.
    """
    note = text.storable(note, limit=MAX_NOTE, field="note").strip()
    return _given(phone=_phone(phone, country), note=note)


def refund_in(*, account: str, holder: str) -> dict[str, str]:
    """The IBAN without spaces, in capitals, and whose it is. Both or neither. Raises Invalid, TooLarge."""
    written = _BETWEEN.sub("", text.storable(account, limit=MAX_IBAN, field="iban")).lower()
    holder = text.storable(holder, limit=MAX_HOLDER, field="holder").strip()
    if not written and not holder:
        return {}
    if not (written.isascii() and iban(written)):
        raise Invalid("refund.iban", field="iban")
    return _given(iban=written.upper(), holder=text.line(holder, limit=MAX_HOLDER, field="holder"))


def open_until(*, progress: Progress, placed_at: datetime) -> datetime | None:
    """Until when the order is being delivered or served, and the seller may see what the courier needs.

    None once all was paid back.
    """
    if progress.stage is Stage.REFUNDED:
        return None
    if progress.stage in (Stage.DELIVERED, Stage.RETURNED) and progress.at is not None:
        return progress.at + SERVED
    return placed_at + AT_MOST


def written_as(*, phone: str) -> list[str]:
    """The ways in which people write a number in E.164: with its country, and without."""
    number = phonenumbers.parse(phone)
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return [phone, f"00{phone[1:]}", national, phonenumbers.national_significant_number(number)]


def readable_phone(*, phone: str) -> str:
    """Grouped, with its country's prefix."""
    number = phonenumbers.parse(phone)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def _phone(written: str, country: str) -> str:
    written = text.storable(written, limit=MAX_PHONE, field="phone").strip()
    if not written:
        return ""
    try:
        number = phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        raise Invalid("delivery.phone", field="phone") from None
    if number.extension or not phonenumbers.is_valid_number(number):
        raise Invalid("delivery.phone", field="phone")
    if phonenumbers.number_type(number) in _COSTLY:
        raise Invalid("delivery.phone", field="phone")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _given(**values: str) -> dict[str, str]:
    return {name: value for name, value in values.items() if text.is_visible(value)}
