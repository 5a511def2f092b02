"""Root urls: Dutch addresses without a prefix, English ones under /en/."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path
from django.views.i18n import set_language
from django.views.static import serve

urlpatterns = [
    path("cms/", include("pactwerk.web.cms.admin_urls")),
    path("documenten/", include("pactwerk.web.cms.document_urls")),
    # Only the pictures made for pages; originals and documents are not served from the folder.
    re_path(
        r"^media/images/(?P<path>.+)$", login_not_required(serve), {"document_root": settings.MEDIA_ROOT / "images"}
    ),
    path("taal/", login_not_required(set_language), name="set_language"),
    *i18n_patterns(
        path("account/", include("pactwerk.conf.account_urls")),
        path("bureau/", include("pactwerk.web.desk.urls")),
        path("ontwerp/", include("pactwerk.web.design.urls")),
        path("paginas/", include("pactwerk.web.cms.urls")),
        path("", include("pactwerk.web.public.urls")),
        prefix_default_language=False,
    ),
]
