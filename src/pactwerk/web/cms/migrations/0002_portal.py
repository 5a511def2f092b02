"""The portal page takes the place of Wagtail's welcome page; Wagtail's groups with rights on every page go.

An office's groups get rights on the office's own tree only (web/cms/operations), so groups with rights on the root would
be a hole.
"""

from django.db import migrations


def plant(apps, schema_editor):
    get = apps.get_model
    page_type, portal_type = (
        get("contenttypes.ContentType").objects.get_or_create(app_label=app, model=model)[0]
        for app, model in (("wagtailcore", "page"), ("cms", "portalhome"))
    )
    get("wagtailcore.Site").objects.all().delete()
    get("wagtailcore.Page").objects.filter(content_type=page_type, depth=2).delete()
    portal = get("cms.PortalHome").objects.create(
        title="Portaal",
        draft_title="Portaal",
        slug="portaal",
        content_type=portal_type,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/portaal/",
        locale=get("wagtailcore.Locale").objects.first(),
        live=True,
    )
    get("wagtailcore.Page").objects.filter(depth=1).update(numchild=1)
    get("wagtailcore.Site").objects.create(
        hostname="localhost", site_name="Pactwerk", root_page_id=portal.pk, is_default_site=True
    )


def close(apps, schema_editor):
    get = apps.get_model
    get("wagtailcore.WorkflowPage").objects.all().delete()
    get("wagtailcore.Workflow").objects.all().delete()
    get("wagtailcore.GroupApprovalTask").objects.all().delete()
    get("auth.Group").objects.filter(name__in=["Moderators", "Editors"]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.RunPython(plant, migrations.RunPython.noop),
        migrations.RunPython(close, migrations.RunPython.noop),
    ]
