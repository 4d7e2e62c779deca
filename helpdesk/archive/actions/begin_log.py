"""Begin the log: its random id, its mode, its first tree, and its keys, published as entries."""

import os
import secrets
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from helpdesk.archive.actions.append import append
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Log, State, Tree
from helpdesk.archive.queries.log_key import LOG_KEY_FILE, log_key
from helpdesk.archive.queries.logs import house
from helpdesk.archive.queries.receipt_key import RECEIPT_KEY_FILE, receipt_key
from helpdesk.archive.rules.keys import facts_of, origin_of
from helpdesk.archive.terms import LogMode
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict
from helpdesk.tlog.hashing import EMPTY_ROOT
from helpdesk.tlog.keys import Verifier


def begin_log(*, actor: Actor, now: datetime, mode: LogMode) -> Log:
    """The one log of this database, begun now if there is none; safe to repeat.

    Raises Conflict when the log exists in the other mode: a real log never becomes a demo's.
    """
    log = _begun(mode, now)
    if log.mode != mode:
        raise Conflict("archive.log_mode", mode=log.mode)
    ensure_key_file(settings.HELPDESK.keys / RECEIPT_KEY_FILE)
    key = receipt_key()
    facts = {"algorithm": "ed25519", "id": key.id, "public": key.public.hex(), "use": "receipt"}
    trees = _trees(log, now)
    with acting(actor):
        append(chain=house(), kind="key", actor=actor, now=now, key=f"receipt/{key.id}", facts=facts)
    publish_log_keys(actor=actor, now=now, trees=trees)
    return log


def publish_log_keys(*, actor: Actor, now: datetime, trees: Iterable[Tree]) -> None:
    """The key of each tree, as an entry; safe to repeat."""
    with acting(actor):
        for key in (Verifier.parse(tree.vkey) for tree in trees):
            name, facts = f"log/{key.key_id.hex()}", facts_of(key)
            append(chain=house(), kind="key", actor=actor, now=now, key=name, facts=facts)


def _begun(mode: LogMode, now: datetime) -> Log:
    with transaction.atomic(using="owner"):
        fresh = {"log_id": uuid4(), "guard_id": uuid4(), "mode": mode.value, "began_at": now}
        log, _ = Log.objects.using("owner").get_or_create(id=1, defaults=fresh)
    return log


def _trees(log: Log, now: datetime) -> list[Tree]:
    """All trees; the first is made here, with the log's own ids and the key of this home.

    The key's file is made for the first tree only: a node that never signs needs none, and where it was lost
    a new one would fit no tree.
    """
    with transaction.atomic(using="owner"):
        if trees := [*Tree.objects.using("owner").order_by("number")]:
            return trees
        ensure_key_file(settings.HELPDESK.keys / LOG_KEY_FILE)
        origin = origin_of(public_url=settings.HELPDESK.public_url, log_id=log.log_id)
        fresh = {
            "log_id": log.log_id,
            "guard_id": log.guard_id,
            "origin": origin,
            "vkey": log_key(origin=origin).vkey,
            "first_number": 0,
            "began_at": now,
        }
        tree, _ = Tree.objects.using("owner").get_or_create(number=1, defaults=fresh)
        edge = {"root": EMPTY_ROOT, "at": now, "guard_id": log.guard_id}
        State.objects.using("owner").get_or_create(tree=1, defaults=edge)
    return [tree]


def ensure_key_file(path: Path) -> None:
    """A random Ed25519 seed in hex, written whole and readable by the operator's user only."""
    if path.exists():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # the first one wins; a second process keeps the first's key
    except FileExistsError:
        pass
    finally:
        draft.unlink()
