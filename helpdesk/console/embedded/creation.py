"""A new data folder: made aside, with its roles and database, and put in place by one rename."""

import shutil
from pathlib import Path

from helpdesk.console.embedded import folders, paths
from helpdesk.console.embedded.account import Account
from helpdesk.console.embedded.binaries import Binaries
from helpdesk.console.embedded.configuration import DATABASE, OWNER, SERVANTS, SUPERUSER
from helpdesk.console.embedded.trouble import Trouble

BUILTIN_LOCALE_SINCE = 17


def ensure(*, home: Path, binaries: Binaries, account: Account) -> bool:
    """Make the data folder unless it is there; refuse one of another version. Returns whether it is new."""
    data = paths.data_folder(home, major=binaries.major)
    _refuse_other_versions(data, binaries)
    if data.exists():
        return False
    partial = data.with_name(f"{data.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)  # of a creation that was killed
    folders.make_private(partial, account=account)
    _initialise(partial, binaries=binaries, account=account)
    _furnish(partial, binaries=binaries, account=account)
    partial.rename(data)
    return True


def _refuse_other_versions(data: Path, binaries: Binaries) -> None:
    for folder in sorted(data.parent.glob("pg[0-9][0-9]")):
        version = _version(folder)
        if version != str(binaries.major):
            raise Trouble(
                f"{folder} was made by PostgreSQL {version or 'of an unknown version'}, "
                f"and this is PostgreSQL {binaries.version}.",
                remedy="With the release that made it, run `helpdesk db dump helpdesk.dump`; move the folder "
                "away; then, with this one, run `helpdesk db restore helpdesk.dump`.",
            )


def _version(folder: Path) -> str:
    try:
        return (folder / "PG_VERSION").read_text().strip()
    except OSError:
        return ""


def _initialise(data: Path, *, binaries: Binaries, account: Account) -> None:
    locale = (
        ["--locale-provider=builtin", "--locale=C.UTF-8"]
        if binaries.major >= BUILTIN_LOCALE_SINCE
        else ["--locale=C.UTF-8"]
    )
    result = account.run(
        command=[
            *(binaries.program("initdb"), "--pgdata", data, "--username", SUPERUSER),
            *("--encoding=UTF8", "--data-checksums", "--auth=reject", "--no-instructions", *locale),
        ],
        folder=data,
    )
    if result.returncode:
        raise Trouble(f"PostgreSQL could not make its data folder {data}:\n{result.stdout.strip()}")


def _furnish(data: Path, *, binaries: Binaries, account: Account) -> None:
    """Roles and database, in single-user mode: no server runs yet, so nobody sees them half made."""
    result = account.run(
        command=[binaries.program("postgres"), "--single", "-D", data, "postgres"],
        folder=data,
        text="".join(f"{statement}\n" for statement in _statements()),
    )
    if result.returncode or "ERROR:" in result.stdout or "FATAL:" in result.stdout:
        raise Trouble(f"PostgreSQL could not make its roles:\n{result.stdout.strip()}")


def _statements() -> list[str]:
    servants = ", ".join(SERVANTS)
    return [
        f"CREATE ROLE {OWNER} LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB CREATEROLE",
        *(f"CREATE ROLE {role} LOGIN NOSUPERUSER NOBYPASSRLS" for role in SERVANTS),
        f"GRANT {servants} TO {OWNER} WITH ADMIN OPTION",
        f"CREATE DATABASE {DATABASE} OWNER {OWNER}",
    ]


def remove(*, home: Path) -> None:
    """Delete all clusters of this home and their sockets; the caller made sure that no server runs."""
    for folder in paths.ground(home).glob("pg[0-9][0-9]*"):
        shutil.rmtree(folder)
    for folder in paths.ground(home).glob("conf[0-9][0-9]"):
        shutil.rmtree(folder)
    shutil.rmtree(paths.socket_folder(home), ignore_errors=True)
