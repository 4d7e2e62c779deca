"""Letters and joinings: the side concerned is told, support in its bell; mails hold no word of them."""

import pytest
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import everything
from helpdesk.console.letters import written
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.letters import actions as letters
from helpdesk.letters.terms import Written
from helpdesk.notifications import actions, queries
from helpdesk.notifications.models import Delivery, Notice
from helpdesk.notifications.terms import Kind, Line, Mail
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, FELIX, HANIA
from tests.conversations.clocks import Story
from tests.notifications.told import notices, open_notices, react, rows, wish

SECRET = "Mirabelle 4711"


@pytest.fixture
def desk(story: Story) -> Story:
    """Edda is support, Felix reviews; what the thread itself brings is told already."""
    accounts.enrol_person(actor=SYSTEM, now=story.now, id=FELIX.person, display_name="Felix", language="en")
    for who, role in ((EDDA, Role.SUPPORT), (FELIX, Role.REVIEWER)):
        accounts.grant_role(actor=SYSTEM, now=story.now, person_id=who.person, role=role)
    react(story.now)
    return story


def write(story: Story, actor: Actor, *, about: bool = True) -> Written:
    done = letters.write_letter(
        actor=actor,
        now=story.later(),
        draft=SECRET,
        key=story.key(),
        conversation=story.thread if about else None,
    )
    react(story.now)
    return done


def answer(story: Story, place: Ref) -> None:
    letters.answer_letter(actor=EDDA, now=story.later(), correspondence=place, draft=SECRET, key=story.key())
    react(story.now)


def told() -> list[str]:
    return [who for who, what in notices() if what == "letter"]


def lines(actor: Actor) -> list[Line]:
    return [line for line in queries.notices_of(actor=actor) if line.kind is Kind.LETTER]


@pytest.mark.parametrize("about", [True, False], ids=["a thread", "nothing"])
@pytest.mark.parametrize("actor", [CLARA, ANNA], ids=["buyer", "seller"])
def test_support_is_told_in_its_bell_of_what_begins_to_wait(desk: Story, actor: Actor, about: bool) -> None:
    place = write(desk, actor, about=about).correspondence
    write(desk, actor, about=about)
    assert told() == ["Edda"], "the second waits with the first; reviewers answer no letters"
    [line] = lines(EDDA)
    assert line.conversation == place
    assert queries.unread_count(actor=EDDA) == 1
    with everything():
        notice = Notice.objects.get(kind="letter")
    assert notice.audience == 2
    assert not [each for each in _ways() if each == EDDA.person], "by mail only where she wishes so"


def test_support_that_wishes_so_gets_a_mail(desk: Story) -> None:
    wish(EDDA.person)
    write(desk, CLARA)
    assert EDDA.person in _ways()


def test_an_answer_is_told_to_the_writers_side_and_settles_what_support_was_told(desk: Story) -> None:
    place = write(desk, ANNA).correspondence
    answer(desk, place)
    assert told() == ["Anna", "Bruno", "Edda"]
    assert "Edda" not in [who for who, _ in open_notices()]
    assert not lines(CLARA)
    [line] = lines(BRUNO)
    assert line.conversation == place
    assert line.title, "of the thread that it is about"


def test_a_closing_is_told_like_an_answer(desk: Story) -> None:
    place = write(desk, CLARA, about=False).correspondence
    letters.close_letter(
        actor=EDDA, now=desk.later(), correspondence=place, reason="no_question", key=desk.key()
    )
    react(desk.now)
    assert told() == ["Clara", "Edda"]
    assert "Edda" not in [who for who, _ in open_notices()]


@pytest.mark.parametrize(("side", "readers"), [("buyer", ["Clara"]), ("seller", ["Anna", "Bruno"])])
def test_a_letter_that_the_platform_writes_first_is_told_to_that_side(
    desk: Story, side: str, readers: list[str]
) -> None:
    letters.write_to_side(
        actor=EDDA, now=desk.later(), conversation=desk.thread, side=side, draft=SECRET, key=desk.key()
    )
    react(desk.now)
    assert told() == readers


def test_a_joining_is_told_to_both_sides_and_read_with_the_thread(desk: Story) -> None:
    letters.join_thread(
        actor=EDDA, now=desk.later(), conversation=desk.thread, reason="dispute", key=desk.key()
    )
    react(desk.now)
    assert [who for who, what in notices() if what == "joined"] == ["Anna", "Bruno", "Clara"]
    actions.see(actor=CLARA, now=desk.later(), conversation=desk.thread)
    assert not [n for n in queries.notices_of(actor=CLARA) if n.kind is Kind.JOINED and n.read_at is None]


def test_strangers_and_the_other_side_see_nothing_of_it(desk: Story) -> None:
    answer(desk, write(desk, CLARA).correspondence)
    for who in (ANNA, DMITRI, HANIA):
        assert not lines(who)
    with everything():
        assert {row.audience for row in rows() if row.kind == "letter"} == {2, 3}


@pytest.mark.parametrize("language", ["en", "pl", "de", "fr", "it"])
def test_a_mail_says_in_the_readers_language_that_there_is_a_letter_and_not_what(
    desk: Story, language: str
) -> None:
    place = write(desk, CLARA).correspondence
    answer(desk, place)
    mail = _mail(language, *lines(CLARA))
    whole = f"{mail.subject}{mail.body}{mail.alternatives}"
    assert SECRET not in whole
    assert reverse("buyer:letter", args=[place]) in whole
    expected = {
        "en": "The Platform has written to you",
        "pl": "Platforma napisała do Państwa",
        "de": "Die Plattform hat Ihnen geschrieben",
        "fr": "La Plateforme vous a écrit",
        "it": "La Piattaforma Le ha scritto",
    }
    assert mail.subject == expected[language]


def _mail(language: str, *lines: Line) -> EmailMultiAlternatives:
    assert {line.side for line in lines} == {Side.BUYER}
    return written(
        mail=Mail(
            id=uuid7(),
            person=CLARA.person,
            address="clara@example.com",
            language=language,
            lines=lines,
            tries=1,
            due_at=lines[0].at,
        )
    )


def _ways() -> list[object]:
    with everything():
        return [way.person_id for way in Delivery.objects.all()]
