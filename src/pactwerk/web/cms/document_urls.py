"""Addresses of documents that editors upload; include under ``documenten/``. Wagtail checks their privacy."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import re_path
from wagtail.documents.views import serve

urlpatterns = [re_path(r"^(\d+)/(.*)$", login_not_required(serve.serve), name="wagtaildocs_serve")]
