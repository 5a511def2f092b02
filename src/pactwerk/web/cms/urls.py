"""Addresses of the pages that editors write; include under ``paginas/``.

Wagtail's own url list also holds a bare login form and shared passwords for pages. Both go round the second factor and
the rate limits, so only the page view itself is taken from it.
"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import re_path
from wagtail import views
from wagtail.urls import serve_pattern

urlpatterns = [re_path(serve_pattern, login_not_required(views.serve), name="wagtail_serve")]
