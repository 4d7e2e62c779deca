"""Put a backup back: into an empty database, beside files that are never overwritten, and never the guard."""

from pathlib import Path

from django.conf import settings
from django.db import connections

from helpdesk.archive.database.roles import Roles, make_reader
from helpdesk.archive.terms import LogMode
from helpdesk.console import ground, programs, say
from helpdesk.console.backup import manifest, places
from helpdesk.console.backup.copying import copied
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.console.embedded.trouble import Trouble

_TABLES = (
    "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
)
_RESTORE = ("--exit-on-error", "--single-transaction", "--no-owner")


def put_back(*, source: Path) -> None:
    """All of the backup but its guard. Raises Trouble where a file is not what it was, or where the
    database holds anything; then nothing has been changed.
    """
    found = manifest.read(source)
    with say.step(f"Checked: {len(found.files):,} files of {found.made_at}"):
        if faults := list(manifest.faults(source, found)):
            raise Trouble(f"The backup {source} is not whole:\n  " + "\n  ".join(faults[:20]))
    with ground.database() as ours:
        _refuse_tables()
        for name, folder in places.folders(keys=True).items():
            if name != places.GUARD and (source / name).is_dir():
                _copy(source / name, folder)
        with say.step("Restored: the database"):
            _read_dump(ours, source / places.DATABASE)


def is_of_a_demo() -> bool:
    """Whether the log that was put back is a demo's, which only `helpdesk demo` runs."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM archive_log WHERE mode = %s)", [LogMode.DEMO])
        found = bool(cursor.fetchone()[0])
    connections["owner"].close()
    return found


def _refuse_tables() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(_TABLES)
        if cursor.fetchone()[0]:
            raise Trouble(
                "The database is not empty; a backup is put back into an empty one.",
                remedy="Name another HELPDESK_HOME, or an empty database with HELPDESK_DATABASE_URL.",
            )
    connections["owner"].close()


def _copy(source: Path, target: Path) -> None:
    with say.step(f"Put back: {source.name}"):
        for _ in copied(source, target, only_missing=True):
            pass


def make_roles() -> None:
    """The roles that a dump names, which it does not bring along."""
    owner = connections["owner"]
    with owner.schema_editor() as editor, owner.cursor() as cursor:
        if settings.HELPDESK.database_url:  # the embedded database brings its own along
            Roles().database_forwards("archive", editor)
        make_reader(cursor=cursor)
    owner.close()


def _read_dump(ours: Cluster | None, file: Path) -> None:
    make_roles()
    if programs.run(ours, "pg_restore", [*_RESTORE, str(file)]):
        raise Trouble("pg_restore did not finish; the database is as empty as before.")
