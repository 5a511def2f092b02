"""Settings of signing in (django-allauth): by mail address, invitation only, second factor, limits on guessing."""

from __future__ import annotations

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/bureau/"
WAGTAIL_FRONTEND_LOGIN_URL = "/account/login/"

ACCOUNT_ADAPTER = "pactwerk.foundation.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# The invitation's link proves the mail address; there is no other way to an account.
ACCOUNT_EMAIL_VERIFICATION = "none"
# The same answer and the same work (one mail) for a known and an unknown address.
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Pactwerk] "
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300  # seconds
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",  # the key is the typed address, known or not
    "reset_password": "20/m/ip,5/h/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}

MFA_ADAPTER = "pactwerk.foundation.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Pactwerk"
MFA_PASSKEY_LOGIN_ENABLED = False
MFA_ALLOW_UNVERIFIED_EMAIL = True

PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600  # seconds; the invitation's link lives as long
SESSION_COOKIE_AGE = 12 * 3600  # seconds

# Pages that open only after the second factor, in every language.
PACTWERK_STAFF_ADDRESSES = ["/bureau/", "/cms/"]
# Operations that follow a new office and a changed membership (foundation may not import them).
PACTWERK_OFFICE_FOLLOWERS = ["pactwerk.web.cms.operations.plant_office_tree"]
PACTWERK_MEMBER_FOLLOWERS = ["pactwerk.web.cms.operations.align_member"]
