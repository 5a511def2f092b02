"""Storing a record after its own checks, with the complaint in words the user may read."""

from __future__ import annotations

from typing import TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from pactwerk.foundation.operations import OperationError

Record = TypeVar("Record", bound=models.Model)


def store(record: Record) -> Record:
    """Check fields, uniqueness and constraints, then save.

    Raises OperationError with the first complaint and the field it is about.
    """
    try:
        record.full_clean()
    except ValidationError as error:
        raise _readable(error, record) from error
    record.save()
    return record


def _readable(error: ValidationError, record: models.Model) -> OperationError:
    field, messages = next(iter(error.message_dict.items()))
    if field == NON_FIELD_ERRORS:
        return OperationError(messages[0])
    label = str(getattr(record._meta.get_field(field), "verbose_name", field))
    return OperationError(f"{label[:1].upper()}{label[1:]}: {messages[0]}", field=field)
