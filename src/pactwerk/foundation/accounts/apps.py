"""The Django app ``accounts``."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "pactwerk.foundation.accounts"
    label = "accounts"
    verbose_name = _("Gebruikers en programmabureaus")

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added
        from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

        from pactwerk.foundation.accounts import second_factor, sign_in_log

        # Django connects its own receiver under this id, after us, and then finds the place taken.
        user_logged_in.connect(sign_in_log.signed_in, dispatch_uid="update_last_login")
        user_login_failed.connect(sign_in_log.sign_in_failed, dispatch_uid="audit_sign_in_failed")
        user_logged_out.connect(sign_in_log.signed_out, dispatch_uid="audit_sign_out")
        authenticator_added.connect(second_factor.note_new_authenticator, dispatch_uid="note_new_authenticator")
