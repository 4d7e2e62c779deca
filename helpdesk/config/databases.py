"""One database, several roles: each alias connects with the rights of one job and no more."""

from typing import Any

from psycopg.conninfo import conninfo_to_dict

from helpdesk.config.environment import Environment
from helpdesk.console.embedded import paths

JOBS = ("app", "sequencer", "eraser", "auditor")
_PATIENCE = "-c lock_timeout=5s"  # a request that waits longer is answered 503 and may be sent again
_DJANGO_NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def role(job: str, environment: Environment) -> str:
    """The PostgreSQL role of a job, with the operator's suffix."""
    return f"helpdesk_{job}{environment.role_suffix}"


def databases(environment: Environment) -> dict[str, dict[str, Any]]:
    """Django's DATABASES: `default` is the application role, `owner` is for migrations only."""
    aliases = {"owner": _login(environment, job="owner")}
    for job in JOBS:
        aliases["default" if job == "app" else job] = _login(environment, job=job)
    pool = {"min_size": 1, "max_size": environment.database_pool, "timeout": 2}
    aliases["default"]["OPTIONS"]["pool"] = pool
    return aliases


def _login(environment: Environment, *, job: str) -> dict[str, Any]:
    base: dict[str, Any] = {"ENGINE": "helpdesk.archive.database.postgresql", "ATOMIC_REQUESTS": False}
    options: dict[str, Any] = {"application_name": f"helpdesk {job}"}
    settings = _PATIENCE if job == "app" else ""
    if environment.database_url:
        parts = conninfo_to_dict(environment.database_url)
        base |= {_DJANGO_NAMES[k]: str(parts.pop(k)) for k in list(parts) if k in _DJANGO_NAMES}
        options |= parts
        if job != "owner":
            settings = f"-c role={role(job, environment)} {settings}"
    else:
        base |= {"NAME": environment.database_name, "USER": role(job, environment)}
        base |= {"HOST": str(paths.socket_folder(environment.home)), "PORT": str(paths.PORT)}
    if settings:
        options["options"] = f"{options.get('options', '')} {settings}".strip()
    return base | {"OPTIONS": options}
