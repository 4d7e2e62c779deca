"""What a message was written for, in a line of the printed record."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext

from helpdesk.conversations.words import BUYER_REASONS, SELLER_REASONS
from helpdesk.kernel.actor import Side

_NAMES: dict[str, Mapping[str, Promise | str]] = {Side.BUYER: BUYER_REASONS, Side.SELLER: SELLER_REASONS}


def why(*, facts: Mapping[str, Any], side: str) -> list[str]:
    """None or one: the reason by its name, a newer one by its code; and the line of the order."""
    if "reason" not in facts:
        return []
    reason = _NAMES.get(side, {}).get(facts["reason"], facts["reason"])
    said = gettext("Written for: “%(reason)s”") % {"reason": reason}
    if "line" not in facts:
        return [said]
    return [f"{said} {gettext('Line of the order: %(line)s') % {'line': facts['line']}}"]
