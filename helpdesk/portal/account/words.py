"""Sentences of signing in: what forms object to, what was done, what mails say."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REQUIRED = _("Please fill this in.")
NO_ADDRESS = _("This is not an e-mail address.")
NOT_THE_SAME = _("The two passwords differ.")

# allauth's codes -> our sentences
OBJECTIONS: dict[str, Promise] = {
    "account_inactive": _("This account is closed."),
    "add_email_blocked": _("The address of an account with a second factor cannot be changed here."),
    "cannot_delete_authenticator": _(
        "Administrators need a second factor. Set up another one before you remove this one."
    ),
    "cannot_generate_recovery_codes": _(
        "Recovery codes go with a second factor. Set up an app or a passkey first."
    ),
    "cannot_remove_primary_email": _("You need an e-mail address to sign in."),
    "duplicate_email": _("This is your address already."),
    "email_password_mismatch": _("E-mail address and password do not go together."),
    "email_taken": _("This address cannot be used."),
    "enter_current_password": _("This is not your present password."),
    "incorrect_code": _("This code is not right, or not any more. Please try the next one."),
    "incorrect_password": _("This is not your password."),
    "invalid_login": _("E-mail address and password do not go together."),
    "invalid_or_expired_key": _("This link is not valid any more."),
    "invalid_password_reset": _("This link is not valid any more."),
    "max_email_addresses": _("You need no more than one address."),
    "rate_limited": _("These were too many attempts. Please wait a few minutes."),
    "same_as_current": _("This is the same as before."),
    "too_many_login_attempts": _("These were too many attempts. Please wait a few minutes."),
    "unknown_email": _("E-mail address and password do not go together."),
    "unverified_email": _("Please confirm your e-mail address first: we have sent you a link."),
    "unverified_primary_email": _("Please confirm your e-mail address first: we have sent you a link."),
}

# allauth's message templates -> our sentences; of what is not here nothing is said
DONE: dict[str, Promise] = {
    "account/messages/email_confirmation_sent.txt": _("We have sent you a link to confirm the address."),
    "account/messages/email_confirmed.txt": _("Your e-mail address is confirmed."),
    "account/messages/email_confirmation_failed.txt": _("This address could not be confirmed."),
    "account/messages/email_deleted.txt": _("The address is not in use any more."),
    "account/messages/password_changed.txt": _("Your password is changed. All other devices are signed out."),
    "account/messages/password_set.txt": _("Your password is set."),
    "mfa/messages/recovery_codes_generated.txt": _("You have new recovery codes; the old ones are void."),
    "mfa/messages/totp_activated.txt": _("The app is set up. From now on we ask for its code."),
    "mfa/messages/totp_deactivated.txt": _("The app is removed. We do not ask for its code any more."),
    "mfa/messages/webauthn_added.txt": _("The passkey is stored."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "usersessions/messages/sessions_logged_out.txt": _("All other devices are signed out."),
}

PROOFS: dict[str, Promise] = {
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use a code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}


class Letter(NamedTuple):
    """A mail: its subject, what happened or is offered, what the link does, and what else to know."""

    subject: Promise
    text: Promise
    link: Promise | None = None
    after: Promise | None = None


_NOT_YOU = _(
    "If it was not you, choose a new password at once (“Forgotten your password?” on the sign-in page) and"
    " look under “Security and sign-in” where you are signed in."
)
_IGNORE = _("If you did not ask for this, do nothing: nothing changes.")
_OPEN = _("Open the sign-in page")
_RESET = Letter(
    _("Choose a new password"),
    _(
        "Somebody, probably you, asked for a new password for your account."
        " The link works once and for one day."
    ),
    _("Choose a new password"),
    _IGNORE,
)
_CONFIRM = Letter(
    _("Please confirm your e-mail address"),
    _(
        "This address was given for an account."
        " Please confirm that it is yours; the link works for three days."
    ),
    _("Confirm this address"),
    _IGNORE,
)
LETTERS: dict[str, Letter] = {
    "account/email/password_reset_key": _RESET,
    "account/email/unknown_account": Letter(
        _("No account with this address"),
        _("Somebody, probably you, asked for a new password, but there is no account with this address."),
        None,
        _("Try another of your addresses. If you did not ask for this, do nothing."),
    ),
    "account/email/account_already_exists": Letter(
        _("This address is in use already"),
        _("Somebody, probably you, wanted to use this address for an account. It belongs to another one."),
        _OPEN,
        _IGNORE,
    ),
    "account/email/email_confirmation": _CONFIRM,
    "account/email/email_confirmation_signup": _CONFIRM,
    "account/email/password_changed": Letter(
        _("Your password was changed"), _("The password of your account was changed."), _OPEN, _NOT_YOU
    ),
    "account/email/password_set": Letter(
        _("Your password was set"), _("A password was set for your account."), _OPEN, _NOT_YOU
    ),
    "account/email/password_reset": Letter(
        _("Your password was changed"), _("A new password was chosen for your account."), _OPEN, _NOT_YOU
    ),
    "account/email/email_changed": Letter(
        _("Your e-mail address was changed"),
        _("You sign in with %(to_email)s from now on, no longer with %(from_email)s."),
        _OPEN,
        _NOT_YOU,
    ),
    "account/email/email_confirm": Letter(
        _("Your e-mail address is confirmed"), _("Your e-mail address is confirmed."), _OPEN, _NOT_YOU
    ),
    "account/email/email_deleted": Letter(
        _("An e-mail address was removed"),
        _("The address %(deleted_email)s does not belong to your account any more."),
        _OPEN,
        _NOT_YOU,
    ),
    "mfa/email/totp_activated": Letter(
        _("An app for codes was set up"), _("Signing in now asks for a code of your app."), _OPEN, _NOT_YOU
    ),
    "mfa/email/totp_deactivated": Letter(
        _("The app for codes was removed"),
        _("Signing in does not ask for a code of your app any more."),
        _OPEN,
        _NOT_YOU,
    ),
    "mfa/email/recovery_codes_generated": Letter(
        _("New recovery codes"),
        _("Your account has new recovery codes; the old ones are void."),
        _OPEN,
        _NOT_YOU,
    ),
    "mfa/email/webauthn_added": Letter(
        _("A passkey was added"), _("A passkey was added to your account."), _OPEN, _NOT_YOU
    ),
    "mfa/email/webauthn_removed": Letter(
        _("A passkey was removed"), _("A passkey was removed from your account."), _OPEN, _NOT_YOU
    ),
    "invitation/team": Letter(
        _("Invitation to the team of %(shop)s"),
        _("%(inviter)s invites you to the team of %(shop)s. Your role: %(role)s."),
        _("Accept the invitation"),
        _("The link works once and for seven days. If you do not know the sender, do nothing."),
    ),
    "invitation/administrator": Letter(
        _("Invitation to the Platform's Helpdesk"),
        _("You are invited to work for the Platform in its Helpdesk. Your role: %(role)s."),
        _("Accept the invitation"),
        _("The link works once and for seven days. If you do not expect this, do nothing."),
    ),
}
