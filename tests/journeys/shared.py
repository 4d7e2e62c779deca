"""Threads that a shop works on together, with marks as long as they may be."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.teamwork import actions as teamwork

TAGS = ("kaffeevollautomatenbrühgruppen", "vip", "zwrot")
_NOTE = (
    "Stała klientka, proszę o wyrozumiałość:"
    " https://www.example.com/Kaffeevollautomatenbrühgruppendichtungsnachfüllpackungsgröße_8/2019\n\n"
    "Dzwoniła także wczoraj."
)


def share_work(*, anna: Actor, bruno: Actor, now: datetime, places: Mapping[str, object]) -> None:
    """One that is due today, and one that is put off: each with a note and tags, and Bruno's; each of the two
    will be away.
    """
    for name, put_off in (("today", None), ("later", now + timedelta(days=4))):
        thread = places[name]
        assert isinstance(thread, Ref)
        teamwork.add_note(actor=anna, now=now, conversation=thread, note=_NOTE, key=f"note-{name}")
        teamwork.assign(actor=anna, now=now, conversation=thread, person=bruno.person)
        teamwork.set_tags(actor=anna, now=now, conversation=thread, tags=TAGS)
        teamwork.snooze(actor=anna, now=now, conversation=thread, until=put_off)
    for days, person in ((2, bruno), (30, anna)):
        teamwork.say_away(
            actor=anna,
            now=now,
            person=person.person,
            first_on=(now + timedelta(days=days)).date(),
            last_on=(now + timedelta(days=days + 9)).date(),
            cover={anna: bruno, bruno: anna}[person].person,
            key=f"away-{days}",
        )
