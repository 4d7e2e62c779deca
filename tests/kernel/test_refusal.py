"""Refusals: a stable code, the field, and a kind that doors turn into a status."""

import pytest

from helpdesk.kernel import refusal


@pytest.mark.parametrize("kind", refusal.RefusalKind)
def test_every_kind_has_its_class(kind: refusal.RefusalKind) -> None:
    assert kind in {refusal.Invalid.kind, *(each.kind for each in refusal.Refusal.__subclasses__())}


def test_a_refusal_says_what_where_and_with_which_numbers() -> None:
    no = refusal.TooLarge("text.too_long", field="body", limit=3, length=4)
    assert (no.code, no.field, no.params) == ("text.too_long", "body", {"limit": 3, "length": 4})
    assert str(no) == "text.too_long"
