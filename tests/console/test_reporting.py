"""What the demo reports does not depend on the hour at which it starts."""

from uuid import uuid4

from helpdesk.console.demo.reporting import led
from helpdesk.kernel.ids import Ref
from tests.cast import BRUNO, CLARA, HANIA


def test_clara_is_led_outside_where_she_has_asked() -> None:
    threads = [(Ref(1001, uuid4()), one) for one in (HANIA, CLARA, BRUNO)]
    assert led(threads) == threads[1]


def test_at_hours_when_she_has_not_the_first_is() -> None:
    threads = [(Ref(1001, uuid4()), one) for one in (HANIA, BRUNO)]
    assert led(threads) == threads[0]
