"""Take up translations: which messages the worker hands to the engine next; for a while nobody else does."""

from collections.abc import Iterator
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries import words_of
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.translations.models import Translation
from helpdesk.translations.terms import LEASE, Due


def take_up_translations(*, actor: Actor, now: datetime, limit: int) -> list[Due]:
    """Those that wait, the oldest first, at most `limit`; those whose words are gone go too."""
    with acting(actor):
        waiting = Translation.objects.filter(next_at__lte=now).order_by("next_at")
        rows = [*waiting.select_for_update(skip_locked=True)[:limit]]
        words = words_of(entries=[Ref(row.seller_id, row.entry_id) for row in rows])
        return [*_taken(rows, words, now)]


def _taken(rows: list[Translation], words: dict[Ref, str], now: datetime) -> Iterator[Due]:
    for row in rows:
        entry = Ref(row.seller_id, row.entry_id)
        mine = Translation.objects.filter(pk=row.pk)
        if entry not in words:
            mine.delete()
            continue
        mine.update(next_at=now + LEASE, tries=row.tries + 1)
        yield Due(
            entry=entry,
            source=row.source,
            language=row.language,
            text=words[entry],
            tries=row.tries + 1,
        )
