"""What the product changes in Wagtail's editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from wagtail import hooks
from wagtail.permissions import page_permission_policy

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest
    from wagtail.admin.menu import MenuItem
    from wagtail.models import Page

CLOSED_MENU_ITEMS = {"users", "groups"}


@hooks.register("construct_settings_menu")  # type: ignore[untyped-decorator]  # wagtail has no types
def hide_closed_screens(_request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Users and groups are managed on the desk, through operations."""
    menu_items[:] = [item for item in menu_items if item.name not in CLOSED_MENU_ITEMS]


@hooks.register("construct_reports_menu")  # type: ignore[untyped-decorator]  # wagtail has no types
def hide_closed_reports(_request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """The report on page types names drafts of every office."""
    menu_items[:] = [item for item in menu_items if item.name != "page-types-usage"]


@hooks.register("before_move_page")  # type: ignore[untyped-decorator]  # wagtail has no types
def move_own_pages_only(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail asks the permission only when the move is confirmed, and shows the page's title before that."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


@hooks.register("construct_page_chooser_queryset")  # type: ignore[untyped-decorator]  # wagtail has no types
def choose_from_live_or_own(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """Links may go to every published page; drafts are only offered to those who may edit them."""
    own = page_permission_policy.explorable_instances(request.user)
    return pages.filter(live=True) | pages.filter(pk__in=own.values("pk"))
