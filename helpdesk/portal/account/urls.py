"""Addresses of accounts. Of django-allauth's pages only those that we designed, by its names."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path

from helpdesk.portal.account import acting, entrance, factors, invitations, overview

urlpatterns = [
    path("", overview.show, name="account"),
    path("", overview.show, name="mfa_index"),
    path("sessions", overview.end_others, name="usersessions_list"),
    path("sessions/<int:session>", overview.end_one, name="session"),
    path("invitations/<str:secret>", invitations.open_link, name="invitation_link"),
    path("invitation", invitations.show, name="invitation"),
    path("closed", account.account_inactive, name="account_inactive"),
    path("second-factor", acting.second_factor, name="second_factor"),
    path("second-step", entrance.second_step, name="mfa_authenticate"),
    path("passkey", entrance.passkey, name="mfa_login_webauthn"),
    # the address
    path("email", account.email, name="account_email"),
    path("email/sent", account.email_verification_sent, name="account_email_verification_sent"),
    path("email/<str:key>", account.confirm_email, name="account_confirm_email"),
    # the password
    path("password", account.password_change, name="account_change_password"),
    path("password/first", account.password_set, name="account_set_password"),
    path("password/forgotten", account.password_reset, name="account_reset_password"),
    path("password/forgotten/sent", account.password_reset_done, name="account_reset_password_done"),
    path(
        "password/forgotten/done",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/forgotten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)$",  # the key has hyphens of its own
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    # once more, before what matters
    path("proof", account.reauthenticate, name="account_reauthenticate"),
    path("proof/code", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("proof/passkey", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    # second factors
    path("app", factors.activate_app, name="mfa_activate_totp"),
    path("app/removal", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("codes", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("codes/new", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("codes/file", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("passkeys", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("passkeys/new", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/name", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/removal", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
]
