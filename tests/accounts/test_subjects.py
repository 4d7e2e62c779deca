"""A directory's word for one of our people: bound once, released once, and on record without words."""

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Person, Subject
from helpdesk.accounts.queries import person_of_address_for_system, person_of_subject_for_system
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound
from tests.accounts.people import CHIEF, enrol
from tests.archive.entries import at_once
from tests.cast import ANNA, CLARA, EDDA, FELIX
from tests.statements import statements

pytestmark = pytest.mark.usefixtures("cast")
ISSUER = "https://id.example"


@pytest.fixture
def cast(database: str) -> None:
    enrol(ANNA, CLARA, EDDA, FELIX, CHIEF)


def bind(actor: Actor = SYSTEM, *, subject: str = "e-1", person: Actor = EDDA, issuer: str = ISSUER) -> None:
    accounts.bind_subject(
        actor=actor, now=clock.now(), issuer=issuer, subject=subject, person_id=person.person
    )


def release(actor: Actor = SYSTEM, *, person: Actor = EDDA) -> None:
    accounts.release_subject(actor=actor, now=clock.now(), issuer=ISSUER, person_id=person.person)


def entries() -> list[tuple[str, bytes]]:
    with acting(SYSTEM):
        found = Entry.objects.filter(kind__startswith="subject.").order_by("n")
        return [(one.kind, bytes(Value.objects.get(entry_id=one.id, name="subject").value)) for one in found]


def test_one_entry_says_who_with_ids_only() -> None:
    bind(CHIEF)
    bind(CHIEF)
    said = canonical({"issuer": ISSUER, "person": str(EDDA.person), "subject": "e-1"})
    assert entries() == [("subject.bound", said)]
    assert person_of_subject_for_system(issuer=ISSUER, subject="e-1") == EDDA.person


def test_a_subject_is_of_one_person_and_a_person_of_one_subject() -> None:
    bind()
    for more in ({"person": FELIX}, {"subject": "e-2"}):
        with pytest.raises(Conflict, match=r"^subject\.bound_otherwise$"):
            bind(**more)
    bind(person=FELIX, issuer="https://another.example")
    assert person_of_subject_for_system(issuer=ISSUER, subject="e-2") is None
    assert len(entries()) == 2


def test_what_is_released_stands_for_nobody_until_it_is_bound_anew() -> None:
    bind()
    release(CHIEF)
    assert person_of_subject_for_system(issuer=ISSUER, subject="e-1") is None
    with pytest.raises(NotFound, match=r"^subject\.not_bound$"):
        release()
    bind(person=FELIX)
    assert [kind for kind, _ in entries()].count("subject.bound") == 2
    assert Subject.objects.get(released_at=None).person_id == FELIX.person


def test_only_who_manages_people_may() -> None:
    for actor in (ANNA, CLARA, EDDA):
        with pytest.raises(Forbidden):
            bind(actor)
        with pytest.raises(Forbidden):
            release(actor)
    assert not entries()


def test_a_closed_account_is_bound_to_nobody() -> None:
    accounts.disable_person(actor=SYSTEM, now=clock.now(), person_id=EDDA.person)
    with pytest.raises(NotFound, match=r"^person\.not_found$"):
        bind()


def test_of_two_at_once_one_binds() -> None:
    def attempt(number: int) -> str:
        try:
            bind(person=(EDDA, FELIX)[number])
        except Conflict:
            return "refused"
        return "bound"

    assert sorted(at_once(2, attempt)) == ["bound", "refused"]
    assert len(entries()) == 1


def test_an_address_names_one_person_or_nobody() -> None:
    Person.objects.filter(id=EDDA.person).update(email="edda@example.com")
    assert person_of_address_for_system(email="Edda@Example.com") == EDDA.person
    assert person_of_address_for_system(email="felix@example.com") is None
    EmailAddress.objects.create(user_id=FELIX.person, email="edda@example.com", verified=True)
    assert person_of_address_for_system(email="edda@example.com") is None


def test_few_statements_do() -> None:
    asked: tuple[tuple[Callable[[], object], int], ...] = (
        (bind, 12),
        (lambda: person_of_subject_for_system(issuer=ISSUER, subject="e-1"), 1),
        (lambda: person_of_address_for_system(email="edda@example.com"), 1),
        (release, 14),
    )
    for ask, most in asked:
        with statements() as count:
            ask()
        assert count() <= most, ask
