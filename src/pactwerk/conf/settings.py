"""Django's settings: one file, fed by the environment (see docs/beheer)."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from pactwerk.conf import environment

PACKAGE = Path(__file__).resolve().parent.parent
PACTWERK_HOME = environment.home()
PACTWERK_CLOCK = environment.text("PACTWERK_CLOCK")  # the example's date, ISO; empty is today

DEBUG = environment.flag("PACTWERK_DEBUG")
SECRET_KEY = environment.secret_key(PACTWERK_HOME)
SITE_URL = environment.text("PACTWERK_URL", "http://127.0.0.1:8000")
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = environment.words("PACTWERK_HOSTS", ("127.0.0.1", "localhost", "[::1]"))

INSTALLED_APPS = [
    "pactwerk.foundation.accounts",
    "pactwerk.foundation.operations",
    "pactwerk.domain.organisations",
    "pactwerk.domain.pact",
    "pactwerk.domain.governance",
    "pactwerk.web.design",
    "pactwerk.web.cms",
    "pactwerk.web.public",
    "pactwerk.web.desk",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "pactwerk.foundation.privacy.headers.HeadersMiddleware",
    "pactwerk.foundation.privacy.headers.ContentPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "pactwerk.foundation.accounts.second_factor.SecondFactorMiddleware",
]

ROOT_URLCONF = "pactwerk.conf.urls"
WSGI_APPLICATION = "pactwerk.conf.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "conf" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": environment.database(PACTWERK_HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = environment.caches(PACTWERK_HOME)

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {},
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
    }.items()
]
from pactwerk.conf.logs import LOGGING, LOGGING_CONFIG  # noqa: E402, F401
from pactwerk.conf.security import *  # noqa: E402, F403
from pactwerk.conf.signing_in import *  # noqa: E402, F403

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = environment.text("PACTWERK_STATIC") or str(PACTWERK_HOME / "static")
MEDIA_URL = "/media/"
MEDIA_ROOT = PACTWERK_HOME / "media"
DATA_UPLOAD_MAX_NUMBER_FILES = 400  # all files of a publisher at once; progress.releases.receiving says so in words
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

for _name, _value in environment.mail().items():
    globals()[_name] = _value
DEFAULT_FROM_EMAIL = environment.text("PACTWERK_MAIL_FROM", "pactwerk@localhost")

from pactwerk.conf.editor import *  # noqa: E402, F403
