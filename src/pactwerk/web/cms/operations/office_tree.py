"""An office's place in the editor: home page, collection, two groups with rights on exactly those."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext as _
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from pactwerk.foundation.accounts.models import Office, OfficeRole
from pactwerk.foundation.accounts.permissions import runs_platform
from pactwerk.foundation.operations import Actor, OperationError, operation, require
from pactwerk.web.cms.models import OfficeHome, PortalHome

PAGE_RIGHTS = {
    OfficeRole.EDITOR: ("add", "change"),
    OfficeRole.MANAGER: ("add", "change", "publish", "lock", "unlock"),
}
COLLECTION_RIGHTS = ("add", "change", "choose")
UPLOADS = (("wagtailimages", "image"), ("wagtaildocs", "document"))


def group_name(office: Office, role: OfficeRole) -> str:
    """The name of the group that carries a role's rights in the editor; by number, since slugs may change."""
    return f"bureau {office.pk}: {role.value}"


@operation("cms.office_tree.plant")
def plant_office_tree(actor: Actor, office: Office) -> OfficeHome:
    """Give a new office its home page, collection and groups; does nothing when they are there already.

    Raises PermissionRefused unless the actor runs the platform, OperationError when the portal page is missing.
    """
    require(runs_platform(actor))
    existing: OfficeHome | None = OfficeHome.objects.filter(office=office).first()
    if existing is not None:
        return existing
    portal = PortalHome.objects.first()
    if portal is None:
        raise OperationError(_("De portaalpagina ontbreekt; voer eerst de migraties uit."))
    home = OfficeHome(title=office.name, slug=office.slug, office=office, locale=portal.locale)
    portal.add_child(instance=home)
    collection = Collection.get_first_root_node().add_child(name=f"{office.name} ({office.slug})"[:255])
    for role in PAGE_RIGHTS:
        _give_rights(office, role, home, collection)
    return home


def _give_rights(office: Office, role: OfficeRole, home: OfficeHome, collection: Collection) -> None:
    group = Group.objects.create(name=group_name(office, role))
    group.permissions.add(Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin"))
    for right in PAGE_RIGHTS[role]:
        GroupPagePermission.objects.create(group=group, page=home.page_ptr, permission_type=right)
    for app, kind in UPLOADS:
        for right in COLLECTION_RIGHTS:
            permission = Permission.objects.get(
                codename=f"{right}_{kind}", content_type__app_label=app, content_type__model=kind
            )
            GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)
