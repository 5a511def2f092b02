"""The mail that follows an invitation."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.foundation.accounts.models import Office, User

logger = logging.getLogger(__name__)


def send(user: User, office: Office) -> None:
    """Tell somebody that they are a member; with a link to choose a password when they have none yet.

    A mail server that does not answer is logged and does not undo the membership: inviting again sends again.
    """
    try:
        send_mail(
            _("Uitnodiging voor %(office)s") % {"office": office.name},
            render_to_string("account/email/invitation.txt", {"office": office, "link": _link(user)}),
            settings.DEFAULT_FROM_EMAIL,
            [user.email],
        )
    except (SMTPException, OSError):
        logger.exception("invitation mail was not sent")


def _link(user: User) -> str:
    if user.has_usable_password():
        path = reverse("account_login")
    else:
        token = default_token_generator.make_token(user)
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": token})
    return settings.SITE_URL.rstrip("/") + path
