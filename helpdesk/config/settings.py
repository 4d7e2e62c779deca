"""Django's settings, derived from the operator's environment."""

import secrets

from helpdesk.config.databases import databases, role
from helpdesk.config.environment import environment

_env = environment()
_secret_file = _env.keys / "secret.key"

DEBUG = False
SECRET_KEY = (
    _env.secret_key
    or (_secret_file.read_text().strip() if _secret_file.is_file() else "")
    or secrets.token_urlsafe(48)  # commands that serve nobody run before the key file is made
)
ALLOWED_HOSTS = _env.allowed_hosts
HELPDESK = _env
HELPDESK_ROLES = {job: role(job, _env) for job in ("app", "sequencer", "eraser", "auditor")}

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "helpdesk.archive",
    "helpdesk.accounts",
    "helpdesk.marketplace",
    "helpdesk.deadlines",
    "helpdesk.conversations",
    "helpdesk.oversight",
    "helpdesk.portal",
]
ROOT_URLCONF = "helpdesk.config.urls"
WSGI_APPLICATION = "helpdesk.config.wsgi.application"
DATABASES = databases(_env)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Person"
USE_TZ = True
TIME_ZONE = "UTC"
