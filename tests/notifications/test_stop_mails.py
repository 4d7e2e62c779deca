"""Stop mails: the link in each mail ends them for its own person, and nothing else."""

from datetime import timedelta
from uuid import uuid4

from helpdesk.kernel.actor import SYSTEM
from helpdesk.notifications import actions, queries
from helpdesk.notifications.terms import Rhythm
from tests.cast import ANNA, BRUNO
from tests.conversations.clocks import MONDAY, Story
from tests.notifications.told import deliveries, notices, react, wish


def test_nothing_is_mailed_any_more_and_the_list_goes_on(story: Story) -> None:
    react(MONDAY)
    for _ in range(2):
        actions.stop_mails(actor=SYSTEM, now=MONDAY, person=ANNA.person)
    story.ask()
    react(story.now)
    mail = actions.take_up_mail(actor=SYSTEM, now=story.now + timedelta(minutes=1))
    assert mail is not None
    assert mail.person == BRUNO.person
    assert actions.take_up_mail(actor=SYSTEM, now=story.now + timedelta(minutes=1)) is None
    assert {row.person_id for row in deliveries() if row.due_at > MONDAY} == {BRUNO.person}
    assert notices().count(("Anna", "message")) == 2


def test_hours_that_were_chosen_stay_for_who_comes_back(story: Story) -> None:
    wish(ANNA.person, rhythm=Rhythm.DAILY.value, digest_at=600)
    actions.stop_mails(actor=SYSTEM, now=MONDAY, person=ANNA.person)
    found = queries.reader(actor=ANNA)
    assert found is not None
    assert (found.wishes.mailed, found.wishes.digest_at) == (frozenset(), 600)


def test_a_word_is_its_persons_and_cannot_be_made_up() -> None:
    person = uuid4()
    word = queries.stop_word(person=person)
    assert queries.person_of_stop_word(word=word) == person
    for wrong in ("", "x", word[:-1], word.upper(), f"{uuid4().hex}{word[32:]}", "\x00"):
        assert queries.person_of_stop_word(word=wrong) is None
