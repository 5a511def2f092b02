"""Root urls: Dutch addresses without a prefix, English ones under /en/."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("cms/", include(wagtailadmin_urls)),
    path("taal/", include("django.conf.urls.i18n")),
    *i18n_patterns(
        path("account/", include("allauth.urls")),
        path("bureau/", include("pactwerk.web.desk.urls")),
        path("ontwerp/", include("pactwerk.web.design.urls")),
        path("paginas/", include(wagtail_urls)),
        path("", include("pactwerk.web.public.urls")),
        prefix_default_language=False,
    ),
]
