"""The one way anything changes, and the audit log of it."""

from pactwerk.foundation.operations.actor import Actor, Origin
from pactwerk.foundation.operations.client_address import client_address
from pactwerk.foundation.operations.errors import OperationError, PermissionRefused
from pactwerk.foundation.operations.operation import (
    Operation,
    operation,
    operation_active,
    registered_operations,
    require,
)

__all__ = [
    "Actor",
    "Operation",
    "OperationError",
    "Origin",
    "PermissionRefused",
    "client_address",
    "operation",
    "operation_active",
    "registered_operations",
    "require",
]
