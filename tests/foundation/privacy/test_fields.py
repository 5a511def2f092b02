"""Every field is classified, and none is about a pupil."""

from __future__ import annotations

import re

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Model

from pactwerk.foundation.privacy.fields import Kind, field_inventory

PUPIL = re.compile(r"leerling|pupil|student|scholier|learner|birth|geboorte|bsn|geslacht|gender|ethnic|guardian|ouder")
LOOKS_PERSONAL = re.compile(r"mail|phone|telefoon|password|address|first_?name|last_?name|birth|user$|person$")


def models_of_interest() -> list[type[Model]]:
    """All models of ours, and of the libraries those that point at a user, plus sessions."""
    user, found = get_user_model(), []
    for model in apps.get_models(include_auto_created=True):
        ours = apps.get_app_config(model._meta.app_label).name.startswith("pactwerk.")
        points_at_user = any(field.related_model is user for field in model._meta.local_fields)
        if ours or points_at_user or model._meta.label_lower == "sessions.session":
            found.append(model)
    return found


def real_fields() -> set[tuple[str, str]]:
    return {
        (model._meta.label_lower, field.name)
        for model in models_of_interest()
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
    }


def test_every_field_is_classified_and_none_is_stale() -> None:
    listed = [(entry.model, entry.field) for entry in field_inventory()]
    assert sorted(listed) == sorted(set(listed)), "a field is listed twice"
    assert real_fields() - set(listed) == set(), "unclassified: add these to privacy/reference/fields.tsv"
    assert set(listed) - real_fields() == set(), "stale: remove these from privacy/reference/fields.tsv"


def test_a_personal_field_has_a_purpose_and_a_term() -> None:
    for entry in field_inventory():
        if entry.kind is Kind.NONE:
            assert not entry.purpose, entry
            assert entry.term is None, entry
        else:
            assert entry.purpose, entry
            assert entry.term, entry


def test_no_field_is_about_a_pupil() -> None:
    found = [entry for entry in field_inventory() if PUPIL.search(f"{entry.model}.{entry.field}")]
    assert found == []


def test_what_looks_personal_is_called_personal() -> None:
    found = [e for e in field_inventory() if e.kind is Kind.NONE and LOOKS_PERSONAL.search(e.field)]
    assert found == []
