"""Django's settings, derived from the operator's environment."""

import secrets
from pathlib import Path

from helpdesk.config import gauges, logs, wiring
from helpdesk.config.databases import databases, role
from helpdesk.config.environment import environment
from helpdesk.config.files import files
from helpdesk.config.languages import offered
from helpdesk.config.mail import mail
from helpdesk.config.sign_in import *  # noqa: F403 - settings are names in this module

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
HELPDESK_BI_ROLE = role("bi", _env)
HELPDESK_CLOCK_BY = _env.clock_by
HELPDESK_REACTIONS, HELPDESK_MIRRORS = wiring.REACTIONS, wiring.MIRRORS
HELPDESK_FACTORS = wiring.FACTORS
HELPDESK_GAUGES = gauges.GAUGES
HELPDESK_STATEMENTS = wiring.STATEMENTS

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "helpdesk.archive",
    "helpdesk.accounts",
    "helpdesk.marketplace",
    "helpdesk.deadlines",
    "helpdesk.attachments",
    "helpdesk.conduct",
    "helpdesk.conversations",
    "helpdesk.agreements",
    "helpdesk.letters",
    "helpdesk.reports",
    "helpdesk.teamwork",
    "helpdesk.composing",
    "helpdesk.saved_replies",
    "helpdesk.cases",
    "helpdesk.standing",
    "helpdesk.enforcement",
    "helpdesk.evidence",
    "helpdesk.retention",
    "helpdesk.notifications",
    "helpdesk.webhooks",
    "helpdesk.translations",
    "helpdesk.search",
    "helpdesk.oversight",
    "helpdesk.takeout",
    "helpdesk.portal",
    "allauth",  # after the portal, whose templates come first
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
ROOT_URLCONF = "helpdesk.config.urls"
WSGI_APPLICATION = "helpdesk.config.wsgi.application"
DATABASES = databases(_env)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Person"
USE_TZ = True
TIME_ZONE = "UTC"

# What wraps every request; `config.wsgi` gives the API the short chain, tests may use the long one for both.
API_MIDDLEWARE = [
    "helpdesk.config.watched.watched",
    "helpdesk.api.outside.answers",
    "helpdesk.config.edge.limits",
    "django.middleware.security.SecurityMiddleware",
    "helpdesk.api.v1.lane.lane",
]
MIDDLEWARE = [
    "helpdesk.config.watched.watched",
    "helpdesk.api.outside.answers",
    "helpdesk.config.edge.limits",
    "django.middleware.security.SecurityMiddleware",
    "helpdesk.config.packing.static_files",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "helpdesk.portal.hats.HatMiddleware",
    "helpdesk.portal.pages.PageMiddleware",
    "helpdesk.api.v1.lane.lane",  # only where this chain serves the API as well, as in tests
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", ["helpdesk.portal.loading.Loader"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

USE_I18N = True
LANGUAGE_CODE = "en"
LOCALE_PATHS = [Path(__file__).resolve().parents[2] / "locale"]
LANGUAGES = offered(LOCALE_PATHS[0])

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # nothing of ours is kept there
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "attachments": files(_env.files_url, home=_env.home),
    "exports": files(_env.files_url, home=_env.home, what="exports"),
    "imports": files(_env.files_url, home=_env.home, what="imports"),
}
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

_secure = _env.public_url.startswith("https://")
SESSION_COOKIE_NAME = "__Host-session" if _secure else "session"
LANGUAGE_COOKIE_NAME = "__Host-language" if _secure else "language"  # of strangers, by their own choice
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _secure
SESSION_COOKIE_AGE = 12 * 3600  # of not being used; `portal.hats` ends what is older than its limit anyway
CSRF_COOKIE_NAME = "__Host-csrf" if _secure else "csrf"
CSRF_TRUSTED_ORIGINS = [_env.public_url]
CSRF_FAILURE_VIEW = "helpdesk.portal.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
(
    EMAIL_BACKEND,
    EMAIL_HOST,
    EMAIL_PORT,
    EMAIL_HOST_USER,
    EMAIL_HOST_PASSWORD,
    EMAIL_USE_TLS,
    EMAIL_USE_SSL,
) = mail(_env.email_url)
EMAIL_FILE_PATH = _env.home / "mails"
EMAIL_TIMEOUT = 10  # seconds; a mail server that hangs holds up one request, not all
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _env.email_from
ALLAUTH_TRUSTED_PROXY_COUNT = _env.trusted_proxies
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000  # bytes of a form or a JSON body
DATA_UPLOAD_MAX_NUMBER_FIELDS = 600  # a file of holidays proposes up to 400 days, each a field once ticked

LOGGING = logs.logging_of(form=_env.log_form)
