"""What is filled in, and what is not."""

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.saved_replies import rules
from helpdesk.saved_replies.terms import Placeholder

NAMES = st.sampled_from(list(Placeholder))
DATA = st.dictionaries(NAMES, st.text(max_size=20), max_size=5)
BODY = st.lists(st.one_of(st.text(max_size=10), NAMES.map(lambda name: f"{{{name}}}")), max_size=8).map(
    "".join
)


@given(BODY, DATA)
def test_what_is_missing_is_what_would_stay_empty(body: str, data: dict[Placeholder, str]) -> None:
    missing = rules.missing_for(body, data=data)
    assert all(not data.get(name) for name in missing)
    known = [name for name in rules.placeholders_in(body) if name.lower() in set(Placeholder)]
    assert {Placeholder(name.lower()) for name in known} - set(missing) <= {n for n, v in data.items() if v}


@given(st.text(max_size=30))
def test_data_is_never_read_for_placeholders(name: str) -> None:
    data = {Placeholder.BUYER: name + "{order}", Placeholder.ORDER: "A-1"}
    assert rules.filled("{buyer}", data=data) == name + "{order}"


@given(st.text(alphabet="abc{} \n", max_size=30))
def test_a_body_without_placeholders_is_said_as_it_is(body: str) -> None:
    data = dict.fromkeys(Placeholder, "x")
    assert rules.filled(body, data=data) == body
    assert rules.missing_for(body, data={}) == []


def test_spaces_and_capitals_are_forgiven() -> None:
    assert rules.filled("{ Order }/{ORDER}", data={Placeholder.ORDER: "A-1"}) == "A-1/A-1"


def test_what_nobody_knows_is_named() -> None:
    assert rules.unknown_in("{order} {imię} {sendung} {sendung} {} {1}") == ["imię", "sendung"]
