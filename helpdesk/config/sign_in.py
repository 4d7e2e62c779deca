"""Settings of signing in: Django's auth, and django-allauth with what of it is open here."""

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"helpdesk.portal.account.passwords.{name}"}
    for name in ("LongEnough", "NotCommon", "NotYourself")
]
PASSWORD_RESET_TIMEOUT = 24 * 3600  # seconds
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "sign_in", "home", "sign_in"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Attempts are counted in the database: a limit holds for all processes and machines together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_attempt",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

ACCOUNT_ADAPTER = "helpdesk.portal.account.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # sign-up itself is closed: no address leads there
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True  # one address per person; a new one counts once it is confirmed
ACCOUNT_CONFIRM_EMAIL_ON_GET = False  # mail scanners follow links; people press buttons
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600  # seconds
ACCOUNT_SESSION_REMEMBER = True  # until the session's own end, which is short
ACCOUNT_FORMS = {
    "login": "helpdesk.portal.account.forms.SignIn",
    "reset_password": "helpdesk.portal.account.forms.ForgottenPassword",
    "reset_password_from_key": "helpdesk.portal.account.forms.PasswordFromLink",
    "change_password": "helpdesk.portal.account.forms.ChangePassword",
    "set_password": "helpdesk.portal.account.forms.SetPassword",
    "add_email": "helpdesk.portal.account.forms.ChangeAddress",
    "reauthenticate": "helpdesk.portal.account.forms.ConfirmPassword",
}

MFA_ADAPTER = "helpdesk.portal.account.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_ISSUER = "Helpdesk"
MFA_TOTP_TOLERANCE = 1  # steps of 30 seconds by which a phone's clock may be off
MFA_RECOVERY_CODES_SHOW_ONCE = False
MFA_FORMS = {
    "authenticate": "helpdesk.portal.account.forms.SecondStep",
    "reauthenticate": "helpdesk.portal.account.forms.ConfirmCode",
    "activate_totp": "helpdesk.portal.account.forms.ActivateApp",
    "add_webauthn": "helpdesk.portal.account.forms.AddPasskey",
    "edit_webauthn": "helpdesk.portal.account.forms.RenamePasskey",
}
USERSESSIONS_TRACK_ACTIVITY = False  # `portal.hats` notes it now and then, not with every page
