"""Everything that a flow names has its words, and the law's words are the law's."""

import re
from itertools import chain

import pytest
from django.utils import translation

from helpdesk.cases import words
from helpdesk.cases.rules import known
from helpdesk.cases.rules.guards import GUARDS
from helpdesk.cases.rules.own import OWN
from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.cases.terms.names import By, Decision, Ground, Kind, Owner, Remedy, Situation

FLOWS = [known.flow(kind, version=version) for kind in Kind for version in known.versions(kind)]
PLACES = {"amount", "deduction", "carrier", "tracking", "day", "promised", "term"}


def test_every_name_has_its_words() -> None:
    assert words.KINDS.keys() == set(Kind)
    assert words.SITUATIONS.keys() == words.SITUATION_HINTS.keys() == set(Situation)
    assert words.STAGES.keys() == {stage for flow in FLOWS for stage in flow.stages}
    assert words.OUTCOMES.keys() == {s.outcome for flow in FLOWS for s in flow.stages.values()} - {""}
    assert words.WAITING.keys() == set(Owner)
    assert words.GROUNDS.keys() == set(Ground)
    assert words.DECISIONS.keys() == set(Decision)
    assert words.REMEDIES.keys() == set(Remedy) | {way for flow in FLOWS for way in flow.upheld}
    assert words.FIELDS.keys() == {field.name for field in FIELDS.values() if not field.from_door}
    of_flows = {due.code for flow in FLOWS for due in flow.dues}
    assert words.DATES.keys() == of_flows | {"answer", "information", "promise", "silence"}
    assert words.NOTICES.keys() >= {flow.opening.notice for flow in FLOWS} - {""}


def test_every_step_can_be_pressed_and_told() -> None:
    steps = [step for each in (*(flow.steps for flow in FLOWS), OWN) for step in each.values()]
    assert words.STEPS.keys() == {step.name for step in steps if step.by != {By.SYSTEM}}
    told = {key.partition(".")[0] for key in words.TOLD}
    assert told == {step.name for step in steps} | {"open", "change_kind"}


def test_a_step_whose_value_tells_more_has_a_sentence_for_each() -> None:
    for step in chain.from_iterable(flow.steps.values() for flow in FLOWS):
        if step.name in words.TOLD:
            continue
        uses = [use for use in step.fields if FIELDS[use.name].type is FieldType.CODE]
        choices = {choice for use in uses[:1] for choice in use.choices or FIELDS[use.name].choices}
        assert choices
        assert {f"{step.name}.{choice}" for choice in choices} <= words.TOLD.keys()


@pytest.mark.parametrize("language", ["en", "pl", "de", "fr", "it"])
def test_what_is_told_can_be_filled_in_everywhere(language: str) -> None:
    with translation.override(language):
        for key, sentence in words.TOLD.items():
            filled = str(sentence) % dict.fromkeys(PLACES, "X")
            assert not re.search(r"[%{}]", filled), key


def test_every_refusal_of_a_flow_has_its_sentence() -> None:
    assert {guard.code for guard in GUARDS.values()} <= words.SENTENCES.keys()


def test_the_function_bears_the_words_of_the_law() -> None:
    function = {
        "en": ("Withdraw from contract here", "Confirm withdrawal"),
        "pl": ("Odstąp od umowy tutaj", "Potwierdź odstąpienie"),
        "de": ("Vertrag widerrufen", "Widerruf bestätigen"),
        "fr": ("Renoncer au contrat ici", "Confirmer la rétractation"),
        "it": ("Recedere dal contratto qui", "Conferma recesso"),
    }
    for language, said in function.items():
        with translation.override(language):
            found = words.WITHDRAWAL
            assert (str(found["function"]), str(found["confirm"])) == said
