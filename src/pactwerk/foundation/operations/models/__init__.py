"""The audit log."""

from pactwerk.foundation.operations.models.audit_line import AuditHead, AuditLine, Result

__all__ = ["AuditHead", "AuditLine", "Result"]
