"""The documentation shows the flows as they are."""

from xml.etree import ElementTree as ET

import pytest

from helpdesk.cases.rules import known
from helpdesk.cases.terms.names import Kind
from tests.cases.rules import drawn


def test_the_tables_are_those_of_the_flows() -> None:
    page = drawn.PAGE.read_text("utf-8")
    shown = page.partition(drawn.BEGIN)[2].partition(drawn.END)[0]
    assert shown == drawn.written(), "run `python -m tests.cases.rules.drawn`"


@pytest.mark.parametrize("kind", list(Kind))
def test_the_pictures_are_those_of_the_flows(kind: Kind) -> None:
    flow = known.flow(kind, version=known.versions(kind)[-1])
    shown = drawn.picture_of(kind).read_text("utf-8")
    assert shown == drawn.picture(flow), "run `python -m tests.cases.rules.drawn`"
    names = {text.text for text in ET.fromstring(shown).iter("{http://www.w3.org/2000/svg}text")}
    assert {stage.replace("_", " ") for path in flow.paths for stage in path.stages} <= names
